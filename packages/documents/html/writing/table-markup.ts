// A table as markup: every cell says by which heads it stands, so that it can be read aloud cell by cell.

import type { Table } from "@jueming/core/document/document.ts";

import type { GridCell, TableGrid } from "../../table-grid.ts";
import { tableGrid } from "../../table-grid.ts";
import { AID_MARK, OWN_MARK } from "../own-page.ts";
import { escaped, runsMarkup } from "./markup.ts";

/** The table; its number among all tables begins the ids of its heads, `title` names it. */
export function tableMarkup(
  table: Table,
  { number, title }: { readonly number: number; readonly title: string },
): string {
  const grid = tableGrid(table);
  const headings = headingsOf(grid, `t${number}`);
  const rows = table.rows.map((_, index) => {
    const cells = grid.cells.filter(({ row }) => row === index);
    return `<tr>${cells.map((cell) => cellMarkup(cell, headings.get(cell) ?? { under: [] })).join("")}</tr>`;
  });
  const head = rows.slice(0, grid.headerRows).join("\n");
  const name = escaped(title);
  return [
    `<div class="wide" role="region" tabindex="0" aria-label="表 ${number} ${name}"><table${looksOf(grid)}>`,
    `<caption class="hidden" ${OWN_MARK}="${AID_MARK}">${name}</caption>`,
    head === "" ? "" : `<thead>\n${head}\n</thead>`,
    `<tbody>\n${rows.slice(grid.headerRows).join("\n")}\n</tbody>`,
    "</table></div>",
  ].join("\n");
}

/** Columns keep so much width on a narrow screen, where the table is then moved sideways. */
const COLUMN_EMS = 5.5;
/** Fewer columns fit any screen. */
const MOST_NARROW = 3;
/** More rows than this are set closer on a page on its side, which they fill otherwise by a little. */
const MANY_ROWS = 24;

function looksOf({ columns, rows }: TableGrid): string {
  const width = columns > MOST_NARROW ? ` style="min-width:${columns * COLUMN_EMS}em"` : "";
  return (rows > MANY_ROWS ? ' class="close"' : "") + width;
}

/** Heading: what a cell heads, or the heads under which it stands. */
interface Heading {
  readonly id?: string;
  readonly scope?: "col" | "colgroup" | "row" | "rowgroup";
  readonly under: readonly string[];
}

/** Heads of columns stand at the top, or in a row of nothing but heads further down, which replaces them. */
function headingsOf(
  { cells, rows, columns, headerRows }: TableGrid,
  id: string,
): ReadonlyMap<GridCell, Heading> {
  const found = new Map<GridCell, Heading>();
  const byColumn = Array.from({ length: columns }, (): string[] => []);
  const byRow = Array.from({ length: rows }, (): string[] => []);
  const headRows = rowsOfHeads(cells);
  let count = 0;
  for (const cell of cells) {
    const { row, column, rowSpan, columnSpan } = cell;
    const isColumnHead = row < headerRows || headRows.has(row);
    if (cell.cell.text.trim() === "" || (!isColumnHead && !isRowHead(cell))) {
      // A cell without words heads nothing.
      found.set(cell, { under: [...(byColumn[column] ?? []), ...(byRow[row] ?? [])] });
      continue;
    }
    const name = `${id}-${count}`;
    count += 1;
    if (isColumnHead) {
      for (let at = column; at < column + columnSpan; at += 1) {
        if (row < headerRows) byColumn[at]?.push(name);
        else byColumn[at] = [name];
      }
    } else for (const names of byRow.slice(row, row + rowSpan)) names.push(name);
    const along = isColumnHead ? "col" : "row";
    const isGroup = (isColumnHead ? columnSpan : rowSpan) > 1;
    found.set(cell, { id: name, scope: isGroup ? `${along}group` : along, under: [] });
  }
  return found;
}

const isRowHead = ({ cell: { written } }: GridCell): boolean =>
  written?.role === "label" || written?.role === "header";

const FEWEST_HEADS = 3;

function rowsOfHeads(cells: readonly GridCell[]): ReadonlySet<number> {
  const rows = [...Map.groupBy(cells, ({ row }) => row)].filter(
    ([, held]) =>
      held.length >= FEWEST_HEADS && held.every(({ cell: { written } }) => written?.role === "header"),
  );
  return new Set(rows.map(([row]) => row));
}

function cellMarkup(placed: GridCell, { id, scope, under }: Heading): string {
  const { cell, rowSpan, columnSpan } = placed;
  const attributes = [
    rowSpan > 1 ? `rowspan="${rowSpan}"` : "",
    columnSpan > 1 ? `colspan="${columnSpan}"` : "",
    id === undefined ? "" : `id="${id}" scope="${scope}"`,
    under.length === 0 ? "" : `headers="${under.join(" ")}"`,
    cell.figure === undefined ? "" : `data-figure="${escaped(cell.figure)}"`,
    cell.exact === undefined ? "" : `data-value="${escaped(cell.exact)}"`,
    alignment(placed),
  ].filter((attribute) => attribute !== "");
  const name = id === undefined ? "td" : "th";
  return `<${[name, ...attributes].join(" ")}>${runsMarkup(cell.text, cell.written?.runs)}</${name}>`;
}

function alignment({ cell: { written } }: GridCell): string {
  const align = written?.align ?? (written?.role === "figure" ? "right" : "left");
  return align === "left" ? "" : `class="${align === "right" ? "r" : "c"}"`;
}
