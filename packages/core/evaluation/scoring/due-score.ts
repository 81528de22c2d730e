// The score that follows from a result, with the arithmetic shown.
// Source: 财预〔2020〕10号: a quantity that is reached earns all points, one that is missed its share of
// them; words earn points within their tier.

import { Decimal } from "decimal.js";

import type { Indicator } from "../project-evaluation.ts";
import { isCostIndicator, proportionalScore } from "../target-judgement.ts";
import type { MatchedTier } from "../tiers.ts";
import { tierRange } from "../tiers.ts";
import { isEmptyReason, plain } from "./printed-scores.ts";
import type { ScoringRules } from "./scoring-rules.ts";
import type { QuantityJudgement } from "./stated-result.ts";
import { statedResult } from "./stated-result.ts";

/** DueScore (应得分): one score, the range that a tier allows, or why there is none. */
export type DueScore =
  | {
      readonly kind: "computed";
      readonly due: Decimal;
      readonly derivation: string;
      readonly notes: readonly string[];
      /** Null where no quantities were compared: dates and grades. */
      readonly judgement: QuantityJudgement | null;
    }
  | {
      readonly kind: "range";
      readonly low: Decimal;
      readonly high: Decimal;
      readonly tier: MatchedTier;
      readonly derivation: string;
      readonly notes: readonly string[];
    }
  | { readonly kind: "judgement"; readonly reason: string; readonly same: boolean }
  | { readonly kind: "not-comparable"; readonly reason: string };

/** The score due to an indicator for its points. */
export function dueScore(indicator: Indicator, points: Decimal, rules: ScoringRules): DueScore {
  const result = statedResult(indicator, rules);
  switch (result.kind) {
    case "tier":
      return inTier(result.tier, points, indicator.actual?.raw ?? "");
    case "quantity":
      return ofQuantity(indicator, result.judgement, { points, rules });
    case "completion": {
      const due = result.share.times(points);
      const derivation = `完成率 ${plain(result.share.times(100))}% × ${plain(points)} = ${scoreText(due, rules)}`;
      return {
        kind: "computed",
        due,
        derivation,
        notes: ["指标值为日期，完成值为百分比，按完成率计分"],
        judgement: null,
      };
    }
    case "date":
    case "grade":
      return ofRank(result, points);
    case "words":
      return {
        kind: "judgement",
        reason: result.same ? "定性指标，完成值与指标值文字相同，由评价人员判断" : "定性指标，由评价人员判断",
        same: result.same,
      };
    case "not-comparable":
      return result;
  }
}

/** A score as people write it: whole, or with the edition's decimals. */
export function scoreText(score: Decimal, { scoreDecimals }: Pick<ScoringRules, "scoreDecimals">): string {
  const rounded = score.toDecimalPlaces(scoreDecimals, Decimal.ROUND_HALF_UP);
  return rounded.isInteger() ? rounded.toFixed() : rounded.toFixed(scoreDecimals);
}

function inTier(tier: MatchedTier, points: Decimal, printed: string): DueScore {
  const words = tier.clipped ? (tier.rule.words[0] ?? "") : printed;
  const { low, high } = tierRange(tier.rule, points);
  const percents = [tier.rule.from, tier.rule.to].map((share) => `${plain(new Decimal(share).times(100))}%`);
  const upper = tier.index === 0 || high.isZero() ? "" : "（不含上限）";
  return {
    kind: "range",
    low,
    high,
    tier,
    derivation: `“${words}”：${plain(points)} × ${percents.join("—")} = ${plain(low)}—${plain(high)} 分${upper}`,
    notes: tier.clipped ? ["档次文字不全，请核对原件"] : [],
  };
}

function ofRank(
  result: {
    readonly kind: "date" | "grade";
    readonly reached: boolean;
    readonly target: string;
    readonly actual: string;
  },
  points: Decimal,
): DueScore {
  const { kind, reached, target, actual } = result;
  const what = kind === "date" ? "完成时间" : "完成等级";
  if (!reached) {
    const how = kind === "date" ? "晚于" : "未达到";
    return {
      kind: "judgement",
      reason: `${what} ${actual} ${how}目标 ${target}，扣分由评价人员判断`,
      same: false,
    };
  }
  const how = kind === "date" ? "不晚于" : "不低于";
  const derivation = `${what} ${actual} ${how} ${target}，达到目标，得满分 ${plain(points)}`;
  return { kind: "computed", due: points, derivation, notes: [], judgement: null };
}

interface Setting {
  readonly points: Decimal;
  readonly rules: ScoringRules;
}

function ofQuantity(indicator: Indicator, judgement: QuantityJudgement, setting: Setting): DueScore {
  const due = proportionalScore(judgement, setting.points) ?? setting.points;
  const derivation = judgement.asCompletionRate
    ? completionLine(judgement, due, setting)
    : judgement.kind === "reached"
      ? reachedLine(judgement, setting)
      : missedLine(judgement, due, setting);
  return {
    kind: "computed",
    due,
    derivation,
    notes: quantityNotes(indicator, judgement, setting.rules),
    judgement,
  };
}

function completionLine(judgement: QuantityJudgement, due: Decimal, { points, rules }: Setting): string {
  const rate = `${plain((judgement.ratio ?? new Decimal(0)).times(100))}%`;
  if (judgement.kind === "reached") return `完成率 ${rate}，达到目标，得满分 ${plain(points)}`;
  const formula = judgement.direction === "lower-is-better" ? `(2 - ${rate})` : `完成率 ${rate}`;
  return `${formula} × ${plain(points)} = ${scoreText(due, rules)}`;
}

function reachedLine({ direction, actual, target }: QuantityJudgement, { points }: Setting): string {
  const sign = direction === "lower-is-better" ? "≤" : direction === "exact" && actual.eq(target) ? "=" : "≥";
  return `${figure(actual)} ${sign} ${figure(target)}，达到目标，得满分 ${plain(points)}`;
}

function missedLine(judgement: QuantityJudgement, due: Decimal, { points, rules }: Setting): string {
  const { actual, target, direction } = judgement;
  if (judgement.ratio === null) return `目标为 0，完成 ${figure(actual)}，未达到目标，得 0`;
  const share = `${figure(actual)} ÷ ${figure(target)}`;
  const formula = direction === "lower-is-better" ? `(2 - ${share})` : share;
  const floor = due.isZero() && !actual.isZero() ? "，不足 0 的得 0" : "";
  return `${formula} × ${plain(points)} = ${scoreText(due, rules)}${floor}`;
}

/** A quantity in full: rounding it would make the arithmetic on the line untrue. */
function figure(value: Decimal): string {
  return value.toDecimalPlaces(8, Decimal.ROUND_HALF_UP).toFixed();
}

const TENFOLD = 10;

function quantityNotes(
  indicator: Indicator,
  judgement: QuantityJudgement,
  rules: ScoringRules,
): readonly string[] {
  const { target, actual } = indicator;
  const { direction, ratio } = judgement;
  const sign = target?.comparator ?? null;
  const isTurned = isCostIndicator(indicator) && (sign === "≥" || sign === ">");
  const isExceeded = sign === "=" && direction === "exact" && judgement.actual.gt(judgement.target);
  const isFar = ratio !== null && !ratio.isZero() && (ratio.gte(TENFOLD) || ratio.lte(1 / TENFOLD));
  const isOver =
    direction === "higher-is-better" &&
    ratio?.gte(rules.overAchievement) === true &&
    isEmptyReason(indicator.reason?.text);
  const differs = target?.unit !== actual?.unit && target?.unit !== null && actual?.unit !== null;
  return [
    isTurned ? `成本指标以低为好，所列“${sign}”按“≤”计` : "",
    judgement.atStrictLimit ? `恰为“${sign ?? ""}”的界限，按达到计，请核对符号` : "",
    isFar ? "完成值与指标值相差十倍以上，请核对计量单位" : "",
    isExceeded && !isFar ? "目标为定数而完成值超过，应说明原因" : "",
    isOver && !isFar
      ? `为目标的${plain((ratio ?? new Decimal(0)).times(100).toDecimalPlaces(2))}%，超额较多，应说明原因`
      : "",
    judgement.asCompletionRate ? "完成值为百分比，按完成率计分" : "",
    differs && !judgement.asCompletionRate
      ? `完成值单位“${actual?.unit ?? ""}”与指标值单位“${target?.unit ?? ""}”不同，按同一单位计`
      : "",
  ].filter((note) => note !== "");
}
