// A printed figure keeps its text, unit, decimals and place. Blank, zero and unreadable are three
// different things, and a dash ("——", not applicable) is a blank that was printed on purpose.

import type { Place } from "../document/document.ts";
import type { Unit } from "./unit.ts";

/** Values are held in millionths of the base unit (元, one percent, one piece) as bigint. */
export const MILLIONTHS = 1_000_000n;

/** StatedFigure (列示数): a figure as printed. */
export interface StatedFigure {
  readonly kind: "figure";
  /** The printed text it was read from. */
  readonly raw: string;
  /** Decimal string exactly as precise as printed, without separators and blanks: "1236.03". */
  readonly value: string;
  readonly unit: Unit | null;
  readonly decimals: number;
  /** The value in millionths of the unit's base unit; millionths of one where no unit is known. */
  readonly millionths: bigint;
  readonly place: Place;
  /** Why the reading is doubtful, in Chinese, when it is. */
  readonly doubt?: string;
}

/** Blank (空白): nothing printed, or a dash that says "not applicable". */
export interface Blank {
  readonly kind: "blank";
  readonly raw: string;
  readonly place: Place;
}

/** Unreadable (无法识别): something is printed that cannot be read as a figure. Never becomes 0. */
export interface Unreadable {
  readonly kind: "unreadable";
  readonly raw: string;
  readonly place: Place;
  /** A reading that a person might confirm; never used in arithmetic. */
  readonly proposal?: string;
}

export type CellValue = StatedFigure | Blank | Unreadable;

/** Money (金额): whole 分. */
export interface Money {
  readonly fen: bigint;
}

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/u;
const DIGIT_LIMIT = 30;

/** Makes a figure from a plain decimal string such as "-12.30"; undefined when it is not one. */
export function statedFigure(
  value: string,
  unit: Unit | null,
  place: Place,
  raw: string = value,
): StatedFigure | undefined {
  const match = DECIMAL.exec(value);
  if (match === null || value.length > DIGIT_LIMIT) return undefined;
  const [, sign = "", whole = "0", fraction = ""] = match;
  const scale = unit?.scale ?? 1n;
  const digits = BigInt(whole + fraction) * scale * MILLIONTHS;
  const magnitude = digits / 10n ** BigInt(fraction.length);
  const millionths = sign === "-" ? -magnitude : magnitude;
  return { kind: "figure", raw, value, unit, decimals: fraction.length, millionths, place };
}

/** A money figure as whole 分, rounded half away from zero; undefined when it is no money. */
export function moneyOf(figure: StatedFigure): Money | undefined {
  if (figure.unit?.dimension !== "money") return undefined;
  const perFen = MILLIONTHS / 100n;
  const half = figure.millionths < 0n ? -perFen / 2n : perFen / 2n;
  return { fen: (figure.millionths + half) / perFen };
}

/** True when the value is a figure other than zero. */
export function isNonZero(value: CellValue | null | undefined): value is StatedFigure {
  return value?.kind === "figure" && value.millionths !== 0n;
}

/** Formats millionths of a base unit with fixed decimals, half away from zero, in the given unit. */
export function formatMillionths(millionths: bigint, decimals: number, unit: Unit | null = null): string {
  const divisor = (unit?.scale ?? 1n) * MILLIONTHS;
  const power = 10n ** BigInt(decimals);
  const negative = millionths < 0n;
  const scaled = (negative ? -millionths : millionths) * power;
  const rounded = (scaled * 2n + divisor) / (divisor * 2n);
  const whole = rounded / power;
  const fraction = decimals === 0 ? "" : `.${(rounded % power).toString().padStart(decimals, "0")}`;
  return `${negative && rounded !== 0n ? "-" : ""}${whole}${fraction}`;
}
