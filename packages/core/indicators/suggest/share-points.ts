// Shares the points of a level among its indicators: whole points, fives where they suffice, in proportion
// to usual points. The largest remainders get what is left, so the sum is exact.

import { Decimal } from "decimal.js";

const FIVE = 5;

/** Points for each weight, in order; their sum is the total. Undefined when there are fewer points than weights. */
export function sharePoints(total: Decimal, weights: readonly number[]): readonly Decimal[] | undefined {
  if (weights.length === 0) return total.isZero() ? [] : undefined;
  const whole = total.floor().toNumber();
  const step = whole % FIVE === 0 && whole / FIVE >= weights.length ? FIVE : 1;
  const steps = whole / step;
  if (steps < weights.length) return undefined;
  const fraction = total.minus(whole);
  return shareSteps(steps, weights).map((count, index) =>
    new Decimal(count * step).plus(index === 0 ? fraction : 0),
  );
}

/** Each gets one step; the others go by weight. */
function shareSteps(steps: number, weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const exact = weights.map((weight) => (steps * weight) / sum);
  const counts = exact.map((share) => Math.max(1, Math.floor(share)));
  let left = steps - counts.reduce((total, count) => total + count, 0);
  while (left !== 0) {
    const gaps = counts.map((count, index) => (exact[index] ?? 0) - count);
    // Too many were given where the least of one was more than a share: the largest gives back.
    const candidates = left > 0 ? gaps : gaps.map((gap, index) => (counts[index] === 1 ? Infinity : gap));
    const at = candidates.indexOf(left > 0 ? Math.max(...candidates) : Math.min(...candidates));
    counts[at] = (counts[at] ?? 0) + Math.sign(left);
    left -= Math.sign(left);
  }
  return counts;
}
