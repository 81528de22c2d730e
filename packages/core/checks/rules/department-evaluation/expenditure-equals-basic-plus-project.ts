import type { DepartmentEvaluation, FinanceField } from "../../../evaluation/department-evaluation.ts";
import { add, compareIntervals, intervalOf } from "../../../figures/interval.ts";
import { DISCLOSURE_PROCEDURE } from "../../basis.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notApplicable, notChecked } from "../../finding.ts";
import {
  departmentRule,
  financeCell,
  financeFigure,
  financeOperand,
  FINANCE_NAMES,
  sumOf,
  wanYuan,
} from "./department-rule.ts";

interface ExpenditureFields {
  readonly total: FinanceField;
  readonly parts: readonly [FinanceField, FinanceField];
  readonly closing: FinanceField;
}

const STAGES: readonly ExpenditureFields[] = [
  { total: "initialExpenditure", parts: ["initialBasic", "initialProject"], closing: "initialClosing" },
  { total: "finalExpenditure", parts: ["finalBasic", "finalProject"], closing: "closing" },
];

function judge(evaluation: DepartmentEvaluation, { total, parts, closing }: ExpenditureFields): CheckOutcome {
  const name = FINANCE_NAMES[total];
  const whole = financeFigure(evaluation, total);
  const read = parts.flatMap((part) => financeFigure(evaluation, part) ?? []);
  if (whole === undefined) return notApplicable(name, "报告未列支出合计");
  if (read.length < parts.length) return notChecked(name, "基本支出或项目支出未列明或无法识别");
  const sum = sumOf(read);
  const comparison = compareIntervals(intervalOf(whole), sum);
  if (comparison.verdict !== "impossible") return held(name);
  const carried = financeFigure(evaluation, closing);
  const isGrandTotal =
    carried !== undefined &&
    compareIntervals(intervalOf(whole), add(sum, intervalOf(carried))).verdict !== "impossible";
  const gap = wanYuan(comparison.gap);
  const explanation = isGrandTotal
    ? `，差额${gap.replace(/^-/u, "")}万元与年末结转和结余${carried.value}万元相符：所写“支出”实为含年末结转结余的支出总计`
    : `，相差${gap.replace(/^-/u, "")}万元`;
  return finding({
    subject: name,
    message: `${name}${whole.value}万元，基本支出与项目支出之和为${wanYuan(sum)}万元${explanation}。`,
    advice: isGrandTotal
      ? "请将“支出”改为“支出总计（含年末结转和结余）”，或改列本年支出合计。"
      : "请核对支出合计与基本支出、项目支出。",
    severity: isGrandTotal && total === "initialExpenditure" ? "warning" : "error",
    operands: [total, ...parts, ...(carried === undefined ? [] : [closing])].map((field) =>
      financeOperand(evaluation, field),
    ),
    expected: wanYuan(sum),
    actual: whole.value,
    gap,
    envelope: wanYuan(comparison.envelope),
    cells: [financeCell(total)],
  });
}

export const expenditureEqualsBasicPlusProject = departmentRule(
  {
    id: "expenditure-equals-basic-plus-project",
    code: "D-04",
    title: "报告所列支出应等于基本支出与项目支出之和",
    kind: "logic",
    severity: "error",
    basis: `${DISCLOSURE_PROCEDURE}；部门决算报表：本年支出合计不含年末结转和结余`,
    example: {
      passes: "支出1123.15万元，基本支出502.47万元，项目支出620.68万元",
      fails: "支出1131.83万元，基本支出502.47万元，项目支出620.68万元",
    },
  },
  (evaluation) => STAGES.map((fields) => judge(evaluation, fields)),
);
