// Cells as Excel and WPS put them on the clipboard: rows in lines, cells between tabs, a cell with a line break,
// a tab or a quotation mark in quotation marks. What is pasted as a figure is read as a figure or left as it stands.

import { halfWidthText } from "./normalize.ts";
import { isBlankText, parseNumber, splitUnit } from "./parse-figure.ts";
import type { Unit } from "./unit.ts";
import { statedFigure, formatMillionths } from "./figure.ts";

/** The cells of a text from the clipboard, row by row; the line break after the last row begins no other. */
export function parsePaste(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const { cell, end } = cellAt(text, at);
    row.push(cell);
    if (text[end] === "\t") {
      at = end + 1;
      if (at === text.length) row.push("");
      continue;
    }
    rows.push(row);
    row = [];
    at = text.startsWith("\r\n", end) ? end + 2 : end + 1;
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

/** A cell that begins at an offset, and where it ends. */
function cellAt(text: string, start: number): { readonly cell: string; readonly end: number } {
  const quoted = quotedAt(text, start);
  if (quoted !== undefined) return quoted;
  let end = start;
  while (end < text.length && !"\t\r\n".includes(text.charAt(end))) end += 1;
  return { cell: text.slice(start, end), end };
}

/** A cell in quotation marks; a mark that nothing closes before the end of a cell belongs to the text. */
function quotedAt(text: string, start: number): { readonly cell: string; readonly end: number } | undefined {
  if (text[start] !== '"') return undefined;
  let cell = "";
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] !== '"') cell += text[at] ?? "";
    else if (text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else {
      const end = at + 1;
      const isClosed = end === text.length || "\t\r\n".includes(text.charAt(end));
      return isClosed ? { cell: cell.replaceAll("\r\n", "\n"), end } : undefined;
    }
  }
  return undefined;
}

/** Cells as a text for the clipboard, which Excel takes apart into the same cells. */
export const formatCopy = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => cells.map(copiedCell).join("\t")).join("\r\n");

const copiedCell = (cell: string): string =>
  /["\t\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

const FINE_DECIMALS = 10;

/**
 * A pasted text for a cell of a figure: digits of full width and separators of thousands become a plain number, an
 * amount with 元 or 万元 after it the amount in the unit kept. A dash or a blank is a blank, a zero stays a zero, and
 * what is no number stays as it stands, for a person to correct.
 */
export function pastedFigure(text: string, unit: Unit | null): string {
  if (isBlankText(text)) return "";
  const { number, printedUnit } = splitUnit(halfWidthText(text));
  const value = parseNumber(number);
  if (value === undefined) return text.trim();
  if (printedUnit === undefined || printedUnit.name === unit?.name) return value;
  if (printedUnit.dimension !== unit?.dimension) return text.trim();
  const figure = statedFigure(value, printedUnit, {});
  if (figure === undefined) return text.trim();
  return formatMillionths(figure.millionths, FINE_DECIMALS, unit).replace(/\.?0+$/u, "");
}
