// Figures as whole numbers of the machine (整数运算): where they are small enough, arithmetic on them is exact
// and costs a tenth of that on decimals. What does not fit gives undefined and is left to decimals.

import type { Decimal } from "decimal.js";

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
