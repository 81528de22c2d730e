// Reads the text of a table cell as a figure. What cannot be read stays unreadable with its text.

import type { Place } from "../document/document.ts";
import type { CellValue } from "./figure.ts";
import { statedFigure } from "./figure.ts";
import { halfWidthText } from "./normalize.ts";
import type { Unit } from "./unit.ts";
import { findUnit } from "./unit.ts";

const DASHES = /^[-—–―─－﹣−─一/／\\]*$/u;
const NUMBER = /^[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/u;
const BRACKETED = /^\((.+)\)$/u;
const DOTTED_THOUSANDS = /^\d{1,3}(?:\.\d{3})+\.\d{2}$/u;
const MISREAD_DIGITS: Readonly<Record<string, string>> = { O: "0", o: "0", l: "1", I: "1", "|": "1" };

/** Removes the blanks that damage puts inside a number ("4183. 78"); undefined when ambiguous. */
export function joinInnerBlanks(text: string): string | undefined {
  const trimmed = text.trim();
  if (!/\s/u.test(trimmed)) return trimmed;
  const joined = trimmed.replace(/\s*([.,])\s*/gu, "$1").replace(/^([-+])\s+/u, "$1");
  if (!/\s/u.test(joined)) return joined;
  // Blanks as thousands separators, or a number whose groups were set apart.
  if (/^[-+]?\d{1,3}(?:\s\d{3})+(?:\.\d+)?$/u.test(joined)) return joined.replace(/\s/gu, "");
  return undefined;
}

/** The plain decimal string of a printed number, or undefined. Separators must stand where they belong. */
export function parseNumber(text: string): string | undefined {
  const joined = joinInnerBlanks(halfWidthText(text).replace(/[−﹣–—](?=\s*\d)/gu, "-"));
  if (joined === undefined) return undefined;
  const bracketed = BRACKETED.exec(joined);
  if (bracketed !== null) {
    const inner = parseNumber(bracketed[1] ?? "");
    return inner === undefined || inner.startsWith("-") ? undefined : `-${inner}`;
  }
  if (!NUMBER.test(joined)) return undefined;
  return joined.replaceAll(",", "").replace(/^\+/u, "");
}

/** A number that damage may have garbled, as a person might propose to read it; never used in sums. */
export function proposeNumber(text: string): string | undefined {
  const squeezed = halfWidthText(text).replace(/\s+/gu, "");
  if (DOTTED_THOUSANDS.test(squeezed)) {
    const last = squeezed.lastIndexOf(".");
    return squeezed.slice(0, last).replaceAll(".", "") + squeezed.slice(last);
  }
  const mended = squeezed.replace(/[OolI|]/gu, (character) => MISREAD_DIGITS[character] ?? character);
  return mended === squeezed ? undefined : parseNumber(mended);
}

const NOTHING_WORDS: ReadonlySet<string> = new Set(["", "无", "元"]);

/** True for cells that print nothing: blank, a dash of any kind, or "/". */
export function isBlankText(text: string): boolean {
  return DASHES.test(halfWidthText(text).replace(/\s+/gu, ""));
}

/**
 * Reads a cell as a figure in the column's unit. A unit printed in the cell wins over the column's.
 * "无", and "元" standing alone (a misread 无), are blanks of a figure column.
 */
export function parseFigure(text: string, unit: Unit | null, place: Place): CellValue {
  const squeezed = text.replace(/\s+/gu, "");
  if (isBlankText(text) || NOTHING_WORDS.has(squeezed)) return { kind: "blank", raw: text, place };
  const { number, printedUnit } = splitUnit(text);
  const value = parseNumber(number);
  const figure =
    value === undefined ? undefined : statedFigure(value, printedUnit ?? unit, place, text.trim());
  if (figure !== undefined) return figure;
  const proposal = proposeNumber(number);
  return { kind: "unreadable", raw: text.trim(), place, ...(proposal === undefined ? {} : { proposal }) };
}

/** Splits "12.5 万元" into its number and unit. */
export function splitUnit(text: string): { readonly number: string; readonly printedUnit: Unit | undefined } {
  const match = /^(.*?[\d)）])\s*([^\d\s()（）.,，．].*)$/u.exec(text.trim());
  if (match === null) return { number: text, printedUnit: undefined };
  const printedUnit = findUnit((match[2] ?? "").replace(/\s+/gu, ""));
  return printedUnit === undefined ? { number: text, printedUnit } : { number: match[1] ?? "", printedUnit };
}
