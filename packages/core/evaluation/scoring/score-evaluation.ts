// Scores a whole self-evaluation (自评计分): execution, indicators, total and grade.

import { Decimal } from "decimal.js";

import { gradeOf } from "../grades.ts";
import type { ProjectEvaluation } from "../project-evaluation.ts";
import { scoreExecution } from "./execution-score.ts";
import type { IndicatorScore } from "./indicator-score.ts";
import { scoreIndicator } from "./indicator-score.ts";
import { executionScore, fundingFigure, sumOfScores } from "./printed-scores.ts";
import type { ScoreJudgement } from "./score-judgement.ts";
import type { ScoringRules } from "./scoring-rules.ts";

/** EvaluationScore (自评计分): every score with its derivation, and what follows for total and grade. */
export interface EvaluationScore {
  readonly evaluation: ProjectEvaluation;
  readonly execution: ScoreJudgement | null;
  readonly indicators: readonly IndicatorScore[];
  /** Sum of the printed scores; null where one of them is blank or unreadable. */
  readonly sumOfPrinted: Decimal | null;
  /** Scores left to people count as printed; null where one of these is missing. */
  readonly computedTotal: Decimal | null;
  readonly grade: { readonly printed: string | null; readonly computed: string | null };
}

/** Scores an evaluation by the rules of its place. */
export function scoreEvaluation(evaluation: ProjectEvaluation, rules: ScoringRules): EvaluationScore {
  const execution = scoreExecution(evaluation, rules) ?? null;
  const nothingExecuted = fundingFigure(evaluation, "executed")?.millionths === 0n;
  const indicators = evaluation.indicators.map((indicator) =>
    scoreIndicator(indicator, rules, nothingExecuted),
  );
  const computedTotal = totalOf(indicators, execution);
  const { grade } = evaluation;
  return {
    evaluation,
    execution,
    indicators,
    sumOfPrinted: printedSum(evaluation),
    computedTotal,
    grade: {
      printed: grade === null || grade.unreadable === true ? null : grade.text,
      computed: computedTotal === null ? null : (gradeOf(computedTotal, rules.grades) ?? null),
    },
  };
}

function totalOf(indicators: readonly IndicatorScore[], execution: ScoreJudgement | null): Decimal | null {
  if (indicators.length === 0) return null;
  let total = new Decimal(0);
  for (const judgement of execution === null ? indicators : [...indicators, execution]) {
    if (judgement.counted === null) return null;
    total = total.plus(judgement.counted);
  }
  return total;
}

function printedSum(evaluation: ProjectEvaluation): Decimal | null {
  const { sum, missing } = sumOfScores(evaluation);
  const execution = executionScore(evaluation);
  if (missing > 0 || evaluation.indicators.length === 0) return null;
  return execution === undefined && evaluation.funding.length > 0 ? null : sum.plus(execution?.value ?? 0);
}
