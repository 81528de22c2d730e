// Scans misread 元 at the end of an amount as letters or digits ("120000元" as "1200007G"). Which
// digits are the amount is decided by the form's own pattern cell ("= 元") and by the amounts that
// its money block repeats, never by the digits themselves; the reading is always doubtful.

import type { StatedFigure } from "../figures/figure.ts";
import { MILLIONTHS, statedFigure } from "../figures/figure.ts";
import { parseNumber } from "../figures/parse-figure.ts";
import { findUnit } from "../figures/unit.ts";

/** KnownAmount: an amount that the same form prints elsewhere, in its own unit. */
export type KnownAmount = StatedFigure;

/** The two halves of 元 as scans misread them: a 7 and a letter, the letter alone, or π. */
const GLUED = /^(\d+(?:\.\d+)?)(?:[A-Za-zπ]{1,2}|\$\\?\w*\$)$/u;

/** The amount and unit of a number whose money unit is garbled; undefined when it cannot be told. */
export function mendMoneyUnit(
  text: string,
  expectedUnit: string | null,
  amounts: readonly KnownAmount[],
): { readonly value: string; readonly unit: string } | undefined {
  if (expectedUnit === null || findUnit(expectedUnit)?.dimension !== "money") return undefined;
  const candidates = candidateNumbers(text);
  const confirmed = candidates.find((candidate) =>
    amounts.some((amount) => agrees(candidate, expectedUnit, amount)),
  );
  const value = confirmed ?? candidates[0];
  return value === undefined ? undefined : { value, unit: expectedUnit };
}

/** Readings from the likeliest on: the first group of digits, without or with a final 7. */
function candidateNumbers(text: string): readonly string[] {
  const first = text.trim().split(/\s+/u)[0] ?? "";
  const glued = GLUED.exec(first);
  const whole = glued?.[1] ?? first;
  const number = parseNumber(whole);
  if (number === undefined) return [];
  const shorter = glued !== null && whole.endsWith("7") ? parseNumber(whole.slice(0, -1)) : undefined;
  return shorter === undefined ? [number] : [shorter, number];
}

/** True when the number in its unit is the amount within half of the amount's last printed digit. */
function agrees(number: string, unitName: string, amount: KnownAmount): boolean {
  const figure = statedFigure(number, findUnit(unitName) ?? null, amount.place);
  if (figure === undefined || amount.unit === null) return false;
  const lastDigit = (amount.unit.scale * MILLIONTHS) / 10n ** BigInt(amount.decimals);
  const gap = figure.millionths - amount.millionths;
  return (gap < 0n ? -gap : gap) * 2n <= lastDigit;
}
