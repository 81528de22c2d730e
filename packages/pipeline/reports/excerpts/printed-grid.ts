// What a disclosure prints in tables, as rows of cells that a report can show again. A cell knows the key
// by which findings name it, and the figure that was read in it.

import type { Place } from "@jueming/core/document/document.ts";
import type { StatedText } from "@jueming/core/document/stated-text.ts";
import type { IndicatorValue } from "@jueming/core/evaluation/project-evaluation.ts";
import type { CellValue } from "@jueming/core/figures/figure.ts";

/** PrintedFigure: a figure as printed and as read; value is null where it could not be read. */
export interface PrintedFigure {
  readonly raw: string;
  readonly value: string | null;
  readonly unit: string;
  /** Why the reading is doubtful, in Chinese; empty when it is not. */
  readonly doubt: string;
}

export interface PrintedCell {
  readonly text: string;
  readonly place: Place;
  /** The key by which findings name the cell. */
  readonly key: string | null;
  readonly figure: PrintedFigure | null;
}

export interface PrintedRow {
  readonly label: string;
  readonly place: Place;
  readonly cells: readonly PrintedCell[];
}

export interface PrintedGrid {
  readonly title: string;
  /** Place of the whole, where findings on all of it point; null where another grid stands for it. */
  readonly whole: Place | null;
  readonly header: readonly string[];
  /** Count of columns on the left that say which row it is. */
  readonly labels: number;
  readonly rows: readonly PrintedRow[];
}

const UNREADABLE = "无法识别";

export function wordCell(text: string | null, place: Place): PrintedCell {
  return { text: text ?? "", place, key: null, figure: null };
}

export function textCell(text: StatedText | null, place: Place): PrintedCell {
  return wordCell(text?.text ?? null, text?.place ?? place);
}

export function valueCell(value: CellValue | null, place: Place, key: string | null = null): PrintedCell {
  if (value === null) return { text: "", place, key, figure: null };
  return { text: value.raw.trim(), place: value.place, key, figure: figureOf(value) };
}

/** The figure in a value; null for a blank. */
export function figureOf(value: CellValue): PrintedFigure | null {
  if (value.kind === "blank") return null;
  if (value.kind === "unreadable") return { raw: value.raw, value: null, unit: "", doubt: UNREADABLE };
  return { raw: value.raw, value: value.value, unit: value.unit?.name ?? "", doubt: value.doubt ?? "" };
}

export function indicatorValueCell(
  value: IndicatorValue | null,
  place: Place,
  key: string | null,
): PrintedCell {
  if (value === null) return { text: "", place, key, figure: null };
  const { raw, unit, unreadable } = value;
  const figure =
    value.value === null && !unreadable
      ? null
      : { raw, value: value.value, unit: unit ?? "", doubt: unreadable ? UNREADABLE : "" };
  return { text: raw, place: value.place, key, figure };
}
