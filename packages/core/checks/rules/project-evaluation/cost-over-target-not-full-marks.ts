import { plain } from "../../../evaluation/scoring/printed-scores.ts";
import { printedTarget, scoreFaultRule } from "./score-fault-rule.ts";

export const costOverTargetNotFullMarks = scoreFaultRule({
  id: "cost-over-target-not-full-marks",
  code: "P-24",
  title: "成本超过目标的不应得满分",
  kind: "logic",
  severity: "error",
  fault: "cost-over-target-with-full-marks",
  advice: "请核对成本指标的完成值；确属超支的按规定扣分并说明原因。",
  example: {
    passes: "成本指标≤15万元，实际15万元，得满分",
    fails: "成本指标≤15万元，实际18万元，得满分10分",
  },
  message: (indicator, verdict) =>
    `成本目标${printedTarget(indicator)}，实际${indicator.actual?.raw ?? ""}，超过目标却得满分${plain(verdict.score)}分`,
});
