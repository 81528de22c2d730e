import { compareIntervals, intervalOf } from "../../../figures/interval.ts";
import { DISCLOSURE_PROCEDURE } from "../../basis.ts";
import { finding, held, notApplicable, notChecked } from "../../finding.ts";
import { operand } from "../project-evaluation/project-rule.ts";
import { departmentRule, financeFigure, financeOperand, sumOf, wanYuan } from "./department-rule.ts";
import { completeCosts } from "../../../evaluation/project-costs.ts";

const SUBJECT = "决算项目支出";

export const projectCostsMatchProjectExpenditure = departmentRule(
  {
    id: "project-costs-match-project-expenditure",
    code: "D-22",
    title: "附表各项目实际成本之和应与决算项目支出相符或作说明",
    kind: "explain",
    severity: "warning",
    basis: `${DISCLOSURE_PROCEDURE}关于公开内容真实、完整的要求`,
    needs: "部门自评报告、附表成本指标",
    example: {
      passes: "附表实际成本合计620.68万元，决算项目支出620.68万元",
      fails: "附表实际成本合计385.58万元，决算项目支出620.68万元",
    },
  },
  (evaluation) => {
    const expenditure = financeFigure(evaluation, "finalProject");
    if (expenditure === undefined) return [notApplicable(SUBJECT, "报告未列决算项目支出")];
    const costs = completeCosts(evaluation);
    if (costs === undefined) return [notChecked(SUBJECT, "附表成本指标与项目个数不对应，无法复算")];
    const spent = sumOf(costs.map((cost) => cost.spent));
    const comparison = compareIntervals(spent, intervalOf(expenditure));
    if (comparison.verdict !== "impossible") return [held(SUBJECT)];
    const gap = wanYuan(comparison.gap);
    return [
      finding({
        subject: SUBJECT,
        message: `附表${costs.length}个项目实际成本合计${wanYuan(spent)}万元，决算项目支出${expenditure.value}万元，相差${gap.replace(/^-/u, "")}万元，未作说明。`,
        advice: "请列明差额对应的项目或口径。",
        operands: [
          financeOperand(evaluation, "finalProject"),
          ...costs.map(({ indicator, spent: actual }) => operand(indicator.name, actual, actual.place)),
        ],
        expected: expenditure.value,
        actual: wanYuan(spent),
        gap,
        envelope: wanYuan(comparison.envelope),
      }),
    ];
  },
);
