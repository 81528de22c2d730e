// The one list of rules: groups in the order of the report. A new rule is a file in its group's folder
// and a line in the group's list.

import type { CheckRule, UnitRule } from "../rule.ts";
import { acrossDocumentsRules, documentRules } from "./across-documents/index.ts";
import { acrossTablesRules } from "./across-tables/index.ts";
import { acrossYearsRules } from "./across-years/index.ts";
import { budgetRules } from "./budget/index.ts";
import { departmentEvaluationRules } from "./department-evaluation/index.ts";
import { narrativeRules } from "./narrative/index.ts";
import { projectEvaluationRules } from "./project-evaluation/index.ts";
import { structureRules } from "./structure/index.ts";
import { tableRules } from "./tables/index.ts";

/** Rules that judge one disclosure. */
export const checkRules: readonly CheckRule[] = [
  ...tableRules,
  ...acrossTablesRules,
  ...narrativeRules,
  ...projectEvaluationRules,
  ...departmentEvaluationRules,
  ...documentRules,
  ...structureRules,
  ...acrossYearsRules,
  ...budgetRules,
];

/** Rules that judge the disclosures of one unit and year together. */
export const unitRules: readonly UnitRule[] = acrossDocumentsRules;
