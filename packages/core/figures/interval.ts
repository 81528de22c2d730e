// A printed figure is an interval: the value lies within half of its last digit, ends included,
// as XBRL Calculations 1.1 has it. Identities are judged by intervals, never by a fixed tolerance.

import { Decimal } from "decimal.js";

import type { CellValue, StatedFigure } from "./figure.ts";
import { MILLIONTHS } from "./figure.ts";

/** Interval: both ends included, in millionths of the base unit. */
export interface Interval {
  readonly low: bigint;
  readonly high: bigint;
}

/** Verdict on an identity: holds, explained by rounding (尾差), or impossible. */
export type Verdict = "holds" | "rounding" | "impossible";

/** Comparison: the verdict, the printed gap (actual − expected) and the envelope it may not exceed. */
export interface Comparison {
  readonly verdict: Verdict;
  readonly gap: bigint;
  readonly envelope: bigint;
}

export const ZERO: Interval = { low: 0n, high: 0n };

/** Half of the last printed digit, in millionths; nothing for whole counts, which are exact. */
export function halfLastDigit(figure: StatedFigure): bigint {
  if (figure.unit?.dimension === "count" && figure.decimals === 0) return 0n;
  const scale = figure.unit?.scale ?? 1n;
  const divisor = DIVISORS[figure.decimals] ?? 2n * 10n ** BigInt(figure.decimals);
  return (scale * MILLIONTHS) / divisor;
}

/** Twice the power of ten, by decimals. */
const DIVISORS: readonly bigint[] = Array.from({ length: 10 }, (_, decimals) => 2n * 10n ** BigInt(decimals));

/** The interval that a printed figure states. */
export function intervalOf(figure: StatedFigure): Interval {
  const half = halfLastDigit(figure);
  return { low: figure.millionths - half, high: figure.millionths + half };
}

/** The interval of a cell in arithmetic: blank counts as exactly zero; unreadable has none. */
export function cellInterval(value: CellValue | null | undefined): Interval | undefined {
  if (value === null || value === undefined || value.kind === "blank") return ZERO;
  return value.kind === "figure" ? intervalOf(value) : undefined;
}

export const add = (a: Interval, b: Interval): Interval => ({ low: a.low + b.low, high: a.high + b.high });
export const subtract = (a: Interval, b: Interval): Interval => ({
  low: a.low - b.high,
  high: a.high - b.low,
});
export const negate = (a: Interval): Interval => ({ low: -a.high, high: -a.low });
export const middle = (a: Interval): bigint => (a.low + a.high) / 2n;
export const halfWidth = (a: Interval): bigint => (a.high - a.low) / 2n;

/** Widens an interval to the given half width around its middle, when that is wider. */
export function widenTo(a: Interval, half: bigint): Interval {
  if (halfWidth(a) >= half) return a;
  const centre = middle(a);
  return { low: centre - half, high: centre + half };
}

const magnitude = (value: bigint): bigint => (value < 0n ? -value : value);

/** Judges actual = expected: the envelope is the sum of both half widths. */
export function compareIntervals(actual: Interval, expected: Interval): Comparison {
  const gap = middle(actual) - middle(expected);
  const envelope = halfWidth(actual) + halfWidth(expected);
  if (gap === 0n) return { verdict: "holds", gap, envelope };
  return { verdict: magnitude(gap) <= envelope ? "rounding" : "impossible", gap, envelope };
}

/** Judges actual ≤ limit; the gap is how much it is over. */
export function compareAtMost(actual: Interval, limit: Interval): Comparison {
  const gap = middle(actual) - middle(limit);
  const envelope = halfWidth(actual) + halfWidth(limit);
  if (gap <= 0n) return { verdict: "holds", gap, envelope };
  return { verdict: gap <= envelope ? "rounding" : "impossible", gap, envelope };
}

/** Ratio (比率): an interval of decimals, for shares, rates of change and completion. */
export interface Ratio {
  readonly low: Decimal;
  readonly high: Decimal;
  /** The ratio of the printed figures themselves. */
  readonly printed: Decimal;
}

const decimal = (value: bigint): Decimal => new Decimal(value.toString());

/** part ÷ whole as an interval; undefined when the whole may be zero. */
export function divide(part: Interval, whole: Interval): Ratio | undefined {
  if (whole.low <= 0n && whole.high >= 0n) return undefined;
  const divisors = [decimal(whole.low), decimal(whole.high)];
  const ends = [decimal(part.low), decimal(part.high)].flatMap((p) => divisors.map((w) => p.div(w)));
  const printed = decimal(middle(part)).div(decimal(middle(whole)));
  return { low: Decimal.min(...ends), high: Decimal.max(...ends), printed };
}

/** RatioComparison: verdict on a printed percentage; figures in percent. */
export interface RatioComparison {
  readonly verdict: Verdict;
  readonly expected: Decimal;
  readonly gap: Decimal;
  readonly envelope: Decimal;
}

/** Judges a printed percentage against a ratio (1 = 100 %); compared at the decimals printed. */
export function comparePercent(printed: StatedFigure, ratio: Ratio): RatioComparison {
  const stated = new Decimal(printed.value);
  const half = new Decimal(5).div(new Decimal(10).pow(printed.decimals + 1));
  const low = ratio.low.times(100);
  const high = ratio.high.times(100);
  const exact = ratio.printed.times(100);
  const expected = exact.toDecimalPlaces(printed.decimals, Decimal.ROUND_HALF_UP);
  const gap = stated.minus(expected);
  const envelope = high.minus(low).div(2).plus(half);
  if (gap.isZero()) return { verdict: "holds", expected, gap, envelope };
  const possible = stated.plus(half).gte(low) && stated.minus(half).lte(high);
  return { verdict: possible ? "rounding" : "impossible", expected, gap, envelope };
}
