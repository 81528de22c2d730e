// The cells of a table at their rows and columns, with the rectangles that merged ones cover.

import type { Cell, Table } from "@jueming/core/document/document.ts";

/** PlacedCell: a cell and where it stands in its table, 0-based, with what it spans. */
export interface PlacedCell {
  readonly cell: Cell;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** PlacedTable: the cells of a table on its grid. */
export interface PlacedTable {
  readonly cells: readonly PlacedCell[];
  readonly rows: number;
  readonly columns: number;
}

/** Spreadsheets have this many columns; what spans more is cut. */
const COLUMNS_LIMIT = 16_384;

/** Places the cells of a table; positions that a merge from above covers are passed over. */
export function placeCells(table: Table): PlacedTable {
  const coveredUntil: number[] = [];
  const cells: PlacedCell[] = [];
  let width = 0;
  for (const [row, { cells: given }] of table.rows.entries()) {
    let column = 0;
    const skip = (): void => {
      while ((coveredUntil[column] ?? 0) > row) column += 1;
    };
    for (const cell of given) {
      skip();
      const wanted = Math.min(cell.columnSpan ?? 1, COLUMNS_LIMIT - column);
      const columns = freeColumns(coveredUntil, { row, column, wanted });
      const rows = Math.min(cell.rowSpan ?? 1, table.rows.length - row);
      for (let at = column; at < column + columns; at += 1) coveredUntil[at] = row + rows;
      cells.push({ cell, row, column, rows, columns });
      column += columns;
    }
    skip();
    width = Math.max(width, column);
  }
  return { cells, rows: table.rows.length, columns: width };
}

/** A merge ends where another from above begins. */
function freeColumns(
  coveredUntil: readonly number[],
  { row, column, wanted }: { readonly row: number; readonly column: number; readonly wanted: number },
): number {
  let free = 1;
  while (free < wanted && (coveredUntil[column + free] ?? 0) <= row) free += 1;
  return free;
}
