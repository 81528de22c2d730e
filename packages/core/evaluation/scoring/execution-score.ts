// The score of execution (预算执行率得分): by the rule of the place; where a form's own figure follows
// another base, that is said and not adopted.

import { Decimal } from "decimal.js";

import type { StatedFigure } from "../../figures/figure.ts";
import type { Ratio } from "../../figures/interval.ts";
import type { ProjectEvaluation } from "../project-evaluation.ts";
import type { ScoreComparison } from "./execution.ts";
import { compareExecutionScore, executionRatio, executionShare } from "./execution.ts";
import type { ExecutionBase } from "./execution-base.ts";
import { executionBase, printedRatio } from "./execution-base.ts";
import {
  decimalOf,
  executionScore,
  fundingFigure,
  initialBudget,
  plain,
  totalFunding,
} from "./printed-scores.ts";
import { roundScore, scoreText } from "./rounding.ts";
import type { ScoreJudgement } from "./score-judgement.ts";
import { verdictAgainst, within } from "./score-judgement.ts";
import type { ScoringRules } from "./scoring-rules.ts";

const ZERO = new Decimal(0);
const ONE = new Decimal(1);
/** No budget, no execution: no points. */
export const NO_RATIO: Ratio = { low: ZERO, high: ZERO, printed: ZERO };

/** ExecutionScore (预算执行率得分): the judgement of the score, and the rate that it rests on. */
export interface ExecutionScore extends ScoreJudgement {
  /** executed ÷ base by the rules, not bounded; null where it cannot be reckoned. */
  readonly rate: Decimal | null;
}

/** Scores the execution of an evaluation; undefined where the form has neither money nor a score for it. */
export function scoreExecution(
  evaluation: ProjectEvaluation,
  rules: ScoringRules,
): ExecutionScore | undefined {
  const printed = executionScore(evaluation);
  if (evaluation.funding.length === 0 && printed === undefined) return undefined;
  const place = printed?.place ?? totalFunding(evaluation)?.place ?? evaluation.place;
  const own = { printed: printed ?? evaluation.fundingScore, basis: rules.basis, place };
  const executed = fundingFigure(evaluation, "executed");
  const base = executionBase(evaluation, rules);
  const points = executionPoints(evaluation, rules);
  const reason = whyNotComparable(executed, base, rules);
  if (executed === undefined || base.figure === undefined || reason !== undefined) {
    const counted = printed === undefined ? null : within(new Decimal(printed.value), ZERO, points);
    return { ...own, ...NOT_COMPARABLE, reason: reason ?? null, counted };
  }
  const setting = { printed, executed, base: base.figure, baseName: base.name, points, rules };
  return { ...own, ...judge(evaluation, setting) };
}

const NOT_COMPARABLE = {
  computed: null,
  derivation: null,
  verdict: "not-comparable",
  by: null,
  notes: [],
  rate: null,
} as const;

/** The points of execution: printed in the form, else those of the rules. */
export function executionPoints(evaluation: ProjectEvaluation, rules: ScoringRules): Decimal {
  return decimalOf(totalFunding(evaluation)?.fields.points) ?? new Decimal(rules.executionPoints);
}

function whyNotComparable(
  executed: StatedFigure | undefined,
  { name, figure }: ExecutionBase,
  rules: ScoringRules,
): string | undefined {
  if (executed === undefined || figure === undefined) return "预算数或执行数空白或无法识别";
  if (figure.millionths < 0n) return `${name}为负数，无从计算执行率`;
  if (figure.millionths !== 0n) return undefined;
  if (executed.millionths !== 0n) return `${name}为 0 而有执行数`;
  return rules.withoutBudget === "not-scored"
    ? `${name}和执行数均为 0，按规则不计分，该项目不应列入自评`
    : undefined;
}

interface Setting {
  readonly printed: StatedFigure | undefined;
  readonly executed: StatedFigure;
  readonly base: StatedFigure;
  readonly baseName: ExecutionBase["name"];
  readonly points: Decimal;
  readonly rules: ScoringRules;
}

function judge(
  evaluation: ProjectEvaluation,
  setting: Setting,
): Omit<ExecutionScore, "printed" | "basis" | "place"> {
  const { printed, executed, base, points, rules } = setting;
  const ratio = executionRatio(executed, base);
  const used = ratio ?? withoutBudget(rules);
  const computed = roundScore(executionShare(used.printed, rules).times(points), rules);
  const outcome = {
    computed,
    counted: computed,
    rate: ratio?.printed ?? null,
    derivation: derivationOf(setting, ratio, computed),
    by: null,
    reason: null,
    notes: [],
  };
  if (printed === undefined) return { ...outcome, verdict: "not-comparable", reason: "得分空白或无法识别" };
  const stated = new Decimal(printed.value);
  if (stated.eq(computed) || compareExecutionScore(printed, used, points, rules).possible)
    return { ...outcome, verdict: "justified" };
  const verdict = verdictAgainst(stated, computed, computed);
  return { ...outcome, ...verdict, notes: otherBases(evaluation, setting) };
}

function withoutBudget({ withoutBudget: rule }: ScoringRules): Ratio {
  return rule === "full" ? { low: ONE, high: ONE, printed: ONE } : NO_RATIO;
}

function derivationOf(setting: Setting, ratio: Ratio | undefined, computed: Decimal): string {
  const { executed, base, baseName, points, rules } = setting;
  const score = scoreText(computed, rules);
  if (ratio === undefined) return `${baseName}为 0，无从计算执行率，得 ${score}`;
  const share = `${executed.value} ÷ ${base.value}`;
  if (ratio.printed.gt(1)) return aboveLine(share, setting, score);
  return `${share} × ${plain(points)} = ${score}${ratio.printed.lt(0) ? "（不足 0 的得 0）" : ""}`;
}

function aboveLine(share: string, { points, rules }: Setting, score: string): string {
  if (rules.aboveBudget === "full") return `${share} 超过 100%，得满分 ${plain(points)}`;
  if (rules.aboveBudget === "zero") return `${share} 超过 100%，不得分，得 ${score}`;
  return `${share} 超过 100%，(2 - ${share}) × ${plain(points)} = ${score}`;
}

/** What the printed score does follow, when it does not follow the rule. */
function otherBases(evaluation: ProjectEvaluation, setting: Setting): readonly string[] {
  const { printed, executed, points, rules } = setting;
  if (printed === undefined) return [];
  const fits = (ratio: Ratio | undefined): ScoreComparison | undefined => {
    const comparison = ratio && compareExecutionScore(printed, ratio, points, rules);
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
