import type { FactAddress } from "../../../disclosure/address.ts";
import { cellInterval, compareIntervals, intervalOf } from "../../../figures/interval.ts";
import { WAN_YUAN } from "../../../figures/unit.ts";
import { DISCLOSURE_PROCEDURE } from "../../basis.ts";
import { finding, held, notApplicable, notChecked } from "../../finding.ts";
import { formatUnitGap } from "../../outcome-format.ts";
import { financeFigure, financeOperand } from "../department-evaluation/department-rule.ts";
import { operand } from "../project-evaluation/project-rule.ts";
import { budgetRule } from "./published-budget.ts";

const SUBJECT = "部门整体预算";
const TOTALS: readonly FactAddress[] = [
  { concept: "income-expenditure-summary", line: "62", column: "amount" },
  { concept: "income-expenditure-summary", line: "31", column: "amount" },
  { concept: "expenditure", code: null, column: "total" },
];

export const reportBudgetMatchesPublishedBudget = budgetRule(
  {
    id: "report-budget-matches-published-budget",
    code: "D-09",
    title: "部门自评报告的年初预算应等于年初公开的部门预算",
    kind: "explain",
    severity: "warning",
    basis: `${DISCLOSURE_PROCEDURE}关于公开内容真实、准确的要求`,
    needs: "部门自评报告、年初公开的部门预算（--budget）",
    example: {
      passes: "报告年初预算1052.65万元，公开预算支出总计1052.65万元",
      fails: "报告年初预算1052.65万元，公开预算支出总计1025.65万元",
    },
  },
  ({ disclosure }, budget) => {
    const report = disclosure.departmentEvaluation;
    if (report === null) return [notApplicable(SUBJECT, "无部门整体支出绩效自评")];
    const stated = financeFigure(report, "initialExpenditure");
    const published = TOTALS.flatMap((address) => budget.inTable(address) ?? []).filter(
      ({ value }) => value.kind === "figure",
    );
    const [first] = published;
    if (stated === undefined || first === undefined)
      return [notChecked(SUBJECT, "报告或公开预算未列预算总数")];
    const agrees = published.some(({ value }) => {
      const interval = cellInterval(value);
      return (
        interval !== undefined && compareIntervals(intervalOf(stated), interval).verdict !== "impossible"
      );
    });
    if (agrees) return [held(SUBJECT)];
    const expected = cellInterval(first.value) ?? { low: 0n, high: 0n };
    const comparison = compareIntervals(intervalOf(stated), expected);
    const gap = formatUnitGap(comparison.gap, WAN_YUAN, 2);
    return [
      finding({
        subject: SUBJECT,
        message: `部门自评报告年初预算支出${stated.value}万元，年初公开预算为${first.value.raw}万元，相差${gap.replace(/^-/u, "")}万元。`,
        advice: "请按年初公开的部门预算更正。",
        operands: [
          financeOperand(report, "initialExpenditure"),
          operand(`公开预算 ${first.where}`, first.value, first.place),
        ],
        expected: first.value.raw,
        actual: stated.value,
        gap,
        envelope: formatUnitGap(comparison.envelope, WAN_YUAN, 3),
      }),
    ];
  },
);
