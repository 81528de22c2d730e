// The score that follows from a result, with the arithmetic shown.
// Source: 财预〔2020〕10号: a quantity that is reached earns all points, one that is missed its share of
// them; words earn points within their tier.

import type { Decimal } from "decimal.js";

import { remembered } from "../../figures/remembered.ts";
import { signOf } from "../../figures/whole-number.ts";
import type { Indicator } from "../project-evaluation.ts";
import type { ItemJudgement, Lateness } from "../targets/comparison.ts";
import type { MatchedTier } from "../tiers.ts";
import { tierRange } from "../tiers.ts";
import { fullPoints, pointsOf, type DuePoints } from "./due-points.ts";
import { decimalFrom, plain } from "./printed-scores.ts";
import { quantityScore } from "./quantity-score.ts";
import type { ScoringRules } from "./scoring-rules.ts";
import type { QuantityJudgement, RankedResult } from "./stated-result.ts";
import { statedResult } from "./stated-result.ts";

/** DueScore (应得分): one score, the range that a tier allows, or why there is none. */
export type DueScore =
  | {
      readonly kind: "computed";
      readonly due: DuePoints;
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

interface Setting {
  readonly points: Decimal;
  readonly rules: ScoringRules;
}

/** The score due to an indicator for its points. */
export function dueScore(indicator: Indicator, points: Decimal, rules: ScoringRules): DueScore {
  const result = statedResult(indicator, rules);
  switch (result.kind) {
    case "tier":
      return inTier(result.tier, points, indicator.actual?.raw ?? "");
    case "quantity":
      return ofQuantity(indicator, result.judgement, { points, rules });
    case "completion": {
      const due = pointsOf(result.share.times(points), points, rules);
      const derivation = `完成率 ${plain(result.share.times(100))}% × ${plain(points)} = ${due.text}`;
      return { kind: "computed", due, derivation, notes: result.doubts, judgement: null };
    }
    case "ranked":
      return ofRank(result, points, rules);
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
  const percents = `${percentOf(tier.rule.from)}—${percentOf(tier.rule.to)}`;
  const upper = tier.index === 0 || high.isZero() ? "" : "（不含上限）";
  return {
    kind: "range",
    low,
    high,
    tier,
    derivation: `“${words}”：${plain(points)} × ${percents} = ${plain(low)}—${plain(high)} 分${upper}`,
    notes: tier.clipped ? ["档次文字不全，请核对原件"] : [],
  };
}

/** The shares of tiers are few, so each is written once. */
const percentOf = remembered((share) => `${plain(decimalFrom(share).times(100))}%`);

/** What is ranked, and how people say that it is reached and missed. */
const RANKS = {
  date: ["完成时间", "不晚于", "晚于"],
  period: ["完成期间", "包含", "未包含"],
  frequency: ["完成频次", "不少于", "少于"],
  grade: ["完成等级", "不低于", "未达到"],
} as const;

function ofRank({ reached, matter, doubts }: RankedResult, points: Decimal, rules: ScoringRules): DueScore {
  if (matter.kind === "items") return ofItems(matter.items, doubts, { points, rules });
  const [what, kept, missed] = RANKS[matter.kind];
  const { target, actual, late } = matter;
  if (!reached) {
    const reason = `${what} ${actual} ${missed}目标 ${target}${lateness(late)}，扣分由评价人员判断`;
    return { kind: "judgement", reason, same: false };
  }
  const derivation = `${what} ${actual} ${kept} ${target}，达到目标，得满分 ${plain(points)}`;
  const due = fullPoints(points, rules);
  return { kind: "computed", due, derivation, notes: doubts, judgement: null };
}

function lateness(late: Lateness): string {
  if (late === null) return "";
  return "days" in late ? `（逾期 ${late.days} 天）` : `（逾期 ${late.months} 个月）`;
}

/** Items of different units have no sum: all reached is full marks, and what one that is missed costs people say. */
function ofItems(
  items: readonly ItemJudgement[],
  notes: readonly string[],
  { points, rules }: Setting,
): DueScore {
  const missed = items.filter(({ judgement }) => judgement.kind === "missed").map(({ name }) => `“${name}”`);
  if (missed.length > 0) {
    const reason = `所列 ${items.length} 项中${missed.join("、")}未达到目标，扣分由评价人员判断`;
    return { kind: "judgement", reason, same: false };
  }
  const derivation = `所列 ${items.length} 项均达到目标，得满分 ${plain(points)}`;
  const due = fullPoints(points, rules);
  return { kind: "computed", due, derivation, notes, judgement: null };
}

/** Short of a target below 0 (a decrease), "in proportion" means nothing. */
function ofQuantity(indicator: Indicator, judgement: QuantityJudgement, setting: Setting): DueScore {
  if (judgement.kind === "reached" || signOf(judgement.target) >= 0)
    return quantityScore(indicator, judgement, setting);
  const [actual, target] = [judgement.actual, judgement.target].map(plain);
  const reason = `${actual} 未达到目标 ${target}，目标为负数不能按比例计分，由评价人员判断`;
  return { kind: "judgement", reason, same: false };
}
