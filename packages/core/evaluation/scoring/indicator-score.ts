// The score of an indicator (指标得分): computed, and judged against the printed one.

import { Decimal } from "decimal.js";

import { compareFigures, signOf } from "../../figures/whole-number.ts";
import type { Indicator } from "../project-evaluation.ts";
import { isCostIndicator } from "../target-judgement.ts";
import type { DueScore } from "./due-score.ts";
import { dueScore } from "./due-score.ts";
import { isInTier } from "./manual-score.ts";
import { isOverAchieved } from "./over-achievement.ts";
import { decimalOf, isEmptyReason, plain } from "./printed-scores.ts";
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
  if (points === undefined || signOf(points) < 0) return withoutPoints(indicator);
  const due = unlessNothingDone(indicator, dueScore(indicator, points, rules), nothingExecuted);
  const outcome = judge(indicator, { points, due, rules });
  const overAchieved =
    due.kind === "computed" && due.judgement !== null && isOverAchieved(due.judgement, rules);
  return scoreOf(indicator, outcome, overAchieved);
}

/** A cost of nothing is no saving: whether the limit counts as kept is for people to say. */
function unlessNothingDone(indicator: Indicator, due: DueScore, nothingExecuted: boolean): DueScore {
  if (due.kind !== "computed" || due.judgement === null) return due;
  const { kind, direction, actual, target } = due.judgement;
  const isKept =
    kind === "reached" && direction === "lower-is-better" && actual.isZero() && signOf(target) > 0;
  if (!isKept || !(nothingExecuted || isCostIndicator(indicator))) return due;
  return { kind: "judgement", reason: "完成值为 0，可能是未实施而非节约，由评价人员判断", same: false };
}

/** What judging a score finds; the rest of its judgement is the indicator's own. */
type Outcome = Omit<ScoreJudgement, "printed" | "place">;

/** One literal for all, so that all have one shape: millions are made in a run. */
const scoreOf = (indicator: Indicator, outcome: Outcome, overAchieved: boolean): IndicatorScore => ({
  printed: indicator.score,
  computed: outcome.computed,
  derivation: outcome.derivation,
  basis: outcome.basis,
  verdict: outcome.verdict,
  by: outcome.by,
  reason: outcome.reason,
  notes: withRemarks(indicator, outcome),
  counted: outcome.counted,
  place: indicator.place,
  indicator,
  overAchieved,
});

function withRemarks(indicator: Indicator, { verdict, notes }: Outcome): readonly string[] {
  const explained = verdict === "strict" ? explanation(indicator) : undefined;
  const doubt = indicator.doubtful ? "识读存疑，请核对原件" : undefined;
  if (explained === undefined && doubt === undefined) return notes;
  return [...notes, explained, doubt].filter((note) => note !== undefined);
}

/** The form's own reason beside a deduction, which a person must weigh. */
function explanation({ reason }: Indicator): string | undefined {
  const text = reason?.text.replace(/\s+/gu, " ").trim() ?? "";
  return isEmptyReason(text) ? undefined : `已填原因：${text}`;
}

const NOTHING = { computed: null, derivation: null, basis: null, by: null, reason: null, notes: [] } as const;

function withoutPoints(indicator: Indicator): IndicatorScore {
  const reason = decimalOf(indicator.points) === undefined ? "分值空白或无法识别" : "分值为负数";
  const counted = decimalOf(indicator.score) ?? null;
  return {
    ...NOTHING,
    printed: indicator.score,
    verdict: "not-comparable",
    reason,
    counted,
    place: indicator.place,
    indicator,
    overAchieved: false,
  };
}

interface Setting {
  readonly points: Decimal;
  readonly due: DueScore;
  readonly rules: ScoringRules;
}

const ZERO = new Decimal(0);
const NO_SCORE = "得分空白或无法识别";

function judge(indicator: Indicator, { points, due, rules }: Setting): Outcome {
  const score = decimalOf(indicator.score);
  switch (due.kind) {
    case "computed":
      return againstScore(score, due, { points, due, rules });
    case "range":
      return againstTier(score, due, rules.basis);
    case "judgement":
    case "not-comparable":
      return againstNothing(score, points, due);
  }
}

function againstScore(
  score: Decimal | undefined,
  { due, derivation, notes }: Extract<DueScore, { kind: "computed" }>,
  { points, rules }: Setting,
): Outcome {
  const computed = due.rounded;
  const { basis } = rules;
  const outcome = {
    computed,
    derivation,
    basis,
    verdict: "justified",
    by: null,
    reason: null,
    notes,
  } as const;
  if (score === undefined)
    return { ...outcome, verdict: "not-comparable", reason: NO_SCORE, counted: computed };
  if (!scoreFits(score, due, points, rules)) {
    const { verdict, by } = verdictAgainst(score, computed, computed);
    return {
      computed,
      derivation,
      basis,
      verdict,
      by,
      reason: null,
      notes: withBeyond(notes, score, points),
      counted: computed,
    };
  }
  if (compareFigures(score, computed) === 0) return { ...outcome, counted: computed };
  const rounded = `所列 ${plain(score)} 与推算 ${plain(computed)} 在取整范围内`;
  return { ...outcome, notes: [...notes, rounded], counted: computed };
}

function againstTier(
  score: Decimal | undefined,
  due: Extract<DueScore, { kind: "range" }>,
  basis: string,
): Outcome {
  const { low, high, derivation, notes } = due;
  const outcome = { computed: null, derivation, basis, notes, by: null };
  if (score === undefined) return { ...outcome, verdict: "not-comparable", reason: NO_SCORE, counted: null };
  const counted = within(score, low, high);
  if (isInTier(score, due))
    return { ...outcome, verdict: "judgement", reason: "得分在档次区间内，由评价人员判断", counted };
  const { verdict, by } = verdictAgainst(score, low, high);
  // Exactly at an end that the tier does not contain: too high, by no amount that could be named.
  if (verdict === "justified")
    return { ...outcome, verdict: "generous", by: ZERO, reason: "得分不应达到档次上限", counted };
  return { ...outcome, verdict, by, reason: "得分在档次区间之外", counted };
}

function againstNothing(
  score: Decimal | undefined,
  points: Decimal,
  due: Extract<DueScore, { kind: "judgement" | "not-comparable" }>,
): Outcome {
  if (score === undefined) return { ...NOTHING, verdict: "not-comparable", reason: NO_SCORE, counted: null };
  // Nothing printed can count for more than the points, or for less than nothing.
  const counted = within(score, ZERO, points);
  const { verdict, by } = verdictAgainst(score, ZERO, points);
  if (verdict !== "justified") return { ...NOTHING, verdict, by, reason: "得分在 0 分至分值之外", counted };
  return { ...NOTHING, verdict: due.kind, reason: due.reason, counted };
}

/** Said apart: a score above the points is wrong whatever the result. */
function withBeyond(notes: readonly string[], score: Decimal, points: Decimal): readonly string[] {
  if (compareFigures(score, points) > 0) return [...notes, `得分超过分值 ${plain(points)}`];
  return signOf(score) < 0 ? [...notes, "得分为负数"] : notes;
}
