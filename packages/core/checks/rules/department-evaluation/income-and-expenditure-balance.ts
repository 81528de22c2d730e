import type { DepartmentEvaluation, FinanceField } from "../../../evaluation/department-evaluation.ts";
import type { Interval } from "../../../figures/interval.ts";
import { compareIntervals } from "../../../figures/interval.ts";
import { DISCLOSURE_PROCEDURE } from "../../basis.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notChecked } from "../../finding.ts";
import { departmentRule, financeFigure, financeOperand, sumOf, wanYuan } from "./department-rule.ts";

interface BalanceFields {
  readonly name: string;
  readonly income: readonly FinanceField[];
  readonly opening: FinanceField;
  readonly expenditure: readonly FinanceField[];
  readonly closing: FinanceField;
}

// The parts, not the totals: whether a total holds a balance is another rule's question.
const STAGES: readonly BalanceFields[] = [
  {
    name: "年初预算收支",
    income: ["initialAppropriation", "initialOtherIncome"],
    opening: "initialOpening",
    expenditure: ["initialBasic", "initialProject"],
    closing: "initialClosing",
  },
  {
    name: "决算收支",
    income: ["finalAppropriation", "finalOtherIncome"],
    opening: "opening",
    expenditure: ["finalBasic", "finalProject"],
    closing: "closing",
  },
];

function side(evaluation: DepartmentEvaluation, fields: readonly FinanceField[]): Interval | undefined {
  const figures = fields.flatMap((field) => financeFigure(evaluation, field) ?? []);
  return figures.length === fields.length ? sumOf(figures) : undefined;
}

function judge(evaluation: DepartmentEvaluation, stage: BalanceFields): CheckOutcome {
  const sources = side(evaluation, [...stage.income, stage.opening]);
  const uses = side(evaluation, [...stage.expenditure, stage.closing]);
  if (sources === undefined || uses === undefined)
    return notChecked(stage.name, "收入、支出或结转结余未全部列明");
  const comparison = compareIntervals(uses, sources);
  if (comparison.verdict !== "impossible") return held(stage.name);
  const gap = wanYuan(comparison.gap);
  return finding({
    subject: stage.name,
    message: `${stage.name}不平衡：各项收入加年初结转结余为${wanYuan(sources)}万元，各项支出加年末结转结余为${wanYuan(uses)}万元，相差${gap.replace(/^-/u, "")}万元。`,
    advice: "请核对收入、支出和结转结余；如有未列明的收支，请补列。",
    operands: [...stage.income, stage.opening, ...stage.expenditure, stage.closing].map((field) =>
      financeOperand(evaluation, field),
    ),
    expected: wanYuan(sources),
    actual: wanYuan(uses),
    gap,
    envelope: wanYuan(comparison.envelope),
  });
}

export const incomeAndExpenditureBalance = departmentRule(
  {
    id: "income-and-expenditure-balance",
    code: "D-14",
    title: "收入加年初结转结余应等于支出加年末结转结余",
    kind: "explain",
    severity: "warning",
    basis: `${DISCLOSURE_PROCEDURE}；部门决算报表：收入总计等于支出总计`,
    example: {
      passes: "收入1100.61万元加年初结转31.22万元，等于支出1123.15万元加年末结转8.68万元",
      fails: "收入与年初结转合计1052.65万元，支出与年末结转合计1052.89万元",
    },
  },
  (evaluation) => STAGES.map((stage) => judge(evaluation, stage)),
);
