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
/** A word in the colour of its severity. */
function severityStyle(rgb: string): CellStyle {
  return {
    font: { ...FONT, bold: true, color: { rgb } },
    alignment: { horizontal: "center", vertical: "top" },
    border: BORDER,
  };
}

const DECIMALS_LIMIT = 8;
const decimals = Array.from({ length: DECIMALS_LIMIT + 1 }, (_, count) => count);
type NumberStyle = `decimals-${number}`;

/** StyleName: how a cell below the head looks. */
export type StyleName = "text" | "number" | "plain-text" | "error" | "warning" | "hint" | NumberStyle;

const STYLES: readonly (readonly [StyleName, CellStyle])[] = [
  ["text", TEXT],
  ["number", NUMBER],
  // The text format keeps what a person edits in such a cell from becoming a formula, too.
  ["plain-text", { ...TEXT, numFmt: "@" }],
  ["error", severityStyle("A4161A")],
  ["warning", severityStyle("7D4A00")],
  ["hint", severityStyle("1F4F80")],
  ...decimals.map((count) => [`decimals-${count}`, { ...NUMBER, numFmt: numberFormat(count) }] as const),
];

export const STYLE_NAMES: readonly StyleName[] = STYLES.map(([name]) => name);
/** One cell in each style, in the order of their names. */
export const STYLED_CELLS: readonly CellStyle[] = STYLES.map(([, style]) => style);

/** As many decimals as the text prints. */
export function numberStyle(text: string): StyleName {
  const count = text.split(".")[1]?.length ?? 0;
  return count > DECIMALS_LIMIT ? "number" : `decimals-${count}`;
}

function numberFormat(count: number): string {
  return count === 0 ? "#,##0" : `#,##0.${"0".repeat(count)}`;
}
