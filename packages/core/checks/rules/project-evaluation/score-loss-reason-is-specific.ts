import { finding, held } from "../../finding.ts";
import { decimalOf, isEmptyReason } from "../../../evaluation/scoring/printed-scores.ts";
import { projectRule, statedOperand } from "./project-rule.ts";

export const scoreLossReasonIsSpecific = projectRule(
  {
    id: "score-loss-reason-is-specific",
    code: "P-21",
    title: "偏差原因应具体",
    kind: "explain",
    severity: "hint",
    basis: "《项目支出绩效评价管理办法》（财预〔2020〕10号）：偏离目标的应分析说明原因",
    example: { passes: "原因：合同付款方式调整，尾款次年支付", fails: "原因：正常" },
  },
  ({ evaluation, name }) =>
    evaluation.indicators.map((indicator) => {
      const points = decimalOf(indicator.points);
      const score = decimalOf(indicator.score);
      const reason = indicator.reason?.text ?? "";
      const lost = points !== undefined && score !== undefined && score.lt(points);
      if (!lost || reason === "" || !isEmptyReason(reason)) return held(`${name} ${indicator.name}`);
      return finding({
        subject: name,
        message: `项目“${name}”指标“${indicator.name}”未得满分，偏差原因只写“${reason}”，过于笼统。`,
        advice: "请写明偏差的具体原因和改进措施。",
        operands: [statedOperand("偏差原因", reason, indicator.reason?.place ?? indicator.place)],
      });
    }),
);
