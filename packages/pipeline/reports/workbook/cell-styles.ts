// Looks of cells, and the height of a row: programs do not measure wrapped text when they open a workbook.

import type { CellStyle } from "hucre/xlsx";

const LINE = { style: "thin", color: { rgb: "D0D7DE" } } as const;
const BORDER = { top: LINE, right: LINE, bottom: LINE, left: LINE } as const;
export const FONT = { name: "等线", size: 10 } as const;

export const HEAD: CellStyle = {
  font: { ...FONT, bold: true },
  fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "E8EDF3" } },
  alignment: { horizontal: "center", vertical: "center", wrapText: true },
  border: BORDER,
};
export const HEAD_TO_FILL: CellStyle = {
  ...HEAD,
  fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "FFF3D6" } },
};
export const TEXT: CellStyle = {
  font: FONT,
  alignment: { vertical: "top", wrapText: true },
  border: BORDER,
};
export const NUMBER: CellStyle = {
  font: FONT,
  alignment: { horizontal: "right", vertical: "top", wrapText: true },
  border: BORDER,
};
/** The text format keeps what a person edits in such a cell from becoming a formula, too. */
export const PLAIN_TEXT: CellStyle = { ...TEXT, numFmt: "@" };

/** A word in the colour of its severity. */
export function severityStyle(rgb: string): CellStyle {
  return {
    font: { ...FONT, bold: true, color: { rgb } },
    alignment: { horizontal: "center", vertical: "top" },
    border: BORDER,
  };
}

const LINE_HEIGHT = 13.5;
const HEIGHT_LIMIT = 400;

/** The height of a row in points; null where one line is enough. */
export function rowHeight(texts: readonly string[], widths: readonly number[]): number | null {
  const lines = Math.max(1, ...texts.map((text, column) => linesIn(text, widths[column] ?? 10)));
  return lines === 1 ? null : Math.min(HEIGHT_LIMIT, lines * LINE_HEIGHT + 2);
}

/** Lines that a text takes in a column: a Chinese character is as wide as two digits. */
function linesIn(text: string, width: number): number {
  let used = 0;
  for (const character of text) used += (character.codePointAt(0) ?? 0) >= 0x20_00 ? 2 : 1;
  return Math.ceil(used / Math.max(1, width - 1));
}
