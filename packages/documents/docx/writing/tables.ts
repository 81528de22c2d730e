// Tables: merged cells, header rows repeated on every page, rows that stay whole, widths that fill the text.

import type { Cell, Table as DocumentTable } from "@jueming/core/document/document.ts";
import type { IParagraphOptions, IRunOptions, XmlComponent } from "docx";
import { Paragraph, Table, TableCell, TableRow } from "docx";

import { CELL_MARGIN, fitTable, lineCount } from "./column-widths.ts";
import type { TableFit } from "./column-widths.ts";
import type { InlineWriter } from "./inline-content.ts";
import { linesOf, paragraphContent } from "./inline-content.ts";
import type { RowPitch } from "./page-fit.ts";
import { rowPitch } from "./page-fit.ts";
import type { PageGeometry } from "./page-geometry.ts";
import { STYLE } from "./paragraph-styles.ts";
import { gridOf } from "./table-grid.ts";
import type { GridCell } from "./table-grid.ts";

/** TableSetting: what is known while the cells of one table are written. */
interface TableSetting {
  readonly fit: TableFit;
  readonly inline: InlineWriter;
  /** Size of type, where it is not that of the style. */
  readonly look: IRunOptions;
}

const THIN = { style: "single", size: 4, color: "000000" } as const;
const BORDERS = {
  top: THIN,
  bottom: THIN,
  left: THIN,
  right: THIN,
  insideHorizontal: THIN,
  insideVertical: THIN,
};
/** 小四 is the size of the style 表文. */
const STYLE_SIZE = 24;

/** TablePlace: where a table is written. */
export interface TablePlace {
  readonly page: PageGeometry;
  readonly inline: InlineWriter;
  /** Twips that are left for it on its page; undefined where it is not the first there. */
  readonly room: number | undefined;
}

/** Writes a table into the width of the text. */
export function writtenTable(table: DocumentTable, { page, inline, room }: TablePlace): Table {
  const grid = gridOf(table.rows);
  const fitted = fitTable(grid, table.written?.widths ?? [], page.textWidth);
  const pitch = rowPitch(grid, fitted, room);
  const fit = { ...fitted, size: pitch.size };
  const look: IRunOptions = fit.size === STYLE_SIZE ? {} : { size: fit.size };
  const headerRows = Math.min(table.written?.headerRows ?? 0, Math.max(0, grid.rows.length - 1));
  const setting = { fit, inline, look };
  return new Table({
    width: { size: page.textWidth, type: "dxa" },
    columnWidths: fit.widths,
    layout: "fixed",
    alignment: "center",
    borders: BORDERS,
    margins: { left: CELL_MARGIN, right: CELL_MARGIN, top: 0, bottom: 0, marginUnitType: "dxa" },
    rows: grid.rows.map((cells, index) =>
      writtenRow(cells, { ...setting, isHeader: index < headerRows, page, pitch }),
    ),
  });
}

interface RowSetting extends TableSetting {
  readonly isHeader: boolean;
  readonly page: PageGeometry;
  readonly pitch: RowPitch;
}

function writtenRow(cells: readonly GridCell[], setting: RowSetting): TableRow {
  // A row that ends early stays short: Word shows it so, and no cell is invented.
  return new TableRow({
    tableHeader: setting.isHeader,
    cantSplit: !isTall(cells, setting),
    height: { value: setting.fit.size * setting.pitch.rowHeight, rule: "atLeast" },
    children: cells.map((cell) => writtenCell(cell, setting)),
  });
}

/** A row that fills a good part of a page may break, or it would leave half a page empty. */
function isTall(cells: readonly GridCell[], { fit, page }: RowSetting): boolean {
  const height = page.height - page.top - page.bottom;
  return cells.some(({ cell, column, columnSpan, merge }) => {
    if (cell === undefined || merge !== "none") return false;
    const lines = lineCount(cell.text, widthOf(fit, column, columnSpan), fit.size);
    return lines * fit.size * 13 > height / 3;
  });
}

function widthOf(fit: TableFit, column: number, span: number): number {
  return fit.widths.slice(column, column + span).reduce((sum, width) => sum + width, 0);
}

function writtenCell(grid: GridCell, setting: RowSetting): TableCell {
  const { cell, column, columnSpan, merge } = grid;
  return new TableCell({
    width: { size: widthOf(setting.fit, column, columnSpan), type: "dxa" },
    verticalAlign: "center",
    ...(columnSpan > 1 ? { columnSpan } : {}),
    ...(merge === "none" ? {} : { verticalMerge: merge === "begins" ? "restart" : "continue" }),
    children: cell === undefined ? [emptyParagraph()] : cellParagraphs(cell, setting),
  });
}

function emptyParagraph(): Paragraph {
  return new Paragraph({ style: STYLE.tableText });
}

function cellParagraphs(cell: Cell, { inline, look, isHeader, pitch }: RowSetting): Paragraph[] {
  const style = isHeader || cell.written?.role === "header" ? STYLE.tableHeader : STYLE.tableText;
  const alignment = alignmentOf(cell, style);
  return linesOf(cell.written?.runs ?? [{ text: cell.text }]).map((line) => {
    const runs = inline.runs(line, look);
    const isMarked = line.some((run) => run.figure !== undefined);
    const children: readonly XmlComponent[] =
      cell.figure === undefined || isMarked ? runs : [inline.figure(cell.figure, runs)];
    return new Paragraph({
      style,
      ...exactLines(pitch),
      ...(alignment === undefined ? {} : { alignment }),
      children: paragraphContent(children),
    });
  });
}

function exactLines({ size, lineHeight }: RowPitch): Pick<IParagraphOptions, "spacing"> {
  return lineHeight === undefined ? {} : { spacing: { line: size * lineHeight, lineRule: "exact" } };
}

function alignmentOf(cell: Cell, style: string): "left" | "center" | "right" | undefined {
  if (style === STYLE.tableHeader && cell.written?.align === undefined) return undefined;
  return cell.written?.align ?? (cell.written?.role === "figure" ? "right" : "left");
}
