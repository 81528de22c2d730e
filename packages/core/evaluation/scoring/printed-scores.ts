// What a form prints of money, points and scores, as figures to reckon with.

import { Decimal } from "decimal.js";

import type { CellValue, StatedFigure } from "../../figures/figure.ts";
import { remembered } from "../../figures/remembered.ts";
import type { FundingField, FundingRow, ProjectEvaluation } from "../project-evaluation.ts";

/** The decimal of a plain text; scores, points and the figures of rules are few, so they are made once. */
export const decimalFrom = remembered((text) => new Decimal(text));

/** A printed figure as a decimal; undefined when blank or unreadable. */
export function decimalOf(value: CellValue | null | undefined): Decimal | undefined {
  return value?.kind === "figure" ? decimalFrom(value.value) : undefined;
}

/** The total row (资金总额) of the funding block. */
export function totalFunding(evaluation: ProjectEvaluation): FundingRow | undefined {
  return evaluation.funding.find((row) => row.source === "total") ?? evaluation.funding[0];
}

/** A field of the total row as a figure. */
export function fundingFigure(evaluation: ProjectEvaluation, field: FundingField): StatedFigure | undefined {
  const value = totalFunding(evaluation)?.fields[field];
  return value?.kind === "figure" ? value : undefined;
}

/** The budget before adjustment: 年初预算数, or 预算编制数 where the form splits it. */
export function initialBudget(evaluation: ProjectEvaluation): StatedFigure | undefined {
  return fundingFigure(evaluation, "initial") ?? fundingFigure(evaluation, "compiled");
}

/** The execution score (预算执行率得分): the funding block's, else the one the conclusion states. */
export function executionScore(evaluation: ProjectEvaluation): StatedFigure | undefined {
  const printed = evaluation.funding.map((row) => row.fields.score).find((score) => score?.kind === "figure");
  if (printed?.kind === "figure") return printed;
  return evaluation.fundingScore?.kind === "figure" ? evaluation.fundingScore : undefined;
}

/** A decimal for messages: without trailing zeros, at most four decimals. */
export function plain(value: Decimal): string {
  if (value.decimalPlaces() <= 4) return value.toString();
  return value.toDecimalPlaces(4, Decimal.ROUND_HALF_UP).toString();
}

/** ScoreSum: printed scores of the indicators together, and how many of them are not there. */
export interface ScoreSum {
  readonly sum: Decimal;
  readonly missing: number;
}

/** Adds the printed scores of the indicators. */
export function sumOfScores(evaluation: ProjectEvaluation): ScoreSum {
  const scores = evaluation.indicators.map((indicator) => decimalOf(indicator.score));
  return {
    sum: scores.reduce<Decimal>((total, score) => total.plus(score ?? 0), new Decimal(0)),
    missing: scores.filter((score) => score === undefined).length,
  };
}

/** Words of a reason column that give no reason. */
const EMPTY_REASON = /^(?:无|元|正常|已完成|无偏差|-|—|——|\/)?$/u;

/** True when the reason says nothing. */
export function isEmptyReason(text: string | null | undefined): boolean {
  return text == null || EMPTY_REASON.test(text.replace(/\s+/gu, ""));
}
