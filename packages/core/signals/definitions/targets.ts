// Signals in targets: met to the digit, lowered, below what was reached before, never moving, only in words.

import { Decimal } from "decimal.js";

import type { EvaluationExtract, ExtractedValue, IndicatorExtract } from "../evaluation-extract.ts";
import type { Observation, SignalContext, SignalDefinition } from "../signal.ts";
import { CLEAR, apart, eachEvaluation, open, shows } from "../signal.ts";
import { GUIDELINE, PRACTICE, PROCEDURE } from "./practice.ts";

interface Quantity {
  readonly value: Decimal;
  readonly unit: string | null;
}

function quantityOf(value: ExtractedValue | null): Quantity | null {
  if (value === null || value.unreadable || value.value === null) return null;
  return { value: new Decimal(value.value), unit: value.unit };
}

/** Both in one unit; a value that prints none is understood in the other's. */
function areComparable(a: Quantity, b: Quantity): boolean {
  return a.unit === null || b.unit === null || a.unit === b.unit;
}

/** 100% met by 100%, or one piece by one piece, is what honest forms say. */
function isTrivial({ value, unit }: Quantity): boolean {
  return (value.eq(100) && (unit === "%" || unit === null)) || value.eq(1) || value.isZero();
}

const indicators = (
  observe: (indicator: IndicatorExtract, extract: EvaluationExtract, context: SignalContext) => Observation,
): SignalDefinition["observe"] =>
  eachEvaluation((extract, context) =>
    extract.indicators.map((indicator) => observe(indicator, extract, context)),
  );

/** 完成值与指标值一字不差。 */
export const actualEqualsTarget: SignalDefinition = {
  id: "actual-equals-target",
  title: "完成值总与指标值一字不差",
  why: "实际结果很少恰好等于计划数；几乎全部相等，完成值可能是照抄指标值。",
  basis: PRACTICE,
  method: "数值型指标中，完成值等于指标值的占九成以上；指标值为 100%、1 或 0 的另计，不算在内。",
  silence: "同组可比较的数值型指标不足 10 个时不作判断；文字、日期、不同单位的不作判断。",
  counts: "indicator",
  minimum: 10,
  leastShare: 90,
  observe: indicators(({ target, actual, name, place }) => {
    const [wanted, reached] = [quantityOf(target), quantityOf(actual)];
    if (wanted === null || reached === null) return open("指标值或完成值不是数值，或空白、无法识别");
    if (!areComparable(wanted, reached)) return open("指标值与完成值的计量单位不同");
    if (isTrivial(wanted)) return apart("指标值为 100%、1 或 0");
    if (!wanted.value.eq(reached.value)) return CLEAR;
    return shows(place, { 指标值: target?.raw ?? "", 完成值: actual?.raw ?? "" }, name);
  }),
};

/** True when one target asks for less than another. */
function asksLess(own: Quantity, other: Quantity, isLowerBetter: boolean): boolean {
  return isLowerBetter ? own.value.gt(other.value) : own.value.lt(other.value);
}

/** 年中调低指标值。 */
export const targetLowered: SignalDefinition = {
  id: "target-lowered",
  title: "指标值比年初调低",
  why: "事后调低指标值，未完成的任务就成了“完成”。",
  basis: `${PROCEDURE}：绩效目标应与预算同步批复，调整须履行程序`,
  method: "表中同时列有年初指标值和调整后指标值的，调整后的要求更低（越低越好的指标则更高）。",
  silence: "表中没有年初指标值，或两者不可比时不作判断。",
  counts: "indicator",
  minimum: 1,
  leastShare: 0,
  observe: indicators(({ initialTarget, target, actual, isLowerBetter, name, place }) => {
    if (initialTarget === null) return open("表中没有年初指标值");
    const [initial, adjusted] = [quantityOf(initialTarget), quantityOf(target)];
    if (initial === null || adjusted === null) return open("年初或调整后的指标值不是数值，或无法识别");
    if (!areComparable(initial, adjusted)) return open("年初与调整后指标值的计量单位不同");
    if (!asksLess(adjusted, initial, isLowerBetter)) return CLEAR;
    return shows(
      place,
      { 年初指标值: initialTarget.raw, 调整后指标值: target?.raw ?? "", 完成值: actual?.raw ?? "" },
      name,
    );
  }),
};

const NO_PRIOR = "没有上年同一项目的自评";
const NO_PRIOR_INDICATOR = "上年没有同名指标";

/** The indicator of the same level and name; undefined where the prior year has none or several. */
function sameIndicator(
  { level2, name }: IndicatorExtract,
  prior: EvaluationExtract,
): IndicatorExtract | undefined {
  const same = prior.indicators.filter((one) => one.name === name && one.level2 === level2);
  return same.length === 1 ? same[0] : undefined;
}

/** 指标值低于上年实际。 */
export const targetBelowLastYear: SignalDefinition = {
  id: "target-below-last-year",
  title: "指标值低于上年已达到的水平",
  why: "上年已做到的，今年的目标反而更低，目标没有牵引作用。",
  basis: GUIDELINE,
  method: "同一单位、同名项目、同名指标，今年的指标值要求低于上年完成值。",
  silence: "没有上年自评、上年没有同名指标，或数值不可比时不作判断。",
  counts: "indicator",
  minimum: 1,
  leastShare: 0,
  observe: indicators((indicator, extract, { prior }) => {
    const before = prior(extract);
    if (before === undefined) return open(NO_PRIOR);
    const same = sameIndicator(indicator, before);
    if (same === undefined) return open(NO_PRIOR_INDICATOR);
    const [own, reached] = [quantityOf(indicator.target), quantityOf(same.actual)];
    if (own === null || reached === null) return open("指标值或上年完成值不是数值，或无法识别");
    if (!areComparable(own, reached)) return open("两年的计量单位不同");
    if (!asksLess(own, reached, indicator.isLowerBetter)) return CLEAR;
    return shows(
      indicator.place,
      { 指标值: indicator.target?.raw ?? "", 上年完成值: same.actual?.raw ?? "" },
      indicator.name,
    );
  }),
};

/** 指标连年不变。 */
export const indicatorUnmoved: SignalDefinition = {
  id: "indicator-unmoved",
  title: "指标值和完成值连年不变",
  why: "指标值和完成值年年相同，自评可能是照抄上年。",
  basis: PRACTICE,
  method:
    "同一单位、同名项目、同名的数值型指标，指标值和完成值都与上年相同的占八成以上；指标值为 100%、1 或 0 的另计。",
  silence: "没有上年自评的不作判断；同组可比较的指标不足 5 个时不作判断。",
  counts: "indicator",
  minimum: 5,
  leastShare: 80,
  acrossYears: true,
  observe: indicators((indicator, extract, { prior }) => {
    const before = prior(extract);
    if (before === undefined) return open(NO_PRIOR);
    const same = sameIndicator(indicator, before);
    if (same === undefined) return open(NO_PRIOR_INDICATOR);
    const target = quantityOf(indicator.target);
    if (target === null || indicator.actual === null || same.target === null || same.actual === null)
      return open("指标值或完成值不是数值，或空白、无法识别");
    if (isTrivial(target)) return apart("指标值为 100%、1 或 0");
    if (indicator.target?.raw !== same.target.raw || indicator.actual.raw !== same.actual.raw) return CLEAR;
    return shows(
      indicator.place,
      { 两年指标值: same.target.raw, 两年完成值: same.actual.raw },
      indicator.name,
    );
  }),
};

/** 只有定性指标。 */
export const onlyQualitative: SignalDefinition = {
  id: "only-qualitative",
  title: "只有定性指标",
  why: "没有一个可以量化的指标，完成与否全凭自己说。",
  basis: `${GUIDELINE}：绩效指标以定量为主、定性为辅`,
  method: "一份自评中没有一个指标值是数值或日期。",
  silence: "可识别的指标值不足 3 个时不作判断。",
  counts: "evaluation",
  minimum: 1,
  leastShare: 0,
  observe: eachEvaluation((extract) => {
    const targets = extract.indicators.flatMap(({ target }) =>
      target === null || target.unreadable ? [] : target,
    );
    if (targets.length < 3) return open("可识别的指标值不足 3 个");
    if (targets.some(({ value, raw }) => value !== null || /\d/u.test(raw))) return CLEAR;
    return shows(extract.place, {
      指标数: String(targets.length),
      例如: targets
        .slice(0, 3)
        .map(({ raw }) => raw)
        .join("、"),
    });
  }),
};
