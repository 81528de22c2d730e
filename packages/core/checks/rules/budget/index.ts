// The rules that compare with the published budget.

import type { CheckRule } from "../../rule.ts";
import { initialBudgetsMatchPublishedBudget } from "./initial-budgets-match-published-budget.ts";
import { reportBudgetMatchesPublishedBudget } from "./report-budget-matches-published-budget.ts";
import { threePublicBudgetIsAdjusted } from "./three-public-budget-is-adjusted.ts";

export const budgetRules: readonly CheckRule[] = [
  initialBudgetsMatchPublishedBudget,
  threePublicBudgetIsAdjusted,
  reportBudgetMatchesPublishedBudget,
];
