// The judgement of figures, as rules and scoring ask for it; the comparison itself is in targets/.

import { compareFigures } from "../figures/whole-number.ts";
import type { Indicator } from "./project-evaluation.ts";
import { compareResult } from "./targets/compare-result.ts";
import type { QuantityJudgement } from "./targets/comparison.ts";

export { isCostIndicator } from "./targets/direction.ts";

/** TargetJudgement: the result against the target where both are figures. */
export type TargetJudgement =
  | QuantityJudgement
  | { readonly kind: "not-comparable"; readonly reason: string };

/** Judges the result of an indicator against its (adjusted) target. */
export function judgeTarget(indicator: Indicator): TargetJudgement {
  const comparison = compareResult(indicator);
  if (comparison.outcome === "not-comparable") return { kind: "not-comparable", reason: comparison.reason };
  if (comparison.matter.kind === "quantity") return comparison.matter.judgement;
  return { kind: "not-comparable", reason: "指标值或完成值不是数值" };
}

/** True for a result above the range that it should lie in. */
export function isAboveRange({ direction, actual, target }: QuantityJudgement): boolean {
  return direction === "within" && compareFigures(actual, target) > 0;
}
