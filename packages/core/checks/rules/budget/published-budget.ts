// The published budget of the same unit and year: whether it may be compared with, and its facts.

import type { FactIndex } from "../../../disclosure/facts.ts";
import { indexFacts } from "../../../disclosure/facts.ts";
import type { CheckOutcome } from "../../finding.ts";
import { notApplicable, notChecked } from "../../finding.ts";
import type { CheckContext, CheckRule, RuleDescription } from "../../rule.ts";
import { hasFinalAccounts } from "../structure/structure-rule.ts";
import { compareOfficeNames } from "../structure/unit-names.ts";

export type BudgetJudge = (context: CheckContext, budget: FactIndex) => readonly CheckOutcome[];

function obstacle({ disclosure, budget }: CheckContext): string | undefined {
  if (budget === null) return "无年初公开预算（未提供预算公开材料）";
  if (budget.tables.length === 0) return "预算材料中未识别到预算表";
  if (disclosure.year !== null && budget.year !== null && budget.year !== disclosure.year) {
    return `所给预算材料为${budget.year}年度，不是${disclosure.year}年度`;
  }
  const [own, other] = [disclosure.unit, budget.unit];
  if (own.code !== null && other.code !== null && own.code !== other.code) return "所给预算材料属于其他单位";
  if (
    own.code === null &&
    own.name !== null &&
    other.name !== null &&
    compareOfficeNames(own.name, other.name) === "different"
  ) {
    return `所给预算材料属于“${other.name}”`;
  }
  return undefined;
}

/** A rule that compares with the published budget. */
export function budgetRule(description: Omit<RuleDescription, "group">, judge: BudgetJudge): CheckRule {
  return {
    group: "budget",
    ...description,
    check: (context) => {
      if (!hasFinalAccounts(context) && context.disclosure.departmentEvaluation === null) {
        return [notApplicable(null, "不是部门决算公开报告或部门自评报告")];
      }
      const reason = obstacle(context);
      if (reason !== undefined || context.budget === null)
        return [notChecked(null, reason ?? "无年初公开预算")];
      return judge(context, indexFacts(context.budget));
    },
  };
}
