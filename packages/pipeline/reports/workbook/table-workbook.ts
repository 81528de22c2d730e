// One table as a workbook of its own, in the look of the working papers.

import { writeXlsx } from "hucre/xlsx";

import { FONT } from "./cell-styles.ts";
import { filledWorkbook } from "./fill-sheets.ts";
import type { SheetTable } from "./sheet.ts";
import { frameOf } from "./sheet.ts";

/** The workbook of a table. Every text is written as text, so that none can become a formula. */
export async function tableWorkbook(
  table: Pick<SheetTable, "name" | "columns" | "rows">,
): Promise<Uint8Array> {
  const sheet: SheetTable = { ...table, frozenColumns: 1, breakAfter: null };
  const frame = await writeXlsx({
    sheets: [frameOf(sheet)],
    activeSheet: 0,
    properties: { title: table.name, creator: "决明" },
    defaultFont: FONT,
  });
  return filledWorkbook(frame, new Map([[1, sheet]]));
}
