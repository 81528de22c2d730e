// Scores and rates as whole hundredths, in which they can be counted, compared and averaged exactly.

import { Decimal } from "decimal.js";

import type { CellValue } from "../figures/figure.ts";

/** A decimal in whole hundredths, half up. */
export function hundredthsOf(value: Decimal): number {
  return value.times(100).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber();
}

/** A printed figure in whole hundredths; null when blank or unreadable. */
export function printedHundredths(value: CellValue | null | undefined): number | null {
  return value?.kind === "figure" ? hundredthsOf(new Decimal(value.value)) : null;
}

/** Hundredths as people write them: "98.5". */
export function hundredthsText(value: number): string {
  return new Decimal(value).div(100).toString();
}

/** A share in whole percent, half up; null of nothing. */
export function percentOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.floor((200 * part + whole) / (2 * whole));
}
