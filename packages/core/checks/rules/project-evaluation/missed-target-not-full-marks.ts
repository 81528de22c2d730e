import { plain } from "../../../evaluation/scoring/printed-scores.ts";
import { printedTarget, scoreFaultRule } from "./score-fault-rule.ts";

export const missedTargetNotFullMarks = scoreFaultRule({
  id: "missed-target-not-full-marks",
  code: "P-15",
  title: "未达到指标值的不应得满分",
  kind: "logic",
  severity: "error",
  fault: "missed-with-full-marks",
  advice: "请按完成情况重新计分，或核对指标值与完成值。",
  example: { passes: "指标值≥3辆，实际3辆，得满分", fails: "指标值=3辆，实际1辆，得满分20分" },
  message: (indicator, verdict) =>
    `指标值${printedTarget(indicator)}，完成${indicator.actual?.raw ?? ""}，未达到目标却得满分${plain(verdict.score)}分，按比例应得${plain(verdict.low)}分`,
});
