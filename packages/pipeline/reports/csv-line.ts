// Lines of CSV (RFC 4180) that spreadsheet programs open as UTF-8 and never take for formulas.

import { cellText, looksLikeFormula } from "@jueming/documents/workbook/safe-text.ts";

/** Stands before the first line, so that spreadsheet programs know the encoding. */
export const BYTE_ORDER_MARK = "\uFEFF";

/** The cells as one line. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

/** A quotation mark in front keeps spreadsheet programs from taking the text for a formula. */
function csvCell(text: string): string {
  const clean = cellText(text);
  const safe = looksLikeFormula(clean) ? `'${clean}` : clean;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
