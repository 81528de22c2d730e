// One fact, one finding: whether an indicator's score fits its result is judged once, and the code
// says how it does not fit (P-13 … P-18, P-24, P-26). All seven share this one judgement.

import type { Decimal } from "decimal.js";

import { compareFigures, powerOfTen, wholeOf } from "../../figures/whole-number.ts";
import type { Indicator } from "../project-evaluation.ts";
import type { TargetJudgement } from "../target-judgement.ts";
import { isCostIndicator, judgeTarget } from "../target-judgement.ts";
import { isFarApart } from "../targets/attainment.ts";
import type { MatchedTier } from "../tiers.ts";
import type { DuePoints } from "./due-points.ts";
import type { DueScore } from "./due-score.ts";
import { dueScore } from "./due-score.ts";
import { isInTier } from "./manual-score.ts";
import { isOverAchieved } from "./over-achievement.ts";
import { decimalFrom, decimalOf } from "./printed-scores.ts";
import type { ScoringRules } from "./scoring-rules.ts";
import type { QuantityJudgement } from "./stated-result.ts";

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
  const due = dueScore(indicator, points, scoring);
  switch (due.kind) {
    case "range":
      return judgeTier(points, score, due);
    case "computed":
      return judgeQuantity(indicator, { points, score, due: due.due, judgement: due.judgement, scoring });
    // Words are judged only where the result repeats the target: then it is reached by its own account.
    case "judgement":
      return due.same ? { kind: "fits" } : { kind: "not-judged", reason: due.reason };
    case "not-comparable":
      return { kind: "not-judged", reason: due.reason };
  }
}

function judgeTier(points: Decimal, score: Decimal, due: Extract<DueScore, { kind: "range" }>): ScoreVerdict {
  if (isInTier(score, due)) return { kind: "fits" };
  const { low, high, tier } = due;
  const judgement: TargetJudgement = { kind: "not-comparable", reason: "定性指标" };
  return { kind: "fault", fault: "score-outside-tier", points, score, low, high, judgement, tier };
}

/** True when a printed score is the due one: exactly where the target is reached, else as offices round. */
export function scoreFits(score: Decimal, due: DuePoints, points: Decimal, scoring: ScoringRules): boolean {
  const isAll = compareFigures(score, points) === 0;
  if (due.isFull) return isAll;
  const { rounded } = due;
  // Full marks only where the due score is short by so little that it rounds to them.
  const isRounded = compareFigures(score, rounded) === 0;
  if (isAll || isRounded) return isRounded;
  // Offices round a score to one decimal or to the half point; a smaller gap is nobody's fault.
  const decimals = Math.min(score.decimalPlaces(), scoring.scoreDecimals);
  if (isFarOff(score, rounded, decimals)) return false;
  return score
    .minus(due.exact())
    .abs()
    .lte(decimalFrom(`5e-${decimals + 1}`));
}

/** Whole numbers of ten-thousandths. */
const FINE = 4;

/**
 * True where a score differs from the rounded one by more than three times the tolerance: the exact one lies within
 * twice the tolerance of the rounded one, so it need not be reckoned.
 */
function isFarOff(score: Decimal, rounded: Decimal, decimals: number): boolean {
  const [printed, due, unit] = [wholeOf(score, FINE), wholeOf(rounded, FINE), powerOfTen(FINE - decimals)];
  if (printed === undefined || due === undefined || unit === undefined) return false;
  return Math.abs(printed - due) * 2 > 3 * unit;
}

interface Quantity {
  readonly points: Decimal;
  readonly score: Decimal;
  readonly due: DuePoints;
  readonly judgement: QuantityJudgement | null;
  readonly scoring: ScoringRules;
}

function judgeQuantity(indicator: Indicator, quantity: Quantity): ScoreVerdict {
  const { points, score, due, judgement, scoring } = quantity;
  if (scoreFits(score, due, points, scoring)) return { kind: "fits" };
  // Above the due score for over-achievement: P-19 asks for the reason.
  if (due.exact().lt(points) && judgement !== null && isOverAchieved(judgement, scoring))
    return { kind: "not-judged", reason: "超额完成的扣分（另行提示）" };
  const isReached = due.isFull;
  const exact = due.exact();
  return {
    kind: "fault",
    fault: faultOf(indicator, isReached, { isFull: score.eq(points), judgement }),
    points,
    score,
    low: exact,
    high: exact,
    judgement: judgement ?? { kind: "not-comparable", reason: "完成时间或等级" },
    tier: null,
  };
}

function faultOf(
  indicator: Indicator,
  isReached: boolean,
  { isFull, judgement }: { readonly isFull: boolean; readonly judgement: QuantityJudgement | null },
): ScoreFault {
  const isCost = isCostIndicator(indicator);
  if (isReached) return isCost ? "saving-without-full-marks" : "reached-without-full-marks";
  if (isFull) return isCost ? "cost-over-target-with-full-marks" : "missed-with-full-marks";
  return judgement?.direction === "lower-is-better"
    ? "over-limit-score-not-proportional"
    : "missed-score-not-proportional";
}

/** True when an exact target (=) is exceeded and full marks are given: to be explained, not corrected. */
export function exceedsExactTarget(indicator: Indicator): boolean {
  if (indicator.target?.comparator !== "=" || isCostIndicator(indicator)) return false;
  const judgement = judgeTarget(indicator);
  return judgement.kind === "reached" && judgement.actual.gt(judgement.target);
}

/** True when result and target differ by ten times or more: a slip of unit or entry, one finding of its own. */
export function isFarFromTarget(indicator: Indicator): boolean {
  const judgement = judgeTarget(indicator);
  return judgement.kind !== "not-comparable" && isFarApart(judgement);
}
