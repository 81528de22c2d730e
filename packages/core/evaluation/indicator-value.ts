// Reads what stands in the target and actual columns: "≥95%", "=44800元", "2 万元/人/年", "及时".
// Numbers with a unit become value and unit; words, tiers, dates and limits stay words.

import type { Place } from "../document/document.ts";
import { halfWidthText } from "../figures/normalize.ts";
import { parseNumber } from "../figures/parse-figure.ts";
import { findUnit } from "../figures/unit.ts";
import type { Comparator, IndicatorValue } from "./project-evaluation.ts";
import { mendMoneyUnit, type KnownAmount } from "./misread-unit.ts";

/** What the form itself says about a value beside its own cell. */
export interface ValueContext {
  /** Comparator of a column of its own; "定性" is none. */
  readonly comparator?: string;
  /** Unit of a column of its own. */
  readonly unit?: string;
  /** Unit of the bare pattern ("= 元") or of the target, against which a misread unit is decided. */
  readonly expectedUnit?: string | null;
  /** Amounts that the money block of the same form repeats. */
  readonly amounts?: readonly KnownAmount[];
}

/** ReadValue: the value, and whether reading it took a guess. */
export interface ReadValue {
  readonly value: IndicatorValue;
  readonly doubtful: boolean;
}

const COMPARATORS: Readonly<Record<string, Comparator>> = {
  "=": "=",
  "≥": "≥",
  "≧": "≥",
  "⩾": "≥",
  "≽": "≥",
  ">": ">",
  "﹥": ">",
  "≤": "≤",
  "≦": "≤",
  "⩽": "≤",
  "≼": "≤",
  "<": "<",
  "﹤": "<",
};
const NUMBER_START = /^([-−]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(.*)$/su;
const DATE_TAIL = /^(?:年(?:度|底|前|末|初|内|中|\d|$)|月(?:\d|底|前|末|初|内|中|份)|[.\-/]\d)/u;
const LIMIT_TAIL = /(?:以上|以下|以内|左右|之前|之后|之内|前|底|内)$/u;
const UNIT_PIECE =
  /^(?:[%‰℃㎡㎥°]|个百分点|百分点|[\p{Script=Han}()]{1,6}|km2?|m[23]|kg|TB|GB|MB|KB|Mbps|Gbps|kWh|kW)$/u;

/** Blanks before a sign, and signs of full width. */
const OTHER_START = /^[\s\uFF01-\uFF5E]/u;

/** The comparator that a text begins with, as one of the five. */
export function comparatorOf(text: string): Comparator | null {
  const first = OTHER_START.test(text) ? halfWidthText(text.trim())[0] : text[0];
  return first === undefined ? null : (COMPARATORS[first] ?? null);
}

/** The unit of a bare pattern such as "= %" or "≥次"; undefined when the text is no bare pattern. */
export function barePattern(text: string): { readonly unit: string } | undefined {
  const squeezed = squeeze(text);
  if (comparatorOf(squeezed) === null || /\d/u.test(squeezed)) return undefined;
  const unit = squeezed.slice(1);
  if (unit === "") return { unit };
  return isUnit(unit) && (findUnit(unit) !== undefined || unit.includes("/")) ? { unit } : undefined;
}

const BLANK = /\s/u;
const HAN = "[\\p{Script=Han}，。、；：！？（）《》“”]";
const BETWEEN_HAN = new RegExp(`(?<=${HAN}) (?=${HAN})`, "gu");

/** Removes the blanks that line breaks leave between Chinese characters; others stay as printed. */
export function withoutLineBreaks(text: string): string {
  if (!BLANK.test(text)) return text;
  return text.trim().replace(/\s+/gu, " ").replace(BETWEEN_HAN, "");
}

/** Reads a target or actual value; null when nothing is printed. */
export function readIndicatorValue(text: string, place: Place, context: ValueContext = {}): ReadValue | null {
  const printed = squeeze(text);
  if (printed === "" || /^[-—–/]+$/u.test(printed)) return null;
  const column = context.comparator === undefined ? null : comparatorOf(context.comparator);
  const own = comparatorOf(printed);
  const comparator = own ?? column;
  const rest = own === null ? printed : printed.slice(1);
  const unitColumn = column === null || context.unit === undefined ? "" : squeeze(context.unit);
  const raw = `${own === null && column !== null ? column : ""}${withoutLineBreaks(text)}${quantityUnit(rest, unitColumn)}`;
  const base = { raw, comparator, value: null, unit: null, unreadable: false, place };
  if (rest === "") return { value: { ...base, unreadable: true }, doubtful: true };
  const quantity = hasBrokenNumber(text) ? undefined : readQuantity(rest, unitColumn);
  if (quantity === "words") return { value: base, doubtful: false };
  if (quantity !== undefined) return { value: { ...base, ...quantity }, doubtful: false };
  const mended = mendMoneyUnit(afterComparator(text), context.expectedUnit ?? null, context.amounts ?? []);
  if (mended !== undefined) return { value: { ...base, ...mended }, doubtful: true };
  return { value: { ...base, unreadable: true }, doubtful: true };
}

/** True when a blank stands between digits where no separator of a number explains it. */
function hasBrokenNumber(text: string): boolean {
  const start = /^[\d.,\s]+/u.exec(afterComparator(text))?.[0] ?? "";
  return /\d\s+\d/u.test(start) && parseNumber(start) === undefined;
}

/** A unit column's unit belongs to the raw text of a number that prints none itself. */
function quantityUnit(rest: string, unitColumn: string): string {
  return unitColumn !== "" && parseNumber(rest) !== undefined ? unitColumn : "";
}

function squeeze(text: string): string {
  return halfWidthText(text).replace(/\s+/gu, "");
}

function afterComparator(text: string): string {
  const trimmed = halfWidthText(text).trim();
  return comparatorOf(trimmed) === null ? trimmed : trimmed.slice(1).trim();
}

/** Value and unit; "words" for what is no number with a unit; undefined for a garbled one. */
function readQuantity(
  rest: string,
  unitColumn: string,
): { readonly value: string; readonly unit: string | null } | "words" | undefined {
  const match = NUMBER_START.exec(rest);
  if (match === null) return "words";
  const [, number = "", tail = ""] = match;
  const value = parseNumber(number);
  if (value === undefined) return "words";
  if (tail === "") {
    // A number whose unit stands in a column of its own ("其他" is the unit of words).
    return { value, unit: unitColumn === "" || unitColumn === "其他" ? null : unitColumn };
  }
  if (isDate(number, tail) || LIMIT_TAIL.test(tail) || tail.length > 12) return "words";
  if (isUnit(tail)) return { value, unit: tail };
  return isGarbled(tail) && !isRange(tail) ? undefined : "words";
}

/** "90%-95%", "90~95", "100±5%": a range, though no Chinese character says so. */
function isRange(tail: string): boolean {
  return /^%?[-~—–]\d+(?:\.\d+)?%$|^~\d+(?:\.\d+)?$|^±\d+(?:\.\d+)?%?$/u.test(tail);
}

function isDate(number: string, tail: string): boolean {
  if (/^(?:19|20)\d{2}$/u.test(number) && tail.startsWith("年")) return true;
  if (/^月|^日/u.test(tail) && Number(number) <= 31) return true;
  return DATE_TAIL.test(tail) && tail !== "年";
}

/** True for units as forms print them: a known unit, a measure word, or several with slashes. */
export function isUnit(text: string): boolean {
  const pieces = text.split("/");
  if (pieces.length > 4) return false;
  return pieces.every((piece, index) =>
    piece === ""
      ? index > 0 && index === pieces.length - 1
      : findUnit(piece) !== undefined || UNIT_PIECE.test(piece),
  );
}

/** Garbage, unlike words: no Chinese character, or signs that no text of a form uses. */
function isGarbled(tail: string): boolean {
  return !/\p{Script=Han}/u.test(tail) || /[$\\{}]/u.test(tail);
}
