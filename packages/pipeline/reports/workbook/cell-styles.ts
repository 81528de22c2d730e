// Looks of cells.

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
