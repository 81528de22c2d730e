import type { FactAddress } from "../../../disclosure/address.ts";
import type { Statement } from "../../../disclosure/facts.ts";
import type { DepartmentEvaluation, FinanceField } from "../../../evaluation/department-evaluation.ts";
import { cellInterval, compareIntervals, intervalOf } from "../../../figures/interval.ts";
import { DISCLOSURE_PROCEDURE } from "../../basis.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notApplicable, notChecked } from "../../finding.ts";
import { FINANCE_NAMES, financeFigure, financeOperand } from "../department-evaluation/department-rule.ts";
import { operand } from "../project-evaluation/project-rule.ts";
import type { CheckContext } from "../../rule.ts";
import { acrossRule, departmentReport, finalAccounts } from "./document-parts.ts";
import { wanYuan } from "./project-totals.ts";

const SUMMARY = "income-expenditure-summary";

interface Pairing {
  readonly field: FinanceField;
  readonly address: FactAddress;
  /** The grand total that reports confuse with it. */
  readonly grandTotal?: FactAddress;
}

const PAIRINGS: readonly Pairing[] = [
  {
    field: "finalIncome",
    address: { concept: SUMMARY, line: "27", column: "amount" },
    grandTotal: { concept: SUMMARY, line: "31", column: "amount" },
  },
  { field: "finalAppropriation", address: { concept: "income", code: null, column: "appropriation" } },
  {
    field: "finalExpenditure",
    address: { concept: SUMMARY, line: "58", column: "amount" },
    grandTotal: { concept: SUMMARY, line: "62", column: "amount" },
  },
  { field: "finalBasic", address: { concept: "expenditure", code: null, column: "basic" } },
  { field: "finalProject", address: { concept: "expenditure", code: null, column: "project" } },
  { field: "opening", address: { concept: SUMMARY, line: "29", column: "amount" } },
  { field: "closing", address: { concept: SUMMARY, line: "60", column: "amount" } },
];

function agrees(
  evaluation: DepartmentEvaluation,
  field: FinanceField,
  statement: Statement | undefined,
): boolean {
  const figure = financeFigure(evaluation, field);
  const other = statement === undefined ? undefined : cellInterval(statement.value);
  return (
    figure !== undefined &&
    other !== undefined &&
    compareIntervals(intervalOf(figure), other).verdict !== "impossible"
  );
}

function judge(
  evaluation: DepartmentEvaluation,
  { field, address, grandTotal }: Pairing,
  accounts: CheckContext,
): CheckOutcome {
  const name = FINANCE_NAMES[field];
  const figure = financeFigure(evaluation, field);
  const stated = accounts.facts.inTable(address);
  const expected = stated === undefined ? undefined : cellInterval(stated.value);
  if (figure === undefined) return notApplicable(name, "部门报告未列此数");
  if (stated === undefined || expected === undefined)
    return notChecked(name, "决算表中对应数据缺失或无法识别");
  if (agrees(evaluation, field, stated)) return held(name);
  const comparison = compareIntervals(intervalOf(figure), expected);
  const isGrandTotal =
    grandTotal !== undefined && agrees(evaluation, field, accounts.facts.inTable(grandTotal));
  const gap = wanYuan(comparison.gap);
  return finding({
    subject: name,
    message: `部门自评报告${name}${figure.value}万元，${stated.where}为${stated.value.raw === "" ? "空白" : `${stated.value.raw}万元`}，相差${gap.replace(/^-/u, "")}万元${isGrandTotal ? "；报告所列实为含结转结余的总计" : ""}。`,
    advice: isGrandTotal ? "请改列本年合计数，或写明为含结转结余的总计。" : "请按部门决算更正自评报告。",
    severity: isGrandTotal ? "warning" : "error",
    operands: [financeOperand(evaluation, field), operand(stated.where, stated.value, stated.place)],
    expected: stated.value.kind === "figure" ? stated.value.value : null,
    actual: figure.value,
    gap,
    envelope: wanYuan(comparison.envelope),
  });
}

export const reportFinancesMatchFinalAccounts = acrossRule(
  {
    id: "report-finances-match-final-accounts",
    code: "C-15",
    title: "部门自评报告的收支应与部门决算一致",
    kind: "logic",
    severity: "error",
    basis: `${DISCLOSURE_PROCEDURE}关于公开内容真实、准确的要求`,
    needs: "部门自评报告、同一单位同一年度的部门决算",
    example: {
      passes: "报告决算收入1100.61万元，公开01表本年收入合计1100.61万元",
      fails: "报告决算收入1131.83万元，公开01表本年收入合计1100.61万元",
    },
  },
  (contexts) => {
    const report = departmentReport(contexts);
    const accounts = finalAccounts(contexts);
    if (report === undefined || accounts === undefined)
      return [notApplicable(null, "未同时提供部门自评报告和部门决算")];
    return PAIRINGS.map((pairing) => judge(report.evaluation, pairing, accounts));
  },
);
