// Writes an official sentence from the same description that reads it: a walk over its parts, picking
// alternatives by their guards. Percentages are rounded half up from exact amounts, never from rounded ones.

import type { Derivation, FactAddress } from "../disclosure/address.ts";
import { addressKey } from "../disclosure/address.ts";
import { formatMillionths } from "../figures/figure.ts";
import { factOfRow, figureOpened } from "./spoken-of.ts";
import type {
  Expression,
  FigurePart,
  FreeSlot,
  Guard,
  Part,
  RowName,
  RowSet,
  SentenceTemplate,
} from "./template.ts";
import { derivationOf, operandsOf, withRow } from "./template.ts";

/** FactLookup: where the facts of a sentence come from; amounts in millionths of the base unit. */
export interface FactLookup {
  /** The year reported; what is printed in its place where it is not known. */
  readonly year: number | Missing;
  /** Name of the unit whose report it is. */
  readonly unit?: string;
  /** The exact value of a fact; null when it is not known. */
  readonly value: (address: FactAddress) => bigint | null;
  /** The rows of a classification, in the order of the form. */
  readonly rows: (rows: RowSet) => readonly RowName[];
  /** A reason, use or list of items about a fact; "" when none is due, `missing` when it has yet to be given. */
  readonly words: (slot: FreeSlot, about: FactAddress | null) => string | Missing;
  /** Words that the document states elsewhere: a name, a grade. */
  readonly stated?: (address: FactAddress) => string | Missing;
  /**
   * The figure as the unit itself states it in this sentence, which is kept where it agrees with what follows from
   * the facts; such a figure is told even when it is zero or its clause is only read. Null is not stated.
   */
  readonly printedAs?: (address: FactAddress, derived: Derivation) => StatedAs | null;
  /** What is printed in place of a fact that is not known; "——" when absent. */
  readonly unknown?: (address: FactAddress) => Missing;
}

/** StatedAs: a figure as the unit prints it, and whether a value agrees with it. */
export interface StatedAs {
  readonly value: string;
  /** True when the exact value, or part of a whole, of these facts can have been printed so. */
  readonly agrees: (value: Fraction, operands: readonly FactAddress[]) => boolean;
}

/** Missing (待填写): words that stand for what has yet to be given. */
export interface Missing {
  readonly missing: string;
}

/** WrittenFigure: a figure in a written sentence, so that a document can carry its address. */
export interface WrittenFigure {
  readonly offset: number;
  readonly length: number;
  readonly refersTo: FactAddress;
  readonly derived: Derivation;
}

/** WrittenSentence: the text of a sentence, its figures, and what is still missing in it. */
export interface WrittenSentence {
  readonly text: string;
  readonly figures: readonly WrittenFigure[];
  readonly missing: readonly { readonly offset: number; readonly length: number }[];
}

type Printed =
  | { readonly text: string; readonly refersTo: FactAddress; readonly derived: Derivation }
  | { readonly missing: string };

interface Writing {
  readonly lookup: FactLookup;
  readonly row: RowName | null;
  /** Number of the row in its list, from 1. */
  readonly ordinal: number;
  /** Figures and missing words so far, in the order of their marks. */
  readonly printed: Printed[];
  /** The last fact that was spoken of: what a reason after it is about. */
  readonly about: { fact: FactAddress | null };
}

/** Stands for the next figure or missing words until clauses that were not written are tidied away. */
const PRINTED = "\uE010";
/** Stands in a clause that says nothing: a ratio on a base of zero. */
const NOTHING = "\uE011";

/** The sentence as an official report prints it, with the address of every figure. */
export function writeSentence(template: SentenceTemplate, lookup: FactLookup): WrittenSentence {
  const printed: Printed[] = [];
  const writing: Writing = { lookup, row: null, ordinal: 0, printed, about: { fact: null } };
  const pieces = tidied(writeParts(template.parts, writing)).split(PRINTED);
  return pieces.reduce<WrittenSentence>(
    ({ text, figures, missing }, piece, index) => {
      const mark = printed[index];
      const offset = text.length + piece.length;
      if (mark === undefined) return { text: text + piece, figures, missing };
      if ("missing" in mark) {
        const gap = { offset, length: mark.missing.length };
        return { text: text + piece + mark.missing, figures, missing: [...missing, gap] };
      }
      const { refersTo, derived } = mark;
      return {
        text: text + piece + mark.text,
        figures: [...figures, { offset, length: mark.text.length, refersTo, derived }],
        missing,
      };
    },
    { text: "", figures: [], missing: [] },
  );
}

const writeParts = (parts: readonly Part[], writing: Writing): string =>
  parts
    .map((part, index) => {
      const opened = figureOpened(parts, index);
      if (opened !== undefined) writing.about.fact = addressIn(opened.expression.of, writing);
      const isTold = part.kind === "optional" && isToldBeside(part, parts, writing);
      return isTold ? writeParts(part.parts, writing) : writePart(part, writing);
    })
    .join("");

function writePart(part: Part, writing: Writing): string {
  switch (part.kind) {
    case "words":
      return part.alternatives[0] ?? "";
    case "year":
      return writeYear(part, writing);
    case "row-name":
      return writing.row?.names[0] ?? "";
    case "ordinal":
      return `${writing.ordinal}、`;
    case "unit-name":
      return writing.lookup.unit ?? "本部门";
    case "stated": {
      const words = writing.lookup.stated?.(addressIn(part.of, writing)) ?? "";
      return typeof words === "string" ? words : writeMissing(words, writing);
    }
    case "figure":
      return writeFigure(part, writing);
    case "mark":
      writing.about.fact = addressIn(part.base ?? part.of, writing);
      return part.written;
    case "free": {
      const words = writing.lookup.words(part.slot, writing.about.fact);
      if (words === "") return "";
      return `${part.cues[0] ?? ""}${typeof words === "string" ? words : writeMissing(words, writing)}`;
    }
    case "optional":
      return holds(part.when, writing) ? writeParts(part.parts, writing) : "";
    case "choice":
      return writeChoice(part.alternatives, writing);
    case "each":
      return rowsOf(part.rows, writing)
        .map((row): Writing => ({ ...writing, row }))
        .filter((inside) => holds(part.when, inside) || isStated(part.when, inside))
        .map((inside, index) => writeRow(part.parts, { ...inside, ordinal: index + 1 }))
        .join(part.separator);
  }
}

type Alternatives = Extract<Part, { readonly kind: "choice" }>["alternatives"];

/** The first alternative whose guard holds; where none could be judged, the fact that it takes. */
function writeChoice(alternatives: Alternatives, writing: Writing): string {
  const chosen = alternatives.find(({ when }) => holds(when, writing));
  if (chosen !== undefined) return writeParts(chosen.parts, writing);
  const unknown = alternatives.map(({ when }) => unknownIn(when, writing)).find((fact) => fact !== null);
  return unknown === undefined || writing.lookup.unknown === undefined
    ? ""
    : writeMissing(writing.lookup.unknown(unknown), writing);
}

/** A fact that a guard compares and that is not known. */
function unknownIn(guard: Guard, writing: Writing): FactAddress | null {
  if (!("of" in guard) || guard.kind === "zero" || guard.kind === "nonzero") return null;
  const compared = "base" in guard ? guard.base : ({ ...guard.of, period: "prior" } as const);
  const facts = [guard.of, compared].map((address) => addressIn(address, writing));
  return facts.find((address) => writing.lookup.value(address) === null) ?? null;
}

/** True for a row of nothing that the unit tells all the same. */
const isStated = (guard: Guard, writing: Writing): boolean =>
  guard.kind === "nonzero" && isStatedFact(writing, addressIn(guard.of, writing), null);

const isStatedFact = ({ lookup }: Writing, address: FactAddress, derived: Derivation): boolean =>
  (lookup.printedAs?.(address, derived) ?? null) !== null;

/** True for a clause that is only read, all of whose figures the unit tells, and which nothing beside it tells. */
function isToldBeside(
  { when, parts }: Extract<Part, { readonly kind: "optional" }>,
  beside: readonly Part[],
  writing: Writing,
): boolean {
  const figures = when.kind === "never" ? figuresIn(parts) : [];
  const others = new Set(figuresIn(beside).map(({ expression }) => keyOf(expression)));
  return (
    figures.length > 0 &&
    figures.every(
      ({ expression }) =>
        !others.has(keyOf(expression)) &&
        isStatedFact(writing, addressIn(expression.of, writing), derivationOf(expression)),
    )
  );
}

const keyOf = (expression: Expression): string => `${expression.kind} ${addressKey(expression.of)}`;

/** The figures that parts print whatever the facts are. */
const figuresIn = (parts: readonly Part[]): readonly FigurePart[] =>
  parts.flatMap((part) => (part.kind === "figure" ? [part] : []));

function writeRow(parts: readonly Part[], writing: Writing): string {
  const fact = factOfRow(parts);
  if (fact !== undefined) writing.about.fact = addressIn(fact, writing);
  return writeParts(parts, writing);
}

function writeYear({ offset, style }: Extract<Part, { readonly kind: "year" }>, writing: Writing): string {
  const { year } = writing.lookup;
  return `${typeof year === "number" ? year + offset : writeMissing(year, writing)}${style}`;
}

function writeMissing(words: Missing, writing: Writing): string {
  writing.printed.push(words);
  return PRINTED;
}

const rowsOf = (rows: RowSet, { lookup }: Writing): readonly RowName[] =>
  rows.kind === "list" ? rows.rows.filter(({ onlyRead }) => onlyRead !== true) : lookup.rows(rows);

const addressIn = (address: FactAddress, { row }: Writing): FactAddress =>
  row === null ? address : withRow(address, row.key);

function writeFigure(part: FigurePart, writing: Writing): string {
  const { expression } = part;
  const refersTo = addressIn(expression.of, writing);
  writing.about.fact = refersTo;
  const operands = operandsOf(expression).map((address) => addressIn(address, writing));
  const unknown = operands.find((address) => writing.lookup.value(address) === null);
  if (unknown !== undefined && writing.lookup.unknown !== undefined)
    return writeMissing(writing.lookup.unknown(unknown), writing);
  const fraction = fractionOf(expression, writing);
  if (fraction === null && unknown === undefined) return NOTHING;
  const derived = derivationOf(expression);
  const stated = writing.lookup.printedAs?.(refersTo, derived) ?? null;
  const isKept = stated !== null && fraction !== null && stated.agrees(fraction, operands);
  const text = isKept ? `${withThousands(stated.value)}${part.unit.name}` : figureText(part, fraction);
  writing.printed.push({ text, refersTo, derived });
  return PRINTED;
}

function figureText({ unit, decimals, asStated = false }: FigurePart, fraction: Fraction | null): string {
  if (fraction === null) return `——${unit.name}`;
  if (fraction.whole !== null) return `${percentOf(fraction.part, fraction.whole, decimals)}%`;
  if (fraction.part === 0n) return `0${unit.name}`;
  const value = formatMillionths(fraction.part, decimals, unit);
  return `${withThousands(asStated ? value.replace(/\.0+$|(?<=\.\d*[1-9])0+$/u, "") : value)}${unit.name}`;
}

/** Fraction: an amount, or a part of a whole, in millionths. */
export interface Fraction {
  readonly part: bigint;
  readonly whole: bigint | null;
}

/** What a figure states: an amount, or a part of a whole; changes without their sign, which words carry. */
function fractionOf(expression: Expression, writing: Writing): Fraction | null {
  const value = (address: FactAddress): bigint | null => writing.lookup.value(addressIn(address, writing));
  const own = value(expression.of);
  if (own === null) return null;
  if (expression.kind === "fact" || expression.kind === "count") return { part: own, whole: null };
  if (expression.kind === "share") return ratio(own, value(expression.whole));
  if (expression.kind === "completion") return ratio(own, value(expression.base));
  const prior = value({ ...expression.of, period: "prior" });
  if (prior === null) return null;
  const change = magnitude(own - prior);
  return expression.kind === "change" ? { part: change, whole: null } : ratio(change, magnitude(prior));
}

const magnitude = (value: bigint): bigint => (value < 0n ? -value : value);
const ratio = (part: bigint, whole: bigint | null): Fraction | null =>
  whole === null || whole === 0n ? null : { part, whole };

/** part ÷ whole in percent, rounded half up once. */
function percentOf(part: bigint, whole: bigint, decimals: number): string {
  const power = 10n ** BigInt(decimals);
  const numerator = part * 100n * power * 2n + whole;
  const rounded = numerator / (whole * 2n);
  const digits = rounded.toString().padStart(decimals + 1, "0");
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

function withThousands(value: string): string {
  const [whole = "", fraction] = value.split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/gu, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

function holds(guard: Guard, writing: Writing): boolean {
  if (guard.kind === "always" || guard.kind === "never") return guard.kind === "always";
  const value = (address: FactAddress): bigint | null => writing.lookup.value(addressIn(address, writing));
  const own = value(guard.of);
  if (own === null) return guard.kind === "zero";
  if (guard.kind === "zero" || guard.kind === "nonzero") return (own === 0n) === (guard.kind === "zero");
  const other = "base" in guard ? value(guard.base) : value({ ...guard.of, period: "prior" });
  if (other === null) return false;
  const isNew = other === 0n && own > 0n;
  switch (guard.kind) {
    case "new":
      return isNew;
    case "rises":
      return own > other && !isNew;
    case "above":
      return own > other;
    case "falls":
    case "below":
      return own < other;
    case "unchanged":
    case "equal":
      return own === other;
  }
}

/** A clause that says nothing, with the punctuation before it. */
const EMPTY_CLAUSE = new RegExp(
  `[，；、]?[^，；：。、${PRINTED}\n]*${NOTHING}[^，；：。、${PRINTED}\n]*`,
  "gu",
);

/** Clauses that were not written leave no punctuation behind. */
function tidied(text: string): string {
  return text
    .replace(EMPTY_CLAUSE, "")
    .replace(/[，；、](?=[，；。])/gu, "")
    .replace(/[，；。]?其中：\s*(?=。)/gu, "")
    .replace(/。[，；、]+/gu, "。")
    .replace(/，(?=\n|$)|；(?=\s*$)/gu, "")
    .replace(/。{2,}/gu, "。")
    .replace(/。；/gu, "；")
    .trimEnd();
}
