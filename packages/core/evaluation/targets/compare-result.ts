// The one comparison of an indicator's result with its target, which scoring and rules both use.
// Source: 财预〔2020〕10号 (定量指标达标得满分) and the form's own 指标性质.

import { Decimal } from "decimal.js";

import type { Indicator, IndicatorValue } from "../project-evaluation.ts";
import { gapOf } from "./attainment.ts";
import type { Comparison } from "./comparison.ts";
import { notComparable, ofQuantity } from "./comparison.ts";
import { compareLists } from "./compare-lists.ts";
import { judgeQuantity, judgeRange } from "./compare-quantities.ts";
import { compareTimes } from "./compare-times.ts";
import type { IndicatorTraits } from "./direction.ts";
import { traitsOf } from "./direction.ts";
import type { GradeScale } from "./grade-scales.ts";
import { COMMON_SCALES, compareGrades } from "./grade-scales.ts";
import { isShare } from "./measure.ts";
import { afterSign, readStatement } from "./read-statement.ts";
import { readTime } from "./read-time.ts";
import type { Deadline, Frequency, Period, Quantity, Statement, ValueRange } from "./statement.ts";

/** Compares the result of an indicator with its (adjusted) target. */
export function compareResult(indicator: Indicator): Comparison {
  const { target, actual } = indicator;
  if (target === null || target.raw === "") return NO_TARGET;
  if (actual === null || actual.raw === "") return NO_RESULT;
  if (target.unreadable || actual.unreadable) return UNREADABLE;
  const traits = traitsOf(indicator);
  return compare({ traits, target, actual }, readStatement(target), readStatement(actual));
}

const NO_TARGET = notComparable("未填指标值");
const NO_RESULT = notComparable("未填完成值");
const UNREADABLE = notComparable("指标值或完成值无法识别");

interface Cells {
  readonly traits: IndicatorTraits;
  readonly target: IndicatorValue;
  readonly actual: IndicatorValue;
}

function compare(cells: Cells, target: Statement, result: Statement): Comparison {
  const due = asTime(cells.traits, target, cells.target.raw);
  if (due !== undefined) return againstTime(cells, due, result);
  if (target.kind === "quantity") return againstQuantity(cells.traits, target, result);
  if (target.kind === "range") return againstRange(target, result);
  if (target.kind === "list") return againstList(cells.traits, target, result);
  return againstWords(cells, result);
}

type Time = Deadline | Period | Frequency;

const YEAR_OR_MONTH = /^(?:19|20)\d{2}(?:\.(?:0?[1-9]|1[0-2]))?$/u;

/** A time; also the bare "2024.12" of an indicator of timeliness (时效指标), which is no decimal. */
function asTime({ isTimely }: IndicatorTraits, statement: Statement, raw: string): Time | undefined {
  if (statement.kind === "deadline" || statement.kind === "period" || statement.kind === "frequency")
    return statement;
  if (statement.kind !== "quantity" || statement.measure !== null) return undefined;
  const isBare = isTimely && YEAR_OR_MONTH.test(raw);
  return isBare ? readTime(raw.includes(".") ? raw : `${raw}年`) : undefined;
}

const MIXED = "指标值或完成值不是数值";

function againstTime({ traits, actual }: Cells, target: Time, result: Statement): Comparison {
  if (result.kind === "quantity" && isShare(result.measure)) {
    const share = Decimal.min(1, Decimal.max(0, result.value.div(100)));
    const doubts = ["指标值为日期，完成值为百分比，按完成率计分"];
    return { outcome: share.lt(1) ? "missed" : "reached", matter: { kind: "completion", share }, doubts };
  }
  const done = asTime(traits, result, actual.raw);
  if (done !== undefined) return compareTimes(target, done);
  return notComparable(MIXED, result.kind === "words");
}

function againstQuantity(traits: IndicatorTraits, target: Quantity, result: Statement): Comparison {
  if (result.kind === "list") return compareLists(traits, target, result);
  if (result.kind === "range") return rangeAgainst((one) => judgeQuantity(traits, target, one), result);
  if (result.kind === "words" && result.saysNone) return noneAgainst(traits, target);
  if (result.kind !== "quantity") return notComparable(MIXED);
  const judgement = judgeQuantity(traits, target, result);
  return typeof judgement === "string" ? notComparable(judgement) : ofQuantity(judgement);
}

/** "无" beside a limit: nothing of what must not happen has happened. */
function noneAgainst(traits: IndicatorTraits, target: Quantity): Comparison {
  const none = { ...target, comparator: null, change: null, approximate: false, value: new Decimal(0) };
  const judgement = judgeQuantity(traits, target, none);
  if (typeof judgement === "string") return notComparable(judgement);
  if (judgement.kind === "missed") return notComparable("完成值为“无”，不能判断是没有完成还是未填");
  return ofQuantity(judgement, [], ["完成值“无”按 0 计"]);
}

function againstRange(target: ValueRange, result: Statement): Comparison {
  if (result.kind === "range") return rangeAgainst((one) => judgeRange(target, one), result);
  if (result.kind !== "quantity") return notComparable(MIXED);
  const judgement = judgeRange(target, result);
  return typeof judgement === "string" ? notComparable(judgement) : ofQuantity(judgement);
}

/** A result that is a range: only where both of its ends agree can it be judged, by the worse one. */
function rangeAgainst(
  judge: (one: Quantity) => ReturnType<typeof judgeRange>,
  { low, high, measure, approximate }: ValueRange,
): Comparison {
  const ends = [low, high].map((value) =>
    judge({ kind: "quantity", comparator: null, value, measure, change: null, approximate }),
  );
  const judged = ends.filter((end) => typeof end !== "string");
  const [first, second] = judged;
  if (first === undefined || second === undefined)
    return notComparable(ends.find((end) => typeof end === "string") ?? MIXED);
  if (first.kind !== second.kind) return notComparable("完成值为区间，跨越指标值，无法判断");
  const isFirstWorse = (gapOf(first)?.absolute ?? new Decimal(0)).gte(gapOf(second)?.absolute ?? 0);
  const worse = (first.kind === "missed") === isFirstWorse ? first : second;
  return ofQuantity(worse, [], ["完成值为区间，按较差一端比较"]);
}

function againstList(
  traits: IndicatorTraits,
  target: Extract<Statement, { kind: "list" }>,
  result: Statement,
): Comparison {
  if (result.kind === "list" || result.kind === "quantity") return compareLists(traits, target, result);
  return notComparable(MIXED);
}

function againstWords(cells: Pick<Indicator, "target" | "actual">, result: Statement): Comparison {
  if (result.kind === "quantity" || result.kind === "range" || result.kind === "list")
    return notComparable(MIXED);
  return compareGraded(cells, COMMON_SCALES) ?? notComparable(MIXED, true);
}

/** Compares an indicator's grades on the first scale that holds both words. */
export function compareGraded(
  { target, actual }: Pick<Indicator, "target" | "actual">,
  scales: readonly GradeScale[],
): Comparison | undefined {
  if (target === null || actual === null || target.value !== null || actual.value !== null) return undefined;
  const due = { word: afterSign(target.raw), comparator: target.comparator };
  return compareGrades(due, afterSign(actual.raw), scales);
}
