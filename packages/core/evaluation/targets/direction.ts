// Which side of a target is good. The printed sign says it, except that cost is better the lower it is
// (财预〔2021〕101号: 成本指标为反向指标); without a sign the words of the indicator say it.

import type { Indicator } from "../project-evaluation.ts";
import type { Quantity } from "./statement.ts";

/** TargetDirection (指标方向): which side of the target is good; within is a range. */
export type TargetDirection = "higher-is-better" | "lower-is-better" | "exact" | "within";

const COST = /成本/u;
/** Names of what is saved: the more of it, the lower the cost. */
const SAVING = /(?:节约|节省|降低|下降|压减|压缩|缩减)(?:率|额|金额|比例|幅度|量)?$/u;
/** Names of what nobody wants; 投诉处理率 and 故障排除率 name the cure and do not end so. */
const HARM =
  /(?:投诉|事故|差错|失误|违规|违纪|违法|错误|逾期|延误|缺陷|故障|中断|损耗|流失|案件|疫情|火灾|溺水|上访|信访)(?:发生|出现)?(?:率|次数|起数|件数|数量|数|量|时间|人数)?$/u;
const TIMELINESS = /时效/u;

/** True for cost indicators (成本指标), wherever the form puts them. */
export function isCostIndicator({ level1, level2 }: Pick<Indicator, "level1" | "level2">): boolean {
  return COST.test(level1) || COST.test(level2);
}

/** True where a cost indicator counts what is saved (成本节约率), which is better the higher it is. */
export function isSaving({ name }: Pick<Indicator, "name">): boolean {
  return SAVING.test(name);
}

/** The side of a figure that is good for an indicator. */
export function directionOf(indicator: Indicator, target: Quantity): TargetDirection {
  const { comparator, change } = target;
  if (isCostIndicator(indicator))
    return savesCost(indicator, target) ? "higher-is-better" : "lower-is-better";
  if (comparator === "≤" || comparator === "<") return "lower-is-better";
  if (comparator === "≥" || comparator === ">" || change !== null) return "higher-is-better";
  if (HARM.test(indicator.name)) return "lower-is-better";
  if (comparator === "=") return "exact";
  return isTimeSpan(indicator, target) ? "lower-is-better" : "higher-is-better";
}

/** A sign that limits the saving (节约率≤5%) is left to be read as the limit it prints. */
function savesCost(indicator: Indicator, { comparator, change }: Quantity): boolean {
  if (comparator === "≤" || comparator === "<") return false;
  return change === "decrease" || (change === null && isSaving(indicator));
}

function isTimeSpan({ level2 }: Indicator, { measure }: Quantity): boolean {
  return TIMELINESS.test(level2) && (measure?.dimension === "time" || measure?.dimension === "workday");
}
