import { plain } from "../../../evaluation/scoring/printed-scores.ts";
import { scoreFaultRule } from "./score-fault-rule.ts";

export const scoreWithinTier = scoreFaultRule({
  id: "score-within-tier",
  code: "P-18",
  title: "定性指标得分应在完成档次的区间内",
  kind: "logic",
  severity: "error",
  fault: "score-outside-tier",
  advice: "请核对完成档次与得分。",
  example: { passes: "达成预期指标，分值10分，得10分", fails: "达成预期指标，分值10分，得0分" },
  message: (indicator, verdict) =>
    `完成情况“${indicator.actual?.raw ?? ""}”对应得分区间${plain(verdict.low)}—${plain(verdict.high)}分，现得${plain(verdict.score)}分`,
});
