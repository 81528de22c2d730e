// Pearson's correlation (相关系数) of whole hundredths; the sums are exact, so the order of the pairs is nothing to it.

import { Decimal } from "decimal.js";

/** The coefficient to two decimals; null where one side never varies. */
export function correlationOf(pairs: readonly (readonly [number, number])[]): string | null {
  let [sumX, sumY, sumXX, sumYY, sumXY] = [0n, 0n, 0n, 0n, 0n];
  for (const [first, second] of pairs) {
    const [x, y] = [BigInt(first), BigInt(second)];
    sumX += x;
    sumY += y;
    sumXX += x * x;
    sumYY += y * y;
    sumXY += x * y;
  }
  const n = BigInt(pairs.length);
  const [varianceX, varianceY] = [n * sumXX - sumX * sumX, n * sumYY - sumY * sumY];
  if (varianceX === 0n || varianceY === 0n) return null;
  const covariance = new Decimal((n * sumXY - sumX * sumY).toString());
  const scale = new Decimal(varianceX.toString()).times(varianceY.toString()).sqrt();
  return covariance.div(scale).toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toFixed(2);
}
