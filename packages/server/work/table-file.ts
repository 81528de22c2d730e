// A table as a file: CSV that spreadsheet programs open as UTF-8 and never take for formulas, or a workbook.

import { BYTE_ORDER_MARK, csvLine } from "@jueming/pipeline/reports/csv-line.ts";
import { tableWorkbook } from "@jueming/pipeline/reports/workbook/table-workbook.ts";

import { MEDIA_TYPES } from "./report-documents.ts";

/** TableColumn: a column and how its cells read. */
export interface TableColumn<Item> {
  readonly name: string;
  readonly width: number;
  readonly holds: "text" | "number" | "count";
  readonly text: (item: Item) => string;
}

/** The file of a list. */
export async function tableFile<Item>(
  format: "csv" | "xlsx",
  name: string,
  columns: readonly TableColumn<Item>[],
  items: readonly Item[],
): Promise<{ readonly mediaType: string; readonly content: Buffer }> {
  const rows = items.map((item) => columns.map(({ text }) => text(item)));
  if (format === "xlsx") {
    const bytes = await tableWorkbook({ name, columns, rows });
    return { mediaType: MEDIA_TYPES.xlsx, content: Buffer.from(bytes) };
  }
  const lines = [columns.map((column) => column.name), ...rows];
  return {
    mediaType: "text/csv; charset=utf-8",
    content: Buffer.from(BYTE_ORDER_MARK + lines.map(csvLine).join("")),
  };
}
