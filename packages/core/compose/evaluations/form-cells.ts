// The cells that forms are made of: labels, printed figures, texts, and marks for what is still missing.

import type { Cell, Run } from "../../document/document.ts";
import type { CellValue } from "../../figures/figure.ts";

/** FormRow: the cells of one row, those covered by merged ones left out. */
export type FormRow = readonly Cell[];

/** Words that stand for text that has yet to be given (待填写). */
export function missingWords(about: string): string {
  return `【待填写：${about}】`;
}

/** The run that stands for missing text. */
export function missingRun(about: string): Run {
  return { text: missingWords(about), missing: true };
}

const spanned = (span: number, rows = 1): Pick<Cell, "columnSpan" | "rowSpan"> => ({
  ...(span > 1 ? { columnSpan: span } : {}),
  ...(rows > 1 ? { rowSpan: rows } : {}),
});

/** A word of the form, centred; a header where it stands above values. */
export function labelCell(text: string, span: number, rows = 1): Cell {
  return { text, place: {}, ...spanned(span, rows), written: { role: "label", align: "center" } };
}

/** A header of a column. */
export function headerCell(text: string, span: number, rows = 1): Cell {
  return { text, place: {}, ...spanned(span, rows), written: { role: "header", align: "center" } };
}

/** A cell of words: what is printed, or the mark that it is missing when it is due. */
export function textCell(
  text: string | null,
  span: number,
  { due = null, align = "left" }: { readonly due?: string | null; readonly align?: "left" | "center" } = {},
): Cell {
  const printed = text ?? "";
  if (printed !== "" || due === null)
    return { text: printed, place: {}, ...spanned(span), written: { role: "text", align } };
  const run = missingRun(due);
  return {
    text: run.text,
    place: {},
    ...spanned(span),
    written: { role: "text", align, runs: [run] },
  };
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
export function figureCell(value: CellValue | null, setting: FigureSetting): Cell {
  const { span, id, after = "", sumOf } = setting;
  const raw = value === null ? "" : value.raw.trim();
  const text = value?.kind === "figure" && !raw.endsWith(after) ? `${raw}${after}` : raw;
  const isNumber = value?.kind === "figure" && text.replaceAll(",", "") === value.value;
  const unread = value?.kind === "unreadable" ? { runs: [{ text, figure: id, missing: true }] } : {};
  return {
    text,
    place: {},
    ...spanned(span),
    ...(isNumber ? { exact: value.value } : {}),
    figure: id,
    written: {
      role: "figure",
      align: "center",
      ...unread,
      ...(isNumber && sumOf !== undefined && sumOf.length > 0 ? { sumOf } : {}),
    },
  };
}
