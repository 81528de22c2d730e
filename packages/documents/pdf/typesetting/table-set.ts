// A table for the template: its cells at their positions with their looks, and which of them may be broken by
// the end of a page.

import type { Table } from "@jueming/core/document/document.ts";

import type { GridCell } from "../../table-grid.ts";
import { tableGrid } from "../../table-grid.ts";
import type { GlyphCheck, Measure } from "./printed-text.ts";
import { breakableText, piecesOf } from "./printed-text.ts";
import type { PageRoom, TableMeasure } from "./table-measure.ts";
import { measureTable, sum, TABLE_PITCH, typefaceOfCell, WHOLE_ROW } from "./table-measure.ts";
import type { SetText } from "./set-text.ts";
import { mapText, setRuns } from "./set-text.ts";

/** SetCell: a cell; short names, because there are thousands. */
export interface SetCell {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly align: "left" | "center" | "right";
  readonly head: boolean;
  readonly breakable: boolean;
  readonly text: SetText;
  /** The cell tells on which page its row came to stand. */
  readonly mark: boolean;
}

/** TableSet: a table with its measures. */
export interface TableSet {
  readonly index: number;
  readonly size: number;
  readonly leading: number;
  readonly widths: readonly number[];
  readonly inset: { readonly x: number; readonly y: number };
  readonly header: readonly SetCell[];
  readonly body: readonly SetCell[];
}

/** TableSetting: what a table is set with. */
export interface TableSetting {
  readonly room: PageRoom;
  readonly measure: Measure;
  readonly glyphs: GlyphCheck;
  readonly title: string;
  readonly index: number;
}

/** Rows that a merged cell holds together go to the next page together up to this share of a page. */
const WHOLE_GROUP = 0.3;

/** Sets a table. */
export function setTable(table: Table, setting: TableSetting): TableSet {
  const grid = tableGrid(table);
  const measures = measureTable(grid, table.written?.widths ?? [], setting);
  const isLong = ({ row, rowSpan }: GridCell): boolean => {
    const share = rowSpan > 1 ? WHOLE_GROUP : WHOLE_ROW;
    return sum(measures.heights.slice(row, row + rowSpan)) > share * setting.room.height;
  };
  const hasLongGroup = grid.cells.some(
    (cell) => cell.rowSpan > 1 && cell.row >= grid.headerRows && isLong(cell),
  );
  const marked = new Set<number>();
  const cells = grid.cells.map((cell): SetCell => {
    checkGlyphs(cell, setting);
    const mark = hasLongGroup && cell.rowSpan === 1 && !marked.has(cell.row);
    if (mark) marked.add(cell.row);
    return {
      x: cell.column,
      y: cell.row,
      w: cell.columnSpan,
      h: cell.rowSpan,
      align: alignmentOf(cell),
      head: cell.cell.written?.role === "header",
      breakable: isLong(cell),
      text: cellText(cell, measures, setting.measure),
      mark,
    };
  });
  const { size, widths, inset } = measures;
  return {
    index: setting.index,
    size,
    leading: size * (TABLE_PITCH - 1),
    widths,
    inset,
    header: cells.filter(({ y }) => y < grid.headerRows),
    body: cells.filter(({ y }) => y >= grid.headerRows),
  };
}

const FIGURE = /^[-−+]?[\d,.，]+[%％]?$/u;

function alignmentOf({ cell: { text, written } }: GridCell): SetCell["align"] {
  if (written?.align !== undefined) return written.align;
  if (written?.role === "header") return "center";
  return written?.role === "figure" || (written === undefined && FIGURE.test(text)) ? "right" : "left";
}

function checkGlyphs(cell: GridCell, { glyphs, title }: TableSetting): void {
  glyphs.check(
    cell.cell.text,
    typefaceOfCell(cell),
    () => `表“${title}”第 ${cell.row + 1} 行第 ${cell.column + 1} 列`,
  );
}

function cellText(cell: GridCell, { widths, inset, size }: TableMeasure, measure: Measure): SetText {
  const width = (sum(widths.slice(cell.column, cell.column + cell.columnSpan)) - 2 * inset.x) / size;
  const typeface = typefaceOfCell(cell);
  return mapText(setRuns(cell.cell.text.replaceAll("\t", " "), cell.cell.written?.runs), (words) =>
    breakableText(words, width, (line) => piecesOf(line, typeface, measure)),
  );
}
