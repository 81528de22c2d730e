// A tie as it applies to the tables at hand: "each" becomes one class or code, with its name.

import type { FactAddress } from "../disclosure/address.ts";
import type { AccountsTable } from "../disclosure/disclosure.ts";
import { functionClasses } from "./classification/function-classification.ts";
import type { Tie, TiePair, TieTerm } from "./concept.ts";
import { findConcept, lineOfClass } from "./concepts.ts";

/** SignedAddress: a fact as a part of a sum. */
export interface SignedAddress {
  readonly sign: 1 | -1;
  readonly address: FactAddress;
}

/** TieInstance: one comparison that can be carried out; an empty side is zero. */
export interface TieInstance {
  readonly tie: Tie;
  readonly pair: TiePair;
  /** What is compared, in Chinese: a class with its code, a kind of income; null when the tie says it all. */
  readonly subject: string | null;
  readonly left: readonly SignedAddress[];
  readonly right: readonly SignedAddress[];
}

interface Key {
  readonly code: string;
  readonly name: string;
}

/** All comparisons of a tie; classes that neither side could print are left out. */
export function tieInstances(tie: Tie, tables: readonly AccountsTable[]): readonly TieInstance[] {
  const keys = tie.each === undefined ? [undefined] : keysOf(tie, tables);
  return keys.flatMap((key) =>
    tie.pairs.map((pair) => ({
      tie,
      pair,
      subject: subjectOf(pair, key),
      left: pair.left.flatMap((term) => resolved(term, key)),
      right: pair.right.flatMap((term) => resolved(term, key)),
    })),
  );
}

function subjectOf(pair: TiePair, key: Key | undefined): string | null {
  if (key === undefined) return pair.label;
  const row = `${key.code} ${key.name}`;
  return pair.label === null ? row : `${row} ${pair.label}`;
}

function resolved(term: TieTerm, key: Key | undefined): readonly SignedAddress[] {
  if (term.each === undefined || key === undefined) return [{ sign: term.sign, address: term.address }];
  const concept = findConcept(term.address.concept);
  if (concept?.rowKey !== "line") return [{ sign: term.sign, address: { ...term.address, code: key.code } }];
  const line = lineOfClass(concept, key.code);
  // A class for which the form has no line (a code that it never prints) is zero there.
  return line === undefined ? [] : [{ sign: term.sign, address: { ...term.address, line } }];
}

function keysOf(tie: Tie, tables: readonly AccountsTable[]): readonly Key[] {
  const over = tie.each;
  if (over?.over === "code") {
    const table = tables.find((each) => each.concept === over.of);
    return uniqueKeys(table === undefined ? [] : [table], (code) => code !== "");
  }
  const printed = uniqueKeys(
    tables.filter((table) => tie.tables.includes(table.concept)),
    (code) => code.length === 3,
  );
  const known = functionClasses.map(({ code, name }) => ({ code, name }));
  const others = printed.filter(({ code }) => !known.some((each) => each.code === code));
  return [...known, ...others];
}

function uniqueKeys(tables: readonly AccountsTable[], accepts: (code: string) => boolean): readonly Key[] {
  const found = new Map<string, Key>();
  for (const { code, name } of tables.flatMap((table) => table.rows)) {
    if (code !== null && accepts(code) && !found.has(code)) found.set(code, { code, name: name ?? "" });
  }
  return [...found.values()];
}
