import { plain } from "../../../evaluation/scoring/printed-scores.ts";
import { printedTarget, scoreFaultRule } from "./score-fault-rule.ts";

export const costSavingGetsFullMarks = scoreFaultRule({
  id: "cost-saving-gets-full-marks",
  code: "P-26",
  title: "成本未超目标的应得满分",
  kind: "explain",
  severity: "warning",
  fault: "saving-without-full-marks",
  advice: "成本节约的按规定得满分；因任务未完成而少支出的，应在相应产出指标上扣分。",
  example: {
    passes: "成本指标≤250000元，实际249919元，得满分",
    fails: "成本指标250000元，实际249919元，分值10分，得9分",
  },
  message: (indicator, verdict) =>
    `成本目标${printedTarget(indicator)}，实际${indicator.actual?.raw ?? ""}，未超过目标，分值${plain(verdict.points)}分只得${plain(verdict.score)}分`,
  explained: "hint",
});
