// Qualitative tiers (定性指标完成档次): which of a form's tiers a printed text is, clipped edges included.

import { simplified } from "../figures/character-variants.ts";
import { comparable } from "../figures/normalize.ts";

/** TierMatch: the tier's words, its rank from 0 (best), and whether the print is whole. */
export interface TierMatch {
  readonly tier: string;
  readonly rank: number;
  readonly whole: boolean;
}

const SHORTEST = 4;
const LONGEST = 40;
const COVERAGE = 0.7;

/** The tier that a printed text is, or a clipped stretch of; undefined when it is none. */
export function matchTier(text: string, tiers: readonly string[]): TierMatch | undefined {
  if (text.length > LONGEST || !/\p{Script=Han}/u.test(text)) return undefined;
  const printed = [...simplified(comparable(text))];
  const whole = tiers.findIndex((tier) => comparable(tier) === printed.join(""));
  const exact = tiers[whole];
  if (exact !== undefined) return { tier: exact, rank: whole, whole: true };
  if (printed.length < SHORTEST) return undefined;
  let best: { readonly match: TierMatch; readonly likeness: number } | undefined;
  tiers.forEach((tier, rank) => {
    const stretch = longestStretch(printed, [...comparable(tier)]);
    const coverage = stretch / printed.length;
    // Of two tiers that hold the same stretch, the shorter one leaves less unprinted.
    const likeness = coverage + stretch / (10 * tier.length);
    if (
      coverage >= COVERAGE &&
      printed.length <= tier.length + 1 &&
      (best === undefined || likeness > best.likeness)
    ) {
      best = { match: { tier, rank, whole: false }, likeness };
    }
  });
  return best?.match;
}

/** Length of the longest stretch of characters that both have. */
function longestStretch(left: readonly string[], right: readonly string[]): number {
  let longest = 0;
  let previous = Array.from({ length: right.length + 1 }, () => 0);
  for (const character of left) {
    const current = [0];
    right.forEach((other, index) => {
      const run = character === other ? (previous[index] ?? 0) + 1 : 0;
      current.push(run);
      longest = Math.max(longest, run);
    });
    previous = current;
  }
  return longest;
}
