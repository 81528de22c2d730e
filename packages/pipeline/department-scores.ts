// Scores the departments of several files: a report is scored with the accounts and forms of the same unit and
// year, so it comes after all files that may hold them.

import type { DepartmentLedger } from "@jueming/core/department-scoring/ledger-json.ts";
import { departmentScoreOf } from "@jueming/core/department-scoring/department-score-of.ts";
import type { Disclosure } from "@jueming/core/disclosure/disclosure.ts";
import type { DepartmentScore } from "@jueming/core/evaluation/point-system/department-score.ts";
import type { PointSystem } from "@jueming/core/evaluation/point-system/point-system.ts";
import { departmentReportFor, editionOf } from "@jueming/core/regions/index.ts";

import type { KeptDisclosure, PackedDisclosure } from "./kept-disclosure.ts";
import { packDisclosure, unpackDisclosure } from "./kept-disclosure.ts";
import type { ReadResult } from "./read.ts";
import { isFailure } from "./read.ts";
import { isSameUnitAndYear } from "./same-unit.ts";

/** DepartmentSetting: a unit's own point system and ledger. */
export interface DepartmentSetting {
  readonly system?: PointSystem;
  readonly ledger?: DepartmentLedger;
}

/** ScoredResult: what became of a file, and the score of the department whose report it is. */
export interface ScoredResult {
  readonly result: ReadResult;
  readonly department: DepartmentScore | null;
}

/** The results in their order, reports on whole departments last. */
export async function* departmentsLast(
  results: AsyncIterable<ReadResult>,
  setting: DepartmentSetting,
): AsyncIterable<ScoredResult> {
  const reports: Disclosure[] = [];
  const companions: PackedDisclosure[] = [];
  for await (const result of results) {
    if (!isFailure(result) && result.disclosure.departmentEvaluation !== null) {
      reports.push(result.disclosure);
      continue;
    }
    if (!isFailure(result) && isCompanion(result.disclosure))
      companions.push(packDisclosure(result.disclosure));
    yield { result, department: null };
  }
  for (const disclosure of reports) {
    const department = departmentScore(disclosure, companions.map(unpackDisclosure), setting);
    yield { result: { source: disclosure.source, disclosure }, department };
  }
}

const isCompanion = ({ tables, evaluations }: Disclosure): boolean =>
  tables.some(({ empty }) => !empty) || evaluations.length > 0;

/** The score of the department whose report it is, with what is known of the same unit and year. */
function departmentScore(
  report: Disclosure,
  companions: readonly KeptDisclosure[],
  { system, ledger }: DepartmentSetting,
): DepartmentScore | null {
  const edition = editionOf(report);
  const found = departmentReportFor(edition);
  const own = system ?? found?.report.system;
  if (own === undefined) return null;
  // A place without words of its own for grades takes those of the place whose report it is.
  const isGraded = edition.scoring.departmentGrades.length > 0 || found === null;
  const { departmentGrades } = isGraded ? edition.scoring : found.edition.scoring;
  const others = companions
    .filter(({ about }) => isSameUnitAndYear(about, report))
    .map(({ disclosure }) => disclosure());
  return departmentScoreOf({ report, others, ...(ledger === undefined ? {} : { ledger }) }, own, {
    ...edition.scoring,
    departmentGrades,
  });
}
