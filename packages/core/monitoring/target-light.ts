// The light of a target: its progress by its direction, against what is due by the calendar. A rate is a level
// that does not grow with the months; a limit is red as soon as it is passed.

import { Decimal } from "decimal.js";

import type { QuantityJudgement } from "../evaluation/targets/comparison.ts";
import { isAboveRange, judgeTarget } from "../evaluation/target-judgement.ts";
import type { Expected } from "./expected-progress.ts";
import type { Light } from "./lights.ts";
import { noLight, paceLight, percentText } from "./lights.ts";
import type { MonitoredIndicator } from "./monitored-project.ts";
import type { MonitoringRules } from "./monitoring-rules.ts";

/** The light of an indicator. */
export function targetLight(
  indicator: MonitoredIndicator,
  expected: Expected,
  rules: MonitoringRules,
): Light {
  if (indicator.actual === null) return noLight("未填目标进度");
  const judgement = judgeTarget(indicator);
  if (judgement.kind === "not-comparable") return noLight(judgement.reason);
  const { basis } = rules;
  const values = `完成${indicator.actual.raw}，目标${indicator.target?.raw ?? ""}`;
  if (isOver(judgement))
    return isLimit(judgement)
      ? { colour: "red", derivation: `${values}，已超过上限`, basis }
      : { colour: "yellow", derivation: `${values}，已超过目标值`, basis };
  if (judgement.kind === "reached") return { colour: "green", derivation: `${values}，已达到`, basis };
  const share = attainedShare(judgement).times(100);
  const rate = `${values}，完成${percentText(share)}`;
  if (indicator.isLevel || expected.percent.lte(0))
    return paceLight(share, `${rate}，比率类指标不按月折算，`, rules);
  return paceLight(share.div(expected.percent).times(100), `${rate}÷${expected.how}＝`, rules);
}

const isLimit = ({ direction }: QuantityJudgement): boolean => direction === "lower-is-better";

/** Beyond what may be: over a limit, above a range, more than an exact number. */
function isOver(judgement: QuantityJudgement): boolean {
  const { kind, direction, actual, target } = judgement;
  if (isLimit(judgement)) return kind === "missed";
  return (direction === "exact" && actual.gt(target)) || isAboveRange(judgement);
}

/** The share of a target that is attained, from 0 to 1. */
export function attainedShare(judgement: QuantityJudgement): Decimal {
  if (judgement.kind === "reached") return new Decimal(1);
  const { actual, target } = judgement;
  const ratio = target.gt(0) ? actual.div(target) : new Decimal(0);
  const share = isLimit(judgement) ? new Decimal(2).minus(ratio) : ratio;
  return Decimal.max(0, Decimal.min(1, share));
}
