import { EVALUATION_PROCEDURE } from "../../basis.ts";
import { finding, held, notApplicable, notChecked } from "../../finding.ts";
import { decimalOf } from "../../../evaluation/scoring/printed-scores.ts";
import { operand } from "../project-evaluation/project-rule.ts";
import { documentRule } from "./project-totals.ts";

const SUBJECT = "自评得分";
const FEWEST = 3;

export const fullMarksAreNotUniversal = documentRule(
  {
    id: "full-marks-are-not-universal",
    code: "P-38",
    title: "不应所有项目都是满分",
    kind: "explain",
    severity: "warning",
    basis: `${EVALUATION_PROCEDURE}：自评应客观、公正`,
    needs: "三个以上项目支出绩效自评表",
    example: { passes: "5个项目得分90.79至100分", fails: "4个项目全部自评100分" },
  },
  ({ disclosure }) => {
    const { evaluations } = disclosure;
    if (evaluations.length < FEWEST) return [notApplicable(SUBJECT, "项目少于三个")];
    const totals = evaluations.flatMap(({ totalScore }) => decimalOf(totalScore) ?? []);
    if (totals.some((total) => !total.eq(100))) return [held(SUBJECT)];
    if (totals.length < evaluations.length) return [notChecked(SUBJECT, "有项目总分空白或无法识别")];
    return [
      finding({
        subject: SUBJECT,
        message: `全部${evaluations.length}个项目自评均为100分，请核实自评是否客观。`,
        advice: "请对照佐证材料复核各项指标得分。",
        operands: evaluations.map(({ name, totalScore, place }) =>
          operand(name, totalScore, totalScore?.place ?? place),
        ),
      }),
    ];
  },
);
