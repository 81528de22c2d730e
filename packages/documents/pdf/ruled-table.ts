// A ruled table as rows of cells. Where one ruled row holds many printed rows, because lines were drawn only
// around the whole, it is divided at the heights of its figures.

import type { FilledCell } from "./cell-text.ts";
import { areStackedFigures, cellText } from "./cell-text.ts";
import type { Fragment } from "./fragment-rows.ts";
import { rowsOfFragments } from "./fragment-rows.ts";
import type { Lattice } from "./lattice.ts";
import type { Box } from "./page-frame.ts";
import { boxAround } from "./page-frame.ts";
import { placedParts } from "./table-regions.ts";
import type { TextLine } from "./text-lines.ts";
import { lineBox } from "./text-lines.ts";

/** PageCell: a cell with its text in the upright frame. */
export interface PageCell {
  readonly text: string;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly box: Box;
  /** Font sizes between the end of the last line and the end of the cell. */
  readonly room: number;
}

/** PageRow: the cells that begin in a row. */
export interface PageRow {
  readonly cells: readonly PageCell[];
  readonly box: Box;
}

/** PageTable: a table of one page in the upright frame. */
export interface PageTable {
  readonly rows: readonly PageRow[];
  readonly box: Box;
}

/** Makes rows of the filled cells; undefined when no cell holds text. */
export function ruledTable(lattice: Lattice, filled: readonly FilledCell[]): PageTable | undefined {
  if (filled.every(({ lines }) => lines.length === 0)) return undefined;
  const byRow = Map.groupBy(filled, ({ row }) => row);
  const rows: PageRow[] = [];
  for (let row = 0; row + 1 < lattice.rows.length; row += 1) {
    const cells = (byRow.get(row) ?? []).toSorted((first, second) => first.column - second.column);
    const box: Box = [lattice.box[0], lattice.rows[row] ?? 0, lattice.box[2], lattice.rows[row + 1] ?? 0];
    rows.push(...(dividedRow(lattice, cells, box) ?? [{ cells: cells.map(pageCell), box }]));
  }
  return { rows, box: lattice.box };
}

/** Lines with columns inside one cell that show that the drawn lines divide no columns. */
const FEWEST_LINES = 3;
const MOST_BORDERS = 3;

/** True where lines are drawn only around a table or between its rows: its columns are told by alignment. */
export function hasUndrawnColumns({ columns }: Lattice, filled: readonly FilledCell[]): boolean {
  if (columns.length > MOST_BORDERS) return false;
  const lines = filled.flatMap((cell) => cell.lines);
  const withColumns = lines.filter((line) => placedParts(line).length > 1).length;
  return withColumns >= FEWEST_LINES && withColumns * 2 >= lines.length;
}

function pageCell({ lines, column, rowSpan, columnSpan, box }: FilledCell): PageCell {
  return { text: cellText(lines), column, rowSpan, columnSpan, box, room: roomAfter(lines, box) };
}

function roomAfter(lines: readonly TextLine[], box: Box): number {
  const last = lines.at(-1);
  return last === undefined ? Number.POSITIVE_INFINITY : (box[2] - last.right) / last.size;
}

/** The rows inside a ruled row that has columns of several figures; undefined for an ordinary row. */
function dividedRow(
  lattice: Lattice,
  cells: readonly FilledCell[],
  rowBox: Box,
): readonly PageRow[] | undefined {
  const isWhole =
    cells.length > 1 &&
    cells.reduce((sum, { columnSpan }) => sum + columnSpan, 0) === lattice.columns.length - 1 &&
    cells.every(({ rowSpan }) => rowSpan === 1);
  const stacked = cells.filter(({ lines }) => areStackedFigures(lines));
  if (!isWhole || stacked.length === 0) return undefined;
  if (!cells.some((cell) => !stacked.includes(cell) && cell.lines.length > 1) && stacked.length < 2)
    return undefined;
  const fragments = cells.flatMap(({ lines }, column) =>
    lines.map((line): Fragment => ({ column, columnSpan: 1, line })),
  );
  const rows = rowsOfFragments(fragments);
  if (rows.length < 2) return undefined;
  return rows.map((row) => {
    const box = boxAround(row.fragments.map(({ line }) => lineBox(line))) ?? rowBox;
    return { cells: cells.map((cell, column) => partOf(cell, column, row.fragments, box)), box };
  });
}

function partOf(cell: FilledCell, column: number, fragments: readonly Fragment[], row: Box): PageCell {
  const lines = fragments.filter((fragment) => fragment.column === column).map(({ line }) => line);
  const box: Box = [cell.box[0], row[1], cell.box[2], row[3]];
  return {
    text: cellText(lines),
    column: cell.column,
    rowSpan: 1,
    columnSpan: cell.columnSpan,
    box,
    room: roomAfter(lines, box),
  };
}
