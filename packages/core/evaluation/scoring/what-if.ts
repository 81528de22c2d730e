// What-if (试算): the scores of an evaluation after a figure is changed, beside those before. Pure and quick, so
// that a form may ask at every keystroke.

import type { Decimal } from "decimal.js";

import { parseFigure } from "../../figures/parse-figure.ts";
import type { Unit } from "../../figures/unit.ts";
import { findUnit } from "../../figures/unit.ts";
import { readIndicatorValue } from "../indicator-value.ts";
import type { FundingRow, Indicator, IndicatorValue, ProjectEvaluation } from "../project-evaluation.ts";
import { judgeManualScore } from "./manual-score.ts";
import { decimalOf, totalFunding } from "./printed-scores.ts";
import type { EvaluationScore } from "./score-evaluation.ts";
import { scoreEvaluation } from "./score-evaluation.ts";
import type { ScoreJudgement } from "./score-judgement.ts";
import type { ScoringRules } from "./scoring-rules.ts";

const EXECUTION = "预算执行率";

/** WhatIfField: the amounts of the total row that a trial may change. */
export type WhatIfField = "initial" | "adjusted" | "executed";

/** WhatIfTarget: the cell that a trial changes; indicators by their index. */
export type WhatIfTarget =
  | { readonly kind: "actual" | "score"; readonly indicator: number }
  | { readonly kind: "funding"; readonly field: WhatIfField };

/** WhatIfChange (试算的改动): a cell and the text that would stand in it. */
export interface WhatIfChange {
  readonly target: WhatIfTarget;
  readonly text: string;
}

/** ScoreChange: a score before and after; the name is that of the indicator, or 预算执行率. */
export interface ScoreChange {
  readonly name: string;
  readonly before: Decimal | null;
  readonly after: Decimal | null;
  /** How the score after follows, or why it does not. */
  readonly why: string | null;
}

/** WhatIf (试算结果): all scores before and after, and those that changed. */
export interface WhatIf {
  readonly before: EvaluationScore;
  readonly after: EvaluationScore;
  readonly changed: readonly ScoreChange[];
  /** Changes that do not count as they stand, and why: a trial that does nothing must say so. */
  readonly remarks: readonly string[];
}

/** Scores an evaluation as it stands and as it would stand with the changes. */
export function whatIf(
  evaluation: ProjectEvaluation,
  changes: readonly WhatIfChange[],
  rules: ScoringRules,
): WhatIf {
  const before = scoreEvaluation(evaluation, rules);
  const after = scoreEvaluation(changes.reduce(withChange, evaluation), rules);
  const remarks = [...new Set(changes.flatMap((change) => remarksOn(change, after, rules)))];
  return { before, after, changed: changedScores(before, after), remarks };
}

function remarksOn({ target, text }: WhatIfChange, after: EvaluationScore, rules: ScoringRules): string[] {
  if (target.kind === "funding") return remarkOnUncomputed(EXECUTION, after.execution);
  const judgement = after.indicators[target.indicator];
  if (judgement === undefined) return [];
  const { indicator } = judgement;
  if (target.kind === "actual") return remarkOnUncomputed(indicator.name, judgement);
  const score = decimalOf(parseFigure(text, null, indicator.place));
  if (score === undefined) return [];
  // A trial asks what a score would do, not yet why it is given.
  return judgeManualScore(indicator, { score, reason: null }, rules)
    .filter(({ fault }) => fault !== "reason-missing")
    .map(({ message }) => `${indicator.name}：${message}`);
}

function remarkOnUncomputed(name: string, judgement: ScoreJudgement | null): string[] {
  if (judgement?.verdict !== "not-comparable" || judgement.computed !== null) return [];
  return [`${name}：不可比，${judgement.reason ?? "无法推算"}，总分中仍按所列得分计入`];
}

function withChange(evaluation: ProjectEvaluation, { target, text }: WhatIfChange): ProjectEvaluation {
  if (target.kind === "funding") return withFunding(evaluation, target.field, text);
  const indicators = evaluation.indicators.map((indicator, index) => {
    if (index !== target.indicator) return indicator;
    return target.kind === "score" ? withScore(indicator, text) : withActual(indicator, text);
  });
  return { ...evaluation, indicators };
}

/** The same text is the same cell: what was read of it, a unit column included, stays. */
function withActual(indicator: Indicator, text: string): Indicator {
  if (text === indicator.actual?.raw) return indicator;
  return { ...indicator, actual: readActual(indicator, text) };
}

function readActual({ target, actual, place }: Indicator, text: string): IndicatorValue | null {
  const expectedUnit = target?.unit ?? null;
  const read = readIndicatorValue(text, actual?.place ?? place, { expectedUnit });
  return read?.value ?? null;
}

function withScore(indicator: Indicator, text: string): Indicator {
  if (indicator.score?.kind === "figure" && indicator.score.value === text) return indicator;
  return { ...indicator, score: parseFigure(text, null, indicator.score?.place ?? indicator.place) };
}

function withFunding(evaluation: ProjectEvaluation, field: WhatIfField, text: string): ProjectEvaluation {
  const total = totalFunding(evaluation);
  if (total === undefined) return evaluation;
  const old = total.fields[field];
  if (old?.kind === "figure" && old.value === text) return evaluation;
  const unit = moneyUnit(evaluation, total, field);
  const changed: FundingRow = {
    ...total,
    fields: { ...total.fields, [field]: parseFigure(text, unit, old?.place ?? total.place) },
  };
  return { ...evaluation, funding: evaluation.funding.map((row) => (row === total ? changed : row)) };
}

function moneyUnit(evaluation: ProjectEvaluation, { fields }: FundingRow, field: WhatIfField): Unit | null {
  const old = fields[field];
  return old?.kind === "figure" ? old.unit : (findUnit(evaluation.moneyUnit) ?? null);
}

function changedScores(before: EvaluationScore, after: EvaluationScore): readonly ScoreChange[] {
  const execution: ScoreChange = {
    name: EXECUTION,
    before: before.execution?.counted ?? null,
    after: after.execution?.counted ?? null,
    why: whyOf(after.execution),
  };
  const indicators = before.indicators.map(({ indicator, counted }, index) => ({
    name: indicator.name,
    before: counted,
    after: after.indicators[index]?.counted ?? null,
    why: whyOf(after.indicators[index] ?? null),
  }));
  return [execution, ...indicators].filter(({ before: old, after: now }) => !isSame(old, now));
}

const whyOf = (judgement: ScoreJudgement | null): string | null =>
  judgement?.derivation ?? judgement?.reason ?? null;

function isSame(one: Decimal | null, other: Decimal | null): boolean {
  if (one === null || other === null) return one === other;
  return one.eq(other);
}
