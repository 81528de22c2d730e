// Rows of a grid with their neighbours, in as many columns as are needed to understand them.

import type { ExcerptCell, ExcerptRow, GridExcerpt } from "./excerpt.ts";
import type { GridSpot } from "./excerpt-index.ts";
import type { PrintedGrid } from "./printed-grid.ts";

const ROWS_SHOWN = 10;
const COLUMNS_SHOWN = 8;

/** The rows of the spots and those beside them, the spots' cells marked. */
export function gridExcerpt(grid: PrintedGrid, spots: readonly GridSpot[]): GridExcerpt {
  const involved = [...new Set(spots.map(({ row }) => row))].toSorted((a, b) => a - b);
  const shown = involved.slice(0, ROWS_SHOWN);
  const rows = withNeighbours(shown, grid.rows.length);
  const columns = columnsToShow(grid, rows, spots);
  const marked = new Set(spots.map(({ row, column }) => `${row}|${column}`));
  const cellsOf = (row: number): readonly ExcerptCell[] =>
    columns.map((column) => ({
      text: grid.rows[row]?.cells[column]?.text ?? "",
      marked: marked.has(`${row}|${column}`),
      isFigure: isFigureColumn(grid, rows, column),
    }));
  return {
    kind: "grid",
    title: grid.title,
    place: grid.rows[involved[0] ?? 0]?.place ?? {},
    header: columns.map((column) => grid.header[column] ?? ""),
    rows: rows.flatMap((row, at): readonly ExcerptRow[] => {
      const before = rows[at - 1];
      return before !== undefined && before !== row - 1 ? [null, cellsOf(row)] : [cellsOf(row)];
    }),
    rowsLeftOut: involved.length - shown.length,
  };
}

/** Few rows stand with their neighbours; many need none. */
function withNeighbours(rows: readonly number[], count: number): readonly number[] {
  if (rows.length > ROWS_SHOWN / 2) return rows;
  const all = rows.flatMap((row) => [row - 1, row, row + 1]).filter((row) => row >= 0 && row < count);
  return [...new Set(all)].toSorted((a, b) => a - b);
}

/** Columns that print something in these rows; of many, those in question and their neighbours. */
function columnsToShow(
  grid: PrintedGrid,
  rows: readonly number[],
  spots: readonly GridSpot[],
): readonly number[] {
  const inQuestion = new Set(spots.flatMap(({ column }) => (column === null ? [] : [column])));
  const printed = grid.header
    .map((_, column) => column)
    .filter(
      (column) =>
        inQuestion.has(column) || rows.some((row) => (grid.rows[row]?.cells[column]?.text ?? "") !== ""),
    );
  if (printed.length <= COLUMNS_SHOWN) return printed;
  const rankOf = (column: number): number => {
    if (inQuestion.has(column)) return 0;
    if (column < grid.labels) return 1;
    return inQuestion.has(column - 1) || inQuestion.has(column + 1) ? 2 : 3;
  };
  return printed
    .toSorted((a, b) => rankOf(a) - rankOf(b) || a - b)
    .slice(0, Math.max(COLUMNS_SHOWN, inQuestion.size))
    .toSorted((a, b) => a - b);
}

function isFigureColumn(grid: PrintedGrid, rows: readonly number[], column: number): boolean {
  if (column < grid.labels) return false;
  const texts = rows.map((row) => grid.rows[row]?.cells[column]?.text ?? "").filter((text) => text !== "");
  return texts.length > 0 && texts.every((text) => /^[-−\d.,%％\s—–/]+$/u.test(text));
}
