// Tables without drawn columns: lines of text with wide gaps that lie above one another. Horizontal rules,
// where there are enough of them, decide the rows.

import { cellText, isFigure } from "./cell-text.ts";
import type { Fragment, FragmentRow } from "./fragment-rows.ts";
import { rowsOfFragments } from "./fragment-rows.ts";
import type { Box } from "./page-frame.ts";
import { boxAround } from "./page-frame.ts";
import type { PageCell, PageRow, PageTable } from "./ruled-table.ts";
import type { Ruling } from "./rulings.ts";
import type { TextColumn } from "./text-columns.ts";
import { columnsUnder, textColumnsOf } from "./text-columns.ts";
import type { TextLine } from "./text-lines.ts";
import { lineBox, middleOf, stretchesOf } from "./text-lines.ts";

/** A line with a gap of so many font sizes may be a row of a table. */
const TABLE_GAP = 1.2;
/** Inside a table cells may stand as near as this. */
const CELL_GAP = 0.45;
/** Lines of a table are at most this many font sizes apart. */
const ROW_DISTANCE = 4;
const FEWEST_ROWS = 3;
/** A line alone that is wider than this share of the page's text is running text. */
const WIDE_SHARE = 0.6;

/** AlignedTable: a table and the lines it was made of. */
export interface AlignedTable {
  readonly table: PageTable;
  readonly columns: readonly TextColumn[];
  readonly lines: ReadonlySet<TextLine>;
}

/** AlignedInput: lines that no drawn table holds. */
export interface AlignedInput {
  readonly lines: readonly TextLine[];
  readonly rules: readonly Ruling[];
  /** Columns of the table that ended the page before, for one that begins this page. */
  readonly inherited: readonly TextColumn[];
}

interface SplitLine {
  readonly line: TextLine;
  readonly hasColumns: boolean;
}

/** Finds the tables among lines. */
export function alignedTables({ lines, rules, inherited }: AlignedInput): readonly AlignedTable[] {
  const split = lines.map((line) => ({ line, hasColumns: stretchesOf(line, TABLE_GAP).length > 1 }));
  return regionsOf(split, inherited.length > 0).flatMap((region) => {
    const isFirst = region[0]?.line === lines[0];
    return alignedTable(region, rules, isFirst ? inherited : []) ?? [];
  });
}

/** Runs of lines from the first with columns to the last. */
function regionsOf(lines: readonly SplitLine[], continues: boolean): readonly (readonly SplitLine[])[] {
  const left = Math.min(...lines.slice(0, 500).map(({ line }) => line.left));
  const right = Math.max(...lines.slice(0, 500).map(({ line }) => line.right));
  const isRunning = ({ line }: SplitLine): boolean =>
    /[。；]/u.test(line.text) || line.right - line.left > (right - left) * WIDE_SHARE;
  const regions: (readonly SplitLine[])[] = [];
  let region: SplitLine[] = [];
  const finish = (): void => {
    const kept = region.slice(0, endOfTable(region) + 1);
    const isContinued = continues && kept[0] === lines[0];
    const fewest = isContinued ? 1 : FEWEST_ROWS;
    if (kept.filter(({ hasColumns }) => hasColumns).length >= fewest) regions.push(kept);
    region = [];
  };
  for (const line of lines) {
    const before = region.at(-1);
    const isFar =
      before !== undefined && line.line.baseline - before.line.baseline > ROW_DISTANCE * line.line.size;
    if (isFar || (!line.hasColumns && (region.length === 0 || isRunning(line)))) finish();
    // A page may begin in the middle of a row: with the wrapped label of what follows.
    const isRest = continues && line === lines[0] && !isRunning(line);
    if (line.hasColumns || region.length > 0 || isRest) region.push(line);
  }
  finish();
  return regions;
}

/** Labels after the last row with figures are still rows when they begin where the labels do. */
function endOfTable(region: readonly SplitLine[]): number {
  const last = region.findLastIndex(({ hasColumns }) => hasColumns);
  const labels = region[last]?.line;
  if (labels === undefined) return last;
  const after = region.slice(last + 1).findIndex(({ line }) => {
    const isLabel = Math.abs(line.left - labels.left) <= line.size * 0.5 || isWrapOf(labels, line);
    return !isLabel || /^(?:注|说明|备注)/u.test(line.text);
  });
  return after === -1 ? region.length - 1 : last + after;
}

/** The rest of a cell of the last row, close below it and inside the table. */
function isWrapOf(row: TextLine, line: TextLine): boolean {
  const isNear = line.baseline - row.baseline <= 1.6 * line.size;
  return isNear && line.left > row.left && line.right < row.right && line.text.length <= 12;
}

function alignedTable(
  region: readonly SplitLine[],
  rules: readonly Ruling[],
  inherited: readonly TextColumn[],
): AlignedTable | undefined {
  const stretches = region.flatMap(({ line }, row) =>
    stretchesOf(line, CELL_GAP).map((stretch) => ({ row, line: stretch })),
  );
  const columns = textColumnsOf(stretches, inherited);
  if (columns.length < 2) return undefined;
  const fragments = stretches.map(({ line }): Fragment => {
    const [first, last] = columnsUnder(line, columns);
    return { column: first, columnSpan: last - first + 1, line };
  });
  const lines = new Set(region.map(({ line }) => line));
  const box = boxAround([...lines].map(lineBox));
  if (box === undefined || !looksLikeTable(region, fragments)) return undefined;
  const groups = ruledGroups(fragments, rules, box) ?? rowsOfFragments(fragments, inherited.length === 0);
  return { table: { rows: groups.map((group) => pageRow(group, columns)), box }, columns, lines };
}

/** Figures in columns, more than once; words in columns alone are a letterhead or signatures. */
function looksLikeTable(region: readonly SplitLine[], fragments: readonly Fragment[]): boolean {
  const figures = fragments.filter(({ column, line }) => column > 0 && isFigure(line.text)).length;
  return figures >= 2 || region.filter(({ hasColumns }) => hasColumns).length >= FEWEST_ROWS + 2;
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

function pageRow({ fragments }: FragmentRow, columns: readonly TextColumn[]): PageRow {
  const box = boxAround(fragments.map(({ line }) => lineBox(line))) ?? [0, 0, 0, 0];
  const cells: PageCell[] = [];
  for (let column = 0; column < columns.length;) {
    const held = fragments.filter((fragment) => fragment.column === column);
    const reach = Math.max(1, ...held.map(({ columnSpan }) => columnSpan));
    const next = Math.min(
      columns.length,
      ...fragments.filter((other) => other.column > column).map((other) => other.column),
    );
    const columnSpan = Math.max(1, Math.min(reach, next - column));
    cells.push({
      text: cellText(linesOfCell(held)),
      column,
      columnSpan,
      rowSpan: 1,
      room: Number.POSITIVE_INFINITY,
      box: boxAround(held.map(({ line }) => lineBox(line))) ?? blankBox(columns[column], box),
    });
    column += columnSpan;
  }
  return { cells, box };
}

/** Words on one line of a cell are one line again, from left to right. */
function linesOfCell(fragments: readonly Fragment[]): readonly TextLine[] {
  const lines: TextLine[] = [];
  const sorted = fragments
    .map(({ line }) => line)
    .toSorted((one, two) => one.baseline - two.baseline || one.left - two.left);
  for (const line of sorted) {
    const before = lines.at(-1);
    const isBeside = before !== undefined && line.baseline - before.baseline < 0.4 * line.size;
    if (!isBeside) lines.push(line);
    else if (line.left >= before.left) lines.splice(-1, 1, joined(before, line));
    else lines.splice(-1, 1, joined(line, before));
  }
  return lines;
}

function joined(left: TextLine, right: TextLine): TextLine {
  const gap = right.left - left.right > 0.3 * right.size ? " " : "";
  return {
    ...left,
    right: right.right,
    text: left.text + gap + right.text,
    glyphs: [...left.glyphs, ...right.glyphs],
  };
}

function blankBox(column: TextColumn | undefined, row: Box): Box {
  return [column?.left ?? row[0], row[1], column?.right ?? row[2], row[3]];
}
