// The printed rows of a table: which are header and which data, where the columns of their grid are, and the
// readings of each row.

import type { RowReading } from "./align-row.ts";
import { alignRow, clearReading } from "./align-row.ts";
import { failingRows, failingSums } from "./arbitrate.ts";
import { KEYED, keyFit } from "./choose-layout.ts";
import type { GridPattern } from "./grid-pattern.ts";
import { learnPattern } from "./grid-pattern.ts";
import type { LayoutIndex } from "./layout-index.ts";
import { rowShape, withoutHeaderWords } from "./row-shape.ts";
import type { SegmentRow } from "./segments.ts";
import type { BodyRow, TableContext } from "./table-rows.ts";
import { assemble, fixedGroups } from "./table-rows.ts";

/** TableBody: the printed rows of a table with their readings, and the lines that they and the header took. */
export interface TableBody {
  readonly rows: readonly BodyRow[];
  readonly consumed: readonly number[];
}

/** How many rows in a row may fail to be of the table before the rest is taken for something else. */
const STRANGERS = 3;

/** Reads the rows of a table as far as they are its own. */
export function readBody(rows: readonly SegmentRow[], context: TableContext): TableBody {
  const { index } = context;
  const shaped = rows.map((printed) => {
    const row = { ...printed, cells: withoutHeaderWords(printed.cells, index) };
    return { row, shape: rowShape(row.cells, index) };
  });
  const header = shaped.filter(({ shape }) => shape === "header" || shape === "numbers");
  const printed = shaped.filter(({ shape }) => shape === "data" || shape === "words" || shape === "heading");
  const begun = printed.findIndex(({ shape }) => shape === "data");
  const data = begun === -1 ? [] : withoutGarbledHead(printed, header, index);
  const patternOf = patterns(
    data.filter(({ shape }) => shape === "data").map(({ row }) => row),
    header.map(({ row }) => row),
    index,
  );
  const body = data.map(({ row }, number) => bodyRow(row, number, patternOf(row.width), index));
  const searched = searchWhereSumsFail(body, patternOf, context);
  const end = strangersFrom(searched, context);
  const ended = searched[end]?.at ?? Number.POSITIVE_INFINITY;
  return {
    rows: searched.slice(0, end),
    consumed: shaped.map(({ row }) => row.at).filter((at) => at < ended),
  };
}

type Shaped = { readonly row: SegmentRow; readonly shape: string };

/** What stands above the first row with a key of the table, or above its header, is head however garbled. */
function withoutGarbledHead(
  printed: readonly Shaped[],
  header: readonly Shaped[],
  index: LayoutIndex,
): readonly Shaped[] {
  const isKeyed = ({ row, shape }: Shaped): boolean => shape === "data" && keyFit(row.cells, index) > KEYED;
  const first = printed.find(isKeyed)?.row.at ?? Number.POSITIVE_INFINITY;
  const lastHeader = Math.max(-1, ...header.map(({ row }) => row.at).filter((at) => at < first));
  return printed.filter(({ row, shape }) => {
    if (shape === "heading" || row.at >= first) return true;
    return row.at > lastHeader && row.cells.some(({ kind }) => kind === "decimal");
  });
}

/** LearnedPattern: where the slots stand in a grid of this width. */
interface LearnedPattern {
  readonly columns: GridPattern;
  readonly width: number;
}

/** Rows of one width share a pattern; a width met seldom takes the pattern of the commonest. */
function patterns(
  data: readonly SegmentRow[],
  header: readonly SegmentRow[],
  index: LayoutIndex,
): (width: number) => LearnedPattern {
  const byWidth = Map.groupBy(data, ({ width }) => width);
  const common = [...byWidth].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? index.slots.length;
  const learned = new Map<number, LearnedPattern>();
  return (width) => {
    const rows = byWidth.get(width) ?? [];
    const enough = width === common || isPage(rows, data);
    const used = enough ? width : common;
    const known = learned.get(used);
    if (known !== undefined) return known;
    const columns = learnPattern(index, used, {
      header: header.filter((row) => row.width === used),
      data: byWidth.get(used) ?? [],
    });
    const pattern = { columns, width: used };
    learned.set(used, pattern);
    return pattern;
  };
}

/** Figures that a workbook stores in columns for which the layout has no slot are none of the table's. */
function withoutExtraColumns(row: SegmentRow, pattern: LearnedPattern, index: LayoutIndex): SegmentRow {
  if (row.width !== pattern.width || row.width <= index.slots.length) return row;
  const placed = new Set(pattern.columns);
  const cells = row.cells.filter(({ at, isWhole }) => isWhole !== true || placed.has(at));
  return cells.length === row.cells.length ? row : { ...row, cells };
}

function bodyRow(given: SegmentRow, number: number, pattern: LearnedPattern, index: LayoutIndex): BodyRow {
  const row = withoutExtraColumns(given, pattern, index);
  const base = { at: row.at, grid: row, place: row.line.place };
  const fixed = fixedGroups(row, number, index);
  if (fixed !== undefined) return { ...base, readings: [], fixed };
  const clear = fillsGrid(row, pattern) ? clearReading(row, pattern.columns, index) : undefined;
  return { ...base, readings: clear === undefined ? alignRow(row, pattern.columns, index) : [clear], fixed };
}

/** Rows of another width that follow one another are another page's grid; scattered ones are damaged. */
function isPage(rows: readonly SegmentRow[], data: readonly SegmentRow[]): boolean {
  const own = new Set(rows);
  const positions = [...data.entries()].flatMap(([position, row]) => (own.has(row) ? [position] : []));
  let run = 1;
  let longest = 1;
  positions.forEach((position, at) => {
    run = at > 0 && position === (positions[at - 1] ?? 0) + 1 ? run + 1 : 1;
    longest = Math.max(longest, run);
  });
  return longest >= 3 && longest * 3 >= rows.length * 2;
}

/**
 * A row with more cells than its grid has slid, even where each cell finds a column that suits; one with fewer
 * has lost blank cells: at its end, so that its last cell prints something, or anywhere.
 */
function fillsGrid(row: SegmentRow, pattern: LearnedPattern): boolean {
  return row.width === pattern.width || (row.width < pattern.width && row.cells.at(-1)?.at === row.width - 1);
}

/**
 * A row that looks clear may have slid all the same. Other readings are sought where its own sums fail, and,
 * where sums of the table fail, for rows with fewer cells than the grid has columns.
 */
function searchWhereSumsFail(
  body: readonly BodyRow[],
  patternOf: (width: number) => LearnedPattern,
  context: TableContext,
): readonly BodyRow[] {
  const failing = failingRows(body, context);
  if (failing.size === 0) return body;
  return body.map((row, number) => {
    if (row.readings.length !== 1 || row.fixed !== undefined) return row;
    const pattern = patternOf(row.grid.width);
    const sums = ownSums(row, context);
    const isNarrow = row.grid.width < pattern.width;
    if (!isNarrow && (!failing.has(number) || sums.failing === 0)) return row;
    const [first, ...others] = alignRow(row.grid, pattern.columns, context.index);
    if (first === undefined) return row;
    const better = (reading: RowReading): boolean =>
      ownSums({ ...row, readings: [reading] }, context).failing < sums.failing;
    return { ...row, readings: [first, ...(isNarrow ? others : others.filter(better))] };
  });
}

function ownSums(row: BodyRow, context: TableContext): { readonly failing: number } {
  return { failing: failingSums(assemble([row], [0], context).rows, context) };
}

/** The number of the row from which on the lines are no longer of this table. */
function strangersFrom(body: readonly BodyRow[], context: TableContext): number {
  const { used } = assemble(body, [], context);
  let run = 0;
  for (let number = 0; number < body.length; number += 1) {
    run = used.has(number) ? 0 : run + 1;
    if (run >= STRANGERS) return number - STRANGERS + 1;
  }
  return body.length - (run === body.length ? run : 0);
}
