// Tables without drawn columns: lines of text with wide gaps that lie above one another. Horizontal rules,
// where there are enough of them, decide the rows.

import { rowsOfBlocks } from "./block-rows.ts";
import { cellBlocksOf } from "./cell-blocks.ts";
import { cellText, isFigure } from "./cell-text.ts";
import { cellStretches } from "./column-edges.ts";
import type { Fragment, FragmentRow } from "./fragment-rows.ts";
import { rowsOfFragments } from "./fragment-rows.ts";
import type { Box } from "./page-frame.ts";
import { boxAround } from "./page-frame.ts";
import type { CutLines } from "./region-parts.ts";
import { tableParts } from "./region-parts.ts";
import type { PageCell, PageRow, PageTable } from "./ruled-table.ts";
import type { Ruling } from "./rulings.ts";
import type { SplitLine } from "./table-regions.ts";
import { FEWEST_ROWS, tableRegions } from "./table-regions.ts";
import type { TextColumn } from "./text-columns.ts";
import { columnsUnder, textColumnsOf } from "./text-columns.ts";
import type { TextLine } from "./text-lines.ts";
import { lineBox, middleOf } from "./text-lines.ts";

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

/** Finds the tables among lines. */
export function alignedTables({ lines, rules, inherited }: AlignedInput): readonly AlignedTable[] {
  return tableRegions(lines, inherited.length > 0).flatMap((region) => {
    const lent = region[0]?.line === lines[0] ? inherited : [];
    const cut = cellStretches(region.map(({ line }) => line));
    let start = 0;
    return tableParts(cut, lent).flatMap((count) => {
      const part: RegionPart = {
        region: region.slice(start, start + count),
        cut: cut.slice(start, start + count),
      };
      const columns = start === 0 ? lent : [];
      start += count;
      return alignedTable(part, rules, columns) ?? [];
    });
  });
}

/** Lines of one table, and the texts of its cells on each. */
interface RegionPart {
  readonly region: readonly SplitLine[];
  readonly cut: CutLines;
}

function alignedTable(
  { region, cut }: RegionPart,
  rules: readonly Ruling[],
  inherited: readonly TextColumn[],
): AlignedTable | undefined {
  const stretches = cut.flatMap((parts, row) => parts.map((line) => ({ row, line })));
  const columns = textColumnsOf(stretches, inherited);
  if (columns.length < 2) return undefined;
  const fragments = stretches.map(({ line }): Fragment => {
    const [first, last] = columnsUnder(line, columns);
    return { column: first, columnSpan: last - first + 1, line };
  });
  const lines = new Set(region.map(({ line }) => line));
  const box = boxAround([...lines].map(lineBox));
  if (box === undefined || (inherited.length === 0 && !looksLikeTable(region, fragments))) return undefined;
  const groups =
    ruledGroups(fragments, rules, box) ??
    rowsByHeight(fragments, rules) ??
    rowsOfFragments(fragments, inherited.length === 0);
  return { table: { rows: pageRows(groups, columns), box }, columns, lines };
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

/** Rows of the cells that the distances of lines tell apart. */
function rowsByHeight(
  fragments: readonly Fragment[],
  rules: readonly Ruling[],
): readonly FragmentRow[] | undefined {
  const blocks = cellBlocksOf(fragments, rules);
  return blocks === undefined ? undefined : rowsOfBlocks(blocks);
}

/** Cells of all rows; below a cell that spans rows none begins. */
function pageRows(groups: readonly FragmentRow[], columns: readonly TextColumn[]): readonly PageRow[] {
  const taken = columns.map(() => 0);
  return groups.map((group) => {
    const row = pageRow(group, columns, taken);
    for (const [column, rows] of taken.entries()) taken[column] = Math.max(0, rows - 1);
    for (const { column, columnSpan, rowSpan } of row.cells) {
      if (rowSpan > 1) taken.fill(rowSpan - 1, column, column + columnSpan);
    }
    return row;
  });
}

function pageRow(
  { fragments }: FragmentRow,
  columns: readonly TextColumn[],
  taken: readonly number[],
): PageRow {
  const box = boxAround(fragments.map(({ line }) => lineBox(line))) ?? [0, 0, 0, 0];
  const cells: PageCell[] = [];
  for (let column = 0; column < columns.length;) {
    const held = fragments.filter((fragment) => fragment.column === column);
    if (held.length === 0 && (taken[column] ?? 0) > 0) {
      column += 1;
      continue;
    }
    const reach = Math.max(1, ...held.map(({ columnSpan }) => columnSpan));
    const next = Math.min(
      columns.length,
      ...fragments.filter((other) => other.column > column).map((other) => other.column),
      ...[taken.findIndex((rows, other) => other > column && rows > 0)].filter((at) => at !== -1),
    );
    const columnSpan = Math.max(1, Math.min(reach, next - column));
    cells.push({
      text: cellText(linesOfCell(held)),
      column,
      columnSpan,
      rowSpan: Math.max(1, ...held.map(({ rowSpan }) => rowSpan ?? 1)),
      room: roomAfter(linesOfCell(held).at(-1), columns[column + columnSpan - 1]),
      box: boxAround(held.map(({ line }) => lineBox(line))) ?? blankBox(columns[column], box),
    });
    column += columnSpan;
  }
  return { cells, box };
}

/** Font sizes between the end of a cell's last line and that of its column. */
function roomAfter(last: TextLine | undefined, column: TextColumn | undefined): number {
  if (last === undefined || column === undefined) return Number.POSITIVE_INFINITY;
  return Math.max(0, column.right - last.right) / last.size;
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
