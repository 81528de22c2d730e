// The score of execution (预算执行率得分): by the rule of the place; where a form's own figure follows
// another base, that is said and not adopted.

import { Decimal } from "decimal.js";

import type { StatedFigure } from "../../figures/figure.ts";
import type { Ratio } from "../../figures/interval.ts";
import type { ProjectEvaluation } from "../project-evaluation.ts";
import type { ScoreComparison } from "./execution.ts";
import { compareExecutionScore, executionRatio } from "./execution.ts";
import { scoreText } from "./due-score.ts";
import {
  decimalOf,
  executionScore,
  fundingFigure,
  initialBudget,
  plain,
  totalFunding,
} from "./printed-scores.ts";
import type { ScoreJudgement } from "./score-judgement.ts";
import { verdictAgainst, within } from "./score-judgement.ts";
import type { ScoringRules } from "./scoring-rules.ts";

const ZERO = new Decimal(0);
/** No budget, no execution: no points. */
export const NO_RATIO: Ratio = { low: ZERO, high: ZERO, printed: ZERO };

/** A printed rate as the interval of ratios that it stands for. */
export function printedRatio(rate: StatedFigure): Ratio {
  const printed = new Decimal(rate.value).div(100);
  const half = new Decimal(5).div(new Decimal(10).pow(rate.decimals + 3));
  return { low: printed.minus(half), high: printed.plus(half), printed };
}

/** Scores the execution of an evaluation; undefined where the form has neither money nor a score for it. */
export function scoreExecution(
  evaluation: ProjectEvaluation,
  rules: ScoringRules,
): ScoreJudgement | undefined {
  const printed = executionScore(evaluation);
  if (evaluation.funding.length === 0 && printed === undefined) return undefined;
  const place = printed?.place ?? totalFunding(evaluation)?.place ?? evaluation.place;
  const own = { printed: printed ?? evaluation.fundingScore, basis: rules.basis, place };
  const executed = fundingFigure(evaluation, "executed");
  const base = baseOf(evaluation, rules);
  const points = executionPoints(evaluation, rules);
  const missing = whyNotComparable(executed, base, rules);
  if (executed === undefined || base === undefined || missing !== undefined) {
    const counted = printed === undefined ? null : within(new Decimal(printed.value), ZERO, points);
    const reason = missing ?? null;
    return { ...own, ...NOT_COMPARABLE, reason, counted };
  }
  return { ...own, ...judge(evaluation, { printed, executed, base, points, rules }) };
}

const NOT_COMPARABLE = {
  computed: null,
  derivation: null,
  verdict: "not-comparable",
  by: null,
  notes: [],
} as const;

/** The points of execution: printed in the form, else those of the edition. */
export function executionPoints(evaluation: ProjectEvaluation, rules: ScoringRules): Decimal {
  return decimalOf(totalFunding(evaluation)?.fields.points) ?? new Decimal(rules.executionPoints);
}

function whyNotComparable(
  executed: StatedFigure | undefined,
  base: StatedFigure | undefined,
  rules: ScoringRules,
): string | undefined {
  if (executed === undefined || base === undefined) return "预算数或执行数空白或无法识别";
  return base.millionths === 0n && executed.millionths !== 0n
    ? `${baseName(rules)}为 0 而有执行数`
    : undefined;
}

function baseOf(evaluation: ProjectEvaluation, { executionBase }: ScoringRules): StatedFigure | undefined {
  return executionBase === "adjusted" ? fundingFigure(evaluation, "adjusted") : initialBudget(evaluation);
}

interface Setting {
  readonly printed: StatedFigure | undefined;
  readonly executed: StatedFigure;
  readonly base: StatedFigure;
  readonly points: Decimal;
  readonly rules: ScoringRules;
}

function judge(
  evaluation: ProjectEvaluation,
  setting: Setting,
): Omit<ScoreJudgement, "printed" | "basis" | "place"> {
  const { printed, executed, base, points, rules } = setting;
  const ratio = executionRatio(executed, base) ?? NO_RATIO;
  const computed = within(ratio.printed, ZERO, new Decimal(1))
    .times(points)
    .toDecimalPlaces(rules.scoreDecimals, Decimal.ROUND_HALF_UP);
  const outcome = {
    computed,
    counted: computed,
    derivation: derivationOf(setting, ratio, computed),
    by: null,
    reason: null,
    notes: [],
  };
  if (printed === undefined) return { ...outcome, verdict: "not-comparable", reason: "得分空白或无法识别" };
  const comparison = compareExecutionScore(printed, ratio, points, rules.scoreDecimals);
  if (comparison.possible) return { ...outcome, verdict: "justified" };
  const verdict = verdictAgainst(new Decimal(printed.value), computed, computed);
  return { ...outcome, ...verdict, notes: otherBases(evaluation, setting) };
}

function derivationOf({ executed, base, points, rules }: Setting, ratio: Ratio, computed: Decimal): string {
  const score = scoreText(computed, rules);
  if (ratio === NO_RATIO) return `${baseName(rules)}为 0，无从计算执行率，得 ${score}`;
  const share = `${executed.value} ÷ ${base.value}`;
  if (ratio.printed.gt(1)) return `${share} 超过 100%，得满分 ${plain(points)}`;
  return `${share} × ${plain(points)} = ${score}${ratio.printed.lt(0) ? "（不足 0 的得 0）" : ""}`;
}

const baseName = ({ executionBase }: ScoringRules): string =>
  executionBase === "adjusted" ? "全年预算数" : "年初预算数";

/** What the printed score does follow, when it does not follow the rule. */
function otherBases(evaluation: ProjectEvaluation, setting: Setting): readonly string[] {
  const { printed, executed, points, rules } = setting;
  if (printed === undefined) return [];
  const fits = (ratio: Ratio | undefined): ScoreComparison | undefined => {
    const comparison = ratio && compareExecutionScore(printed, ratio, points, rules.scoreDecimals);
    return comparison?.possible === true ? comparison : undefined;
  };
  const others = [
    { name: "年初预算", figure: initialBudget(evaluation) },
    { name: "全年预算", figure: fundingFigure(evaluation, "adjusted") },
    { name: "申报数", figure: fundingFigure(evaluation, "declared") },
  ];
  for (const { name, figure } of others) {
    const found = figure && figure !== setting.base ? fits(executionRatio(executed, figure)) : undefined;
    if (found !== undefined)
      return [
        `与按${name} ${executed.value} ÷ ${figure?.value ?? ""} × ${plain(points)} = ${plain(found.expected)} 一致`,
      ];
  }
  const rate = fundingFigure(evaluation, "rate");
  if (rate === undefined || fits(printedRatio(rate)) === undefined) return [];
  return [`与所列执行率 ${rate.value}% 一致`];
}
