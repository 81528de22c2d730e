// The grid and the clipboard of spreadsheets and word processors, both ways.

import { parseTabSeparated, writeTabSeparated } from "./tab-separated.ts";

/** The cells on the clipboard. A table with merged cells is read as a table: as text its cells would close up. */
export function pastedRows(clipboard: DataTransfer): readonly (readonly string[])[] {
  const plain = parseTabSeparated(clipboard.getData("text/plain"));
  const table = tableIn(clipboard.getData("text/html"));
  if (table === null) return plain;
  return plain.length === 0 || hasMergedCells(table) ? rowsOfTable(table) : plain;
}

/** A cell to copy; a code stays a text in the spreadsheet. */
export interface CopiedCell {
  readonly text: string;
  readonly isText: boolean;
}

/** Puts cells on the clipboard: as text for spreadsheets and plain editors, as a table for word processors. */
export function putRows(clipboard: DataTransfer, rows: readonly (readonly CopiedCell[])[]): void {
  clipboard.setData("text/plain", writeTabSeparated(rows.map((row) => row.map(({ text }) => text))));
  const body = rows.map((row) => `<tr>${row.map(cellHtml).join("")}</tr>`).join("");
  clipboard.setData("text/html", `<table border="1">${body}</table>`);
}

function cellHtml({ text, isText }: CopiedCell): string {
  const escaped = text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("\n", "<br>");
  return isText ? `<td style="mso-number-format:'\\@'">${escaped}</td>` : `<td>${escaped}</td>`;
}

/** The first table in a piece of HTML; nothing in it is run or loaded. */
function tableIn(html: string): HTMLTableElement | null {
  if (!/<table/iu.test(html)) return null;
  return new DOMParser().parseFromString(html, "text/html").querySelector("table");
}

const hasMergedCells = (table: HTMLTableElement): boolean =>
  [...table.rows].some((row) => [...row.cells].some(({ rowSpan, colSpan }) => rowSpan > 1 || colSpan > 1));

/** More rows and columns than any official table has. */
const most = { rows: 5_000, columns: 500 };

/** The cells in their places: what a merged cell covers besides its first place is empty. */
function rowsOfTable(table: HTMLTableElement): readonly (readonly string[])[] {
  const rows: string[][] = [];
  const rowAt = (index: number): string[] => (rows[index] ??= []);
  for (const [index, { cells }] of [...table.rows].slice(0, most.rows).entries()) {
    const own = rowAt(index);
    let column = 0;
    for (const cell of cells) {
      while (own[column] !== undefined) column += 1;
      const [down, right] = [Math.min(cell.rowSpan, most.rows - index), Math.min(cell.colSpan, most.columns)];
      for (let below = 0; below < down; below += 1) {
        for (let beside = 0; beside < right; beside += 1) rowAt(index + below)[column + beside] = "";
      }
      own[column] = textOf(cell);
      column += right;
    }
  }
  return rows.map((row) => Array.from(row, (text) => text ?? ""));
}

function textOf(cell: HTMLTableCellElement): string {
  for (const line of cell.querySelectorAll("br")) line.replaceWith("\n");
  return (cell.textContent ?? "")
    .replaceAll(/[^\S\n]+/gu, " ")
    .replaceAll(/ ?\n ?/gu, "\n")
    .trim();
}
