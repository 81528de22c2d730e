// Which side of a target is good. The printed sign says it, except that cost is better the lower it is
// (财预〔2021〕101号: 成本指标为反向指标); without a sign the words of the indicator say it.

import { remembered } from "../../figures/remembered.ts";
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

/** IndicatorTraits (指标性质): what level and name say of an indicator's direction. */
export interface IndicatorTraits {
  /** 成本指标: better the lower it is. */
  readonly isCost: boolean;
  /** 时效指标: its figures are times. */
  readonly isTimely: boolean;
  /** It counts what is saved (成本节约率): better the higher it is. */
  readonly isSaving: boolean;
  /** It counts what nobody wants (差错率): better the lower it is. */
  readonly isHarm: boolean;
}

/** True for cost indicators (成本指标), wherever the form puts them. */
export function isCostIndicator({ level1, level2 }: Pick<Indicator, "level1" | "level2">): boolean {
  return isCostLevel(level1) || isCostLevel(level2);
}

const isCostLevel = remembered((level) => COST.test(level));
const isTimelyLevel = remembered((level) => TIMELINESS.test(level));
const nameTraits = remembered((name) => ({ isSaving: SAVING.test(name), isHarm: HARM.test(name) }));

/** True where an indicator counts what is saved, by its name. */
export const isSaving = ({ name }: Pick<Indicator, "name">): boolean => nameTraits(name).isSaving;

/** What an indicator's level and name say of its direction. */
export function traitsOf(indicator: Pick<Indicator, "level1" | "level2" | "name">): IndicatorTraits {
  const isTimely = isTimelyLevel(indicator.level2);
  const { isSaving: saves, isHarm } = nameTraits(indicator.name);
  return { isCost: isCostIndicator(indicator), isTimely, isSaving: saves, isHarm };
}

/** The side of a figure that is good for an indicator. */
export function directionOf(traits: IndicatorTraits, target: Quantity): TargetDirection {
  const { comparator, change } = target;
  if (traits.isCost) return savesCost(traits, target) ? "higher-is-better" : "lower-is-better";
  if (comparator === "≤" || comparator === "<") return "lower-is-better";
  if (comparator === "≥" || comparator === ">" || change !== null) return "higher-is-better";
  if (traits.isHarm) return "lower-is-better";
  if (comparator === "=") return "exact";
  return traits.isTimely && isTimeSpan(target) ? "lower-is-better" : "higher-is-better";
}

/** A sign that limits the saving (节约率≤5%) is left to be read as the limit it prints. */
function savesCost(traits: IndicatorTraits, { comparator, change }: Quantity): boolean {
  if (comparator === "≤" || comparator === "<") return false;
  return change === "decrease" || (change === null && traits.isSaving);
}

const isTimeSpan = ({ measure }: Quantity): boolean =>
  measure?.dimension === "time" || measure?.dimension === "workday";
