import { plain } from "../../../evaluation/scoring/printed-scores.ts";
import { printedTarget, scoreFaultRule } from "./score-fault-rule.ts";

export const reachedTargetGetsFullMarks = scoreFaultRule({
  id: "reached-target-gets-full-marks",
  code: "P-14",
  title: "达到指标值的应得满分，扣分的应说明",
  kind: "explain",
  severity: "warning",
  fault: "reached-without-full-marks",
  advice: "已达到目标的应得满分；确需扣分的请说明理由，或核对完成值。",
  example: { passes: "指标值≥4人，完成4人，得满分", fails: "指标值≥4人，完成4人，分值20分，得10分" },
  message: (indicator, verdict) =>
    `指标值${printedTarget(indicator)}，完成${indicator.actual?.raw ?? ""}，已达到目标，分值${plain(verdict.points)}分只得${plain(verdict.score)}分`,
  explained: "warning",
});
