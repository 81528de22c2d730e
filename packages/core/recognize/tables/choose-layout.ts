// Which layout a segment is: weighted evidence of title, label, header words, 栏次, width and of the rows'
// own names and codes. A damaged title is outvoted; a table without one is told by what it holds.

import type { LayoutIndex } from "./layout-index.ts";
import { characterPairs, keysNamed, pairSimilarity } from "./layout-index.ts";
import type { PrintedCell } from "./printed-cell.ts";
import { isColumnNumbers, rowShape } from "./row-shape.ts";
import type { Segment } from "./segments.ts";

/** LayoutChoice: a segment with the layout it is read by; undefined for what is no table. */
export interface LayoutChoice {
  readonly segment: Segment;
  readonly index: LayoutIndex;
  readonly score: number;
}

const ACCEPTED = 6;
const SAMPLE = 40;
/** The least fit of a row that counts as keyed. */
export const KEYED = 0.6;

/** Chooses a layout for every segment that is a table or a part of one. */
export function chooseLayouts(
  segments: readonly Segment[],
  indexes: readonly LayoutIndex[],
): readonly LayoutChoice[] {
  const chosen: LayoutChoice[] = [];
  for (const segment of segments) {
    const before = chosen.at(-1);
    const scored = indexes
      .map((index) => scoreLayout(segment, index, { before, order: indexes }))
      .toSorted((a, b) => b.score - a.score);
    const [best] = scored;
    if (best !== undefined && isTable(segment, best)) {
      chosen.push({ segment, index: best.index, score: best.score });
    }
  }
  return chosen;
}

interface Scored {
  readonly index: LayoutIndex;
  readonly score: number;
  readonly title: number;
  /** Share of rows with a key of the layout. */
  readonly fit: number;
  readonly dataRows: number;
  readonly header: number;
  /** True when the layout is that of the table before, which a page break may have cut. */
  readonly continues: boolean;
}

function isTable(segment: Segment, scored: Scored): boolean {
  const { title, fit, dataRows, score, header, continues } = scored;
  if (segment.rows.length === 0) {
    // The grid of an empty table may be lost; its title, head and the sentence below are left.
    return title > 0.9 && segment.notes.some((note) => /无.{0,12}数据|没有|无.{0,30}收支/u.test(note));
  }
  if (title > 0) return dataRows === 0 ? score >= ACCEPTED : fit >= 0.3;
  // Without a title the rows must speak for themselves, or the header must.
  if (dataRows === 0) return header >= 0.6 && !continues;
  if (fit < 0.5 || score < ACCEPTED) return false;
  return continues || header >= 0.4 || (dataRows >= 5 && scored.index.rowKey !== "single");
}

function scoreLayout(
  segment: Segment,
  index: LayoutIndex,
  context: { readonly before: LayoutChoice | undefined; readonly order: readonly LayoutIndex[] },
): Scored {
  const title = segment.titles.find(({ layout }) => layout === index.layout)?.score ?? 0;
  const rows = segment.rows
    .slice(0, SAMPLE)
    .map(({ cells, width }) => ({ cells, width, shape: rowShape(cells, index) }));
  const data = rows.filter(({ shape }) => shape === "data");
  const fits = data.map(({ cells }) => keyFit(cells, index));
  const fit = fits.filter((each) => each > KEYED).length / Math.max(1, fits.length);
  const header = headerFit(
    rows.filter(({ shape }) => shape === "header").map(({ cells }) => cells),
    index,
  );
  const isSameLabel = segment.label !== null && segment.label === index.layout.label;
  const width = widthOf(data.length > 0 ? data : rows);
  const score =
    8 * title +
    (isSameLabel ? 3 : 0) +
    6 * fit +
    (2 * fits.reduce((total, each) => total + each, 0)) / Math.max(1, fits.length) +
    4 * header +
    numbersFit(rows, index) -
    0.3 * Math.min(5, Math.abs(width - index.slots.length)) +
    sequence(segment, index, context);
  const continues = context.before?.index === index;
  return { index, score, title, fit, dataRows: data.length, header, continues };
}

function headerFit(header: readonly (readonly PrintedCell[])[], index: LayoutIndex): number {
  // Words stand below one another when a header cell was cut, so both orders are tried.
  const across = header.map((cells) => cells.map(({ squeezed }) => squeezed).join("")).join("");
  const byColumn = Map.groupBy(header.flat(), ({ at }) => at);
  const down = [...byColumn]
    .toSorted(([a], [b]) => a - b)
    .map(([, cells]) => cells.map(({ squeezed }) => squeezed).join(""))
    .join("");
  return Math.max(...[across, down].map((text) => pairSimilarity(characterPairs(text), index.headerPairs)));
}

function numbersFit(rows: readonly { readonly cells: readonly PrintedCell[] }[], index: LayoutIndex): number {
  const numbers = rows.find(({ cells }) => isColumnNumbers(cells))?.cells;
  const last = Math.max(0, ...(numbers ?? []).map(({ squeezed }) => Number(squeezed) || 0));
  const expected = Math.max(0, ...index.slots.map(({ number }) => Number(number ?? 0)));
  if (numbers === undefined || expected === 0) return 0;
  return last === expected ? 1.5 : -1;
}

function widthOf(rows: readonly { readonly width: number }[]): number {
  const counted = [...Map.groupBy(rows, ({ width }) => width)].toSorted(
    ([, a], [, b]) => b.length - a.length,
  );
  return counted[0]?.[0] ?? 0;
}

/** How surely a row is one of the layout's: 0 not at all, 1 by a key, more when name and key agree. */
export function keyFit(cells: readonly PrintedCell[], index: LayoutIndex): number {
  switch (index.rowKey) {
    case "single":
      return cells.length >= 2 &&
        !cells.some(({ kind, isCode }) => kind === "text" || kind === "total" || (isCode && cells.length < 4))
        ? 1
        : 0;
    case "function-code":
      if (cells.some(({ leadingCode }) => leadingCode?.startsWith("2") === true)) return 1;
      return isTotalRow(cells) ? 1 : 0;
    case "economic-code":
      return economicFit(cells, index);
    case "line":
      return lineFit(cells, index);
  }
}

/** 合计 in the first or second cell, and figures only beside it. */
function isTotalRow(cells: readonly PrintedCell[]): boolean {
  const [first, second, ...rest] = cells;
  const words = [first, second].filter((cell) => cell?.kind === "total" || cell?.kind === "text");
  return (
    words.length === 1 &&
    words[0]?.kind === "total" &&
    !rest.some(({ kind }) => kind === "text" || kind === "total")
  );
}

function economicFit(cells: readonly PrintedCell[], index: LayoutIndex): number {
  const codes = cells.filter(
    ({ leadingCode }) => leadingCode !== null && index.sides.some(({ keys }) => keys.includes(leadingCode)),
  );
  if (codes.length > 0) return 1;
  const names = cells.filter(({ squeezed }) =>
    index.footNames.some(({ name }) => squeezed.endsWith(name.slice(1))),
  );
  return names.length > 0 ? 1 : 0;
}

function lineFit(cells: readonly PrintedCell[], index: LayoutIndex): number {
  const integers = new Set(cells.filter(({ kind }) => kind === "integer").map(({ squeezed }) => squeezed));
  let fit = 0;
  for (const side of index.sides) {
    for (const { squeezed, kind } of cells) {
      if (kind !== "text" && kind !== "total") continue;
      const { keys, exact } = keysNamed(side, squeezed);
      if (keys.length === 0) continue;
      const agrees = keys.some((key) => integers.has(key));
      fit = Math.max(fit, agrees ? 2 : exact && !side.hasLine ? 1.5 : exact ? 1 : 0.7);
    }
    if (fit === 0 && side.hasLine && side.keys.some((key) => integers.has(key))) fit = 0.5;
  }
  return fit;
}

/** Tables follow one another in order, and what has no title mostly continues the one before. */
function sequence(
  segment: Segment,
  index: LayoutIndex,
  { before, order }: { readonly before: LayoutChoice | undefined; readonly order: readonly LayoutIndex[] },
): number {
  if (before === undefined) return 0;
  if (before.index === index) return segment.titles.length === 0 && segment.label === null ? 2 : 0;
  return order.indexOf(before.index) + 1 === order.indexOf(index) ? 1 : 0;
}
