// A sheet as blocks: rows between blank rows are a grid, and rows of one text before and after it (title,
// unit line, notes, prose) are paragraphs, because that is how a person reads a sheet.

import type { Block, Cell, Paragraph, Place, Row, Table } from "@jueming/core/document/document.ts";

import type { WorkbookLimits } from "./limits.ts";
import { tooLarge } from "./limits.ts";
import type { MergedCells, SheetRow } from "./sheet-rows.ts";
import { mergedCells, rowsOf } from "./sheet-rows.ts";
import type { Merge, Sheet, SheetCell } from "./workbook.ts";

/** LayoutBudget: cells that may still be laid out, shared by all sheets of a file. */
export interface LayoutBudget {
  cells: number;
}

/** Lays the cells of a sheet out as paragraphs and tables with their places. */
export function sheetBlocks(sheet: Sheet, limits: WorkbookLimits, budget: LayoutBudget): readonly Block[] {
  const rows = rowsOf(sheet);
  const area = areaOf(rows);
  if (area === undefined) return [];
  const grids = separateGrids(sheet.grids ?? [], limits);
  const merged = mergedCells(sheet.merges, [area, ...grids].reduce(united), limits.cells);
  const context = { sheet: sheet.name, merged, budget };
  return stretchesOf(visibleRows(rows, merged), grids).flatMap(({ rows: stretch, grid }) =>
    grid === null
      ? segmentsOf(stretch, merged).flatMap((segment) => segmentBlocks(segment, context))
      : [tableOf(stretch, context, grid)],
  );
}

/** Stretch: rows that follow one another inside a named grid, or outside all of them. */
interface Stretch {
  readonly rows: SheetRow[];
  readonly grid: Merge | null;
}

/** Named grids from the top down; of two that share rows the first counts. */
function separateGrids(grids: readonly Merge[], limits: WorkbookLimits): readonly Merge[] {
  const found: Merge[] = [];
  for (const grid of grids.toSorted((a, b) => a.top - b.top)) {
    const isInside = grid.bottom <= limits.rows && grid.right <= limits.columns;
    if (isInside && grid.top > (found.at(-1)?.bottom ?? 0)) found.push(grid);
  }
  return found;
}

function stretchesOf(rows: readonly SheetRow[], grids: readonly Merge[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let at = 0;
  for (const row of rows) {
    while ((grids[at]?.bottom ?? Infinity) < row.number) at += 1;
    const next = grids[at];
    const grid = next !== undefined && row.number >= next.top ? next : null;
    const last = stretches.at(-1);
    if (last !== undefined && last.grid === grid) last.rows.push(row);
    else stretches.push({ rows: [row], grid });
  }
  return stretches;
}

interface LayoutContext {
  /** "" where the format knows no sheets. */
  readonly sheet: string;
  readonly merged: MergedCells;
  readonly budget: LayoutBudget;
}

function areaOf(rows: readonly SheetRow[]): Merge | undefined {
  const first = rows[0];
  const last = rows.at(-1);
  if (first === undefined || last === undefined) return undefined;
  let left = Infinity;
  let right = 0;
  for (const { cells } of rows) {
    left = Math.min(left, cells[0]?.column ?? left);
    right = Math.max(right, cells.at(-1)?.column ?? right);
  }
  return { top: first.number, left, bottom: last.number, right };
}

function united(one: Merge, other: Merge): Merge {
  return {
    top: Math.min(one.top, other.top),
    left: Math.min(one.left, other.left),
    bottom: Math.max(one.bottom, other.bottom),
    right: Math.max(one.right, other.right),
  };
}

/** Values under a merged cell are kept in the file and shown to nobody. */
function visibleRows(rows: readonly SheetRow[], merged: MergedCells): readonly SheetRow[] {
  return rows
    .map(({ number, cells }) => {
      const covered = merged.coveredIn(number);
      return {
        number,
        cells: covered.size === 0 ? cells : cells.filter(({ column }) => !covered.has(column)),
      };
    })
    .filter(({ cells }) => cells.length > 0);
}

/** Rows that follow one another; rows that only a merge from above fills belong to it. */
function segmentsOf(rows: readonly SheetRow[], merged: MergedCells): readonly (readonly SheetRow[])[] {
  const segments: SheetRow[][] = [];
  let reach = -1;
  for (const row of rows) {
    const segment = segments.at(-1);
    if (segment === undefined || row.number > reach + 1) segments.push([row]);
    else segment.push(row);
    const bottoms = row.cells.map(
      ({ column }) => merged.startingAt(row.number, column)?.bottom ?? row.number,
    );
    reach = Math.max(segment === undefined || row.number > reach + 1 ? row.number : reach, ...bottoms);
  }
  return segments;
}

function segmentBlocks(rows: readonly SheetRow[], context: LayoutContext): readonly Block[] {
  const { merged } = context;
  const width = columnsOf(rows, merged);
  const isText = rows.map((row, index) => isTextRow(row, rows[index + 1], merged));
  const isProse = rows.map((row, index) => isText[index] === true && isProseRow(row, merged, width));
  const blocks: Block[] = [];
  let at = 0;
  while (at < rows.length) {
    // Titles and heads before a grid are text however short; within and after it a lone short word is a
    // row's name, until prose shows that the grid has ended.
    const grid = nextIndex(isText, false, at);
    for (const row of rows.slice(at, grid)) blocks.push(...paragraphsOf(row, context));
    if (grid >= rows.length) break;
    const last = nextIndex(isProse, true, grid);
    const end = endsAt(rows, { isText, from: grid, last }, merged);
    blocks.push(tableOf(rows.slice(grid, end), context));
    at = end;
  }
  return blocks;
}

function nextIndex(flags: readonly boolean[], wanted: boolean, from: number): number {
  const found = flags.indexOf(wanted, from);
  return found < 0 ? flags.length : found;
}

interface GridEnd {
  readonly isText: readonly boolean[];
  readonly from: number;
  /** The first row of prose after the grid, or the number of rows. */
  readonly last: number;
}

/** Notes and numbered headings between the last row of figures and the prose that ends the grid are text too. */
function endsAt(rows: readonly SheetRow[], { isText, from, last }: GridEnd, merged: MergedCells): number {
  const lastGrid = Math.max(isText.lastIndexOf(false, last - 1), from);
  const isProseNext = last < rows.length;
  for (let index = lastGrid + 1; index < last; index += 1) {
    const row = rows[index];
    if (row === undefined) break;
    if (isNoteRow(row, merged) || (isProseNext && isNumbered(row))) return index;
  }
  return last;
}

const NUMBERED =
  /^\s*(?:第[一二三四五六七八九十]+部分|[（(]?[一二三四五六七八九十]+[）)、.．]|\d{1,2}[、.．])/u;

function isNumbered({ cells }: SheetRow): boolean {
  return NUMBERED.test(cells[0]?.text ?? "");
}

/** A row of one text that no merge ties to the rows below. */
function isTextRow({ number, cells }: SheetRow, next: SheetRow | undefined, merged: MergedCells): boolean {
  const [cell] = cells;
  if (cell === undefined || cells.length > 1) return false;
  const bottom = merged.startingAt(number, cell.column)?.bottom ?? number;
  return next === undefined || next.number > bottom;
}

const LONG_TEXT = 20;

/** After a grid a lone short word is the name of a row without figures; a note is longer or spread out. */
function isNoteRow({ number, cells }: SheetRow, merged: MergedCells): boolean {
  const [cell] = cells;
  if (cell === undefined) return false;
  const merge = merged.startingAt(number, cell.column);
  const isSpread = merge !== undefined && merge.right > merge.left;
  return isSpread || cell.text.length >= LONG_TEXT || /[。；：:，]/u.test(cell.text);
}

/** Below this share of the columns a merge is a heading inside the grid. */
const SPREAD_SHARE = 0.75;
const SPREAD_COLUMNS = 3;
const SENTENCE_LENGTH = 40;

/** A sentence, or a text spread over nearly all columns, ends a grid: titles, notes and prose do. */
function isProseRow({ number, cells }: SheetRow, merged: MergedCells, { left, right }: Columns): boolean {
  const [cell] = cells;
  if (cell === undefined) return false;
  const merge = merged.startingAt(number, cell.column);
  const spread = merge === undefined ? 1 : merge.right - merge.left + 1;
  const isSpread = spread >= SPREAD_COLUMNS && spread >= (right - left + 1) * SPREAD_SHARE;
  return isSpread || cell.text.includes("。") || cell.text.length >= SENTENCE_LENGTH;
}

function placeOf({ sheet }: LayoutContext, row: number, column?: number): Place {
  return {
    ...(sheet === "" ? {} : { sheet }),
    row,
    ...(column === undefined ? {} : { column }),
  };
}

/** Each line of a text is a paragraph of its own. */
function paragraphsOf({ number, cells }: SheetRow, context: LayoutContext): readonly Paragraph[] {
  return cells.flatMap(({ column, text }) =>
    text
      .split("\n")
      .filter((line) => line.trim() !== "")
      .map((line) => ({
        kind: "paragraph" as const,
        text: line.trim(),
        place: placeOf(context, number, column),
      })),
  );
}

function tableOf(rows: readonly SheetRow[], context: LayoutContext, grid?: Merge): Table {
  const top = grid?.top ?? rows[0]?.number ?? 1;
  const bottom = grid?.bottom ?? rows.at(-1)?.number ?? top;
  const { left, right } = grid ?? columnsOf(rows, context.merged);
  context.budget.cells -= (bottom - top + 1) * (right - left + 1);
  if (context.budget.cells < 0) {
    throw tooLarge(`工作表${context.sheet === "" ? "" : `“${context.sheet}”`}铺开后的单元格过多`);
  }
  const byNumber = new Map(rows.map((row) => [row.number, row.cells]));
  const table: Row[] = [];
  for (let number = top; number <= bottom; number += 1) {
    const cells = cellsOf(byNumber.get(number) ?? [], { number, left, right, bottom }, context);
    table.push({ cells, place: placeOf(context, number) });
  }
  return { kind: "table", rows: table, place: placeOf(context, top, left) };
}

interface Columns {
  readonly left: number;
  readonly right: number;
}

function columnsOf(rows: readonly SheetRow[], merged: MergedCells): Columns {
  let left = Infinity;
  let right = 0;
  for (const { number, cells } of rows) {
    for (const { column } of cells) {
      left = Math.min(left, column);
      right = Math.max(right, merged.startingAt(number, column)?.right ?? column);
    }
  }
  return { left, right };
}

interface RowExtent {
  readonly number: number;
  readonly left: number;
  readonly right: number;
  /** Last row of the table: merges end there. */
  readonly bottom: number;
}

/** The cells of one row with the blanks between them; covered positions are left out. */
function cellsOf(shown: readonly SheetCell[], extent: RowExtent, context: LayoutContext): readonly Cell[] {
  const { number, left, right, bottom } = extent;
  const covered = context.merged.coveredIn(number);
  const byColumn = new Map(shown.map((cell) => [cell.column, cell]));
  const cells: Cell[] = [];
  for (let column = left; column <= right; column += 1) {
    if (covered.has(column)) continue;
    const cell = byColumn.get(column);
    const merge = context.merged.startingAt(number, column);
    const columnSpan = merge === undefined ? 1 : Math.min(merge.right, right) - column + 1;
    const rowSpan = merge === undefined ? 1 : Math.min(merge.bottom, bottom) - number + 1;
    cells.push({
      text: cell?.text ?? "",
      place: placeOf(context, number, column),
      ...(columnSpan > 1 ? { columnSpan } : {}),
      ...(rowSpan > 1 ? { rowSpan } : {}),
      ...(cell?.exact === undefined ? {} : { exact: cell.exact }),
    });
  }
  return cells;
}
