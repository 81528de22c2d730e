// How large the letters of a table are and how wide its columns: no figure is cut or broken, nothing leaves the
// page, and a table that can stand on one page does.

import { invariant } from "@jueming/core/document/invariant.ts";

import type { GridCell, TableGrid } from "../../table-grid.ts";
import type { Measure, Piece } from "./printed-text.ts";
import { lineCount, piecesOf, printedText } from "./printed-text.ts";
import type { TypefaceName } from "./typefaces.ts";

/** PageRoom: what a page offers a table, in points. */
export interface PageRoom {
  readonly width: number;
  readonly height: number;
}

/** TableMeasure: the measures of a table, in points. */
export interface TableMeasure {
  readonly size: number;
  readonly widths: readonly number[];
  readonly heights: readonly number[];
  readonly inset: { readonly x: number; readonly y: number };
}

/** 小四, 五号, 小五, 六号 and smaller. */
const SIZES = [12, 10.5, 9, 8, 7.5, 6.5, 5.5, 5] as const;
/** Below 六号 no table goes to save pages. */
const SMALLEST_CHOSEN = 7.5;
/** Half as many pages are worth four and a half points: a form on one page at 六号 goes before one at 小四 on two. */
const HALVINGS_PER_POINT = 0.22;
/** A row that takes more of a page than this may be broken by its end, which is avoided where it can be. */
export const WHOLE_ROW = 0.85;
/** A longer run of letters is broken anywhere; the longest amount is shorter. */
const LONGEST_RUN = 24;
/** Above and below the text of a cell as shares of the size: as it pleases, and where that saves a page. */
const INSETS = [0.28, 0.16] as const;
/** What closer rows cost, as points of the size. */
const CLOSENESS_COST = 0.6;
/** Distance of baselines as a share of the size. */
export const TABLE_PITCH = 1.3;

export const typefaceOfCell = ({ cell }: GridCell): TypefaceName =>
  cell.written?.role === "header" ? "hei" : "song";

/** MeasuredCell: a cell with the pieces of its lines. */
interface MeasuredCell extends GridCell {
  readonly text: string;
  readonly pieces: (line: string) => readonly Piece[];
  /** Width of the widest piece that must not be broken, in ems. */
  readonly unbroken: number;
}

/** Measures a table for a page; `shares` are the wanted widths of its columns. */
export function measureTable(
  grid: TableGrid,
  shares: readonly number[],
  { room, measure }: { readonly room: PageRoom; readonly measure: Measure },
): TableMeasure {
  const cells = grid.cells.map((cell) => measuredCell(cell, measure));
  const wanted = Array.from({ length: grid.columns }, (_, index) => Math.max(shares[index] ?? 1, 0.01));
  const tried = (widths: readonly number[]): readonly Attempted[] =>
    SIZES.flatMap((size) =>
      INSETS.map((inset) => attempt({ size, inset, cells, wanted: widths, grid, room })),
    );
  const asWanted = tried(wanted);
  const chosen = best(asWanted, room);
  if (tallRows(chosen, room) === 0) return chosen;
  return best([...asWanted, ...tried(widthsByText(cells, grid.columns))], room);
}

const tallRows = ({ heights }: TableMeasure, { height }: PageRoom): number =>
  heights.filter((each) => each > WHOLE_ROW * height).length;

/** The fewest pages and broken rows for the largest letters. */
function best(attempts: readonly Attempted[], room: PageRoom): TableMeasure {
  const fitting = attempts.filter(({ isWideEnough }) => isWideEnough);
  const readable = fitting.filter(({ size }) => size >= SMALLEST_CHOSEN);
  const cost = (one: Attempted): number =>
    Math.log2(pagesOf(one, room)) +
    tallRows(one, room) -
    (one.size - (isClose(one) ? CLOSENESS_COST : 0)) * HALVINGS_PER_POINT;
  const [chosen] = readable.toSorted((one, two) => cost(one) - cost(two));
  const found = chosen ?? fitting[0] ?? attempts.at(-1);
  invariant(found !== undefined, "a table was measured at some size");
  return found;
}

/** Pages of a table whose header stands on each. */
function pagesOf({ heights, headerRows }: Attempted, { height }: PageRoom): number {
  const header = sum(heights.slice(0, headerRows));
  const body = sum(heights) - header;
  // A header that leaves no room is not repeated by any measure.
  return Math.ceil(body / Math.max(height - header, height / 2));
}

const isClose = ({ size, inset }: TableMeasure): boolean => inset.y < size * INSETS[0];

/** Where long texts make rows higher than a page, the columns with long texts get more of the width. */
function widthsByText(cells: readonly MeasuredCell[], columns: number): readonly number[] {
  const widths = Array.from({ length: columns }, () => 1);
  for (const { column, columnSpan, text } of cells) {
    if (columnSpan === 1) widths[column] = Math.max(widths[column] ?? 1, Math.sqrt(text.length));
  }
  return widths;
}

function measuredCell(cell: GridCell, measure: Measure): MeasuredCell {
  const text = printedText(cell.cell.text);
  const typeface = typefaceOfCell(cell);
  const known = new Map(text.split("\n").map((line) => [line, piecesOf(line, typeface, measure)]));
  const pieces = (line: string): readonly Piece[] => known.get(line) ?? [];
  const widths = [...known.values()]
    .flat()
    .map((piece) => (piece.text.length > LONGEST_RUN ? 1 : piece.width));
  return { ...cell, text, pieces, unbroken: Math.max(0, ...widths) };
}

interface Attempt {
  readonly size: number;
  readonly inset: number;
  readonly cells: readonly MeasuredCell[];
  readonly wanted: readonly number[];
  readonly grid: TableGrid;
  readonly room: PageRoom;
}

type Attempted = TableMeasure & { readonly isWideEnough: boolean; readonly headerRows: number };

function attempt({ size, inset: above, cells, wanted, grid, room }: Attempt): Attempted {
  const inset = { x: size * 0.3, y: size * above };
  const least = leastWidths(cells, grid.columns, (ems) => ems * size + 2 * inset.x + 0.2);
  const isWideEnough = sum(least) <= room.width;
  const widths = fittedWidths(wanted, least, room.width);
  const heights = rowHeights(cells, grid.rows, (cell) => {
    const width = sum(widths.slice(cell.column, cell.column + cell.columnSpan)) - 2 * inset.x;
    const lines = lineCount(cell.text, width / size, cell.pieces);
    return size * (1 + (lines - 1) * TABLE_PITCH) + 2 * inset.y;
  });
  return { size, widths, heights, inset, isWideEnough, headerRows: grid.headerRows };
}

/** The least width of each column: cells of one column first, then what merged cells need beyond that. */
function leastWidths(
  cells: readonly MeasuredCell[],
  columns: number,
  widthOf: (ems: number) => number,
): readonly number[] {
  const least = Array.from({ length: columns }, () => widthOf(1));
  for (const { column, columnSpan, unbroken } of cells.toSorted((a, b) => a.columnSpan - b.columnSpan)) {
    const lacking = widthOf(unbroken) - sum(least.slice(column, column + columnSpan));
    if (lacking <= 0) continue;
    for (let at = column; at < column + columnSpan; at += 1)
      least[at] = (least[at] ?? 0) + lacking / columnSpan;
  }
  return least;
}

/** Shares of a width, none below its least; what that takes is given by the others. */
function fittedWidths(wanted: readonly number[], least: readonly number[], width: number): readonly number[] {
  const fixed = new Set<number>();
  for (;;) {
    const room = width - sum(least.filter((_, index) => fixed.has(index)));
    const shares = sum(wanted.filter((_, index) => !fixed.has(index)));
    const widths = wanted.map((share, index) =>
      fixed.has(index) ? (least[index] ?? 0) : (share / shares) * Math.max(room, 0),
    );
    const short = widths.findIndex((one, index) => !fixed.has(index) && one < (least[index] ?? 0));
    if (short === -1) return scaled(widths, width);
    fixed.add(short);
  }
}

function scaled(widths: readonly number[], width: number): readonly number[] {
  const factor = width / sum(widths);
  return widths.map((one) => Math.floor(one * factor * 100) / 100);
}

/** Heights of rows: those of unmerged cells; a merged cell that needs more makes its last row higher. */
function rowHeights(
  cells: readonly MeasuredCell[],
  rows: number,
  heightOf: (cell: MeasuredCell) => number,
): readonly number[] {
  const heights = Array.from({ length: rows }, () => 0);
  for (const cell of cells.toSorted((a, b) => a.rowSpan - b.rowSpan)) {
    const last = cell.row + cell.rowSpan - 1;
    const lacking = heightOf(cell) - sum(heights.slice(cell.row, last + 1));
    if (lacking > 0) heights[last] = (heights[last] ?? 0) + lacking;
  }
  return heights;
}

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
