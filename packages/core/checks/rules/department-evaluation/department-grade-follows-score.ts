import { EVALUATION_PROCEDURE } from "../../basis.ts";
import { finding, held, notApplicable, notChecked } from "../../finding.ts";
import { decimalOf, plain } from "../../../evaluation/scoring/printed-scores.ts";
import { operand } from "../project-evaluation/project-rule.ts";
import { departmentRule } from "./department-rule.ts";

const SUBJECT = "部门自评等级";

export const departmentGradeFollowsScore = departmentRule(
  {
    id: "department-grade-follows-score",
    code: "D-08",
    title: "部门自评等级应与得分相符",
    kind: "explain",
    severity: "warning",
    basis: `${EVALUATION_PROCEDURE}关于评价等级的规定，用词以本地规定为准`,
    example: { passes: "自评得分94.85分，等级为优秀", fails: "自评得分84.85分，等级为优秀" },
  },
  (evaluation, { edition }) => {
    const score = decimalOf(evaluation.score);
    const printed = evaluation.grade?.text.replace(/[\s“”"]/gu, "") ?? "";
    if (printed === "") return [notApplicable(SUBJECT, "未列评价等级")];
    if (score === undefined) return [notChecked(SUBJECT, "得分空白或无法识别")];
    const bands = edition.scoring.departmentGrades;
    const own = bands.find(({ from }) => score.gte(from))?.grade;
    if (own === undefined) return [notChecked(SUBJECT, "本地等级标准未知")];
    if (own === printed) return [held(SUBJECT)];
    const isKnown = bands.some(({ grade }) => grade === printed);
    const national = edition.scoring.grades.find(({ from }) => score.gte(from))?.grade;
    if (!isKnown && national === printed) return [held(SUBJECT)];
    return [
      finding({
        subject: SUBJECT,
        message: isKnown
          ? `部门自评得分${plain(score)}分，等级应为“${own}”，报告写“${printed}”。`
          : `部门自评等级“${printed}”不在规定的等级用词之内，${plain(score)}分对应“${own}”。`,
        advice: isKnown ? "请按规定的等级标准更正。" : "请核对本地规定的等级用词，确有不同的可以保留。",
        severity: isKnown ? "error" : "hint",
        operands: [
          operand("自评得分", evaluation.score, evaluation.score?.place ?? evaluation.place),
          { label: "评价等级", value: printed, place: evaluation.grade?.place ?? evaluation.place },
        ],
        expected: own,
        actual: printed,
      }),
    ];
  },
);
