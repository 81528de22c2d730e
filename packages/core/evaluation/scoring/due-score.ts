// The score that follows from a result, with the arithmetic shown.
// Source: 财预〔2020〕10号: a quantity that is reached earns all points, one that is missed its share of
// them; words earn points within their tier.

import { Decimal } from "decimal.js";

import type { Indicator } from "../project-evaluation.ts";
import type { MatchedTier } from "../tiers.ts";
import { tierRange } from "../tiers.ts";
import { plain } from "./printed-scores.ts";
import { quantityScore } from "./quantity-score.ts";
import { scoreText } from "./rounding.ts";
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
      return quantityScore(indicator, result.judgement, { points, rules });
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
