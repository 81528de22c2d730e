// What follows from a comparison of two figures: their quotient and their distance, reckoned only when asked for.
// A form is compared far more often than anyone asks by how much, and a division costs more than the comparison.

import { Decimal } from "decimal.js";

import { exact, signOf, wholeOf, wholeRatio } from "../../figures/whole-number.ts";
import type { QuantityJudgement } from "./comparison.ts";

/** Gap (差距): between result and target or the nearer end of a range; in the target's unit, and of the target. */
export interface Gap {
  readonly absolute: Decimal;
  /** Share of the target's size; null where that is 0. */
  readonly relative: Decimal | null;
  readonly unit: string | null;
}

/** How far the result lies beyond (reached) or short of (missed) the target; null when it meets it. */
export function gapOf({ isMet, target, actual, unit }: QuantityJudgement): Gap | null {
  if (isMet) return null;
  const absolute = actual.minus(target).abs();
  const relative = target.isZero() ? null : absolute.div(target.abs());
  return { absolute, relative, unit };
}

/** True where actual ÷ target means something: not for a target of 0 or less, nor inside a range. */
export function hasRatio({ target, range, isMet }: QuantityJudgement): boolean {
  return signOf(target) > 0 && !(range !== null && isMet);
}

/** Actual ÷ target (完成比); null where that means nothing. */
export function ratioOf(judgement: QuantityJudgement): Decimal | null {
  return hasRatio(judgement) ? judgement.actual.div(judgement.target) : null;
}

/** Bounds of rules ("1.3") are whole numbers of ten-thousandths. */
const BOUND_DECIMALS = 4;
const BOUND_SCALE = 10_000;

/** Actual ÷ target against a bound: negative below, 0 at, positive above it. The target must be above 0. */
export function compareRatio({ actual, target }: QuantityJudgement, bound: Decimal): number {
  const whole = wholeRatio(actual, target);
  const times = wholeOf(bound, BOUND_DECIMALS);
  if (whole !== undefined && times !== undefined) {
    const [got, due] = [exact(whole.over * BOUND_SCALE), exact(whole.under * times)];
    if (got !== undefined && due !== undefined) return got - due;
  }
  return actual.cmp(target.times(bound));
}

const TENFOLD = new Decimal(10);
const TENTH = new Decimal("0.1");

/** True when result and target differ by ten times or more: more likely a slip of unit or entry than the truth. */
export function isFarApart(judgement: QuantityJudgement): boolean {
  if (!hasRatio(judgement) || judgement.actual.isZero()) return false;
  return compareRatio(judgement, TENFOLD) >= 0 || compareRatio(judgement, TENTH) <= 0;
}
