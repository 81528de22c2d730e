import { isEmptyReason } from "../../../evaluation/scoring/printed-scores.ts";
import { finding, held } from "../../finding.ts";
import { indicatorCell, operand, projectRule, statedOperand } from "./project-rule.ts";
import { printedTarget, SCORING_BASIS } from "./score-fault-rule.ts";
import { exceedsExactTarget, isFarFromTarget } from "../../../evaluation/scoring/score-verdict.ts";

export const exactTargetExceededExplained = projectRule(
  {
    id: "exact-target-exceeded-explained",
    code: "P-17",
    title: "完成值与“＝”目标不一致的应说明",
    kind: "explain",
    severity: "warning",
    basis: SCORING_BASIS,
    example: { passes: "指标值=4个，完成4个", fails: "指标值=1个，完成69个，得满分且未说明" },
  },
  (subject) =>
    subject.evaluation.indicators.map((indicator) => {
      const label = `${subject.name} ${indicator.name}`;
      if (
        !exceedsExactTarget(indicator) ||
        isFarFromTarget(indicator) ||
        !isEmptyReason(indicator.reason?.text)
      )
        return held(label);
      return finding({
        subject: subject.name,
        message: `项目“${subject.name}”指标“${indicator.name}”目标为${printedTarget(indicator)}，实际${indicator.actual?.raw ?? ""}，与目标不一致而未说明。`,
        advice: "请核对完成值；确属超额完成的请说明原因。",
        operands: [
          statedOperand("指标值", printedTarget(indicator), indicator.place),
          statedOperand("完成值", indicator.actual?.raw ?? "", indicator.place),
          operand("得分", indicator.score, indicator.place),
        ],
        sourceDoubt: indicator.doubtful,
        cells: [indicatorCell(subject, indicator, "actual")],
      });
    }),
);
