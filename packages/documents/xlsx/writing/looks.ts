// Looks of cells on the sheets of a written document: official typefaces by name, thin rules.

import type { ParagraphRole, WrittenCell } from "@jueming/core/document/document.ts";
import type { CellStyle } from "hucre/xlsx";

import type { StoredValue } from "./written-value.ts";
import type { TextBlock } from "./sheet-plan.ts";

const SONG = "宋体";
const HEI = "黑体";
export const BODY_FONT = { name: SONG, size: 10 } as const;

const LINE = { style: "thin", color: { rgb: "000000" } } as const;
const BORDER = { top: LINE, right: LINE, bottom: LINE, left: LINE } as const;
/** What is still to be filled in. */
const MISSING_FILL = { type: "pattern", pattern: "solid", fgColor: { rgb: "FFF2CC" } } as const;

/** Kind of a cell that stands in a table, from which its look follows. */
export interface CellLook {
  readonly role: WrittenCell["role"];
  readonly align: WrittenCell["align"];
  readonly value: StoredValue;
  readonly isMissing: boolean;
  /** Text that a program could take for a formula when it is edited. */
  readonly looksLikeFormula: boolean;
}

/** Styles are shared: a workbook has thousands of cells and a dozen looks. */
export function cellLooks(): (look: CellLook) => CellStyle {
  const known = new Map<string, CellStyle>();
  return (look) => {
    const format = formatOf(look);
    const key = [look.role, look.align, format, look.isMissing].join("|");
    const style = known.get(key) ?? tableStyle(look, format);
    known.set(key, style);
    return style;
  };
}

function formatOf({ value, looksLikeFormula }: CellLook): string | undefined {
  if (value !== null && "number" in value) return value.format;
  // The text format keeps what a person edits in such a cell from becoming a formula, too.
  return looksLikeFormula ? "@" : undefined;
}

function tableStyle({ role, align, isMissing }: CellLook, format: string | undefined): CellStyle {
  const usual = role === "figure" ? "right" : role === "header" ? "center" : "left";
  return {
    font: { ...BODY_FONT, ...(role === "header" ? { name: HEI } : {}), ...(isMissing ? { bold: true } : {}) },
    border: BORDER,
    alignment: { horizontal: align ?? usual, vertical: "center", wrapText: true },
    ...(isMissing ? { fill: MISSING_FILL } : {}),
    ...(format === undefined ? {} : { numFmt: format }),
  };
}

const ROLE_FONTS: Readonly<Partial<Record<ParagraphRole, { name: string; size: number }>>> = {
  "cover-title": { name: "方正小标宋简体", size: 22 },
  "cover-line": { name: SONG, size: 16 },
  note: { name: SONG, size: 9 },
};

/** The look of a line of text outside the tables. */
export function lineStyle(block: TextBlock): CellStyle {
  const isTitle = block.kind === "heading" && block.style === "table-title";
  const font =
    block.kind === "heading"
      ? {
          name: isTitle ? "方正小标宋简体" : HEI,
          size: isTitle ? 16 : Math.max(11, 15 - block.level),
          bold: !isTitle,
        }
      : (ROLE_FONTS[block.role ?? "note"] ?? BODY_FONT);
  const isMissing = block.kind === "paragraph" && block.runs?.some((run) => run.missing === true) === true;
  return {
    font: block.kind === "paragraph" && block.role === undefined ? { name: SONG, size: 11 } : font,
    alignment: { horizontal: alignOf(block), vertical: "center", wrapText: true },
    ...(isMissing ? { fill: MISSING_FILL } : {}),
  };
}

function alignOf(block: TextBlock): "left" | "center" | "right" {
  if (block.kind === "heading") return block.style === "table-title" ? "center" : "left";
  if (block.role === "cover-title" || block.role === "cover-line") return "center";
  return block.role === "table-label" || block.role === "signature" ? "right" : "left";
}

/** The look of one part of the line above a table: left, centre or right. */
export const headPartStyle = (horizontal: "left" | "center" | "right"): CellStyle => ({
  font: BODY_FONT,
  alignment: { horizontal, vertical: "center" },
});
