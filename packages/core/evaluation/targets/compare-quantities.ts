// Compares two figures: in one unit, in the direction that is good, with what is doubtful said.

import { Decimal } from "decimal.js";

import { compareFigures } from "../../figures/whole-number.ts";
import type { QuantityJudgement } from "./comparison.ts";
import type { IndicatorTraits, TargetDirection } from "./direction.ts";
import { directionOf } from "./direction.ts";
import type { Measure } from "./measure.ts";
import { factorBetween, isShare, relationOf } from "./measure.ts";
import type { Change, Quantity, ValueRange } from "./statement.ts";

/** A judgement, or the reason in Chinese why there is none. */
export type JudgedQuantity = QuantityJudgement | string;

/** Actual: the result in the target's unit, exact in base units for the comparison itself. */
interface InUnit {
  readonly actual: Decimal;
  readonly order: (target: Decimal, actual: Decimal) => number;
  readonly asCompletionRate: boolean;
  readonly doubts: readonly string[];
}

const NO_DOUBTS: readonly string[] = [];
const ONE_UNIT = (target: Decimal, actual: Decimal): number => compareFigures(actual, target);

/** Judges a result against a target that is one figure. */
export function judgeQuantity(traits: IndicatorTraits, target: Quantity, result: Quantity): JudgedQuantity {
  const unit = inUnitOf(target, result);
  if (typeof unit === "string") return unit;
  const direction = directionOf(traits, target);
  const compared = alongChange(target.change, result.change, unit.actual);
  const order = unit.asCompletionRate
    ? compareFigures(compared, target.value)
    : unit.order(target.value, alongChange(target.change, result.change, result.value));
  const reached = isReached(order, direction, target.value);
  const isLimit = target.comparator === ">" || target.comparator === "<";
  const judgement: QuantityJudgement = {
    kind: reached ? "reached" : "missed",
    direction,
    target: target.value,
    actual: compared,
    isMet: order === 0,
    unit: target.measure?.printed ?? null,
    asCompletionRate: unit.asCompletionRate,
    atStrictLimit: order === 0 && isLimit,
    range: null,
    doubts: NO_DOUBTS,
  };
  const doubts = doubtsOf(traits, { target, result, unit, judgement });
  return doubts.length === 0 ? judgement : { ...judgement, doubts };
}

/** An exact target of 0 (事故=0起) is kept by 0 alone; any other is reached by more of it. */
function isReached(order: number, direction: TargetDirection, target: Decimal): boolean {
  if (direction === "lower-is-better" || (direction === "exact" && target.isZero())) return order <= 0;
  return order >= 0;
}

/** Judges a result against a range: inside is reached, outside missed by the distance to the nearer end. */
export function judgeRange(target: ValueRange, result: Quantity): JudgedQuantity {
  const unit = inUnitOf(target, result);
  if (typeof unit === "string") return unit;
  if (unit.asCompletionRate) return unitsDiffer(target.measure, result.measure);
  const below = unit.order(target.low, result.value) < 0;
  const above = unit.order(target.high, result.value) > 0;
  const end = below ? target.low : above ? target.high : null;
  return {
    kind: end === null ? "reached" : "missed",
    direction: "within",
    target: end ?? unit.actual,
    actual: unit.actual,
    isMet: end === null,
    unit: target.measure?.printed ?? null,
    asCompletionRate: false,
    atStrictLimit: false,
    range: { low: target.low, high: target.high },
    doubts: [
      ...unit.doubts,
      ...(target.approximate || result.approximate ? [approximateDoubt(target, result)] : []),
    ],
  };
}

/** A decrease of 5 is an increase of −5; a result without such a word is understood as the target's. */
function alongChange(target: Change | null, result: Change | null, value: Decimal): Decimal {
  return target !== null && result !== null && target !== result ? value.negated() : value;
}

function unitsDiffer(target: Measure | null, result: Measure | null): string {
  const names = [target, result].map((measure) => measure?.printed ?? "无");
  const isVisits = [target, result].some((one) => one?.word === "人次");
  const isPersons = [target, result].some((one) => one?.word === "人");
  const why = isVisits && isPersons ? "，人数与人次口径不同" : "";
  return `计量单位不同（${names.join("／")}）${why}`;
}

/** The result in the target's unit; a result or target without unit is understood in the other's. */
function inUnitOf(target: Quantity | ValueRange, result: Quantity): InUnit | string {
  const [own, other] = [target.measure, result.measure];
  const plain = { actual: result.value, order: ONE_UNIT, asCompletionRate: false, doubts: NO_DOUBTS };
  if (own === null || other === null || own.printed === other.printed) return plain;
  const relation = relationOf(own, other);
  if (relation === "different") {
    if (!isShare(other) || target.kind === "range") return unitsDiffer(own, other);
    return { ...plain, actual: target.value.times(result.value).div(100), asCompletionRate: true };
  }
  const doubts = [`完成值单位“${other.printed}”与指标值单位“${own.printed}”不同，按同一单位计`];
  if (compareFigures(own.scale, other.scale) === 0) return { ...plain, doubts };
  const factor = factorBetween(own, other);
  if (factor !== undefined) {
    const order = (aim: Decimal, actual: Decimal): number => compareFigures(actual.times(factor), aim);
    return { actual: result.value.times(factor), order, asCompletionRate: false, doubts };
  }
  return {
    actual: result.value.times(other.scale).div(own.scale),
    order: (aim, actual) => compareFigures(actual.times(other.scale), aim.times(own.scale)),
    asCompletionRate: false,
    doubts,
  };
}

interface Compared {
  readonly target: Quantity;
  readonly result: Quantity;
  readonly unit: InUnit;
  readonly judgement: QuantityJudgement;
}

function doubtsOf(traits: IndicatorTraits, compared: Compared): readonly string[] {
  const { target, result, unit, judgement } = compared;
  const sign = target.comparator;
  const isTurned =
    traits.isCost && judgement.direction === "lower-is-better" && (sign === "≥" || sign === ">");
  const isBound = result.comparator !== null && result.comparator !== "=";
  const lacksChange = (target.change === null) !== (result.change === null);
  if (
    !isTurned &&
    !judgement.atStrictLimit &&
    !isBound &&
    !lacksChange &&
    !target.approximate &&
    !result.approximate &&
    unit.doubts.length === 0 &&
    !roundsToTarget(judgement)
  )
    return NO_DOUBTS;
  return [
    isTurned ? `成本指标以低为好，所列“${sign}”按“≤”计` : "",
    judgement.atStrictLimit ? `恰为“${sign ?? ""}”的界限，按达到计，请核对符号` : "",
    isBound ? boundDoubt(target, result) : "",
    lacksChange ? "增减方向只有一方写明，按同一方向计" : "",
    target.approximate || result.approximate ? approximateDoubt(target, result) : "",
    roundsToTarget(judgement) ? "完成值按所列位数取整即为指标值，差距可能出于取整" : "",
    ...unit.doubts,
  ].filter((doubt) => doubt !== "");
}

/** "≥90%" as a result: the target copied, or a bound where the figure itself is asked for. */
function boundDoubt(target: Quantity, result: Quantity): string {
  const isCopied = target.comparator === result.comparator && target.value.eq(result.value);
  return isCopied
    ? "完成值照写指标值的符号和数值，应填实际完成值，按其数值比较"
    : `完成值写作“${result.comparator ?? ""}”，是界限而非实际值，按其数值比较`;
}

function approximateDoubt(
  target: { readonly approximate: boolean },
  result: { readonly approximate: boolean },
): string {
  const whose =
    target.approximate && result.approximate ? "指标值和完成值" : target.approximate ? "指标值" : "完成值";
  return `${whose}为约数，按所列数值比较，请核对`;
}

/** A printed figure is an interval: 95 may be 95.4 where only whole percents are written. */
function roundsToTarget({ kind, target, actual, asCompletionRate }: QuantityJudgement): boolean {
  if (kind === "reached" || asCompletionRate) return false;
  const decimals = actual.decimalPlaces();
  return (
    decimals < target.decimalPlaces() && target.toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP).eq(actual)
  );
}
