import { plain } from "../../../evaluation/scoring/printed-scores.ts";
import { printedTarget, scoreFaultRule } from "./score-fault-rule.ts";

export const overLimitScoreIsProportional = scoreFaultRule({
  id: "over-limit-score-is-proportional",
  code: "P-16",
  title: "超过上限的应按超出程度计分",
  kind: "explain",
  severity: "warning",
  fault: "over-limit-score-not-proportional",
  advice: "请按超出程度核对得分，另有评分办法的请说明。",
  example: {
    passes: "指标值≤10%，实际12%，分值10分，得8分",
    fails: "指标值≤10%，实际12%，分值10分，得9.5分",
  },
  message: (indicator, verdict) =>
    `上限${printedTarget(indicator)}，实际${indicator.actual?.raw ?? ""}，按超出程度应得${plain(verdict.low)}分，现得${plain(verdict.score)}分`,
});
