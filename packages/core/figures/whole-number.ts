// Decimals without making new ones: compared as they stand, and as whole numbers of the machine (整数运算), on which
// arithmetic is exact and costs a tenth where they are small enough. What does not fit is left to decimals.

import { Decimal } from "decimal.js";

/** Decimals hold their digits in words of seven, the last of which is filled with zeros. */
const WORD_DIGITS = 7;
const WORD = 10_000_000;
/** Three words may exceed what is exact, which is checked; more always do. */
const MOST_WORDS = 3;
const POWERS = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14] as const;

/** Ten to the n-th, exact; undefined above what whole arithmetic needs. */
export const powerOfTen = (exponent: number): number | undefined => POWERS[exponent];

/** The value in units of its n-th decimal (1.25 with 2 decimals is 125); undefined unless that is exact. */
export function wholeOf(value: Decimal, decimals: number): number | undefined {
  const { d: words, e, s } = value;
  if (!value.isFinite() || words.length > MOST_WORDS || decimals > WORD_DIGITS) return undefined;
  let digits = 0;
  for (const word of words) digits = digits * WORD + word;
  if (digits > Number.MAX_SAFE_INTEGER) return undefined;
  const lastWord = Math.floor(e / WORD_DIGITS) - words.length + 1;
  if (lastWord < -1) return undefined;
  if (lastWord >= 0) return exact(s * digits * (powerOfTen(lastWord * WORD_DIGITS + decimals) ?? Number.NaN));
  const zeros = powerOfTen(WORD_DIGITS - decimals) ?? Number.NaN;
  return digits % zeros === 0 ? (s * digits) / zeros : undefined;
}

/** Negative, 0 or positive as the first is less, equal or more; decimals themselves copy one of both to compare. */
export function compareFigures(one: Decimal, other: Decimal): number {
  if (!one.isFinite() || !other.isFinite()) return one.cmp(other);
  const [sign, otherSign] = [signOf(one), signOf(other)];
  if (sign !== otherSign) return sign - otherSign;
  if (one.e !== other.e) return sign * (one.e - other.e);
  // Of one exponent, words stand for the same powers; a missing one is 0.
  for (let at = 0; at < one.d.length || at < other.d.length; at += 1) {
    const difference = (one.d[at] ?? 0) - (other.d[at] ?? 0);
    if (difference !== 0) return sign * difference;
  }
  return 0;
}

/** The decimal of a plain text; short whole numbers, as most are, without the reading of texts. */
export function decimalOfDigits(text: string): Decimal {
  return new Decimal(text.length <= WORD_DIGITS && !text.includes(".") ? Number(text) : text);
}

/** −1, 0 or 1. */
export const signOf = (value: Decimal): number => (value.isZero() ? 0 : value.s);

/** A result of whole arithmetic that is still exact; undefined beyond. */
export const exact = (value: number): number | undefined => (Number.isSafeInteger(value) ? value : undefined);

/** WholeRatio (整数比): a quotient of two figures as two whole numbers, undivided. */
export interface WholeRatio {
  readonly over: number;
  readonly under: number;
}

/** The quotient of two figures as whole numbers in the same unit. */
export function wholeRatio(over: Decimal, under: Decimal): WholeRatio | undefined {
  const decimals = Math.max(over.decimalPlaces(), under.decimalPlaces());
  const [above, below] = [wholeOf(over, decimals), wholeOf(under, decimals)];
  return above === undefined || below === undefined ? undefined : { over: above, under: below };
}
