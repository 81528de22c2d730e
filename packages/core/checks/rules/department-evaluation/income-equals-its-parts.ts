import type { DepartmentEvaluation, FinanceField } from "../../../evaluation/department-evaluation.ts";
import { add, compareIntervals, intervalOf } from "../../../figures/interval.ts";
import { DISCLOSURE_PROCEDURE } from "../../basis.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notApplicable } from "../../finding.ts";
import {
  departmentRule,
  financeCell,
  financeFigure,
  financeOperand,
  FINANCE_NAMES,
  sumOf,
  wanYuan,
} from "./department-rule.ts";

interface IncomeFields {
  readonly income: FinanceField;
  readonly parts: readonly FinanceField[];
  readonly opening: FinanceField;
}

const STAGES: readonly IncomeFields[] = [
  {
    income: "initialIncome",
    parts: ["initialAppropriation", "initialOtherIncome"],
    opening: "initialOpening",
  },
  { income: "finalIncome", parts: ["finalAppropriation", "finalOtherIncome"], opening: "opening" },
];

function judge(evaluation: DepartmentEvaluation, { income, parts, opening }: IncomeFields): CheckOutcome {
  const name = FINANCE_NAMES[income];
  const total = financeFigure(evaluation, income);
  const read = parts.flatMap((part) => financeFigure(evaluation, part) ?? []);
  if (total === undefined || read.length === 0) return notApplicable(name, "报告未列收入合计或其中项");
  const sum = sumOf(read);
  const comparison = compareIntervals(intervalOf(total), sum);
  if (comparison.verdict !== "impossible") return held(name);
  const carried = financeFigure(evaluation, opening);
  const isGrandTotal =
    carried !== undefined &&
    compareIntervals(intervalOf(total), add(sum, intervalOf(carried))).verdict !== "impossible";
  const fields = [income, ...parts, ...(carried === undefined ? [] : [opening])].filter(
    (field) => financeFigure(evaluation, field) !== undefined,
  );
  const gap = wanYuan(comparison.gap);
  const explanation = isGrandTotal
    ? `，差额${gap.replace(/^-/u, "")}万元正好是年初结转和结余${carried.value}万元：所写“收入”实为含年初结转结余的收入总计`
    : `，相差${gap.replace(/^-/u, "")}万元，报告未说明差额来源`;
  return finding({
    subject: name,
    message: `${name}${total.value}万元，所列其中项之和为${wanYuan(sum)}万元${explanation}。`,
    advice: isGrandTotal
      ? "请将“收入”改为“收入总计（含年初结转和结余）”，或改列本年收入合计。"
      : "请补列其余收入来源或更正数据。",
    // A list of parts need not be complete; parts above the whole cannot be, and the accounts' income
    // holds no opening balance.
    severity: comparison.gap < 0n || (isGrandTotal && income === "finalIncome") ? "error" : "warning",
    operands: fields.map((field) => financeOperand(evaluation, field)),
    expected: wanYuan(sum),
    actual: total.value,
    gap,
    envelope: wanYuan(comparison.envelope),
    cells: [financeCell(income)],
  });
}

export const incomeEqualsItsParts = departmentRule(
  {
    id: "income-equals-its-parts",
    code: "D-03",
    title: "报告所列收入应等于各项收入之和，不含年初结转结余",
    kind: "logic",
    severity: "error",
    basis: `${DISCLOSURE_PROCEDURE}；部门决算报表：本年收入合计不含年初结转和结余`,
    example: {
      passes: "收入1100.61万元，其中财政拨款1088.21万元、其他收入12.40万元",
      fails: "收入1131.83万元，其中项之和1100.61万元，差额31.22万元为年初结转",
    },
  },
  (evaluation) => STAGES.map((fields) => judge(evaluation, fields)),
);
