// The cells of a row as recognition weighs them: what each could be, before it is known where it belongs.

import type { Cell, Place } from "../../document/document.ts";
import type { Line } from "../../document/lines.ts";
import { halfWidthText } from "../../figures/normalize.ts";
import { isBlankText, parseNumber } from "../../figures/parse-figure.ts";

/** CellKind: what the text of a cell looks like on its own. */
export type CellKind = "total" | "integer" | "decimal" | "fragment" | "garbled" | "dash" | "text";

/** PrintedCell: a cell that prints something. */
export interface PrintedCell {
  readonly text: string;
  /** Half width, without white space. */
  readonly squeezed: string;
  readonly kind: CellKind;
  /** Three, five or seven digits. */
  readonly isCode: boolean;
  /** The code that the cell is or begins with ("2010301行政运行"). */
  readonly leadingCode: string | null;
  /** Column of the grid, from 0. */
  readonly at: number;
  /** True for a number that a workbook stores: it is no piece of another. */
  readonly isWhole?: boolean;
  readonly place: Place;
}

const CODE = /^\d{3}(?:\d{2}){0,2}$/u;
const LEADING_CODE = /^(?:\d{3}|\d{5}|\d{7})(?=\p{Script=Han}|$)/u;
const HAS_WORDS = /[\p{Script=Han}\p{L}]/u;
const FRAGMENT = /^(?:[.,]\d+|[-+]?\d[\d,]*[.,])$/u;
const TOTAL = /^(?:合计|总计|合計)$/u;

const LETTERS: Readonly<Record<string, string>> = { O: "0", o: "0", I: "1", l: "1", "|": "1" };
const AMOUNT_WITH_LETTERS = /^-?[\dOoIl|]+(?:,[\dOoIl|]{3})*\.[\dOoIl|]{2}$/u;
const MOST_LETTERS = 2;

/** An amount in which a scan put letters for the digits that look like them; undefined for anything else. */
export function withoutLetters(squeezed: string): string | undefined {
  const letters = squeezed.match(/[OoIl|]/gu)?.length ?? 0;
  const digits = squeezed.match(/\d/gu)?.length ?? 0;
  if (letters === 0 || letters > MOST_LETTERS || digits < 2 || !AMOUNT_WITH_LETTERS.test(squeezed))
    return undefined;
  return squeezed.replace(/[OoIl|]/gu, (letter) => LETTERS[letter] ?? letter);
}

/** What a text looks like as a cell. */
export function cellKind(squeezed: string): CellKind {
  if (TOTAL.test(squeezed)) return "total";
  if (isBlankText(squeezed)) return "dash";
  if (FRAGMENT.test(squeezed)) return "fragment";
  const number = parseNumber(squeezed);
  if (number !== undefined) return number.includes(".") || squeezed.includes(",") ? "decimal" : "integer";
  if (withoutLetters(squeezed) !== undefined) return "decimal";
  const digits = squeezed.replace(/\D/gu, "").length;
  return digits > 0 && (!HAS_WORDS.test(squeezed) || digits * 2 > squeezed.length) ? "garbled" : "text";
}

function printedCell(text: string, at: number, place: Place): PrintedCell {
  const squeezed = halfWidthText(text.replace(/<\/?[a-z]{1,6}>/giu, "")).replace(/\s+/gu, "");
  const kind = cellKind(squeezed);
  const leadingCode = LEADING_CODE.exec(squeezed)?.[0] ?? null;
  return { text: text.trim(), squeezed, kind, isCode: CODE.test(squeezed), leadingCode, at, place };
}

/** The cells of a row that print something, in order. */
export function printedCells(line: Line): readonly PrintedCell[] {
  const cells = line.cells.flatMap((cell: Cell, at) => {
    const printed = printedCell(cell.text, at, cell.place);
    if (printed.squeezed === "") return [];
    return [cell.exact === undefined ? printed : { ...printed, isWhole: true }];
  });
  return withCodesJoined(withoutLevelHeads(cells));
}

const LEVEL_HEADS = /^(?:[类款项]|类款项?|款项)$/u;

/** The last row of a header (类, 款, 项) that goes on with 合计 and its figures is the total row. */
function withoutLevelHeads(cells: readonly PrintedCell[]): readonly PrintedCell[] {
  const total = cells.findIndex(({ kind }) => kind === "total");
  const isHeaded =
    total > 0 &&
    cells.slice(0, total).every(({ squeezed }) => LEVEL_HEADS.test(squeezed)) &&
    cells.slice(total + 1).some(({ kind }) => kind === "decimal" || kind === "integer");
  return isHeaded ? cells.slice(total) : cells;
}

const TOP_CODE = /^[1-5]\d\d$/u;
const NEXT_CODE = /^\d\d$/u;

/** A code printed in columns of its own for 类, 款 and 项 (301 | 08), before its name. */
function withCodesJoined(cells: readonly PrintedCell[]): readonly PrintedCell[] {
  const joined: PrintedCell[] = [];
  for (let at = 0; at < cells.length; at += 1) {
    const parts = codeParts(cells, at);
    const whole = parts.length > 1 ? mergedCell(parts) : cells[at];
    if (whole !== undefined) joined.push(whole);
    at += Math.max(parts.length, 1) - 1;
  }
  return joined;
}

function codeParts(cells: readonly PrintedCell[], from: number): readonly PrintedCell[] {
  if (!TOP_CODE.test(cells[from]?.squeezed ?? "")) return [];
  let end = from + 1;
  while (end <= from + 2 && NEXT_CODE.test(cells[end]?.squeezed ?? "")) end += 1;
  const isNamed = cells[end]?.kind === "text" && !cells[end - 1]?.squeezed.includes(".");
  const parts = isNamed ? cells.slice(from, end) : [];
  return parts.every((part, order) => order === 0 || part.at === (parts[order - 1]?.at ?? 0) + 1)
    ? parts
    : [];
}

const CODE_AND_NAME = /^\s*(\d{3}|\d{5}|\d{7})\s*(\p{Script=Han}.*)$/su;
const NAME_AND_NUMBERS = /^(.*[\p{Script=Han})）])\s+((?:[-\d][\d,.]*\s*)+)$/su;
const NUMBER_AND_NAME = /^(-?\d[\d,]*\.\d\d)\s+(\p{Script=Han}.*)$/su;
const REGULAR = /-?(?:\d{1,3}(?:,\d{3})+|\d+)\.\d\d(?!\d)/gu;
const LINE_AND_NUMBER = /^(\d{1,2})\s+(-?[\d,]+(?:\.\d+)?)$/u;
const SEAMS = /^(?:-?(?:\d{1,3}(?:,\d{3})+|\d+)\.\d\d|\d{1,7}|[-—]+)$/u;
const AMOUNT = /\.\d\d$/u;
const AT_MARKS = /\s*(?<=\d\s*)([.,])\s*(?=\d)/gu;

/** Half width, without the blanks that a scan puts around the marks of a number. */
function closedNumbers(text: string): string {
  return halfWidthText(text).replace(AT_MARKS, "$1").trim();
}

/** The numbers of a cell that blanks part and that cannot be one: an amount is followed by more. */
function numbersSideBySide(text: string): readonly string[] | undefined {
  const parts = closedNumbers(text).split(/\s+/u);
  if (parts.length < 2 || !parts.every((part) => SEAMS.test(part))) return undefined;
  return parts.slice(0, -1).some((part) => AMOUNT.test(part)) ? parts : undefined;
}

/** True where blanks inside the cell may part two columns. */
export function mayHoldSeveral(cell: PrintedCell): boolean {
  return cell.text.length > cell.squeezed.length && /\d/u.test(cell.text);
}

/** Two columns that slid into one cell, taken apart where the text itself shows the seam. */
export function splitCell(cell: PrintedCell, hasCode: boolean): readonly PrintedCell[] {
  const again = (texts: readonly string[]): readonly PrintedCell[] =>
    texts.flatMap((text) => {
      const part = printedCell(text, cell.at, cell.place);
      return part.squeezed === "" ? [] : [part];
    });
  const coded = hasCode ? CODE_AND_NAME.exec(cell.text) : null;
  if (coded !== null) return again([coded[1] ?? "", coded[2] ?? ""]);
  const named = NAME_AND_NUMBERS.exec(cell.text);
  if (named !== null) {
    return again([named[1] ?? ""]).concat(
      again([named[2] ?? ""]).flatMap((part) => splitCell(part, hasCode)),
    );
  }
  const numbered = NUMBER_AND_NAME.exec(closedNumbers(cell.text));
  if (numbered !== null) return again([numbered[1] ?? "", numbered[2] ?? ""]);
  const numbers = numbersSideBySide(cell.text);
  if (numbers !== undefined) return again(numbers);
  const regular = cell.kind === "garbled" ? (halfWidthText(cell.text).match(REGULAR) ?? []) : [];
  if (regular.length > 1 && regular.join("") === cell.squeezed) return again(regular);
  return [cell];
}

/** The other reading of "27 1236.03": a line number and an amount, where blanks inside a number would give one. */
export function splitLineNumber(cell: PrintedCell): readonly PrintedCell[] | undefined {
  const match = LINE_AND_NUMBER.exec(closedNumbers(cell.text));
  if (match === null) return undefined;
  return [match[1] ?? "", match[2] ?? ""].map((text) => printedCell(text, cell.at, cell.place));
}

/** The decimals of a number as printed. */
export function decimalsOf(cell: PrintedCell): number {
  return cell.kind === "decimal" ? (cell.squeezed.split(".")[1]?.length ?? 0) : 0;
}

/** Several cells as one: a number or a name that was split. */
export function mergedCell(cells: readonly PrintedCell[]): PrintedCell | undefined {
  const [first] = cells;
  if (first === undefined || cells.length === 1) return first;
  const merged = printedCell(cells.map(({ squeezed }) => squeezed).join(""), first.at, first.place);
  return { ...merged, text: cells.map(({ text }) => text).join(" ") };
}
