// How scores are rounded and written, by the rules of the place.

import { Decimal } from "decimal.js";

import type { ScoringRules } from "./scoring-rules.ts";

/** The part of the rules that says how scores are rounded. */
export type RoundingRule = Pick<ScoringRules, "scoreDecimals" | "rounding">;

const MODES = {
  "half-up": Decimal.ROUND_HALF_UP,
  "half-even": Decimal.ROUND_HALF_EVEN,
  down: Decimal.ROUND_DOWN,
} as const satisfies Record<ScoringRules["rounding"], Decimal.Rounding>;

/** A score with the decimals of the rules. */
export function roundScore(score: Decimal, { scoreDecimals, rounding }: RoundingRule): Decimal {
  // Most are as short as that already, and checking costs less than a copy.
  if (score.decimalPlaces() <= scoreDecimals) return score;
  return score.toDecimalPlaces(scoreDecimals, MODES[rounding]);
}

/** A score as people write it: whole, or with the decimals of the rules. */
export function scoreText(score: Decimal, rule: RoundingRule): string {
  return roundedText(roundScore(score, rule), rule);
}

/** A score that is rounded already, as people write it. */
export function roundedText(rounded: Decimal, rule: RoundingRule): string {
  return rounded.isInteger() ? rounded.toFixed() : rounded.toFixed(rule.scoreDecimals);
}
