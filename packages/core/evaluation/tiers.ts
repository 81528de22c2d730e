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

/** The tier whose words are printed, whole or clipped; undefined for other words or when two fit. */
export function matchTier(text: string, tiers: readonly TierRule[]): MatchedTier | undefined {
  const printed = comparable(text);
  const whole = tiers.findIndex((tier) => tier.words.some((words) => comparable(words) === printed));
  const wholeRule = tiers[whole];
  if (wholeRule !== undefined) return { index: whole, rule: wholeRule, clipped: false };
  if (printed.length < SHORTEST_CLIP) return undefined;
  const fitting = tiers.flatMap((rule, index) =>
    rule.words.some((words) => comparable(words).includes(printed)) ? [{ index, rule, clipped: true }] : [],
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** The range of scores that a tier allows for the points. */
export function tierRange(
  tier: TierRule,
  points: Decimal,
): { readonly low: Decimal; readonly high: Decimal } {
  return { low: points.times(tier.from), high: points.times(tier.to) };
}
