// Where the cells of a table stand on its grid. Every writer needs it: cells covered by merged ones are not
// listed, and what a hostile or careless table overlaps is cut so that each position has one cell.

import type { Cell, Table } from "@jueming/core/document/document.ts";

/** GridCell: a cell with its position from 0 and its spans. */
export interface GridCell {
  readonly cell: Cell;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** TableGrid: the cells in reading order, and how many rows and columns there are. */
export interface TableGrid {
  readonly cells: readonly GridCell[];
  readonly rows: number;
  readonly columns: number;
  /** How many rows at the head are repeated on every page; no merged cell leaves them. */
  readonly headerRows: number;
}

/** Places the cells of a table on its grid. */
export function tableGrid(table: Table): TableGrid {
  const rows = table.rows.length;
  const taken: boolean[][] = Array.from({ length: rows }, () => []);
  const cells = table.rows.flatMap((row, index) => placedRow(row.cells, index, taken));
  const columns = Math.max(1, ...cells.map(({ column, columnSpan }) => column + columnSpan));
  return { cells, rows, columns, headerRows: headerRowsOf(table, cells) };
}

function placedRow(cells: readonly Cell[], row: number, taken: readonly boolean[][]): readonly GridCell[] {
  const own = taken[row] ?? [];
  let column = 0;
  return cells.map((cell) => {
    while (own[column] === true) column += 1;
    const rowSpan = Math.min(cell.rowSpan ?? 1, taken.length - row);
    const columnSpan = freeSpan(own, column, cell.columnSpan ?? 1);
    for (let y = row; y < row + rowSpan; y += 1) {
      for (let x = column; x < column + columnSpan; x += 1) {
        const line = taken[y];
        if (line !== undefined) line[x] = true;
      }
    }
    return { cell, row, column, rowSpan, columnSpan };
  });
}

function freeSpan(own: readonly boolean[], column: number, wanted: number): number {
  let span = 1;
  while (span < wanted && own[column + span] !== true) span += 1;
  return span;
}

/** A head whose merged cells reach into the body is no head that could be repeated. */
function headerRowsOf(table: Table, cells: readonly GridCell[]): number {
  const wanted = Math.min(table.written?.headerRows ?? 0, table.rows.length);
  const leaves = cells.some(({ row, rowSpan }) => row < wanted && row + rowSpan > wanted);
  return leaves ? 0 : wanted;
}
