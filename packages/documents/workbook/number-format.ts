// What a person sees of a number: the format code of its cell applied (number formats of ECMA-376).

import { numeralDigits, numeralWords } from "./chinese-numerals.ts";
import type { Decimal } from "./decimal-text.ts";
import { decimalOf, exactText, isZeroDecimal, rounded, shifted } from "./decimal-text.ts";
import { formatDate } from "./format-date.ts";
import type { FormatSection, FormatToken } from "./format-tokens.ts";
import { formatSections } from "./format-tokens.ts";

/** NumberFormat: a format code made ready, to be applied to many cells. */
export interface NumberFormat {
  readonly sections: readonly FormatSection[];
  /** True where numbers stand for days. */
  readonly isDate: boolean;
}

const REMEMBERED_LIMIT = 5_000;
const remembered = new Map<string, NumberFormat>();

/** Makes a format code ready; codes repeat over thousands of cells. */
export function numberFormat(code: string): NumberFormat {
  const known = remembered.get(code);
  if (known !== undefined) return known;
  const sections = formatSections(code);
  const isDate = sections[0]?.tokens.some(({ kind }) => kind === "date") ?? false;
  const format = { sections, isDate };
  if (remembered.size >= REMEMBERED_LIMIT) remembered.clear();
  remembered.set(code, format);
  return format;
}

/** A number as its cell shows it. */
export function formatNumber(value: number, format: NumberFormat, is1904 = false): string {
  const { section, isSigned } = sectionFor(value, format.sections);
  if (section === undefined) return generalText(value);
  const { tokens } = section;
  const has = (kind: FormatToken["kind"]): boolean => tokens.some((token) => token.kind === kind);
  if (has("date")) return formatDate(value, section, is1904) ?? generalText(value);
  if (has("general") || has("text")) return withGeneral(value, section, isSigned);
  if (has("digit")) {
    if (has("slash") && !has("point")) return generalText(value);
    if (has("exponent")) return exponentText(value, tokens);
    const decimal = decimalOf(value);
    return decimal === undefined ? generalText(value) : digitsText(decimal, section, isSigned);
  }
  return tokens
    .map(({ text }) => text)
    .join("")
    .trim();
}

/** A text as its cell shows it: only the fourth section, or one with @, changes it. */
export function formatText(text: string, format: NumberFormat): string {
  const section = format.sections[3] ?? format.sections.find(({ tokens }) => hasText(tokens));
  if (section === undefined) return text;
  return section.tokens.map((token) => (token.kind === "text" ? text : token.text)).join("");
}

function hasText(tokens: readonly FormatToken[]): boolean {
  return tokens.some(({ kind }) => kind === "text");
}

interface ChosenSection {
  readonly section: FormatSection | undefined;
  /** True where the section does not itself stand for negative values. */
  readonly isSigned: boolean;
}

function sectionFor(value: number, all: readonly FormatSection[]): ChosenSection {
  const sections = all.length > 3 || hasText(all.at(-1)?.tokens ?? []) ? numberSections(all) : all;
  if (sections.some(({ condition }) => condition !== undefined)) {
    const section =
      sections.find(({ condition }) => condition !== undefined && holds(value, condition)) ??
      sections.find(({ condition }) => condition === undefined) ??
      sections.at(-1);
    return { section, isSigned: true };
  }
  if (sections.length >= 2 && value < 0) return { section: sections[1], isSigned: false };
  if (sections.length >= 3 && value === 0) return { section: sections[2], isSigned: false };
  return { section: sections[0], isSigned: true };
}

function numberSections(all: readonly FormatSection[]): readonly FormatSection[] {
  return all.length === 1 ? all : all.slice(0, Math.min(3, all.length - 1));
}

function holds(value: number, { operator, value: bound }: NonNullable<FormatSection["condition"]>): boolean {
  if (operator === "=") return value === bound;
  if (operator === "<>") return value !== bound;
  if (operator.startsWith("<")) return value < bound || (operator === "<=" && value === bound);
  return value > bound || (operator === ">=" && value === bound);
}

/** Digits that General shows: eleven places, of which the point takes one. */
const GENERAL_DIGITS = 10;

/** A number without a format. Long whole numbers keep their digits, which are mostly codes. */
export function generalText(value: number): string {
  const decimal = decimalOf(value);
  if (decimal === undefined) return String(value);
  const shown = rounded(
    decimal,
    Math.max(0, Math.min(decimal.fraction.length, GENERAL_DIGITS - decimal.whole.length)),
  );
  if (isZeroDecimal(shown)) return isZeroDecimal(decimal) ? "0" : String(Number(value.toPrecision(6)));
  return exactText(Number(`${shown.isNegative ? "-" : ""}${shown.whole}.${shown.fraction}`)) ?? String(value);
}

function withGeneral(value: number, { tokens, numerals }: FormatSection, isSigned: boolean): string {
  const plain = generalText(isSigned ? value : Math.abs(value));
  const shown = numerals === undefined ? plain : inNumerals(plain, numerals);
  return tokens
    .map((token) => (token.kind === "general" || token.kind === "text" ? shown : token.text))
    .join("")
    .trim();
}

function inNumerals(plain: string, numerals: number): string {
  const [, sign = "", whole = "", fraction] = /^(-?)(\d+)(?:\.(\d+))?$/u.exec(plain) ?? [];
  if (whole === "") return plain;
  const tail = fraction === undefined ? "" : `.${numeralDigits(fraction, numerals)}`;
  return `${sign}${numeralWords(whole, numerals)}${tail}`;
}

function exponentText(value: number, tokens: readonly FormatToken[]): string {
  const point = tokens.findIndex(({ kind }) => kind === "point");
  const mark = tokens.findIndex(({ kind }) => kind === "exponent");
  const decimals = point < 0 ? 0 : tokens.slice(point, mark).filter(({ kind }) => kind === "digit").length;
  const [mantissa = "", power = "0"] = value.toExponential(Math.min(decimals, 20)).split("e");
  const sign = power.startsWith("-") ? "-" : tokens[mark]?.text === "E+" ? "+" : "";
  return `${mantissa}E${sign}${power.replace(/^[+-]/u, "").padStart(2, "0")}`;
}

/** DigitLayout: where the placeholders of a section stand. */
interface DigitLayout {
  readonly point: number;
  readonly wholeCount: number;
  readonly decimals: number;
  readonly hasThousands: boolean;
  readonly shift: number;
}

const isDigit = ({ kind }: FormatToken): boolean => kind === "digit";
const isComma = ({ kind }: FormatToken): boolean => kind === "comma";

function layoutOf(tokens: readonly FormatToken[]): DigitLayout {
  const foundPoint = tokens.findIndex(({ kind }) => kind === "point");
  const point = foundPoint < 0 ? tokens.length : foundPoint;
  const whole = tokens.slice(0, point);
  const lastWhole = whole.findLastIndex(isDigit);
  const firstWhole = whole.findIndex(isDigit);
  const last = tokens.findLastIndex(isDigit);
  const hasThousands = firstWhole >= 0 && whole.slice(firstWhole, lastWhole).some(isComma);
  const scaling =
    whole.slice(lastWhole + 1).filter(isComma).length +
    (last > point ? tokens.slice(last + 1).filter(isComma).length : 0);
  const percents = tokens.filter(({ kind }) => kind === "percent").length;
  return {
    point,
    wholeCount: whole.filter(isDigit).length,
    decimals: tokens.slice(point).filter(isDigit).length,
    hasThousands,
    shift: percents * 2 - scaling * 3,
  };
}

function digitsText(value: Decimal, section: FormatSection, isSigned: boolean): string {
  const { tokens, numerals } = section;
  const layout = layoutOf(tokens);
  const shown = rounded(shifted(value, layout.shift), layout.decimals);
  const whole = shown.whole === "0" ? "" : shown.whole;
  let wholeAt = 0;
  let fractionAt = 0;
  const parts = tokens.map((token, index) => {
    if (token.kind === "comma") return "";
    if (token.kind === "point") return /[1-9]/u.test(shown.fraction) || hasZero(tokens, index) ? "." : "";
    if (token.kind !== "digit") return token.text;
    if (index < layout.point) {
      wholeAt += 1;
      return wholePart(whole, token.text, { at: wholeAt, ...layout });
    }
    fractionAt += 1;
    const rest = shown.fraction.slice(fractionAt - 1);
    if (token.text === "0" || /[1-9]/u.test(rest)) return rest[0] ?? "";
    return token.text === "?" ? " " : "";
  });
  const isMinus = isSigned && shown.isNegative && !isZeroDecimal(shown);
  const text = parts.join("").trim();
  return `${isMinus ? "-" : ""}${numerals === undefined ? text : numeralDigits(text, numerals)}`;
}

function hasZero(tokens: readonly FormatToken[], from: number): boolean {
  return tokens.slice(from).some(({ kind, text }) => kind === "digit" && text === "0");
}

/** The digits that the placeholder number `at` (from 1, left to right) of the whole part shows. */
function wholePart(
  whole: string,
  placeholder: string,
  layout: { readonly at: number; readonly wholeCount: number; readonly hasThousands: boolean },
): string {
  const place = layout.wholeCount - layout.at + 1;
  const highest = layout.at === 1 ? Math.max(place, whole.length) : place;
  let text = "";
  for (let position = highest; position >= place; position -= 1) {
    const digit =
      whole[whole.length - position] ?? (placeholder === "0" ? "0" : placeholder === "?" ? " " : "");
    const isGroupEnd = layout.hasThousands && position > 1 && (position - 1) % 3 === 0;
    text += isGroupEnd && digit.trim() !== "" ? `${digit},` : digit;
  }
  return text;
}

const BUILT_IN: Readonly<Record<number, string>> = {
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  5: '"¥"#,##0;"¥"-#,##0',
  6: '"¥"#,##0;"¥"-#,##0',
  7: '"¥"#,##0.00;"¥"-#,##0.00',
  8: '"¥"#,##0.00;"¥"-#,##0.00',
  9: "0%",
  10: "0.00%",
  11: "0.00E+00",
  12: "# ?/?",
  13: "# ??/??",
  14: "yyyy/m/d",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "h:mm",
  21: "h:mm:ss",
  22: "yyyy/m/d h:mm",
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: "m-d-yy",
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: '上午/下午h"时"mm"分"',
  35: '上午/下午h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  37: "#,##0;-#,##0",
  38: "#,##0;-#,##0",
  39: "#,##0.00;-#,##0.00",
  40: "#,##0.00;-#,##0.00",
  41: '#,##0;-#,##0;"-"',
  42: '"¥"#,##0;"¥"-#,##0;"¥-"',
  43: '#,##0.00;-#,##0.00;"-"??',
  44: '"¥"#,##0.00;"¥"-#,##0.00;"¥-"',
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mm:ss",
  48: "##0.0E+0",
  49: "@",
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: '上午/下午h"时"mm"分"',
  56: '上午/下午h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

/** The code of a number format that files name by id only, as a Chinese installation shows it. */
export function builtInFormat(id: number): string {
  return BUILT_IN[id] ?? "General";
}
