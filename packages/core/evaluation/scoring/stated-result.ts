// What a result says of its target: quantities by comparator, shares in words (万分之一), dates, grades
// (≥良) and tiers; all other words are left to people.

import { Decimal } from "decimal.js";

import { parseChineseNumber } from "../../figures/chinese-number.ts";
import { halfWidthText } from "../../figures/normalize.ts";
import { comparatorOf } from "../indicator-value.ts";
import type { Indicator, IndicatorValue } from "../project-evaluation.ts";
import type { TargetJudgement } from "../target-judgement.ts";
import { judgeTarget } from "../target-judgement.ts";
import type { MatchedTier } from "../tiers.ts";
import { findTier } from "../tiers.ts";
import type { ScoringRules } from "./scoring-rules.ts";
import { statedDate } from "./stated-date.ts";

/** QuantityJudgement: a result and a target that are figures in one unit. */
export type QuantityJudgement = Exclude<TargetJudgement, { readonly kind: "not-comparable" }>;

/** StatedResult (完成情况): what can be said of a result before any points are reckoned. */
export type StatedResult =
  | { readonly kind: "tier"; readonly tier: MatchedTier }
  | { readonly kind: "quantity"; readonly judgement: QuantityJudgement }
  /** A percentage beside a date or in place of one: how much of the work was done in time. */
  | { readonly kind: "completion"; readonly share: Decimal }
  | {
      readonly kind: "date" | "grade";
      readonly reached: boolean;
      readonly target: string;
      readonly actual: string;
    }
  | { readonly kind: "words"; readonly same: boolean }
  | { readonly kind: "not-comparable"; readonly reason: string };

/** Judges the result of an indicator without its score. */
export function statedResult(indicator: Indicator, rules: ScoringRules): StatedResult {
  const { target, actual } = indicator;
  const tier = actual === null ? undefined : findTier(actual.raw, rules.tiers);
  if (tier !== undefined) return { kind: "tier", tier };
  const judgement = judgeTarget(withShares(indicator));
  if (judgement.kind !== "not-comparable") return { kind: "quantity", judgement };
  if (isMissing(target) || isMissing(actual)) return judgement;
  if (target.unreadable || actual.unreadable) return judgement;
  const date = statedDate(target.raw);
  if (date !== undefined) return againstDate(date, actual) ?? words(target, actual, judgement);
  return againstGrade(target, actual, rules) ?? words(target, actual, judgement);
}

function isMissing(value: IndicatorValue | null): value is null {
  return value === null || value.raw === "";
}

function againstDate(date: string, actual: IndicatorValue): StatedResult | undefined {
  if (actual.value !== null && actual.unit === "%")
    return { kind: "completion", share: Decimal.min(1, Decimal.max(0, new Decimal(actual.value).div(100))) };
  const done = statedDate(actual.raw);
  // A day without its year (12月底) is comparable with another such day only.
  if (done === undefined || done.length !== date.length) return undefined;
  return { kind: "date", reached: done <= date, target: date, actual: done };
}

function againstGrade(
  target: IndicatorValue,
  actual: IndicatorValue,
  rules: ScoringRules,
): StatedResult | undefined {
  if (target.comparator === "≤" || target.comparator === "<") return undefined;
  const [due, got] = [gradeIn(target, rules), gradeIn(actual, rules)];
  if (due === undefined || got === undefined) return undefined;
  const reached = target.comparator === ">" ? got.from.gt(due.from) : got.from.gte(due.from);
  return { kind: "grade", reached, target: due.grade, actual: got.grade };
}

function gradeIn(
  value: IndicatorValue,
  { grades, departmentGrades }: ScoringRules,
): { readonly grade: string; readonly from: Decimal } | undefined {
  const word = afterSign(value.raw);
  const band = [...grades, ...departmentGrades].find(({ grade }) => grade === word);
  return band === undefined ? undefined : { grade: band.grade, from: new Decimal(band.from) };
}

/** Words on both sides are for people to judge; a word beside a figure cannot be judged by anyone. */
function words(
  target: IndicatorValue,
  actual: IndicatorValue,
  judgement: Extract<TargetJudgement, { readonly kind: "not-comparable" }>,
): StatedResult {
  const same = target.raw === actual.raw;
  if (same || (target.value === null && actual.value === null)) return { kind: "words", same };
  return {
    kind: "not-comparable",
    reason: `${judgement.reason}（指标值“${target.raw}”，完成值“${actual.raw}”）`,
  };
}

/** The indicator with shares in words as percentages, which the judgement of quantities understands. */
function withShares(indicator: Indicator): Indicator {
  const [target, actual] = [asPercent(indicator.target), asPercent(indicator.actual)];
  return target === indicator.target && actual === indicator.actual
    ? indicator
    : { ...indicator, target, actual };
}

const SHARE = /^(百|千|万|十万|百万)分之([\d.]+|[零〇一二两三四五六七八九十百千]+)$/u;
const PARTS: Readonly<Record<string, number>> = { 百: 1, 千: 10, 万: 100, 十万: 1000, 百万: 10_000 };

function asPercent(value: IndicatorValue | null): IndicatorValue | null {
  if (value === null || value.value !== null || !value.raw.includes("分之")) return value;
  const [, whole = "", part = ""] = SHARE.exec(afterSign(value.raw)) ?? [];
  const parts = PARTS[whole];
  const count = /^\d+(?:\.\d+)?$/u.test(part) ? part : parseChineseNumber(part);
  if (parts === undefined || count === undefined) return value;
  return { ...value, value: new Decimal(count).div(parts).toFixed(), unit: "%" };
}

/** The text after the comparator, without blanks. */
function afterSign(raw: string): string {
  const text = halfWidthText(raw).replace(/\s+/gu, "");
  return comparatorOf(text) === null ? text : text.slice(1);
}
