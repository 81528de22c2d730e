// The score of a quantity: by the formula that the rules have for its comparator, with the arithmetic shown
// and what is to be said beside it.

import { Decimal } from "decimal.js";

import { compareFigures } from "../../figures/whole-number.ts";
import type { Indicator } from "../project-evaluation.ts";
import { isAboveRange } from "../target-judgement.ts";
import { hasRatio, isFarApart } from "../targets/attainment.ts";
import { fullPoints, pointsOf, type DuePoints } from "./due-points.ts";
import { afterDeduction, isOverAchieved } from "./over-achievement.ts";
import { isEmptyReason, plain } from "./printed-scores.ts";
import type { ScoringRules, ShareFormula } from "./scoring-rules.ts";
import { earnedBy, type Earned } from "./share-formula.ts";
import type { QuantityJudgement } from "./stated-result.ts";
import { figureText, ratePercent } from "./written-ratio.ts";

/** QuantityScore: the points that are due, the line that derives them, and remarks. */
export interface QuantityScore {
  readonly kind: "computed";
  readonly due: DuePoints;
  readonly derivation: string;
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
  const { due, derivation } = afterDeduction(indicator, judgement, setting) ?? earnedFor(judgement, setting);
  const notes = quantityNotes(indicator, judgement, setting.rules);
  return { kind: "computed", due, derivation, notes, judgement };
}

const ZERO = new Decimal(0);

function earnedFor(judgement: QuantityJudgement, setting: Setting): Earned {
  const { points, rules } = setting;
  const formula = formulaFor(judgement, rules);
  if (formula === "full")
    return { due: fullPoints(points, rules), derivation: reachedLine(judgement, points) };
  if (hasRatio(judgement)) return earnedBy(formula, judgement, setting);
  const derivation = `目标为 0，完成 ${figureText(judgement.actual)}，未达到目标，得 0`;
  return { due: pointsOf(ZERO, points, rules), derivation };
}

/** The formula for a result: full marks where the target is reached, else by its comparator. */
function formulaFor(judgement: QuantityJudgement, { formulas }: ScoringRules): ShareFormula | "full" {
  const { kind, direction, actual, target } = judgement;
  if (kind === "missed") {
    if (direction === "lower-is-better" || isAboveRange(judgement)) return formulas.atMost;
    return direction === "exact" ? formulas.exactShort : formulas.atLeast;
  }
  if (direction !== "exact" || compareFigures(actual, target) <= 0) return "full";
  // What ought not to happen at all and did: no share of nothing can be reckoned.
  return target.isZero() ? "zero" : formulas.exactExceeded;
}

function reachedLine(judgement: QuantityJudgement, points: Decimal): string {
  const { direction, actual, target, asCompletionRate, range } = judgement;
  const full = `达到目标，得满分 ${plain(points)}`;
  if (range !== null)
    return `${figureText(range.low)} ≤ ${figureText(actual)} ≤ ${figureText(range.high)}，${full}`;
  if (asCompletionRate) return `完成率 ${plain(ratePercent(judgement))}%，${full}`;
  const sign =
    direction === "lower-is-better"
      ? "≤"
      : direction === "exact" && compareFigures(actual, target) === 0
        ? "="
        : "≥";
  return `${figureText(actual)} ${sign} ${figureText(target)}，${full}`;
}

function quantityNotes(
  indicator: Indicator,
  judgement: QuantityJudgement,
  rules: ScoringRules,
): readonly string[] {
  const { doubts, asCompletionRate } = judgement;
  const remark = remarkOn(indicator, judgement, rules);
  if (remark === undefined && !asCompletionRate) return doubts;
  const rate = asCompletionRate ? ["完成值为百分比，按完成率计分"] : [];
  return remark === undefined ? [...doubts, ...rate] : [...doubts, remark, ...rate];
}

function remarkOn(
  indicator: Indicator,
  judgement: QuantityJudgement,
  rules: ScoringRules,
): string | undefined {
  if (isFarApart(judgement)) return "完成值与指标值相差十倍以上，请核对计量单位";
  const isFixed = judgement.direction === "exact" && indicator.target?.comparator === "=";
  if (isFixed && compareFigures(judgement.actual, judgement.target) > 0)
    return "目标为定数而完成值超过，应说明原因";
  return isOverAchieved(judgement, rules) ? overNote(indicator, judgement, rules) : undefined;
}

function overNote(
  indicator: Indicator,
  judgement: QuantityJudgement,
  { overAchievementConsequence: consequence }: ScoringRules,
): string | undefined {
  const times = `为目标的${plain(ratePercent(judgement).toDecimalPlaces(2))}%`;
  const isExplained = !isEmptyReason(indicator.reason?.text);
  if (consequence.kind === "note") return isExplained ? undefined : `${times}，超额较多，应说明原因`;
  if (consequence.kind === "reason") return isExplained ? undefined : `${times}，超额较多，必须说明原因`;
  if (!isExplained) return `${times}，超额较多，按规则扣分`;
  return consequence.waivedByReason ? `${times}，已说明原因，不扣分` : `${times}，按规则扣分`;
}
