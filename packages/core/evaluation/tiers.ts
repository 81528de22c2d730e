// Qualitative tiers (定性三档): 达成 / 部分达成 / 未达成, and the share of the points each allows.
// Source: 财预〔2020〕10号; the words are the edition's.

import { Decimal } from "decimal.js";

import { comparable } from "../figures/normalize.ts";

/** TierRule: the words of a tier from best to worst, and its share of the points [from, to]. */
export interface TierRule {
  readonly words: readonly string[];
  readonly from: string;
  readonly to: string;
}

/** MatchedTier: a tier told by its words; clipped when only a part of the words is printed. */
export interface MatchedTier {
  readonly index: number;
  readonly rule: TierRule;
  readonly clipped: boolean;
}

const SHORTEST_CLIP = 4;
const CLIP_SHARE = 0.6;

/**
 * The tier whose words are printed, whole or clipped. A scan may cut a cell so that only its middle is
 * left, or misread an edge: the tier that shares the longest stretch of text wins, if it is the only one.
 */
export function matchTier(text: string, tiers: readonly TierRule[]): MatchedTier | undefined {
  const printed = comparable(text);
  const whole = tiers.findIndex((tier) => tier.words.some((words) => comparable(words) === printed));
  const wholeRule = tiers[whole];
  if (wholeRule !== undefined) return { index: whole, rule: wholeRule, clipped: false };
  const shared = tiers.map((tier) =>
    Math.max(...tier.words.map((words) => longestShared(comparable(words), printed))),
  );
  const best = Math.max(0, ...shared);
  const index = shared.indexOf(best);
  const rule = tiers[index];
  const unique = shared.filter((length) => length === best).length === 1;
  if (rule === undefined || !unique || best < SHORTEST_CLIP || best < printed.length * CLIP_SHARE)
    return undefined;
  return { index, rule, clipped: true };
}

/** Length of the longest stretch that both texts have. */
function longestShared(a: string, b: string): number {
  let longest = 0;
  let previous: readonly number[] = [];
  for (const character of a) {
    const row = Array.from(b, (other, index) => (other === character ? (previous[index - 1] ?? 0) + 1 : 0));
    longest = Math.max(longest, ...row);
    previous = row;
  }
  return longest;
}

/** The range of scores that a tier allows for the points. */
export function tierRange(
  tier: TierRule,
  points: Decimal,
): { readonly low: Decimal; readonly high: Decimal } {
  return { low: points.times(tier.from), high: points.times(tier.to) };
}
