import { finding, held, notApplicable, notChecked } from "../../finding.ts";
import { gradeOf } from "../../../evaluation/grades.ts";
import { decimalOf, plain } from "../../../evaluation/scoring/printed-scores.ts";
import { operand, projectRule, statedOperand } from "./project-rule.ts";

export const gradeFollowsScore = projectRule(
  {
    id: "grade-follows-score",
    code: "P-36",
    title: "等级应与总分相符",
    kind: "logic",
    severity: "error",
    basis:
      "《项目支出绩效评价管理办法》（财预〔2020〕10号）：90分（含）以上为优、80分（含）至90分为良、60分（含）至80分为中、60分以下为差",
    example: { passes: "总分92分，等级“优”", fails: "总分50分，等级“优”" },
  },
  ({ evaluation, name }, { edition }) => {
    if (evaluation.grade === null) return [notApplicable(name, "未列等级")];
    const total = decimalOf(evaluation.totalScore);
    if (total === undefined) return [notChecked(name, "总分空白或无法识别")];
    const known = edition.scoring.grades.some(({ grade }) => grade === evaluation.grade?.text);
    if (!known) return [notChecked(name, "等级无法识别")];
    const due = gradeOf(total, edition.scoring.grades);
    if (due === evaluation.grade.text) return [held(name)];
    return [
      finding({
        subject: name,
        message: `项目“${name}”总分${plain(total)}分，对应等级为“${due ?? "无"}”，所列等级为“${evaluation.grade.text}”。`,
        advice: "请按总分更正等级。",
        operands: [
          operand("总分", evaluation.totalScore, evaluation.place),
          statedOperand("等级", evaluation.grade.text, evaluation.grade.place),
        ],
        expected: due ?? null,
        actual: evaluation.grade.text,
      }),
    ];
  },
);
