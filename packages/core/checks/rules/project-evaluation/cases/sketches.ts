// What the cases of the rules on project evaluations are made of.

import type { EvaluationSketch, IndicatorSketch } from "../../testing/evaluation-builder.ts";

/** An indicator that is reached and fully scored. */
export const indicator = (changes: Partial<IndicatorSketch> = {}): IndicatorSketch => ({
  level1: "产出指标",
  level2: "数量指标",
  name: "购置数量",
  target: "≥3辆",
  actual: "3辆",
  points: "90",
  score: "90",
  ...changes,
});

/** A form that is right. */
export const form = (changes: Partial<EvaluationSketch> = {}): EvaluationSketch => ({
  name: "车辆购置",
  funding: [
    {
      source: "total",
      initial: "20",
      adjusted: "20",
      executed: "20",
      remaining: "0",
      rate: "100",
      points: "10",
      score: "10",
    },
    { source: "appropriation", initial: "20", adjusted: "20", executed: "20", remaining: "0" },
  ],
  indicators: [indicator()],
  totalScore: "100",
  goal: "购买3辆公务用车",
  achievement: "已购买3辆公务用车",
  ...changes,
});

/** The total of the money, with what is to be different. */
export const withFunding = (
  fields: NonNullable<EvaluationSketch["funding"]>[number],
): Partial<EvaluationSketch> => ({
  funding: [
    {
      source: "total",
      initial: "20",
      adjusted: "20",
      executed: "20",
      rate: "100",
      points: "10",
      score: "10",
      ...fields,
    },
  ],
});

/** An indicator of cost. */
export const cost = (changes: Partial<IndicatorSketch>): IndicatorSketch =>
  indicator({
    level2: "成本指标",
    name: "购置成本",
    target: "≤15万元",
    actual: "15万元",
    points: "10",
    score: "10",
    ...changes,
  });

type Outcome = "held" | "finding" | "not-checked" | "not-applicable";
/** FormCase: what a rule says of forms. */
export interface FormCase {
  readonly rule: string;
  readonly says: Outcome;
  readonly of: string;
  readonly given: readonly EvaluationSketch[];
  readonly actual?: string;
}
