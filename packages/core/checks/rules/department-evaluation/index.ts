// The rules on the evaluation of a whole department.

import type { CheckRule } from "../../rule.ts";
import {
  annexBudgetEqualsItsSources,
  annexBudgetEqualsReportBudget,
} from "./annex-budget-equals-report-budget.ts";
import { expenditureEqualsBasicPlusProject } from "./expenditure-equals-basic-plus-project.ts";
import { departmentProblemsHaveMeasures } from "./department-problems-have-measures.ts";
import { fullExecutionLeavesNoSurplus } from "./full-execution-leaves-no-surplus.ts";
import { annexIndicatorsHaveResults } from "./annex-indicators-have-results.ts";
import { claimsFitFigures } from "./claims-fit-figures.ts";
import { departmentGradeFollowsScore } from "./department-grade-follows-score.ts";
import { groupRatesFollowCosts } from "./group-rates-follow-costs.ts";
import { itemScoresFollowFigures } from "./item-scores-follow-figures.ts";
import { projectCostsMatchProjectExpenditure } from "./project-costs-match-project-expenditure.ts";
import { incomeAndExpenditureBalance } from "./income-and-expenditure-balance.ts";
import { incomeEqualsItsParts } from "./income-equals-its-parts.ts";
import { projectGroupsSumToProjectExpenditure } from "./project-groups-sum-to-project-expenditure.ts";
import { scoreCanBeRetraced } from "./score-can-be-retraced.ts";
import { scoreStaysWithinPoints } from "./score-stays-within-points.ts";
import { staffNumbersAgree } from "./staff-numbers-agree.ts";
import { surplusCountsFollowCosts } from "./surplus-counts-follow-costs.ts";
import { weightsSumToHundred } from "./weights-sum-to-hundred.ts";
import { zeroTargetsAreExplained } from "./zero-targets-are-explained.ts";

export const departmentEvaluationRules: readonly CheckRule[] = [
  weightsSumToHundred,
  scoreStaysWithinPoints,
  incomeEqualsItsParts,
  expenditureEqualsBasicPlusProject,
  projectGroupsSumToProjectExpenditure,
  surplusCountsFollowCosts,
  staffNumbersAgree,
  departmentGradeFollowsScore,
  zeroTargetsAreExplained,
  incomeAndExpenditureBalance,
  fullExecutionLeavesNoSurplus,
  groupRatesFollowCosts,
  annexBudgetEqualsReportBudget,
  annexBudgetEqualsItsSources,
  scoreCanBeRetraced,
  claimsFitFigures,
  projectCostsMatchProjectExpenditure,
  annexIndicatorsHaveResults,
  departmentProblemsHaveMeasures,
  itemScoresFollowFigures,
];
