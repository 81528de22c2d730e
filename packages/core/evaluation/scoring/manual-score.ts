// A score that people give (人工评分): for words it lies within its tier and has a reason where the rules want one;
// what follows from figures is not for people to set. 财预〔2020〕10号, 定性三档.

import type { Decimal } from "decimal.js";

import { compareFigures } from "../../figures/whole-number.ts";
import type { Indicator } from "../project-evaluation.ts";
import { dueScore, type DueScore } from "./due-score.ts";
import { decimalOf, isEmptyReason, plain } from "./printed-scores.ts";
import type { ScoringRules } from "./scoring-rules.ts";

/** ManualFault: what is wrong with a score that people give. */
export type ManualFault =
  | "no-points"
  | "outside-points"
  | "outside-tier"
  | "not-computed-score"
  | "too-precise"
  | "reason-missing";

/** ManualScoreFault: the fault, said in Chinese, and the scores that would do. */
export interface ManualScoreFault {
  readonly fault: ManualFault;
  readonly message: string;
  readonly low: Decimal | null;
  readonly high: Decimal | null;
}

type Range = Extract<DueScore, { kind: "range" }>;

/** True when a score lies in a tier; only the best one contains its upper end. */
export function isInTier(score: Decimal, { low, high, tier }: Range): boolean {
  const beyond = compareFigures(score, high);
  const above = tier.index === 0 ? beyond > 0 : beyond >= 0 && !high.isZero();
  return compareFigures(score, low) >= 0 && !above;
}

/** All faults of a score that people would give an indicator; none where it may stand. */
export function judgeManualScore(
  indicator: Indicator,
  { score, reason }: { readonly score: Decimal; readonly reason: string | null },
  rules: ScoringRules,
): readonly ManualScoreFault[] {
  const points = decimalOf(indicator.points);
  const none = { low: null, high: null };
  if (points === undefined || points.lt(0))
    return [{ fault: "no-points", message: "分值空白或无法识别，不能评分", ...none }];
  if (score.lt(0) || score.gt(points)) {
    const message = `得分 ${plain(score)} 应在 0 至分值 ${plain(points)} 之间`;
    return [{ fault: "outside-points", message, low: null, high: points }];
  }
  const due = dueScore(indicator, points, rules);
  const faults = [tooPrecise(score, rules), outsideDue(score, due)];
  const isOwed = rules.manualReason === "always" ? due.kind !== "computed" : score.lt(points);
  if (isOwed && isEmptyReason(reason)) {
    const message = score.lt(points) ? "得分少于分值，应填写原因和改进措施" : "人工评分应填写理由";
    faults.push({ fault: "reason-missing", message, ...none });
  }
  return faults.flatMap((fault) => fault ?? []);
}

function tooPrecise(score: Decimal, { scoreDecimals }: ScoringRules): ManualScoreFault | undefined {
  if (score.decimalPlaces() <= scoreDecimals) return undefined;
  const message = `得分 ${score.toFixed()} 最多保留 ${scoreDecimals} 位小数`;
  return { fault: "too-precise", message, low: null, high: null };
}

function outsideDue(score: Decimal, due: DueScore): ManualScoreFault | undefined {
  if (due.kind === "range" && !isInTier(score, due)) {
    const message = `得分 ${plain(score)} 不在档次区间内：${due.derivation}`;
    return { fault: "outside-tier", message, low: due.low, high: due.high };
  }
  if (due.kind !== "computed") return undefined;
  const computed = due.due.rounded;
  if (score.eq(computed)) return undefined;
  const message = `定量指标按公式计分，应为 ${plain(computed)}：${due.derivation}`;
  return { fault: "not-computed-score", message, low: computed, high: computed };
}
