// What a stored cell shows: shared, inline and formula texts, numbers in their format, truth and errors.

import { exactText } from "../workbook/decimal-text.ts";
import type { NumberFormat } from "../workbook/number-format.ts";
import { formatNumber, formatText, generalText } from "../workbook/number-format.ts";

/** StoredCell: a cell as the file writes it; formulas are never evaluated, their saved value counts. */
export interface StoredCell {
  readonly row: number;
  readonly column: number;
  readonly type: string;
  readonly style: number;
  /** undefined where no value is stored at all. */
  readonly value: string | undefined;
  readonly isFormula: boolean;
}

/** CellValueContext: what is needed to show a cell. */
export interface CellValueContext {
  readonly strings: readonly string[];
  readonly formats: readonly NumberFormat[];
  readonly is1904: boolean;
  /** A sheet may be set not to show zeros. */
  readonly showsZeros: boolean;
}

/** CellFault: a formula without saved value, a formula's error, a text that the file has lost. */
export type CellFault = "withoutValue" | "errors" | "lost";

/** ShownValue: the text of a cell, its exact number, and what was wrong with it. */
export interface ShownValue {
  readonly text: string;
  readonly exact?: string;
  readonly fault?: CellFault;
}

/** Shows a stored cell as a person sees it. */
export function valueOf(cell: StoredCell, context: CellValueContext): ShownValue {
  const { value, type } = cell;
  if (value === undefined) return { text: "", ...(cell.isFormula ? { fault: "withoutValue" } : {}) };
  const format = context.formats[cell.style];
  if (type === "s") {
    const text = context.strings[Number(value)];
    return text === undefined ? { text: "", fault: "lost" } : { text: inFormat(text, format) };
  }
  if (type === "str" || type === "inlineStr") return { text: inFormat(value, format) };
  if (type === "b") return { text: value.trim() === "1" ? "TRUE" : "FALSE" };
  if (type === "e") return { text: value, fault: "errors" };
  if (type === "d") return { text: value.replace(/T00:00:00(?:\.0+)?Z?$/u, "") };
  return numberOf(value, format, context);
}

function inFormat(text: string, format: NumberFormat | undefined): string {
  return format === undefined ? text : formatText(text, format);
}

function numberOf(value: string, format: NumberFormat | undefined, context: CellValueContext): ShownValue {
  const trimmed = value.trim();
  if (trimmed === "") return { text: "" };
  const number = Number(trimmed);
  if (!Number.isFinite(number)) return { text: trimmed };
  const text = format === undefined ? generalText(number) : formatNumber(number, format, context.is1904);
  const exact = format?.isDate === true ? undefined : exactText(number);
  const shown = number === 0 && !context.showsZeros ? "" : text;
  return { text: shown, ...(exact === undefined ? {} : { exact }) };
}
