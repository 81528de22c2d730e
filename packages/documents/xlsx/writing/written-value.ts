// What a cell stores: a number where the printed text is that number in a format, text otherwise.

import type { Cell } from "@jueming/core/document/document.ts";

import { DocumentError } from "../../document-error.ts";
import { formatNumber, numberFormat } from "../../workbook/number-format.ts";
import { cellText, exactNumber, withoutEscapes } from "../../workbook/safe-text.ts";

/** StoredValue: a text, or a number with the format in which it is printed. */
export type StoredValue =
  | { readonly text: string }
  | { readonly number: number; readonly format: string }
  | null;

const CELL_LIMIT = 32_000;

/** The value of a cell; a number only where it is exact and shows as what is printed. */
export function storedValue({ text, exact, place }: Pick<Cell, "text" | "exact" | "place">): StoredValue {
  if (text === "") return null;
  if (text.length > CELL_LIMIT) {
    const where = place.row === undefined ? "" : `（第 ${place.row} 行）`;
    throw new DocumentError(
      "too-large",
      `一个单元格的文字超过 ${CELL_LIMIT} 字${where}，工作簿放不下。请缩短。`,
    );
  }
  const number = exact === undefined ? undefined : exactNumber(exact);
  const format = formatOf(text);
  if (number !== undefined && format !== undefined) {
    const stored = text.endsWith("%") ? percentOf(text, number) : number;
    if (stored !== undefined && formatNumber(stored, numberFormat(format)) === text) {
      return { number: stored, format };
    }
  }
  return { text: withoutEscapes(cellText(text)) };
}

/** A percentage is stored as the part of one that it is, whichever of the two was given. */
function percentOf(text: string, given: number): number | undefined {
  const printed = exactNumber(text.slice(0, -1).replaceAll(",", ""));
  return printed === undefined ? undefined : given === printed ? Number(`${given}e-2`) : given;
}

/** The number format that prints like the text: its decimals, separators, percent sign. */
function formatOf(text: string): string | undefined {
  const match = /^-?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(%?)$/u.exec(text);
  if (match === null) return undefined;
  const [, whole = "", decimals = "", percent = ""] = match;
  const digits = whole.replaceAll(",", "");
  const isPlain = !whole.includes(",") && digits.length > 3;
  return `${isPlain ? "0" : "#,##0"}${decimals === "" ? "" : `.${"0".repeat(decimals.length)}`}${percent}`;
}
