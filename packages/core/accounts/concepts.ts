// The ten official tables of a department's final accounts (部门决算公开表), once for the whole country.

import {
  expenditure,
  generalBudgetBasicDetail,
  generalBudgetExpenditure,
  governmentFund,
  income,
  stateCapital,
  threePublic,
} from "./code-tables.ts";
import type { TableConcept } from "./concept.ts";
import { appropriationSummary, disclosureStatistics, incomeExpenditureSummary } from "./line-tables.ts";

/** All concepts in the national order. */
export const concepts: readonly TableConcept[] = [
  incomeExpenditureSummary,
  income,
  expenditure,
  appropriationSummary,
  generalBudgetExpenditure,
  generalBudgetBasicDetail,
  governmentFund,
  stateCapital,
  threePublic,
  disclosureStatistics,
];

const byId: ReadonlyMap<string, TableConcept> = new Map(concepts.map((concept) => [concept.id, concept]));

/** The concept of this id. */
export function findConcept(id: string): TableConcept | undefined {
  return byId.get(id);
}

/** The line of a functional class (类) in a table of fixed lines. */
export function lineOfClass(concept: TableConcept, classCode: string): string | undefined {
  return concept.lines.find((line) => line.classCode === classCode)?.line;
}
