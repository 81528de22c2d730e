// Qualitative tiers (定性三档): 达成 / 部分达成 / 未达成, and the share of the points each allows.
// Source: 财预〔2020〕10号; the words are the edition's.

import { Decimal } from "decimal.js";

import { remembered } from "../figures/remembered.ts";
import { matchTier, mayBeTier } from "./qualitative-tier.ts";

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

const wordsOfTiers = new WeakMap<readonly TierRule[], readonly string[]>();

/** The words of all tiers, the same list for the same tiers, so that it is prepared once. */
function allWords(tiers: readonly TierRule[]): readonly string[] {
  const known = wordsOfTiers.get(tiers) ?? tiers.flatMap(({ words }) => words);
  wordsOfTiers.set(tiers, known);
  return known;
}

/** The tier whose words are printed, whole or clipped; undefined for other words. */
export function findTier(text: string, tiers: readonly TierRule[]): MatchedTier | undefined {
  const match = mayBeTier(text) ? matchTier(text, allWords(tiers)) : undefined;
  if (match === undefined) return undefined;
  const index = tiers.findIndex(({ words }) => words.includes(match.tier));
  const rule = tiers[index];
  return rule === undefined ? undefined : { index, rule, clipped: !match.whole };
}

const shareFrom = remembered((share) => new Decimal(share));

/** The range of scores that a tier allows for the points. */
export function tierRange(
  tier: TierRule,
  points: Decimal,
): { readonly low: Decimal; readonly high: Decimal } {
  return { low: points.times(shareFrom(tier.from)), high: points.times(shareFrom(tier.to)) };
}
