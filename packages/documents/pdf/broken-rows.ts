// A row that a page break cuts in two: its rest stands in the first row of the next page, below texts that
// filled their cells to the end. It is put back, so that a goal or a reason is one text.

import type { PageCell, PageRow, PageTable } from "./ruled-table.ts";
import { joinWrapped } from "./text-lines.ts";

/** Borders of one table on two pages differ by no more than this. */
const SAME_BORDER = 3;
/** A line that leaves less than this room, in font sizes, goes on. */
const FULL_LINE = 1.6;
/** A row that stands for itself begins with one of these. */
const OWN_ROW = /^(?:[一二三四五六七八九十\d]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)])/u;

/** JoinedTables: the table of the first page with the row made whole, and the next without its rest. */
export interface JoinedTables {
  readonly first: PageTable;
  /** Undefined when the rest was all that the next page held of the table. */
  readonly next: PageTable | undefined;
}

/** Puts a cut row together; undefined where the next page begins with a row of its own. */
export function joinBrokenRow(first: PageTable, next: PageTable): JoinedTables | undefined {
  const row = first.rows.at(-1);
  const rest = next.rows[0];
  if (row === undefined || rest === undefined || !isRestOf(row, rest)) return undefined;
  const cells = row.cells.map((cell, index) => joinedCell(cell, rest.cells[index]));
  const rows = next.rows.slice(1);
  return {
    first: { ...first, rows: [...first.rows.slice(0, -1), { ...row, cells }] },
    next: rows.length === 0 ? undefined : { ...next, rows },
  };
}

function isRestOf(row: PageRow, rest: PageRow): boolean {
  const filled = rest.cells.filter(({ text }) => text !== "");
  if (filled.length === 0 || row.cells.length !== rest.cells.length) return false;
  return rest.cells.every((cell, index) => {
    const above = row.cells[index];
    if (above === undefined || !areOneColumn(above, cell)) return false;
    if (cell.text === "") return true;
    return above.room < FULL_LINE && !OWN_ROW.test(cell.text) && !/^[\d.,%-]+$/u.test(cell.text);
  });
}

function areOneColumn(above: PageCell, below: PageCell): boolean {
  return (
    below.rowSpan === 1 &&
    Math.abs(above.box[0] - below.box[0]) <= SAME_BORDER &&
    Math.abs(above.box[2] - below.box[2]) <= SAME_BORDER
  );
}

function joinedCell(cell: PageCell, rest: PageCell | undefined): PageCell {
  return rest === undefined ? cell : { ...cell, text: joinWrapped(cell.text, rest.text), room: rest.room };
}
