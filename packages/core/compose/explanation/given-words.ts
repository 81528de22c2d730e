// Reasons, uses and lists of items: the user's own words, found by the sentence and the fact they speak of.

import { economicRows } from "../../accounts/classification/economic-classification.ts";
import type { FactAddress } from "../../disclosure/address.ts";
import { addressKey } from "../../disclosure/address.ts";
import type { Disclosure } from "../../disclosure/disclosure.ts";
import type { FreeSlot, SentenceTemplate } from "../../sentences/template.ts";
import type { FactLookup } from "../../sentences/write-sentence.ts";
import { missingWords } from "../blocks.ts";
import type { Facts } from "../facts.ts";

/** WordSources: what words are looked up in. */
export interface WordSources {
  readonly disclosure: Disclosure;
  readonly facts: Facts;
  readonly label: (address: FactAddress) => string;
}

/** What words are called where they are missing. */
export const DUE: Readonly<Record<FreeSlot, string>> = {
  reason: "主要原因",
  use: "用途",
  items: "主要包括的内容",
};

/** Looks words up for one sentence; what is due and not given is missing. */
export function wordsFor(
  { id }: SentenceTemplate,
  { disclosure, facts, label }: WordSources,
): FactLookup["words"] {
  const given = new Map<string, string>();
  for (const sentence of disclosure.narrative) {
    if (sentence.template !== id) continue;
    for (const { slot, refersTo, text } of sentence.words) {
      const key = `${slot} ${refersTo === null ? "" : addressKey(refersTo)}`;
      if (text !== "" && !given.has(key)) given.set(key, text);
    }
  }
  return (slot, about) => {
    const known = given.get(`${slot} ${about === null ? "" : addressKey(about)}`);
    if (known !== undefined) return known;
    if (about === null) return "";
    const items = slot === "items" ? itemsOf(about, facts) : "";
    if (items !== "") return items;
    const { period: _period, stage: _stage, ...matter } = about;
    return isDue(slot, about, facts) ? { missing: missingWords(`${label(matter)}的${DUE[slot]}`) } : "";
  };
}

const NAMED_ITEMS = 4;

/** The first economic classes with money in them: 基本工资、津贴补贴…. */
function itemsOf({ concept, line }: FactAddress, facts: Facts): string {
  const items = economicRows.filter(
    ({ group, level, code }) =>
      group === line && level === 2 && (facts.value({ concept, code, column: "amount" }) ?? 0n) > 0n,
  );
  const names = items.slice(0, NAMED_ITEMS).map(({ name }) => name);
  return items.length > NAMED_ITEMS ? `${names.join("、")}等` : names.join("、");
}

/** A reason is due for what changed or differs from its budget, a use for what was spent. */
function isDue(slot: FreeSlot, about: FactAddress, facts: Facts): boolean {
  const value = facts.value(about);
  if (slot !== "reason") return value !== 0n;
  const { period: _period, stage: _stage, ...plain } = about;
  const now = facts.value(plain);
  const others = [
    { ...plain, period: "prior" as const },
    { ...plain, stage: "initial" as const },
  ].map(facts.value);
  if (others.every((other) => other === null)) return now !== 0n;
  return others.some((other) => other !== null && other !== now);
}
