// A layout prepared for reading: its slots from left to right, and the names, lines and codes it knows.

import { comparableName, comparePrintedName } from "../../accounts/classification/printed-name.ts";
import type { RowKey, TableConcept } from "../../accounts/concept.ts";
import { findConcept } from "../../accounts/concepts.ts";
import { invariant } from "../../document/invariant.ts";
import { comparable } from "../../figures/normalize.ts";
import { remembered } from "../../figures/remembered.ts";
import type { LayoutRow, TableLayout } from "../../forms/layout.ts";

/** Slot: one printed column of a layout, typed by what stands in it. */
export interface Slot {
  readonly side: number;
  readonly kind: "code" | "name" | "line" | "figure";
  /** Column of the concept; "" for keys. */
  readonly column: string;
  readonly header: string;
  readonly number: string | null;
}

/** NamedKey: a line or code whose name a printed name may be. */
export interface NamedKey {
  readonly key: string;
  readonly name: string;
}

/** SideIndex: what one side of a layout knows. */
export interface SideIndex {
  readonly slots: readonly number[];
  readonly hasLine: boolean;
  readonly hasCode: boolean;
  readonly columns: readonly string[];
  /** Keys (lines or codes) in printing order. */
  readonly keys: readonly string[];
  readonly named: readonly NamedKey[];
  /** Exact names, without ordinals and brackets' shape, to the keys that carry them. */
  readonly byName: ReadonlyMap<string, readonly string[]>;
  readonly nameOf: ReadonlyMap<string, string>;
}

/** LayoutIndex: a layout prepared for reading. */
export interface LayoutIndex {
  readonly layout: TableLayout;
  readonly concept: TableConcept;
  readonly rowKey: RowKey;
  readonly slots: readonly Slot[];
  readonly sides: readonly SideIndex[];
  /** Headings between rows, with their place among the rows of their side. */
  readonly headings: ReadonlyMap<string, { readonly side: number; readonly at: number }>;
  /** Place of each line among the rows of its side, headings counted. */
  readonly placeOfLine: ReadonlyMap<string, number>;
  /** Header words, each on its own. */
  readonly vocabulary: ReadonlySet<string>;
  /** Pairs of neighbouring characters of all header words. */
  readonly headerPairs: ReadonlySet<string>;
  readonly footNames: readonly (NamedKey & { readonly printed: string })[];
}

const ORDINAL = /^(?:（?[一二三四五六七八九十]{1,3}）|[一二三四五六七八九十]{1,3}[、,.，]|\d{1,2}[.、,])/u;

/** A name by which lines are told apart: no white space, no ordinal, no 其中. */
export const plainName = remembered((text: string): string =>
  comparableName(text)
    .replace(/^其中[:：]/u, "")
    .replace(ORDINAL, "")
    .replace(/^其中[:：]/u, ""),
);

/** Pairs of neighbouring characters, by which damaged words are compared. */
export const characterPairs = remembered(
  (text: string): ReadonlySet<string> => {
    const shown = comparable(text);
    const pairs = new Set<string>();
    for (let at = 1; at < shown.length; at += 1) pairs.add(shown.slice(at - 1, at + 1));
    return pairs;
  },
  // The same header is held against every layout.
  { entries: 64, longest: 1000 },
);

/** Share of pairs that two texts have in common (Dice), 0 to 1. */
export function pairSimilarity(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  if (left.size === 0 || right.size === 0) return 0;
  let shared = 0;
  for (const pair of left) if (right.has(pair)) shared += 1;
  return (2 * shared) / (left.size + right.size);
}

const prepared = new WeakMap<TableLayout, LayoutIndex>();

/** Prepares a layout for reading, once for as long as it lives. */
export function indexLayout(layout: TableLayout): LayoutIndex {
  const known = prepared.get(layout) ?? prepareLayout(layout);
  prepared.set(layout, known);
  return known;
}

function prepareLayout(layout: TableLayout): LayoutIndex {
  const concept = findConcept(layout.concept);
  invariant(concept !== undefined, `layout ${layout.id} of an unknown concept`);
  const slots = layout.sides.flatMap((side, at): readonly Slot[] => [
    ...side.keys.map(({ key, header }): Slot => ({
      side: at,
      kind: key,
      column: "",
      header: header.join(""),
      number: null,
    })),
    ...side.figures.map(({ column, header, number }): Slot => ({
      side: at,
      kind: "figure",
      column,
      header: header.join(""),
      number,
    })),
  ]);
  const words = layout.sides.flatMap((side) =>
    [...side.keys, ...side.figures].flatMap(({ header }) => header),
  );
  const rows = layout.sides.flatMap((side, at) => side.rows.map((row) => ({ row, at })));
  return {
    layout,
    concept,
    rowKey: concept.rowKey,
    slots,
    sides: layout.sides.map((_, at) => indexSide(layout, at, slots)),
    headings: new Map(
      rows.flatMap(({ row, at: side }, at) =>
        row.kind === "heading" ? [[plainName(row.name), { side, at }] as const] : [],
      ),
    ),
    placeOfLine: new Map(
      rows.flatMap(({ row }, at) => (row.kind === "line" ? [[row.line, at] as const] : [])),
    ),
    vocabulary: new Set([...words, "项目", "栏次", "行次"].map(comparable)),
    headerPairs: characterPairs([...new Set(words)].join("")),
    footNames: layout.foot.map(({ line, name }) => ({ key: line, name: plainName(name), printed: name })),
  };
}

function indexSide(layout: TableLayout, at: number, slots: readonly Slot[]): SideIndex {
  const side = layout.sides[at];
  invariant(side !== undefined, "a side of the layout");
  const named = side.rows.flatMap(namedKey);
  const byName = Map.groupBy(named, ({ name }) => name);
  return {
    slots: slots.flatMap((slot, index) => (slot.side === at ? [index] : [])),
    hasLine: side.keys.some(({ key }) => key === "line"),
    hasCode: side.keys.some(({ key }) => key === "code"),
    columns: side.figures.map(({ column }) => column),
    keys: side.rows.flatMap((row) =>
      row.kind === "line" ? [row.line] : row.kind === "code" ? [row.code] : [],
    ),
    named,
    byName: new Map([...byName].map(([name, keys]) => [name, keys.map(({ key }) => key)])),
    nameOf: new Map(named.map(({ key, name }) => [key, name])),
  };
}

function namedKey(row: LayoutRow): readonly NamedKey[] {
  if (row.kind === "heading" || row.name === null) return [];
  return [{ key: row.kind === "line" ? row.line : row.code, name: plainName(row.name) }];
}

/** NameMatch: the keys whose name this may be; exact when nothing had to be supposed. */
export interface NameMatch {
  readonly keys: readonly string[];
  readonly exact: boolean;
}

const NAMES_KEPT = 4000;

/** What names were found to be: the same few names are asked for again and again. */
const matched = new WeakMap<SideIndex, Map<string, NameMatch>>();

/** The keys of a side that a printed name may stand for: exactly, else by a damaged name. */
export function keysNamed(side: SideIndex, text: string): NameMatch {
  const known = matched.get(side) ?? new Map<string, NameMatch>();
  matched.set(side, known);
  const before = known.get(text);
  if (before !== undefined) return before;
  const match = matchName(side, text);
  if (known.size >= NAMES_KEPT) known.clear();
  known.set(text, match);
  return match;
}

function matchName(side: SideIndex, text: string): NameMatch {
  const shown = plainName(text);
  if (shown === "") return { keys: [], exact: false };
  const exact = side.byName.get(shown);
  if (exact !== undefined) return { keys: exact, exact: true };
  if (shown.length < 3) return { keys: [], exact: false };
  const damaged = side.named.filter(({ name }) => isNearly(shown, name));
  return { keys: damaged.map(({ key }) => key), exact: false };
}

function isNearly(shown: string, known: string): boolean {
  // Cut to less than half, a name may belong to any other.
  if (shown.length * 2 < known.length) return false;
  let shared = 0;
  for (const character of shown) if (known.includes(character)) shared += 1;
  if (shared * 2 < Math.min(shown.length, known.length)) return false;
  return comparePrintedName(shown, known) === "damaged";
}
