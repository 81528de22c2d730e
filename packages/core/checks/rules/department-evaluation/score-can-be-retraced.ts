import { EVALUATION_PROCEDURE } from "../../basis.ts";
import { finding, held, notApplicable } from "../../finding.ts";
import { decimalOf, plain } from "../../../evaluation/scoring/printed-scores.ts";
import { operand } from "../project-evaluation/project-rule.ts";
import { departmentRule } from "./department-rule.ts";

const SUBJECT = "部门自评得分";

export const scoreCanBeRetraced = departmentRule(
  {
    id: "score-can-be-retraced",
    code: "D-19",
    title: "部门自评得分应有分项得分支撑",
    kind: "explain",
    severity: "hint",
    basis: `${EVALUATION_PROCEDURE}：评价结果应有依据`,
    example: {
      passes: "自评得分94.85分，并列出各项指标分值和得分",
      fails: "只写自评得分94.85分，没有任何分项得分",
    },
  },
  (evaluation) => {
    const total = decimalOf(evaluation.score);
    if (total === undefined) return [notApplicable(SUBJECT, "未列自评得分")];
    const rows = [...evaluation.indicators, ...evaluation.system];
    if (rows.some(({ score }) => decimalOf(score) !== undefined)) return [held(SUBJECT)];
    return [
      finding({
        subject: SUBJECT,
        message: `部门自评得分${plain(total)}分，报告和附表均未列分项得分，无法复核扣分依据。`,
        advice: "请列出评价指标体系各项的分值、得分和扣分原因。",
        operands: [operand("自评得分", evaluation.score, evaluation.score?.place ?? evaluation.place)],
      }),
    ];
  },
);
