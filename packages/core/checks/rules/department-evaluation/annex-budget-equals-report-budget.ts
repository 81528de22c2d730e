import { compareIntervals, intervalOf } from "../../../figures/interval.ts";
import { DISCLOSURE_PROCEDURE } from "../../basis.ts";
import { finding, held, notApplicable, notChecked } from "../../finding.ts";
import { operand } from "../project-evaluation/project-rule.ts";
import { departmentRule, financeFigure, financeOperand, sumOf, wanYuan } from "./department-rule.ts";

const SUBJECT = "附表资金总额";

export const annexBudgetEqualsReportBudget = departmentRule(
  {
    id: "annex-budget-equals-report-budget",
    code: "D-16",
    title: "附表的年度部门整体支出预算应与报告年初预算一致",
    kind: "explain",
    severity: "warning",
    basis: `${DISCLOSURE_PROCEDURE}关于公开内容真实、准确的要求`,
    example: {
      passes: "附表资金总额1052.65万元，报告年初预算1052.65万元",
      fails: "附表资金总额1040.06万元，报告年初预算1052.65万元",
    },
  },
  (evaluation) => {
    const { total, appropriation, other } = evaluation.budget;
    if (total === null || total.kind === "blank") return [notApplicable(SUBJECT, "附表未列资金总额")];
    if (total.kind !== "figure") return [notChecked(SUBJECT, "附表资金总额无法识别")];
    const report =
      financeFigure(evaluation, "initialExpenditure") ?? financeFigure(evaluation, "initialIncome");
    if (report === undefined) return [notChecked(SUBJECT, "报告未列年初预算")];
    const candidates = ["initialExpenditure", "initialIncome", "finalExpenditure", "finalIncome"] as const;
    const figures = candidates.flatMap((field) => financeFigure(evaluation, field) ?? []);
    if (
      figures.some(
        (figure) => compareIntervals(intervalOf(total), intervalOf(figure)).verdict !== "impossible",
      )
    ) {
      return [held(SUBJECT)];
    }
    const comparison = compareIntervals(intervalOf(total), intervalOf(report));
    const grant = financeFigure(evaluation, "initialAppropriation");
    const isGrantOnly =
      grant !== undefined && compareIntervals(intervalOf(total), intervalOf(grant)).verdict !== "impossible";
    const otherIncome = financeFigure(evaluation, "initialOtherIncome");
    const why = isGrantOnly
      ? `；附表只列了财政拨款${grant.value}万元${otherIncome === undefined ? "" : `，未含其他收入${otherIncome.value}万元`}`
      : "";
    const gap = wanYuan(comparison.gap);
    return [
      finding({
        subject: SUBJECT,
        message: `附表资金总额${total.value}万元，与报告年初预算${report.value}万元相差${gap.replace(/^-/u, "")}万元${why}。`,
        advice: "请按部门全部预算填列附表资金总额，并分列财政拨款和其他资金。",
        operands: [
          operand("附表资金总额", total, total.place),
          operand("附表财政拨款", appropriation, evaluation.place),
          operand("附表其他资金", other, evaluation.place),
          financeOperand(
            evaluation,
            financeFigure(evaluation, "initialExpenditure") === undefined
              ? "initialIncome"
              : "initialExpenditure",
          ),
        ],
        expected: report.value,
        actual: total.value,
        gap,
        envelope: wanYuan(comparison.envelope),
      }),
    ];
  },
);

export const annexBudgetEqualsItsSources = departmentRule(
  {
    id: "annex-budget-equals-its-sources",
    code: "D-17",
    title: "附表资金总额应等于财政拨款与其他资金之和",
    kind: "logic",
    severity: "error",
    basis: "部门整体支出绩效目标完成情况自评表填报要求",
    example: {
      passes: "资金总额1052.46万元，财政拨款1040.06万元，其他资金12.40万元",
      fails: "资金总额1052.65万元，财政拨款1040.06万元，其他资金空白",
    },
  },
  (evaluation) => {
    const { total, appropriation, other } = evaluation.budget;
    if (total?.kind !== "figure") return [notApplicable(SUBJECT, "附表未列资金总额")];
    if (appropriation?.kind !== "figure" || other?.kind === "unreadable")
      return [notChecked(SUBJECT, "资金来源空白或无法识别")];
    const sum = sumOf(other?.kind === "figure" ? [appropriation, other] : [appropriation]);
    const comparison = compareIntervals(intervalOf(total), sum);
    if (comparison.verdict !== "impossible") return [held(SUBJECT)];
    const gap = wanYuan(comparison.gap);
    return [
      finding({
        subject: SUBJECT,
        message: `附表资金总额${total.value}万元，财政拨款与其他资金之和为${wanYuan(sum)}万元，相差${gap.replace(/^-/u, "")}万元。`,
        advice: "请核对资金来源。",
        operands: [
          operand("资金总额", total, total.place),
          operand("财政拨款", appropriation, appropriation.place),
          operand("其他资金", other, evaluation.place),
        ],
        expected: wanYuan(sum),
        actual: total.value,
        gap,
        envelope: wanYuan(comparison.envelope),
      }),
    ];
  },
);
