// The share of its points that a result earns by a plain formula of the rules (计分公式).

import { Decimal } from "decimal.js";

import type { PlainFormula } from "./scoring-rules.ts";

const ZERO = new Decimal(0);
const ONE = new Decimal(1);
const TWO = new Decimal(2);

/** The share of a plain formula for actual ÷ target, before it is bounded. */
export function shareOf(formula: PlainFormula, ratio: Decimal): Decimal {
  switch (formula) {
    case "proportional":
      return ratio;
    case "two-minus-ratio":
      return TWO.minus(ratio);
    case "inverse-ratio":
      return ratio.lte(0) ? ZERO : ONE.div(ratio);
  }
}

/** A share between nothing and all. */
export function bounded(share: Decimal): Decimal {
  if (share.lt(0)) return ZERO;
  return share.gt(1) ? ONE : share;
}

/** A share as a percentage, cut off rather than rounded, so that 94.999 % does not read as 95 %. */
export function percent(share: Decimal): string {
  return `${share.times(100).toDecimalPlaces(2, Decimal.ROUND_DOWN).toString()}%`;
}
