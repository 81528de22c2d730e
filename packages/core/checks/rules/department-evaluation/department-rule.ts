// What the rules on department evaluations share: their subject, their figures and how they are named.

import type { DepartmentEvaluation, FinanceField } from "../../../evaluation/department-evaluation.ts";
import type { StatedFigure } from "../../../figures/figure.ts";
import type { Interval } from "../../../figures/interval.ts";
import { add, intervalOf } from "../../../figures/interval.ts";
import { WAN_YUAN } from "../../../figures/unit.ts";
import type { CheckOutcome, Operand } from "../../finding.ts";
import { notApplicable } from "../../finding.ts";
import { formatUnitGap } from "../../outcome-format.ts";
import type { CheckContext, CheckRule, RuleDescription } from "../../rule.ts";
import { operand } from "../project-evaluation/project-rule.ts";

export type DepartmentJudge = (
  evaluation: DepartmentEvaluation,
  context: CheckContext,
) => readonly CheckOutcome[];

/** A rule that judges the department evaluation of a disclosure. */
export function departmentRule(
  description: Omit<RuleDescription, "group" | "needs"> & { readonly needs?: string },
  judge: DepartmentJudge,
): CheckRule {
  return {
    group: "department-evaluation",
    needs: "部门整体支出绩效自评报告",
    ...description,
    check: (context) => {
      const { departmentEvaluation } = context.disclosure;
      if (departmentEvaluation === null) return [notApplicable(null, "无部门整体支出绩效自评")];
      return judge(departmentEvaluation, context);
    },
  };
}

/** Names of the finance figures as messages call them. */
export const FINANCE_NAMES: Readonly<Record<FinanceField, string>> = {
  initialIncome: "年初预算收入",
  initialAppropriation: "年初预算财政拨款收入",
  initialOtherIncome: "年初预算其他收入",
  finalIncome: "决算收入",
  finalAppropriation: "决算财政拨款收入",
  finalOtherIncome: "决算其他收入",
  initialExpenditure: "年初预算支出",
  initialBasic: "年初预算基本支出",
  initialProject: "年初预算项目支出",
  finalExpenditure: "决算支出",
  finalBasic: "决算基本支出",
  finalProject: "决算项目支出",
  initialOpening: "年初预算中的年初结转和结余",
  initialClosing: "年初预算中的年末结转和结余",
  opening: "年初结转和结余",
  closing: "年末结转和结余",
};

/** A finance figure, when it was read. */
export function financeFigure(
  evaluation: DepartmentEvaluation,
  field: FinanceField,
): StatedFigure | undefined {
  const value = evaluation.finance[field];
  return value?.kind === "figure" ? value : undefined;
}

/** A finance figure as an operand. */
export function financeOperand(evaluation: DepartmentEvaluation, field: FinanceField): Operand {
  return operand(
    FINANCE_NAMES[field],
    evaluation.finance[field],
    evaluation.finance[field]?.place ?? evaluation.place,
  );
}

/** Key of a finance cell, so that findings broken by one figure are gathered. */
export function financeCell(field: FinanceField): string {
  return `department-evaluation|${field}`;
}

/** The sum of printed figures as an interval. */
export function sumOf(figures: readonly StatedFigure[]): Interval {
  return figures.map(intervalOf).reduce<Interval>(add, { low: 0n, high: 0n });
}

/** The middle of an interval of money in 万元, for messages. */
export function wanYuan(value: Interval | bigint): string {
  const middle = typeof value === "bigint" ? value : (value.low + value.high) / 2n;
  return formatUnitGap(middle, WAN_YUAN, 2);
}
