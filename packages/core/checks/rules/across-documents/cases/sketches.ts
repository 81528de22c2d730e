// Sketches that several cases share.

import type { DisclosureSketch, TableSketch } from "../../testing/disclosure-builder.ts";
import type { EvaluationSketch } from "../../testing/evaluation-builder.ts";

export const project = (
  name: string,
  executed: string,
  rest: Partial<EvaluationSketch> = {},
): EvaluationSketch => ({
  name,
  funding: [{ initial: executed, adjusted: executed, executed }],
  ...rest,
});

export const scored = (...totals: readonly string[]): readonly EvaluationSketch[] =>
  totals.map((totalScore, index) => ({ name: `项目${index}`, totalScore }));

export const expenditure = (amount: string): TableSketch => ({
  concept: "expenditure",
  rows: [{ code: null, cells: { total: amount, basic: "0.00", project: amount } }],
});

export const explained = (text: string, evaluations: readonly EvaluationSketch[]): DisclosureSketch => ({
  outline: [{ heading: "预算绩效情况说明", paragraphs: [text] }],
  evaluations,
});

export const twoForms = [project("甲项目", "10.00"), project("乙项目", "5.00")];
