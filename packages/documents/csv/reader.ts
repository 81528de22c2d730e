// Reads CSV: rows of fields as a sheet without a name, places by row and column.

import type { Document } from "@jueming/core/document/document.ts";

import { DocumentError } from "../document-error.ts";
import { binaryFile, looksBinary, unsupportedKind } from "../signatures.ts";
import { decodeText, isUtf16 } from "../text/charset.ts";
import { shownCellText } from "../workbook/cell-text.ts";
import type { WorkbookLimits } from "../workbook/limits.ts";
import { WORKBOOK_LIMITS, checkSize, tooLarge } from "../workbook/limits.ts";
import { workbookDocument } from "../workbook/workbook-document.ts";
import type { Sheet, SheetCell } from "../workbook/workbook.ts";
import { csvRecords, delimiterOf } from "./parse-csv.ts";

/** Reads the bytes of a CSV file as a document; throws a DocumentError where that cannot be. */
export function readCsv(
  bytes: Uint8Array,
  source: string,
  limits: WorkbookLimits = WORKBOOK_LIMITS,
): Document {
  checkSize(bytes, limits);
  if (bytes.length === 0)
    throw new DocumentError("empty", "文件是空的（0 字节）。请检查导出是否成功，或换一个文件。");
  const known = unsupportedKind(bytes);
  if (known !== undefined) throw known;
  if (looksBinary(bytes) && !isUtf16(bytes)) throw binaryFile();
  const { text, problems } = decodeText(bytes);
  const sheet: Sheet = {
    name: "",
    isHidden: false,
    cells: cellsOf(text, limits),
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
  };
  return workbookDocument({ sheets: [sheet], problems }, source, limits);
}

const SEPARATOR_LINE = /^sep=.$/iu;

function cellsOf(text: string, limits: WorkbookLimits): readonly SheetCell[] {
  const cells: SheetCell[] = [];
  for (const { row, fields } of csvRecords(text, delimiterOf(text))) {
    if (row > limits.rows) throw tooLarge(`文件超过 ${limits.rows.toLocaleString("zh-CN")} 行`);
    if (fields.length > limits.columns) {
      throw tooLarge(`第 ${row} 行超过 ${limits.columns.toLocaleString("zh-CN")} 列`);
    }
    if (row === 1 && SEPARATOR_LINE.test(fields.join(",").slice(0, 5))) continue;
    fields.forEach((field, index) => {
      const shown = shownCellText(withoutGuard(field));
      if (shown !== "") cells.push({ row, column: index + 1, text: shown });
    });
    if (cells.length > limits.cells) {
      throw tooLarge(`有内容的单元格超过 ${limits.cells.toLocaleString("zh-CN")} 个`);
    }
  }
  return cells;
}

/** Programs guard codes from becoming numbers: ="0101", '0101, a tab before it. */
function withoutGuard(field: string): string {
  const formula = /^="([^"]*)"$/u.exec(field.trim());
  if (formula !== null) return formula[1] ?? "";
  return field.replace(/^\t+/u, "").replace(/^'(?=\d)/u, "");
}
