// Judges an indicator's result against its target: direction, reached or not, by how much.
// Source of the directions: 财预〔2020〕10号 (定量指标达标得满分) and the form's own 指标性质.

import { Decimal } from "decimal.js";

import { findUnit } from "../figures/unit.ts";
import type { Indicator, IndicatorValue } from "./project-evaluation.ts";

/** TargetDirection (指标方向): which side of the target is good. */
export type TargetDirection = "higher-is-better" | "lower-is-better" | "exact";

/** TargetJudgement: the result against the target; ratio is actual ÷ target. */
export type TargetJudgement =
  | {
      readonly kind: "reached" | "missed";
      readonly direction: TargetDirection;
      readonly target: Decimal;
      readonly actual: Decimal;
      readonly ratio: Decimal | null;
      /** True when the result is printed as a rate of completion beside a target of another unit. */
      readonly asCompletionRate: boolean;
      /** True when > or < was met exactly: a scan confuses them with ≥ and ≤, so it counts as reached. */
      readonly atStrictLimit: boolean;
    }
  | { readonly kind: "not-comparable"; readonly reason: string };

const COST_WORDS = /成本/u;

/** True for cost indicators (成本指标), wherever the form puts them. */
export function isCostIndicator(indicator: Indicator): boolean {
  return COST_WORDS.test(indicator.level1) || COST_WORDS.test(indicator.level2);
}

/** The direction in which an indicator's result is good; cost is better the lower it is, whatever its sign. */
export function directionOf(indicator: Indicator): TargetDirection {
  const comparator = indicator.target?.comparator ?? null;
  if (isCostIndicator(indicator)) return "lower-is-better";
  if (comparator === "≤" || comparator === "<") return "lower-is-better";
  if (comparator === "=") return "exact";
  return "higher-is-better";
}

const notComparable = (reason: string): TargetJudgement => ({ kind: "not-comparable", reason });

// An indicator never changes once read, and a dozen rules ask for its judgement.
const judgements = new WeakMap<Indicator, TargetJudgement>();

/** Judges the result of an indicator against its (adjusted) target. */
export function judgeTarget(indicator: Indicator): TargetJudgement {
  const known = judgements.get(indicator) ?? judged(indicator);
  judgements.set(indicator, known);
  return known;
}

function judged(indicator: Indicator): TargetJudgement {
  const { target, actual } = indicator;
  if (target === null || target.raw === "") return notComparable("未填指标值");
  if (actual === null || actual.raw === "") return notComparable("未填完成值");
  if (target.unreadable || actual.unreadable) return notComparable("指标值或完成值无法识别");
  if (target.value === null || actual.value === null) return notComparable("指标值或完成值不是数值");
  const quantities = inOneUnit(target, actual);
  if (quantities === undefined)
    return notComparable(`计量单位不同（${target.unit ?? "无"}／${actual.unit ?? "无"}）`);
  return compare(indicator, quantities);
}

interface Quantities {
  readonly target: Decimal;
  readonly actual: Decimal;
  readonly asCompletionRate: boolean;
}

/** Both values in the target's unit; a result without unit is understood in the target's. */
function inOneUnit(target: IndicatorValue, actual: IndicatorValue): Quantities | undefined {
  if (target.value === null || actual.value === null) return undefined;
  const targetValue = new Decimal(target.value);
  const actualValue = new Decimal(actual.value);
  const plain = { target: targetValue, actual: actualValue, asCompletionRate: false };
  if (target.unit === null || actual.unit === null || target.unit === actual.unit) return plain;
  const targetUnit = findUnit(target.unit);
  const actualUnit = findUnit(actual.unit);
  if (targetUnit?.dimension === "money" && actualUnit?.dimension === "money") {
    const inBase = actualValue.times(actualUnit.scale.toString());
    return { ...plain, actual: inBase.div(targetUnit.scale.toString()) };
  }
  if (actualUnit?.dimension === "percent" && targetUnit?.dimension !== "percent") {
    return { target: targetValue, actual: targetValue.times(actualValue).div(100), asCompletionRate: true };
  }
  return targetUnit?.dimension === actualUnit?.dimension && targetUnit?.dimension === "count"
    ? plain
    : undefined;
}

function compare(indicator: Indicator, quantities: Quantities): TargetJudgement {
  const { target, actual, asCompletionRate } = quantities;
  const direction = directionOf(indicator);
  const comparator = indicator.target?.comparator;
  const order = actual.cmp(target);
  const reached = direction === "lower-is-better" ? order <= 0 : order >= 0;
  return {
    kind: reached ? "reached" : "missed",
    direction,
    target,
    actual,
    ratio: target.isZero() ? null : actual.div(target),
    asCompletionRate,
    atStrictLimit: order === 0 && (comparator === ">" || comparator === "<"),
  };
}

/** The score by the national rule for a result short of its target, for the points of the indicator. */
export function proportionalScore(judgement: TargetJudgement, points: Decimal): Decimal | undefined {
  if (judgement.kind === "not-comparable") return undefined;
  if (judgement.kind === "reached") return points;
  if (judgement.ratio === null) return new Decimal(0);
  const share =
    judgement.direction === "lower-is-better" ? new Decimal(2).minus(judgement.ratio) : judgement.ratio;
  return Decimal.max(0, Decimal.min(1, share)).times(points);
}
