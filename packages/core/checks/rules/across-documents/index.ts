// The rules across the parts of one document, and across the documents of one unit.

import type { CheckRule, UnitRule } from "../../rule.ts";
import { carriedOverProjectsHaveOpening } from "./carried-over-projects-have-opening.ts";
import { evaluatedProjectsMatchForms } from "./evaluated-projects-match-forms.ts";
import { executedSumEqualsProjectExpenditure } from "./executed-sum-equals-project-expenditure.ts";
import { executionRatesShareOneBase } from "./execution-rates-share-one-base.ts";
import { formUnitsBelongToReport } from "./form-units-belong-to-report.ts";
import { fullMarksAreNotUniversal } from "./full-marks-are-not-universal.ts";
import { fundProjectsHaveFundTable } from "./fund-projects-have-fund-table.ts";
import { gradeCountsMatchForms } from "./grade-counts-match-forms.ts";
import { projectNamesUnique } from "./project-names-unique.ts";
import { projectProcurementWithinTotal } from "./project-procurement-within-total.ts";
import { reportFinancesMatchFinalAccounts } from "./report-finances-match-final-accounts.ts";
import { reportGoalsMatchResults } from "./report-goals-match-results.ts";
import { reportIndicatorsMatchForms } from "./report-indicators-match-forms.ts";
import {
  reportProjectBudgetMatchesForms,
  reportSurplusCountMatchesForms,
} from "./report-projects-match-forms.ts";
import { reportStatisticsMatchFinalAccounts } from "./report-statistics-match-final-accounts.ts";
import { sameReportIsGivenOnce } from "./same-report-is-given-once.ts";
import { averageScoreFollowsForms, statedScoresMatchForms } from "./stated-scores-match-forms.ts";
import { unitsSumToDepartment } from "./units-sum-to-department.ts";

/** Rules that need only one document, but several of its parts. */
export const documentRules: readonly CheckRule[] = [
  evaluatedProjectsMatchForms,
  gradeCountsMatchForms,
  executedSumEqualsProjectExpenditure,
  projectNamesUnique,
  statedScoresMatchForms,
  averageScoreFollowsForms,
  fundProjectsHaveFundTable,
  formUnitsBelongToReport,
  fullMarksAreNotUniversal,
  executionRatesShareOneBase,
  projectProcurementWithinTotal,
  carriedOverProjectsHaveOpening,
];

/** Rules on several documents of one unit and year, or of units and their department. */
export const acrossDocumentsRules: readonly UnitRule[] = [
  sameReportIsGivenOnce,
  reportProjectBudgetMatchesForms,
  reportIndicatorsMatchForms,
  reportSurplusCountMatchesForms,
  reportGoalsMatchResults,
  reportFinancesMatchFinalAccounts,
  ...reportStatisticsMatchFinalAccounts,
  unitsSumToDepartment,
];
