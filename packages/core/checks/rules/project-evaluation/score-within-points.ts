import { finding, held, notChecked } from "../../finding.ts";
import { formatGap } from "../../outcome-format.ts";
import { decimalOf, plain } from "../../../evaluation/scoring/printed-scores.ts";
import { indicatorCell, operand, projectRule } from "./project-rule.ts";

export const scoreWithinPoints = projectRule(
  {
    id: "score-within-points",
    code: "P-06",
    title: "指标得分不得大于分值，也不得小于零",
    kind: "logic",
    severity: "error",
    basis: "《项目支出绩效评价管理办法》（财预〔2020〕10号）：各项指标得分最高不能超过该指标分值上限",
    example: { passes: "分值3分，得分2.7分", fails: "分值3分，得分4.5分" },
  },
  (subject) =>
    subject.evaluation.indicators.map((indicator) => {
      const label = `${subject.name} ${indicator.name}`;
      const points = decimalOf(indicator.points);
      const score = decimalOf(indicator.score);
      if (points === undefined || score === undefined) return notChecked(label, "分值或得分空白或无法识别");
      if (score.gte(0) && score.lte(points)) return held(label);
      const what = score.lt(0) ? "小于0" : `大于分值${plain(points)}分`;
      return finding({
        subject: subject.name,
        message: `项目“${subject.name}”指标“${indicator.name}”得分${plain(score)}分，${what}。`,
        advice: "请更正该指标得分，并相应更正总分。",
        operands: [
          operand("分值", indicator.points, indicator.place),
          operand("得分", indicator.score, indicator.place),
        ],
        expected: `0—${plain(points)}`,
        actual: plain(score),
        gap: formatGap(score.lt(0) ? score : score.minus(points)),
        envelope: "0",
        sourceDoubt: indicator.doubtful,
        cells: [indicatorCell(subject, indicator, "score")],
      });
    }),
);
