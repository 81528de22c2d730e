import { finding, held, notChecked } from "../../finding.ts";
import { decimalOf } from "../../../evaluation/scoring/printed-scores.ts";
import { indicatorCell, isUnreadable, operand, projectRule } from "./project-rule.ts";

export const indicatorHasPoints = projectRule(
  {
    id: "indicator-has-points",
    code: "P-05",
    title: "每项指标都应有大于零的分值",
    kind: "logic",
    severity: "error",
    basis: "项目支出绩效自评表填报说明：每项三级指标均须设置分值",
    example: { passes: "数量指标分值10分", fails: "数量指标分值为空或为0" },
  },
  (subject) =>
    subject.evaluation.indicators.map((indicator) => {
      const label = `${subject.name} ${indicator.name}`;
      if (isUnreadable(indicator.points)) return notChecked(label, "分值无法识别");
      const points = decimalOf(indicator.points);
      if (points !== undefined && points.gt(0)) return held(label);
      return finding({
        subject: subject.name,
        message: `项目“${subject.name}”指标“${indicator.name}”的分值${points === undefined ? "为空" : `为${points.toString()}`}。`,
        advice: "请补填该指标的分值（权重）。",
        operands: [operand("分值", indicator.points, indicator.place)],
        sourceDoubt: indicator.doubtful,
        severity: indicator.doubtful ? "warning" : "error",
        cells: [indicatorCell(subject, indicator, "points")],
      });
    }),
);
