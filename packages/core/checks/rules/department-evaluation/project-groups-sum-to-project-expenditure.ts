import { compareIntervals, intervalOf } from "../../../figures/interval.ts";
import { DISCLOSURE_PROCEDURE } from "../../basis.ts";
import { finding, held, notApplicable, notChecked } from "../../finding.ts";
import { operand } from "../project-evaluation/project-rule.ts";
import { departmentRule, financeFigure, financeOperand, sumOf, wanYuan } from "./department-rule.ts";

const SUBJECT = "项目预算";

export const projectGroupsSumToProjectExpenditure = departmentRule(
  {
    id: "project-groups-sum-to-project-expenditure",
    code: "D-05",
    title: "各类项目预算之和应等于年初预算项目支出",
    kind: "explain",
    severity: "warning",
    basis: `${DISCLOSURE_PROCEDURE}关于公开内容真实、完整的要求`,
    example: {
      passes: "常年项目270万元，阶段项目222.31万元，年初预算项目支出492.31万元",
      fails: "常年项目270万元，阶段项目209.92万元，年初预算项目支出492.31万元",
    },
  },
  (evaluation) => {
    const { projectGroups } = evaluation;
    if (projectGroups.length === 0) return [notApplicable(SUBJECT, "未按类别列示项目")];
    const budgets = projectGroups.flatMap(({ budget }) => (budget?.kind === "figure" ? [budget] : []));
    if (budgets.length < projectGroups.length) return [notChecked(SUBJECT, "项目预算空白或无法识别")];
    const initial = financeFigure(evaluation, "initialProject");
    if (initial === undefined) return [notChecked(SUBJECT, "未列年初预算项目支出")];
    const sum = sumOf(budgets);
    const candidates = [initial, financeFigure(evaluation, "finalProject")].filter(
      (figure) => figure !== undefined,
    );
    if (candidates.some((figure) => compareIntervals(sum, intervalOf(figure)).verdict !== "impossible")) {
      return [held(SUBJECT)];
    }
    const comparison = compareIntervals(sum, intervalOf(initial));
    const gap = wanYuan(comparison.gap);
    return [
      finding({
        subject: SUBJECT,
        message: `${projectGroups.map(({ name }) => name).join("、")}预算之和${wanYuan(sum)}万元，与年初预算项目支出${initial.value}万元相差${gap.replace(/^-/u, "")}万元。`,
        advice: "请核对是否有项目未纳入自评，或说明差额。",
        operands: [
          ...projectGroups.map(({ name, budget, place }) => operand(`${name}预算`, budget, place)),
          financeOperand(evaluation, "initialProject"),
        ],
        expected: initial.value,
        actual: wanYuan(sum),
        gap,
        envelope: wanYuan(comparison.envelope),
      }),
    ];
  },
);
