// Whether the printed words bear out what a figure was read to state. Sentences are read by likeness, so a
// wording that no description has may be taken for another: before such a figure is called wrong, the
// words in front of it must not name something else.

import type { FactAddress } from "../../../disclosure/address.ts";
import type { Disclosure, NarrativeSentence, ProseFigure } from "../../../disclosure/disclosure.ts";
import { plainWords } from "../../../sentences/plain-words.ts";
import type { PrintedName, RowFinder } from "../../../sentences/row-names.ts";
import { rowFinder, UNKNOWN_ROW } from "../../../sentences/row-names.ts";
import type { Part, RowSet, SentenceTemplate } from "../../../sentences/template.ts";
import { expressionsOf } from "./expressions.ts";

/** True unless the figure lacks its unit, or the heading or the words before it name another matter. */
export function isBorneOut(
  prose: ProseFigure,
  sentence: NarrativeSentence,
  template: SentenceTemplate,
  disclosure: Disclosure,
): boolean {
  if (!printsUnit(prose)) return false;
  if (speaksOfOtherConcept(prose.refersTo, sentence.section)) return false;
  const before = segmentBefore(prose, sentence);
  return before === undefined || !namesOtherRow(prose.refersTo, before, template, disclosure);
}

/** Sentences print the unit with a figure; without one it may stand in a table that was read as text. */
function printsUnit({ figure }: ProseFigure): boolean {
  return /[\p{Script=Han}%％﹪]\s*[)）]?$/u.test(figure.raw);
}

/** Words of a heading, and the concepts that it may state figures of. */
const HEADINGS: readonly (readonly [words: RegExp, concepts: ReadonlySet<string>])[] = [
  [
    /国有资本经营/u,
    new Set(["state-capital", "narrative", "income-expenditure-summary", "appropriation-summary"]),
  ],
  [
    /政府性基金/u,
    new Set(["government-fund", "narrative", "income-expenditure-summary", "appropriation-summary"]),
  ],
  [/三公/u, new Set(["three-public", "narrative"])],
];

function speaksOfOtherConcept({ concept }: FactAddress, heading: string): boolean {
  const named = HEADINGS.filter(([words]) => words.test(heading));
  return named.length > 0 && !named.some(([, concepts]) => concepts.has(concept));
}

/** A name stands near its figure; a sentence without an end must not make checking slow. */
const LONGEST_SEGMENT = 400;

/** The words from the last full stop or semicolon to the figure. */
function segmentBefore(prose: ProseFigure, sentence: NarrativeSentence): string | undefined {
  let from = 0;
  for (const { figure } of sentence.figures.slice(0, sentence.figures.indexOf(prose) + 1)) {
    const at = sentence.sentence.indexOf(figure.raw, from);
    if (at < 0) return undefined;
    from = at + figure.raw.length;
  }
  const end = from - prose.figure.raw.length;
  const before = sentence.sentence.slice(Math.max(0, end - LONGEST_SEGMENT), end);
  return before.slice(Math.max(...["；", ";", "。"].map((end) => before.lastIndexOf(end))) + 1);
}

/** Rows that a sentence lists, with the address of each. */
interface Listed {
  readonly rows: RowSet;
  readonly addresses: readonly FactAddress[];
}

function listsOf(parts: readonly Part[]): readonly Listed[] {
  return parts.flatMap((part): readonly Listed[] => {
    if (part.kind === "optional") return listsOf(part.parts);
    if (part.kind === "choice") return part.alternatives.flatMap(({ parts }) => listsOf(parts));
    if (part.kind !== "each") return [];
    const addresses = expressionsOf(part.parts).map(({ of }) => of);
    return [{ rows: part.rows, addresses }, ...listsOf(part.parts)];
  });
}

const ROW = "$row";
const KEYS = ["code", "line", "column", "field"] as const;

/** The row of a list that an address speaks of; null for the total beside the list, undefined for other matters. */
function rowOf(address: FactAddress, { addresses }: Listed): string | null | undefined {
  for (const symbolic of addresses) {
    if (symbolic.concept !== address.concept) continue;
    const name = KEYS.find((key) => symbolic[key]?.includes(ROW) === true);
    const value = name === undefined ? undefined : address[name];
    if (name === undefined || value === undefined) continue;
    if (value === null || value === "total") return null;
    const [lead = "", tail = ""] = (symbolic[name] ?? "").split(ROW);
    if (value.startsWith(lead) && value.endsWith(tail)) {
      const key = value.slice(lead.length, value.length - tail.length);
      return key === "total" ? null : key;
    }
  }
  return undefined;
}

function namesOtherRow(
  address: FactAddress,
  before: string,
  template: SentenceTemplate,
  disclosure: Disclosure,
): boolean {
  const plain = plainWords(before, disclosure.year);
  return listsOf(template.parts).some((listed) => {
    const row = rowOf(address, listed);
    if (row === undefined) return false;
    const named = finderOf(listed.rows, disclosure)(plain).keys.at(-1);
    if (named === undefined || named.startsWith(UNKNOWN_ROW)) return false;
    return named !== row;
  });
}

const findersOf = new WeakMap<Disclosure, Map<string, RowFinder>>();

/** Finders of rows are made for wrong figures only, once for each disclosure. */
function finderOf(rows: RowSet, disclosure: Disclosure): RowFinder {
  const known = findersOf.get(disclosure) ?? new Map<string, RowFinder>();
  findersOf.set(disclosure, known);
  const finder = known.get(rows.id) ?? rowFinder(rows, namesOf(disclosure));
  known.set(rows.id, finder);
  return finder;
}

const namesOf = ({ tables }: Disclosure): readonly PrintedName[] =>
  tables.flatMap(({ rows }) =>
    rows.flatMap(({ code, name }) => (code === null || name === null ? [] : [{ code, name }])),
  );
