// Tables without drawn columns: lines of text with wide gaps that lie above one another. Horizontal rules,
// where there are enough of them, decide the rows.

import { cellText, isFigure } from "./cell-text.ts";
import type { Fragment, FragmentRow } from "./fragment-rows.ts";
import { rowsOfFragments } from "./fragment-rows.ts";
import type { Box } from "./page-frame.ts";
import { boxAround } from "./page-frame.ts";
import type { PageCell, PageRow, PageTable } from "./ruled-table.ts";
import type { Ruling } from "./rulings.ts";
import type { TextLine } from "./text-lines.ts";
import { lineBox, middleOf, stretchesOf } from "./text-lines.ts";

/** Columns are at least this many font sizes apart. */
const COLUMN_GAP = 1.2;
/** Lines of a table are at most this many font sizes apart. */
const ROW_DISTANCE = 4;
const FEWEST_ROWS = 3;
/** Share of lines that may run over a gap between columns: heads above several columns. */
const CROSSING_SHARE = 0.15;
const NARROWEST_GAP = 3;

/** AlignedTable: a table and the lines it was made of. */
export interface AlignedTable {
  readonly table: PageTable;
  readonly lines: ReadonlySet<TextLine>;
}

interface SplitLine {
  readonly line: TextLine;
  readonly stretches: readonly TextLine[];
}

/** Finds the tables among lines that no drawn table holds. */
export function alignedTables(lines: readonly TextLine[], rules: readonly Ruling[]): readonly AlignedTable[] {
  const split = lines.map((line) => ({ line, stretches: stretchesOf(line, COLUMN_GAP) }));
  return regionsOf(split).flatMap((region) => alignedTable(region, rules) ?? []);
}

/** Runs of lines from the first with columns to the last. */
function regionsOf(lines: readonly SplitLine[]): readonly (readonly SplitLine[])[] {
  const regions: SplitLine[][] = [];
  let region: SplitLine[] = [];
  const finish = (): void => {
    const last = region.findLastIndex(hasColumns);
    const kept = region.slice(0, lastOfTable(region, last) + 1);
    if (kept.filter(hasColumns).length >= FEWEST_ROWS) regions.push(kept);
    region = [];
  };
  for (const line of lines) {
    const before = region.at(-1);
    const isFar =
      before !== undefined && line.line.baseline - before.line.baseline > ROW_DISTANCE * line.line.size;
    if (isFar || !(hasColumns(line) || isInsideTable(region, line))) finish();
    if (hasColumns(line) || region.length > 0) region.push(line);
  }
  finish();
  return regions;
}

const hasColumns = ({ stretches }: SplitLine): boolean => stretches.length > 1;

/** A label alone, or a head over some columns: narrower than the table and not running text. */
function isInsideTable(region: readonly SplitLine[], { line }: SplitLine): boolean {
  if (region.length === 0 || /[。；]/u.test(line.text)) return false;
  const wide = region.filter(hasColumns).map((other) => other.line.right - other.line.left);
  return line.right - line.left < Math.max(...wide) * 0.6;
}

/** Labels after the last row with figures are still rows when they begin where the labels do. */
function lastOfTable(region: readonly SplitLine[], last: number): number {
  const first = region.slice(0, last + 1).findLast(hasColumns)?.stretches[0];
  if (first === undefined) return last;
  let end = last;
  while (end + 1 < region.length) {
    const next = region[end + 1]?.line;
    const isLabel =
      next !== undefined &&
      Math.abs(next.left - first.left) <= next.size * 0.5 &&
      !/^(?:注|说明|备注)/u.test(next.text);
    if (!isLabel) break;
    end += 1;
  }
  return end;
}

function alignedTable(region: readonly SplitLine[], rules: readonly Ruling[]): AlignedTable | undefined {
  const columns = columnsOf(region);
  const [, secondColumn] = columns;
  if (secondColumn === undefined) return undefined;
  const fragments = region.flatMap(({ stretches }) => fragmentsOf(stretches, columns));
  if (!looksLikeTable(region, fragments)) return undefined;
  const lines = new Set(region.map(({ line }) => line));
  const box = boxAround([...lines].map(lineBox));
  if (box === undefined) return undefined;
  const groups = ruledGroups(fragments, rules, box) ?? rowsOfFragments(fragments);
  const rows = groups.map((group) => pageRow(group, columns));
  return { table: { rows, box }, lines };
}

/** Figures in columns, more than once; words in columns alone are a letterhead or signatures. */
function looksLikeTable(region: readonly SplitLine[], fragments: readonly Fragment[]): boolean {
  const figures = fragments.filter(({ column, line }) => column > 0 && isFigure(line.text)).length;
  const rows = region.filter(hasColumns).length;
  return figures >= 2 || rows >= FEWEST_ROWS + 2;
}

type Column = readonly [number, number];

/** The stretches of x that lines print on, between the gaps that nearly all of them leave. */
function columnsOf(region: readonly SplitLine[]): readonly Column[] {
  const rows = region.filter(hasColumns);
  const stretches = rows.flatMap((row) => row.stretches);
  const left = Math.floor(Math.min(...stretches.map((stretch) => stretch.left)));
  const right = Math.ceil(Math.max(...stretches.map((stretch) => stretch.right)));
  if (!(right - left < 20_000)) return [];
  const printed = new Uint32Array(right - left + 1);
  for (const stretch of stretches) {
    for (let x = Math.floor(stretch.left); x < stretch.right; x += 1) {
      printed[x - left] = (printed[x - left] ?? 0) + 1;
    }
  }
  const allowed = Math.floor(rows.length * CROSSING_SHARE);
  return gapsClosed(printed, allowed).map(([from, to]) => [from + left, to + left] as const);
}

function gapsClosed(printed: Uint32Array, allowed: number): readonly Column[] {
  const columns: [number, number][] = [];
  for (const [x, count] of printed.entries()) {
    if (count <= allowed) continue;
    const last = columns.at(-1);
    if (last !== undefined && x - last[1] < NARROWEST_GAP) last[1] = x + 1;
    else columns.push([x, x + 1]);
  }
  return columns;
}

function fragmentsOf(stretches: readonly TextLine[], columns: readonly Column[]): readonly Fragment[] {
  const fragments: Fragment[] = [];
  for (const line of stretches) {
    const first = columns.findIndex(([, to]) => to > line.left);
    const last = columns.findLastIndex(([from]) => from < line.right);
    const column = first === -1 ? columns.length - 1 : Math.max(0, Math.min(first, last === -1 ? 0 : last));
    const columnSpan = Math.max(1, last - column + 1);
    fragments.push({ column, columnSpan, line });
  }
  return fragments;
}

/** Rows between horizontal rules, when the rules divide the table and not only its head from its body. */
function ruledGroups(
  fragments: readonly Fragment[],
  rules: readonly Ruling[],
  [left, top, right, bottom]: Box,
): readonly FragmentRow[] | undefined {
  const across = rules
    .filter(({ at, from, to }) => at > top && at < bottom && from < right && to > left)
    .filter(({ from, to }) => Math.min(to, right) - Math.max(from, left) > (right - left) * 0.8)
    .map(({ at }) => at)
    .toSorted((one, two) => one - two);
  const heights = new Set(fragments.map(({ line }) => Math.round(line.baseline / 4)));
  if (across.length < 3 || across.length * 2.5 < heights.size) return undefined;
  const groups = Map.groupBy(fragments, ({ line }) => across.filter((at) => at < middleOf(line)).length);
  return [...groups].toSorted(([one], [two]) => one - two).map(([, held]) => ({ fragments: held }));
}

function pageRow({ fragments }: FragmentRow, columns: readonly Column[]): PageRow {
  const box = boxAround(fragments.map(({ line }) => lineBox(line))) ?? [0, 0, 0, 0];
  const cells: PageCell[] = [];
  for (let column = 0; column < columns.length;) {
    const held = fragments.filter((fragment) => fragment.column === column);
    const reach = Math.max(1, ...held.map(({ columnSpan }) => columnSpan));
    const next = Math.min(
      columns.length,
      ...fragments.filter((other) => other.column > column).map((other) => other.column),
    );
    const columnSpan = held.length === 0 ? 1 : Math.max(1, Math.min(reach, next - column));
    cells.push({
      text: cellText(held.map(({ line }) => line).toSorted((one, two) => one.baseline - two.baseline)),
      column,
      columnSpan,
      rowSpan: 1,
      box: boxAround(held.map(({ line }) => lineBox(line))) ?? blankBox(columns, column, box),
    });
    column += columnSpan;
  }
  return { cells, box };
}

function blankBox(columns: readonly Column[], column: number, row: Box): Box {
  const [from, to] = columns[column] ?? [row[0], row[2]];
  return [from, row[1], to, row[3]];
}
