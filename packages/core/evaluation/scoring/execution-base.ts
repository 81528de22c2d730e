// The base of the execution rate (预算执行率的基数) by the rules of the place; where a form may choose, its own
// printed rate says which base it took.

import { Decimal } from "decimal.js";

import type { StatedFigure } from "../../figures/figure.ts";
import type { Ratio } from "../../figures/interval.ts";
import type { ProjectEvaluation } from "../project-evaluation.ts";
import { executionRatio } from "./execution.ts";
import { fundingFigure, initialBudget } from "./printed-scores.ts";
import type { ScoringRules } from "./scoring-rules.ts";

/** ExecutionBase (执行率基数): the budget that executed amounts are divided by. */
export interface ExecutionBase {
  readonly name: "全年预算数" | "年初预算数";
  /** Undefined where it is blank or unreadable. */
  readonly figure: StatedFigure | undefined;
}

/** A printed rate as the interval of ratios that it stands for. */
export function printedRatio(rate: StatedFigure): Ratio {
  const printed = new Decimal(rate.value).div(100);
  const half = new Decimal(5).div(new Decimal(10).pow(rate.decimals + 3));
  return { low: printed.minus(half), high: printed.plus(half), printed };
}

/** The base that the rules take for an evaluation. */
export function executionBase(evaluation: ProjectEvaluation, rules: ScoringRules): ExecutionBase {
  const adjusted: ExecutionBase = { name: "全年预算数", figure: fundingFigure(evaluation, "adjusted") };
  const initial: ExecutionBase = { name: "年初预算数", figure: initialBudget(evaluation) };
  switch (rules.executionBase) {
    case "adjusted":
      return adjusted;
    case "initial":
      return initial;
    case "per-form":
      return [adjusted, initial].find((base) => followsRate(evaluation, base)) ?? adjusted;
  }
}

function followsRate(evaluation: ProjectEvaluation, { figure }: ExecutionBase): boolean {
  const [rate, executed] = [fundingFigure(evaluation, "rate"), fundingFigure(evaluation, "executed")];
  if (rate === undefined || executed === undefined || figure === undefined) return false;
  const ratio = executionRatio(executed, figure);
  const stated = printedRatio(rate);
  return ratio !== undefined && ratio.low.lte(stated.high) && ratio.high.gte(stated.low);
}
