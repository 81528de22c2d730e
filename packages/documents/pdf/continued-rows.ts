// A row of a table without lines that a page break cuts in two. Its rest stands first on the next page, below
// nothing but texts that filled their cells to the end.

import { isFigure } from "./cell-text.ts";
import type { PageCell, PageTable } from "./ruled-table.ts";
import { joinWrapped } from "./text-lines.ts";

/** Texts of one cell begin, end or are centred within this many points of each other. */
const SAME_PLACE = 2;
/** A line that leaves less than this room, in font sizes, goes on. */
const FULL_LINE = 1.6;
/** A row that stands for itself begins with one of these. */
const OWN_ROW =
  /^(?:[一二三四五六七八九十\d]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{3,}|其中|合计|总计)/u;

/** ContinuedTables: the table of the page before with its last row made whole, and what follows. */
export interface ContinuedTables {
  readonly first: PageTable;
  readonly next: PageTable;
}

/** Puts a cut row together; undefined where the next page begins with a row of its own. */
export function joinContinuedRow(first: PageTable, next: PageTable): ContinuedTables | undefined {
  const row = first.rows.at(-1);
  const rest = next.rows[0];
  if (row === undefined || rest === undefined || next.rows.length < 2) return undefined;
  const filled = rest.cells.filter(({ text }) => text !== "");
  const goesOn = new Map<PageCell, PageCell>();
  for (const cell of filled) {
    const above = row.cells.find((one) => one.text !== "" && !goesOn.has(one) && areOneCell(one, cell));
    if (above === undefined) return undefined;
    goesOn.set(above, cell);
  }
  if (filled.length === 0) return undefined;
  const cells = row.cells.map((cell) => joinedCell(cell, goesOn.get(cell)));
  return {
    first: { ...first, rows: [...first.rows.slice(0, -1), { ...row, cells }] },
    next: { ...next, rows: next.rows.slice(1) },
  };
}

function areOneCell(above: PageCell, below: PageCell): boolean {
  if (isFigure(below.text) || OWN_ROW.test(below.text) || above.room >= FULL_LINE) return false;
  const [left, , right] = above.box;
  const [otherLeft, , otherRight] = below.box;
  return (
    Math.abs(left - otherLeft) <= SAME_PLACE ||
    Math.abs(right - otherRight) <= SAME_PLACE ||
    Math.abs(left + right - otherLeft - otherRight) <= SAME_PLACE * 2
  );
}

function joinedCell(cell: PageCell, rest: PageCell | undefined): PageCell {
  return rest === undefined ? cell : { ...cell, text: joinWrapped(cell.text, rest.text), room: rest.room };
}
