// The cells that forms are made of: labels, printed figures, texts, and marks for what is still missing.

import type { Cell, Run } from "../../document/document.ts";
import type { CellValue } from "../../figures/figure.ts";
import { cell, missingWords } from "../blocks.ts";

/** FormRow: the cells of one row, those covered by merged ones left out. */
export type FormRow = readonly Cell[];

/** The run that stands for missing text (待填写). */
export function missingRun(about: string): Run {
  return { text: missingWords(about), missing: true };
}

/** A word of the form, centred. */
export function labelCell(text: string, span: number, rows = 1): Cell {
  return cell(text, { role: "label", align: "center", columnSpan: span, rowSpan: rows });
}

/** A header of a column. */
export function headerCell(text: string, span: number, rows = 1): Cell {
  return cell(text, { role: "header", align: "center", columnSpan: span, rowSpan: rows });
}

/** A cell of words: what is printed, or the mark that it is missing when it is due. */
export function textCell(
  text: string | null,
  span: number,
  { due = null, align = "left" }: { readonly due?: string | null; readonly align?: "left" | "center" } = {},
): Cell {
  const printed = text ?? "";
  if (printed !== "" || due === null) return cell(printed, { align, columnSpan: span });
  const run = missingRun(due);
  return cell(run.text, { align, columnSpan: span, runs: [run] });
}

/** A text behind its label in one cell. */
export function labelledCell(label: string, text: string | undefined, span: number): Cell {
  const own: Run = text === undefined ? missingRun(label) : { text };
  return cell(`${label}：${own.text}`, {
    align: "left",
    columnSpan: span,
    runs: [{ text: `${label}：` }, own],
  });
}

/** FigureCell: how a figure's cell is set. */
export interface FigureSetting {
  readonly span: number;
  /** Id of the figure. */
  readonly id: string;
  /** Words printed after the figure: "%". */
  readonly after?: string;
  /** Ids of the figures that it is the sum of. */
  readonly sumOf?: readonly string[];
}

/** A figure as printed. A blank stays blank, a dash a dash; what cannot be read is marked and stays as it is. */
export function figureCell(value: CellValue | null, { span, id, after = "", sumOf }: FigureSetting): Cell {
  const raw = value === null ? "" : value.raw.trim();
  const text = value?.kind === "figure" && !raw.endsWith(after) ? `${raw}${after}` : raw;
  const isNumber = value?.kind === "figure" && text.replaceAll(",", "") === value.value;
  return cell(text, {
    role: "figure",
    align: "center",
    columnSpan: span,
    figure: id,
    ...(isNumber ? { exact: value.value } : {}),
    ...(value?.kind === "unreadable" ? { runs: [{ text, figure: id, missing: true }] } : {}),
    ...(isNumber && sumOf !== undefined && sumOf.length > 0 ? { sumOf } : {}),
  });
}
