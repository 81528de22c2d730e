// The score of a quantity: by the formula that the rules have for its comparator, with the arithmetic shown
// and what is to be said beside it.

import { Decimal } from "decimal.js";

import type { Indicator } from "../project-evaluation.ts";
import { isAboveRange } from "../target-judgement.ts";
import { afterDeduction, isOverAchieved } from "./over-achievement.ts";
import { isEmptyReason, plain } from "./printed-scores.ts";
import type { ScoringRules, ShareFormula } from "./scoring-rules.ts";
import { earnedBy, percent, type Attained, type Earned } from "./share-formula.ts";
import type { QuantityJudgement } from "./stated-result.ts";

/** QuantityScore: points before rounding, the line that derives them, and remarks. */
export interface QuantityScore extends Earned {
  readonly kind: "computed";
  readonly notes: readonly string[];
  readonly judgement: QuantityJudgement;
}

interface Setting {
  readonly points: Decimal;
  readonly rules: ScoringRules;
}

/** Scores a quantity against its target. */
export function quantityScore(
  indicator: Indicator,
  judgement: QuantityJudgement,
  setting: Setting,
): QuantityScore {
  const { due, derivation } =
    afterDeduction(indicator, judgement, { ...setting, share: shareText(judgement) }) ??
    earnedFor(judgement, setting);
  return {
    kind: "computed",
    due,
    derivation,
    notes: quantityNotes(indicator, judgement, setting.rules),
    judgement,
  };
}

function earnedFor(judgement: QuantityJudgement, setting: Setting): Earned {
  const { points, rules } = setting;
  const formula = formulaFor(judgement, rules);
  if (formula === "full") return { due: points, derivation: reachedLine(judgement, points) };
  const { ratio, actual, target } = judgement;
  if (ratio === null)
    return { due: new Decimal(0), derivation: `目标为 0，完成 ${figure(actual)}，未达到目标，得 0` };
  const attained: Attained = {
    ratio,
    share: shareText(judgement),
    inverse: judgement.asCompletionRate ? `1 ÷ ${percent(ratio)}` : `${figure(target)} ÷ ${figure(actual)}`,
    isOver:
      judgement.direction === "lower-is-better" || judgement.kind === "reached" || isAboveRange(judgement),
  };
  return earnedBy(formula, attained, setting);
}

/** The formula for a result: full marks where the target is reached, else by its comparator. */
function formulaFor(judgement: QuantityJudgement, { formulas }: ScoringRules): ShareFormula | "full" {
  const { kind, direction, actual, target } = judgement;
  if (kind === "missed") {
    if (direction === "lower-is-better" || isAboveRange(judgement)) return formulas.atMost;
    return direction === "exact" ? formulas.exactShort : formulas.atLeast;
  }
  if (direction !== "exact" || !actual.gt(target)) return "full";
  // What ought not to happen at all and did: no share of nothing can be reckoned.
  return target.isZero() ? "zero" : formulas.exactExceeded;
}

function reachedLine(judgement: QuantityJudgement, points: Decimal): string {
  const { direction, actual, target, asCompletionRate, ratio, range } = judgement;
  const full = `达到目标，得满分 ${plain(points)}`;
  if (range !== null) return `${figure(range.low)} ≤ ${figure(actual)} ≤ ${figure(range.high)}，${full}`;
  if (asCompletionRate) return `完成率 ${plain((ratio ?? new Decimal(0)).times(100))}%，${full}`;
  const sign = direction === "lower-is-better" ? "≤" : direction === "exact" && actual.eq(target) ? "=" : "≥";
  return `${figure(actual)} ${sign} ${figure(target)}，${full}`;
}

/** actual ÷ target as it is written; a printed rate of completion is that share itself. */
function shareText({ asCompletionRate, direction, ratio, actual, target }: QuantityJudgement): string {
  if (!asCompletionRate) return `${figure(actual)} ÷ ${figure(target)}`;
  const rate = `${plain((ratio ?? new Decimal(0)).times(100))}%`;
  return direction === "lower-is-better" ? rate : `完成率 ${rate}`;
}

/** A quantity in full: rounding it would make the arithmetic on the line untrue. */
function figure(value: Decimal): string {
  const full = value.decimalPlaces() <= 8 ? value : value.toDecimalPlaces(8, Decimal.ROUND_HALF_UP);
  return full.toFixed();
}

const TENFOLD = new Decimal(10);
const TENTH = new Decimal("0.1");

function quantityNotes(
  indicator: Indicator,
  judgement: QuantityJudgement,
  rules: ScoringRules,
): readonly string[] {
  const { direction, ratio } = judgement;
  const sign = indicator.target?.comparator ?? null;
  const notes = [...judgement.doubts];
  const isFar = ratio !== null && !ratio.isZero() && (ratio.gte(TENFOLD) || ratio.lte(TENTH));
  if (isFar) notes.push("完成值与指标值相差十倍以上，请核对计量单位");
  else if (sign === "=" && direction === "exact" && judgement.actual.gt(judgement.target))
    notes.push("目标为定数而完成值超过，应说明原因");
  else if (isOverAchieved(judgement, rules)) notes.push(...overNotes(indicator, judgement, rules));
  if (judgement.asCompletionRate) notes.push("完成值为百分比，按完成率计分");
  return notes;
}

function overNotes(
  indicator: Indicator,
  { ratio }: QuantityJudgement,
  { overAchievementConsequence: consequence }: ScoringRules,
): readonly string[] {
  const times = `为目标的${plain((ratio ?? new Decimal(0)).times(100).toDecimalPlaces(2))}%`;
  const isExplained = !isEmptyReason(indicator.reason?.text);
  if (consequence.kind === "note") return isExplained ? [] : [`${times}，超额较多，应说明原因`];
  if (consequence.kind === "reason") return isExplained ? [] : [`${times}，超额较多，必须说明原因`];
  if (!isExplained) return [`${times}，超额较多，按规则扣分`];
  return consequence.waivedByReason ? [`${times}，已说明原因，不扣分`] : [`${times}，按规则扣分`];
}
