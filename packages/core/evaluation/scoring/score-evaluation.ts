// Scores a whole self-evaluation (自评计分): execution, indicators, total and grade.

import type { Decimal } from "decimal.js";

import type { ProjectEvaluation } from "../project-evaluation.ts";
import type { ExecutionScore } from "./execution-score.ts";
import { scoreExecution } from "./execution-score.ts";
import type { IndicatorScore } from "./indicator-score.ts";
import { scoreIndicator } from "./indicator-score.ts";
import { executionScore, fundingFigure, sumOfScores } from "./printed-scores.ts";
import type { ReasonDuty } from "./reason-duties.ts";
import { reasonDuties } from "./reason-duties.ts";
import type { ScoreTotal } from "./score-total.ts";
import { totalOf } from "./score-total.ts";
import type { ScoringRules } from "./scoring-rules.ts";

/** EvaluationScore (自评计分): every score with its derivation, and what follows for total and grade. */
export interface EvaluationScore {
  readonly evaluation: ProjectEvaluation;
  readonly execution: ExecutionScore | null;
  readonly indicators: readonly IndicatorScore[];
  /** Sum of the printed scores; null where one of them is blank or unreadable. */
  readonly sumOfPrinted: Decimal | null;
  /** Within the caps; scores left to people count as printed; null where one of these is missing. */
  readonly computedTotal: Decimal | null;
  /** How the total and the grade follow. */
  readonly total: ScoreTotal;
  readonly grade: { readonly printed: string | null; readonly computed: string | null };
  /** Reasons that the rules ask for and the form does not give. */
  readonly duties: readonly ReasonDuty[];
}

/** Scores an evaluation by the rules of its place. */
export function scoreEvaluation(evaluation: ProjectEvaluation, rules: ScoringRules): EvaluationScore {
  const execution = scoreExecution(evaluation, rules) ?? null;
  const nothingExecuted = fundingFigure(evaluation, "executed")?.millionths === 0n;
  const indicators = evaluation.indicators.map((indicator) =>
    scoreIndicator(indicator, rules, nothingExecuted),
  );
  const total = totalOf(
    {
      indicators: indicators.map(({ counted }) => counted),
      execution: execution === null ? undefined : execution.counted,
      rate: execution?.rate ?? null,
    },
    rules,
  );
  const { grade } = evaluation;
  return {
    evaluation,
    execution,
    indicators,
    sumOfPrinted: printedSum(evaluation),
    computedTotal: total.total,
    total,
    grade: {
      printed: grade === null || grade.unreadable === true ? null : grade.text,
      computed: total.grade,
    },
    duties: reasonDuties(evaluation, { rate: execution?.rate ?? null, indicators }, rules),
  };
}

function printedSum(evaluation: ProjectEvaluation): Decimal | null {
  const { sum, missing } = sumOfScores(evaluation);
  const execution = executionScore(evaluation);
  if (missing > 0 || evaluation.indicators.length === 0) return null;
  return execution === undefined && evaluation.funding.length > 0 ? null : sum.plus(execution?.value ?? 0);
}
