// The light of money: execution rate against what is due by the plan or the calendar.

import { Decimal } from "decimal.js";

import type { Known } from "./execution-series.ts";
import { isKnown } from "./execution-series.ts";
import type { Expected } from "./expected-progress.ts";
import type { Light } from "./lights.ts";
import { noLight, paceLight, percentText } from "./lights.ts";
import type { MonitoringRules } from "./monitoring-rules.ts";

/** Execution (预算执行): budget, money spent, and the rate in percent where it can be told. */
export interface Execution {
  readonly budget: Known;
  readonly executed: Known;
  readonly rate: Decimal | null;
}

/** The execution of a budget; a budget of 0 has no rate. */
export function executionOf(budget: Known, executed: Known): Execution {
  const canDivide = isKnown(budget) && isKnown(executed) && budget.fen > 0n;
  return {
    budget,
    executed,
    rate: canDivide ? new Decimal(executed.fen.toString()).div(budget.fen.toString()).times(100) : null,
  };
}

/** The light of an execution. */
export function executionLight(
  { budget, executed, rate }: Execution,
  expected: Expected,
  rules: MonitoringRules,
): Light {
  if (!isKnown(budget)) return noLight(budget.missing);
  if (budget.fen <= 0n) return { colour: "yellow", derivation: "调整后预算为0", basis: rules.basis };
  if (!isKnown(executed)) return noLight(executed.missing);
  if (rate === null) return noLight("执行率无法计算");
  const rateText = `执行率${percentText(rate)}（${yuanText(executed.fen)}÷${yuanText(budget.fen)}）`;
  if (expected.percent.lte(0))
    return { colour: "green", derivation: `${rateText}；计划至此尚未安排支出`, basis: rules.basis };
  const pace = rate.div(expected.percent).times(100);
  return paceLight(pace, `${rateText}÷${expected.how}＝`, rules);
}

/** An amount in 万元 with as many decimals as it needs, at least two. */
export function yuanText(fen: bigint): string {
  const amount = new Decimal(fen.toString()).div(1_000_000);
  return `${amount.toFixed(Math.max(2, amount.decimalPlaces()))}万元`;
}
