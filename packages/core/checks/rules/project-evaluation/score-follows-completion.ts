// One fact, one finding: whether an indicator's score fits its result is judged once, and the code
// says how it does not fit (P-13 … P-18, P-24, P-26). All seven share this one judgement.

import { Decimal } from "decimal.js";

import type { Indicator } from "../../../evaluation/project-evaluation.ts";
import type { TargetJudgement } from "../../../evaluation/target-judgement.ts";
import { isCostIndicator, judgeTarget, proportionalScore } from "../../../evaluation/target-judgement.ts";
import type { MatchedTier } from "../../../evaluation/tiers.ts";
import { findTier, tierRange } from "../../../evaluation/tiers.ts";
import type { ScoringRules } from "../../../regions/edition.ts";
import { decimalOf } from "./project-rule.ts";

/** ScoreFault: how a score and a result disagree. */
export type ScoreFault =
  | "missed-with-full-marks"
  | "cost-over-target-with-full-marks"
  | "exact-target-exceeded"
  | "missed-score-not-proportional"
  | "over-limit-score-not-proportional"
  | "reached-without-full-marks"
  | "saving-without-full-marks"
  | "score-outside-tier";

/** ScoreVerdict: what the score and the result say of each other. */
export type ScoreVerdict =
  | { readonly kind: "fits" }
  | { readonly kind: "not-judged"; readonly reason: string }
  | {
      readonly kind: "fault";
      readonly fault: ScoreFault;
      readonly points: Decimal;
      readonly score: Decimal;
      /** Lowest and highest score that would fit. */
      readonly low: Decimal;
      readonly high: Decimal;
      readonly judgement: TargetJudgement;
      readonly tier: MatchedTier | null;
    };

/** Judges the score of an indicator against its result. */
export function judgeScore(indicator: Indicator, scoring: ScoringRules): ScoreVerdict {
  const points = decimalOf(indicator.points);
  const score = decimalOf(indicator.score);
  if (points === undefined || score === undefined)
    return { kind: "not-judged", reason: "分值或得分空白或无法识别" };
  if (score.gt(points) || score.lt(0)) return { kind: "not-judged", reason: "得分超出分值（另行提示）" };
  const tier = indicator.actual === null ? undefined : findTier(indicator.actual.raw, scoring.tiers);
  if (tier !== undefined) return judgeTier(points, score, tier);
  const judgement = judgeTarget(indicator);
  if (judgement.kind === "not-comparable") return judgeWords(indicator, judgement.reason);
  return judgeQuantity(indicator, { points, score, judgement, scoring });
}

function judgeTier(points: Decimal, score: Decimal, tier: MatchedTier): ScoreVerdict {
  const { low, high } = tierRange(tier.rule, points);
  const below = score.lt(low);
  const above = tier.index === 0 ? score.gt(high) : score.gte(high) && !high.isZero();
  if (!below && !above) return { kind: "fits" };
  const judgement: TargetJudgement = { kind: "not-comparable", reason: "定性指标" };
  return { kind: "fault", fault: "score-outside-tier", points, score, low, high, judgement, tier };
}

/** Words are judged only where the result repeats the target: then it is reached by its own account. */
function judgeWords(indicator: Indicator, reason: string): ScoreVerdict {
  const same =
    indicator.target !== null && indicator.actual !== null && indicator.target.raw === indicator.actual.raw;
  return same ? { kind: "fits" } : { kind: "not-judged", reason };
}

interface Quantity {
  readonly points: Decimal;
  readonly score: Decimal;
  readonly judgement: Exclude<TargetJudgement, { kind: "not-comparable" }>;
  readonly scoring: ScoringRules;
}

function judgeQuantity(indicator: Indicator, quantity: Quantity): ScoreVerdict {
  const { points, score, judgement, scoring } = quantity;
  const fault = (kind: ScoreFault, low: Decimal, high: Decimal): ScoreVerdict => ({
    kind: "fault",
    fault: kind,
    points,
    score,
    low,
    high,
    judgement,
    tier: null,
  });
  if (judgement.kind === "reached") {
    if (score.eq(points)) return { kind: "fits" };
    return fault(
      isCostIndicator(indicator) ? "saving-without-full-marks" : "reached-without-full-marks",
      points,
      points,
    );
  }
  const due = proportionalScore(judgement, points) ?? points;
  if (score.eq(points)) {
    // Short by so little that the due score rounds to full marks.
    if (due.toDecimalPlaces(scoring.scoreDecimals, Decimal.ROUND_HALF_UP).eq(points)) return { kind: "fits" };
    if (isCostIndicator(indicator)) return fault("cost-over-target-with-full-marks", due, due);
    return fault("missed-with-full-marks", due, due);
  }
  // Offices round a score to one decimal or to the half point; a smaller gap is nobody's fault.
  const tolerance = new Decimal(
    score.decimalPlaces() === 0
      ? "0.5"
      : new Decimal(5).div(new Decimal(10).pow(Math.min(score.decimalPlaces(), scoring.scoreDecimals) + 1)),
  );
  if (score.minus(due).abs().lte(tolerance)) return { kind: "fits" };
  const overLimit = judgement.direction === "lower-is-better";
  return fault(overLimit ? "over-limit-score-not-proportional" : "missed-score-not-proportional", due, due);
}

/** True when an exact target (=) is exceeded and full marks are given: to be explained, not corrected. */
export function exceedsExactTarget(indicator: Indicator): boolean {
  if (indicator.target?.comparator !== "=" || isCostIndicator(indicator)) return false;
  const judgement = judgeTarget(indicator);
  return judgement.kind === "reached" && judgement.actual.gt(judgement.target);
}

const TENFOLD = new Decimal(10);
const TENTH = new Decimal("0.1");

/** True when result and target differ by ten times or more: a slip of unit or entry, one finding of its own. */
export function isFarFromTarget(indicator: Indicator): boolean {
  const judgement = judgeTarget(indicator);
  if (judgement.kind === "not-comparable" || judgement.ratio === null || judgement.actual.isZero())
    return false;
  return judgement.ratio.gte(TENFOLD) || judgement.ratio.lte(TENTH);
}
