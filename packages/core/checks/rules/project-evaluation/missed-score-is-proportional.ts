import { plain } from "../../../evaluation/scoring/printed-scores.ts";
import { printedTarget, scoreFaultRule } from "./score-fault-rule.ts";

export const missedScoreIsProportional = scoreFaultRule({
  id: "missed-score-is-proportional",
  code: "P-13",
  title: "未达到指标值的应按比例计分",
  kind: "explain",
  severity: "warning",
  fault: "missed-score-not-proportional",
  advice: "请按完成值与指标值的比例核对得分，另有评分办法的请说明。",
  example: {
    passes: "指标值3200份，完成1600份，分值10分，得5分",
    fails: "指标值60人，完成率35.66%，分值5分，得2.5分",
  },
  message: (indicator, verdict) =>
    `指标值${printedTarget(indicator)}，完成${indicator.actual?.raw ?? ""}，按比例应得${plain(verdict.low)}分，现得${plain(verdict.score)}分（${verdict.score.gt(verdict.low) ? "偏高" : "偏低"}${plain(verdict.score.minus(verdict.low).abs())}分）`,
});
