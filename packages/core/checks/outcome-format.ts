// How figures of findings are written for people: signs, gaps and envelopes, always in one way.

import type { Decimal } from "decimal.js";

import { formatMillionths } from "../figures/figure.ts";
import type { Unit } from "../figures/unit.ts";

/** What is advised where rounding explains a gap (尾差), in every rule alike: such a finding is a hint. */
export const ROUNDING_ADVICE = "属于尾差，一般无需更正。";

/** A gap with its sign: "-4.00". */
export function formatGap(gap: Decimal, decimals = 2): string {
  return gap.toFixed(Math.max(decimals, Math.min(4, gap.decimalPlaces())));
}

/** A gap in millionths with its sign, in the unit, at least at the decimals printed. */
export function formatUnitGap(gap: bigint, unit: Unit | null, decimals: number): string {
  return formatMillionths(gap, decimals, unit);
}
