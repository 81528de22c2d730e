// Takes from a disclosure what signals need of each self-evaluation.

import { Decimal } from "decimal.js";

import type { Disclosure } from "../disclosure/disclosure.ts";
import type { StatedText } from "../document/stated-text.ts";
import type { Indicator, IndicatorValue, ProjectEvaluation } from "../evaluation/project-evaluation.ts";
import { fundingFigure, initialBudget, isEmptyReason } from "../evaluation/scoring/printed-scores.ts";
import type { EvaluationScore } from "../evaluation/scoring/score-evaluation.ts";
import { scoreEvaluation } from "../evaluation/scoring/score-evaluation.ts";
import type { ScoreJudgement } from "../evaluation/scoring/score-judgement.ts";
import type { ScoringRules } from "../evaluation/scoring/scoring-rules.ts";
import { judgeTarget } from "../evaluation/target-judgement.ts";
import { isCostIndicator, isSaving } from "../evaluation/targets/direction.ts";
import type {
  EvaluationExtract,
  ExtractedText,
  ExtractedTextName,
  ExtractedValue,
  GenerousScore,
  IndicatorExtract,
} from "./evaluation-extract.ts";
import { hundredthsOf, printedHundredths } from "./hundredths.ts";
import { departmentOf, districtOf, unitOf } from "./named-groups.ts";
import { THRESHOLDS } from "./thresholds.ts";

/** The extracts of all project evaluations of a disclosure, under the name that results give its source. */
export function extractEvaluations(
  disclosure: Disclosure,
  source: string,
  rules: ScoringRules,
): readonly EvaluationExtract[] {
  return disclosure.evaluations.map((evaluation, index) => ({
    source,
    number: index + 1,
    project: evaluation.name,
    year: evaluation.year ?? disclosure.year,
    unit: unitOf(evaluation, disclosure),
    department: departmentOf(evaluation, disclosure),
    district: districtOf(disclosure),
    place: evaluation.place,
    ...scoresOf(scoreEvaluation(evaluation, rules), rules),
    ...moneyOf(evaluation),
    indicators: evaluation.indicators.map(extractIndicator),
    texts: textsOf(evaluation),
  }));
}

type Scores = Pick<
  EvaluationExtract,
  "total" | "computedTotal" | "grade" | "executionScore" | "generous" | "judgedScores" | "openScores"
>;

function scoresOf(score: EvaluationScore, rules: ScoringRules): Scores {
  const { evaluation, execution, indicators, computedTotal, grade } = score;
  const { totalScore } = evaluation;
  const hundredths = printedHundredths(totalScore);
  const named: readonly (readonly [string, ScoreJudgement])[] = [
    ...(execution === null ? [] : [["预算执行率", execution] as const]),
    ...indicators.map((one) => [one.indicator.name, one] as const),
  ];
  const open = named.filter(([, { verdict }]) => verdict === "judgement" || verdict === "not-comparable");
  return {
    total: totalScore === null || hundredths === null ? null : { raw: totalScore.raw, hundredths },
    computedTotal: computedTotal === null ? null : hundredthsOf(computedTotal),
    grade: {
      ...grade,
      printedRank: rankOf(grade.printed, rules),
      computedRank: rankOf(grade.computed, rules),
    },
    executionScore: execution?.computed ? hundredthsOf(execution.computed) : null,
    generous: named.flatMap(([name, judgement]) => generousOf(name, judgement)),
    judgedScores: named.length - open.length,
    openScores: open.length,
  };
}

/** The place of a grade from the best; null for a word that is none of the edition's. */
function rankOf(grade: string | null, { grades }: ScoringRules): number | null {
  const ranked = grades.toSorted((a, b) => new Decimal(b.from).cmp(a.from));
  const rank = ranked.findIndex((one) => one.grade === grade);
  return rank === -1 ? null : rank;
}

function generousOf(name: string, judgement: ScoreJudgement): readonly GenerousScore[] {
  const { verdict, by, printed, derivation, notes, place } = judgement;
  if (verdict !== "generous" || by === null || hundredthsOf(by) < THRESHOLDS.generousBy) return [];
  const explanation = [derivation, ...notes].filter((part) => part !== null).join("；");
  return [{ name, printed: printed?.raw ?? "", by: hundredthsOf(by), derivation: explanation, place }];
}

function moneyOf(
  evaluation: ProjectEvaluation,
): Pick<EvaluationExtract, "money" | "printedMoney" | "rate" | "fundingReason"> {
  const initial = initialBudget(evaluation);
  const adjusted = fundingFigure(evaluation, "adjusted");
  const executed = fundingFigure(evaluation, "executed");
  const rate =
    adjusted === undefined || executed === undefined || adjusted.millionths <= 0n
      ? null
      : hundredthsOf(
          new Decimal(executed.millionths.toString()).div(adjusted.millionths.toString()).times(100),
        );
  return {
    money: {
      initial: initial?.millionths ?? null,
      adjusted: adjusted?.millionths ?? null,
      executed: executed?.millionths ?? null,
    },
    printedMoney: { adjusted: adjusted?.raw ?? "", executed: executed?.raw ?? "" },
    rate,
    fundingReason: evaluation.funding.some(({ reason }) => !isEmptyReason(reason?.text)),
  };
}

function extractIndicator(indicator: Indicator): IndicatorExtract {
  const { level1, level2, name, place } = indicator;
  return {
    level1,
    level2,
    name,
    target: extractValue(indicator.target),
    initialTarget: extractValue(indicator.initialTarget),
    actual: extractValue(indicator.actual),
    isLowerBetter: isLowerBetter(indicator),
    points: printedHundredths(indicator.points),
    score: printedHundredths(indicator.score),
    hasReason: !isEmptyReason(indicator.reason?.text),
    place,
  };
}

/** Without a result to compare, the sign and the kind of indicator say it. */
function isLowerBetter(indicator: Indicator): boolean {
  const judgement = judgeTarget(indicator);
  if (judgement.kind !== "not-comparable") return judgement.direction === "lower-is-better";
  const comparator = indicator.target?.comparator;
  return comparator === "≤" || comparator === "<" || (isCostIndicator(indicator) && !isSaving(indicator));
}

function extractValue(printed: IndicatorValue | null): ExtractedValue | null {
  if (printed === null || printed.raw === "") return null;
  const { raw, value, unit, unreadable } = printed;
  return { raw, value, unit, unreadable };
}

function textsOf(evaluation: ProjectEvaluation): readonly ExtractedText[] {
  const { goal, achievement, text } = evaluation;
  const stated: Readonly<Record<ExtractedTextName, StatedText | null>> = {
    goal: goal ?? text.yearGoal ?? text.periodGoal,
    achievement: achievement ?? text.goalCompletion,
    implementation: text.implementation,
    reasons: reasonsOf(evaluation),
    problems: text.problems,
    measures: text.measures,
    experience: text.experience,
  };
  // The keys are those of the record above.
  const names = Object.keys(stated) as readonly ExtractedTextName[];
  return names.flatMap((name) => {
    const one = stated[name];
    return one === null ? [] : [{ name, text: one.text, place: one.place }];
  });
}

/** All reasons of an evaluation as one text, each once. */
function reasonsOf({ funding, indicators }: ProjectEvaluation): StatedText | null {
  const reasons = [...funding, ...indicators].flatMap(({ reason }) =>
    reason === null || isEmptyReason(reason.text) ? [] : [reason],
  );
  const [first] = reasons;
  if (first === undefined) return null;
  return { text: [...new Set(reasons.map(({ text }) => text))].join("；"), place: first.place };
}
