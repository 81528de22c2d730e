// The score of an indicator (指标得分): computed, and judged against the printed one.

import { Decimal } from "decimal.js";

import type { Indicator } from "../project-evaluation.ts";
import { isCostIndicator } from "../target-judgement.ts";
import type { DueScore } from "./due-score.ts";
import { dueScore } from "./due-score.ts";
import { isInTier } from "./manual-score.ts";
import { isOverAchieved } from "./over-achievement.ts";
import { decimalOf, isEmptyReason, plain } from "./printed-scores.ts";
import { roundScore } from "./rounding.ts";
import type { ScoreJudgement } from "./score-judgement.ts";
import { verdictAgainst, within } from "./score-judgement.ts";
import { scoreFits } from "./score-verdict.ts";
import type { ScoringRules } from "./scoring-rules.ts";

/** IndicatorScore: an indicator with the judgement of its score. */
export interface IndicatorScore extends ScoreJudgement {
  readonly indicator: Indicator;
  /** True when the result exceeds the target by so much that the rules ask for a reason. */
  readonly overAchieved: boolean;
}

/**
 * Scores an indicator and judges what is printed. Where nothing was executed, a limit that is kept
 * may only say that nothing was done.
 */
export function scoreIndicator(
  indicator: Indicator,
  rules: ScoringRules,
  nothingExecuted = false,
): IndicatorScore {
  const points = decimalOf(indicator.points);
  if (points === undefined || points.lt(0))
    return { ...withoutPoints(indicator), indicator, overAchieved: false };
  const due = unlessNothingDone(indicator, dueScore(indicator, points, rules), nothingExecuted);
  const judged = judge(indicator, { points, due, rules });
  const doubt = indicator.doubtful ? ["识读存疑，请核对原件"] : [];
  const notes = [...judged.notes, ...explained(indicator, judged), ...doubt];
  const overAchieved =
    due.kind === "computed" && due.judgement !== null && isOverAchieved(due.judgement, rules);
  return { ...judged, notes, indicator, overAchieved };
}

/** A cost of nothing is no saving: whether the limit counts as kept is for people to say. */
function unlessNothingDone(indicator: Indicator, due: DueScore, nothingExecuted: boolean): DueScore {
  if (due.kind !== "computed" || due.judgement === null) return due;
  const { kind, direction, actual, target } = due.judgement;
  const isKept = kind === "reached" && direction === "lower-is-better" && actual.isZero() && target.gt(0);
  if (!isKept || !(nothingExecuted || isCostIndicator(indicator))) return due;
  return { kind: "judgement", reason: "完成值为 0，可能是未实施而非节约，由评价人员判断", same: false };
}

const NOTHING = { computed: null, derivation: null, basis: null, by: null, reason: null, notes: [] } as const;

function withoutPoints(indicator: Indicator): ScoreJudgement {
  return {
    ...NOTHING,
    printed: indicator.score,
    verdict: "not-comparable",
    reason: "分值空白或无法识别",
    counted: decimalOf(indicator.score) ?? null,
    place: indicator.place,
  };
}

/** The form's own reason beside a deduction, which a person must weigh. */
function explained(indicator: Indicator, { verdict }: ScoreJudgement): readonly string[] {
  const text = indicator.reason?.text.replace(/\s+/gu, " ").trim() ?? "";
  return verdict !== "strict" || isEmptyReason(text) ? [] : [`已填原因：${text}`];
}

interface Setting {
  readonly points: Decimal;
  readonly due: DueScore;
  readonly rules: ScoringRules;
}

function judge(indicator: Indicator, { points, due, rules }: Setting): ScoreJudgement {
  const score = decimalOf(indicator.score);
  const base = { ...NOTHING, printed: indicator.score, place: indicator.place };
  // Nothing printed can count for more than the points, or for less than nothing.
  const printed = score === undefined ? null : within(score, new Decimal(0), points);
  switch (due.kind) {
    case "computed":
      return { ...base, ...againstScore(score, due, { points, due, rules }), basis: rules.basis };
    case "range":
      return { ...base, ...againstTier(score, due), basis: rules.basis };
    case "judgement":
    case "not-comparable":
      return { ...base, ...againstNothing(score, points, due), counted: printed };
  }
}

type Outcome = Omit<ScoreJudgement, "printed" | "basis" | "place">;

function againstScore(
  score: Decimal | undefined,
  { due, derivation, notes }: Extract<DueScore, { kind: "computed" }>,
  { points, rules }: Setting,
): Outcome {
  const computed = roundScore(due, rules);
  const outcome = { computed, derivation, counted: computed, notes, reason: null };
  if (score === undefined)
    return { ...outcome, verdict: "not-comparable", by: null, reason: "得分空白或无法识别" };
  if (!scoreFits(score, due, points, rules))
    return {
      ...outcome,
      ...verdictAgainst(score, computed, computed),
      notes: [...notes, ...beyond(score, points)],
    };
  const rounded = score.eq(computed) ? [] : [`所列 ${plain(score)} 与推算 ${plain(computed)} 在取整范围内`];
  return { ...outcome, verdict: "justified", by: null, notes: [...notes, ...rounded] };
}

function againstTier(score: Decimal | undefined, due: Extract<DueScore, { kind: "range" }>): Outcome {
  const { low, high, derivation, notes } = due;
  const outcome = { computed: null, derivation, notes, by: null };
  if (score === undefined)
    return { ...outcome, verdict: "not-comparable", reason: "得分空白或无法识别", counted: null };
  const counted = within(score, low, high);
  if (isInTier(score, due))
    return { ...outcome, verdict: "judgement", reason: "得分在档次区间内，由评价人员判断", counted };
  const { verdict, by } = verdictAgainst(score, low, high);
  // Exactly at an end that the tier does not contain: too high, by no amount that could be named.
  if (verdict === "justified")
    return { ...outcome, verdict: "generous", by: new Decimal(0), reason: "得分不应达到档次上限", counted };
  return { ...outcome, verdict, by, reason: "得分在档次区间之外", counted };
}

function againstNothing(
  score: Decimal | undefined,
  points: Decimal,
  due: Extract<DueScore, { kind: "judgement" | "not-comparable" }>,
): Omit<Outcome, "counted"> {
  const outcome = { computed: null, derivation: null, by: null, notes: [] };
  if (score === undefined) return { ...outcome, verdict: "not-comparable", reason: "得分空白或无法识别" };
  const { verdict, by } = verdictAgainst(score, new Decimal(0), points);
  if (verdict !== "justified") return { ...outcome, verdict, by, reason: "得分在 0 分至分值之外" };
  return { ...outcome, verdict: due.kind, reason: due.reason };
}

/** Said apart: a score above the points is wrong whatever the result. */
function beyond(score: Decimal, points: Decimal): readonly string[] {
  if (score.gt(points)) return [`得分超过分值 ${plain(points)}`];
  return score.lt(0) ? ["得分为负数"] : [];
}
