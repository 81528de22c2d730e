// The grid behind a table: which cell covers which columns of which row, with the covered positions that
// Word wants written and the neutral document leaves out.

import type { Cell, Row } from "@jueming/core/document/document.ts";

/** GridCell: one cell as Word lists it. */
export interface GridCell {
  /** Undefined for a position covered from above, or left out by the row. */
  readonly cell: Cell | undefined;
  readonly column: number;
  readonly columnSpan: number;
  readonly merge: "none" | "begins" | "continues";
}

/** Grid: the rows as Word lists them. */
export interface Grid {
  readonly rows: readonly (readonly GridCell[])[];
  readonly columns: number;
}

interface Covering {
  readonly columnSpan: number;
  rowsLeft: number;
}

/** Lays the cells of a table out on its grid. */
export function gridOf(rows: readonly Row[]): Grid {
  const coverings = new Map<number, Covering>();
  const laid = rows.map((row, index) => laidRow(row, coverings, rows.length - index));
  const columns = Math.max(1, ...laid.map((cells) => widthOf(cells)));
  return { rows: laid, columns };
}

function widthOf(cells: readonly GridCell[]): number {
  return cells.reduce((sum, cell) => sum + cell.columnSpan, 0);
}

function laidRow(row: Row, coverings: Map<number, Covering>, rowsLeft: number): readonly GridCell[] {
  const laid: GridCell[] = [];
  const begun: [number, Covering][] = [];
  let column = 0;
  const coverFromAbove = (): void => {
    for (let above = coverings.get(column); above !== undefined; above = coverings.get(column)) {
      laid.push({ cell: undefined, column, columnSpan: above.columnSpan, merge: "continues" });
      above.rowsLeft -= 1;
      if (above.rowsLeft === 0) coverings.delete(column);
      column += above.columnSpan;
    }
  };
  for (const cell of row.cells) {
    coverFromAbove();
    const columnSpan = freeColumns(column, cell.columnSpan ?? 1, coverings);
    const rowSpan = Math.min(cell.rowSpan ?? 1, rowsLeft);
    laid.push({ cell, column, columnSpan, merge: rowSpan > 1 ? "begins" : "none" });
    if (rowSpan > 1) begun.push([column, { columnSpan, rowsLeft: rowSpan - 1 }]);
    column += columnSpan;
  }
  coverTheRest(laid, coverings, column);
  for (const [start, covering] of begun) coverings.set(start, covering);
  return laid;
}

/** A cell announced wider than what is free before the next covered column is cut to it. */
function freeColumns(column: number, wanted: number, coverings: ReadonlyMap<number, Covering>): number {
  for (let span = 1; span < wanted; span += 1) if (coverings.has(column + span)) return span;
  return wanted;
}

/** Behind the last cell of a row that ends early: what is covered from above, and the gaps before it. */
function coverTheRest(laid: GridCell[], coverings: Map<number, Covering>, from: number): void {
  let column = from;
  for (const [start, above] of [...coverings].toSorted(([a], [b]) => a - b)) {
    if (start < column) continue;
    if (start > column) {
      laid.push({ cell: undefined, column, columnSpan: start - column, merge: "none" });
    }
    laid.push({ cell: undefined, column: start, columnSpan: above.columnSpan, merge: "continues" });
    above.rowsLeft -= 1;
    if (above.rowsLeft === 0) coverings.delete(start);
    column = start + above.columnSpan;
  }
}
