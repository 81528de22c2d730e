import { finding, held, notChecked } from "../../finding.ts";
import { decimalOf, plain } from "../../../evaluation/scoring/printed-scores.ts";
import { operand, projectRule } from "./project-rule.ts";

export const scoreLossHasReason = projectRule(
  {
    id: "score-loss-has-reason",
    code: "P-20",
    title: "未得满分的指标应填写偏差原因和改进措施",
    kind: "logic",
    severity: "error",
    basis:
      "《项目支出绩效评价管理办法》（财预〔2020〕10号）：未完成绩效目标或偏离目标较大的，应分析说明原因，研究提出改进措施",
    example: { passes: "分值10分，得分9分，原因：文件数量减少", fails: "分值10分，得分9分，原因栏空白" },
  },
  ({ evaluation, name }) =>
    evaluation.indicators.map((indicator) => {
      const label = `${name} ${indicator.name}`;
      const points = decimalOf(indicator.points);
      const score = decimalOf(indicator.score);
      if (points === undefined || score === undefined) return notChecked(label, "分值或得分空白或无法识别");
      if (score.gte(points) || (indicator.reason?.text ?? "") !== "") return held(label);
      return finding({
        subject: name,
        message: `项目“${name}”指标“${indicator.name}”分值${plain(points)}分，得${plain(score)}分，未填写偏差原因及改进措施。`,
        advice: "请填写偏差原因及改进措施。",
        operands: [
          operand("分值", indicator.points, indicator.place),
          operand("得分", indicator.score, indicator.place),
        ],
        sourceDoubt: indicator.doubtful,
        severity: indicator.doubtful ? "warning" : "error",
      });
    }),
);
