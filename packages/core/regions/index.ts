// The one list of editions. A new province is a folder beside this file and a line here.

import type { DepartmentReport } from "../forms/department-report.ts";
import type { TableLayout } from "../forms/layout.ts";
import type { EvaluationLayout } from "../forms/evaluation-layout.ts";
import type { SentenceTemplate } from "../sentences/template.ts";
import { unitedWordings } from "../sentences/wordings.ts";
import type { ScoringRules } from "../evaluation/scoring/scoring-rules.ts";
import type { Edition } from "./edition.ts";
import { exampleScoring } from "./example/scoring.ts";
import { national } from "./national/index.ts";
import { nationalScoringWithCost, nationalScoringWithoutCost } from "./national/scoring.ts";
import { ningxia } from "./ningxia/index.ts";
import { shanghai } from "./shanghai/index.ts";
import { shanxi } from "./shanxi/index.ts";
import { sichuan } from "./sichuan/index.ts";

export const editions: readonly Edition[] = [national, shanxi, sichuan, ningxia, shanghai];

export const nationalEdition: Edition = national;

/** The edition of this id. */
export function findEdition(id: string): Edition | undefined {
  return editions.find((edition) => edition.id === id);
}

/** All rules of scoring: those of the editions, the national ones apart by cost, and the example. */
export const allScoringRules: readonly ScoringRules[] = uniqueById([
  ...editions.map(({ scoring }) => scoring),
  nationalScoringWithoutCost,
  nationalScoringWithCost,
  exampleScoring,
]);

/** The rules of scoring of this id, or of the edition of this id. */
export function findScoringRules(id: string): ScoringRules | undefined {
  return allScoringRules.find((rules) => rules.id === id) ?? findEdition(id)?.scoring;
}

/**
 * The edition in force for a division code and year: the region's newest that began by then. A year
 * before the region's first edition takes that first one, because forms change little.
 */
export function editionFor(divisionCode: string | null, year: number | null): Edition {
  if (divisionCode === null) return national;
  const local = editions.filter(({ divisions }) =>
    divisions.some((prefix) => divisionCode.startsWith(prefix)),
  );
  const inForce = local.filter(({ fromYear }) => year === null || fromYear <= year);
  const newestFirst = (inForce.length > 0 ? inForce : local).toSorted((a, b) => b.fromYear - a.fromYear);
  return newestFirst[0] ?? national;
}

/** All layouts of tables, each once: recognition chooses among them before it knows the region. */
export const allTableLayouts: readonly TableLayout[] = uniqueById(editions.flatMap(({ tables }) => tables));
export const allEvaluationLayouts: readonly EvaluationLayout[] = uniqueById(
  editions.flatMap(({ evaluations }) => evaluations),
);
/** All sentences, each once with the words of every edition: what is checked of a sentence is the same everywhere. */
export const allSentences: readonly SentenceTemplate[] = unitedWordings(
  editions.flatMap(({ sentences }) => sentences),
);

function uniqueById<Described extends { readonly id: string }>(
  described: readonly Described[],
): readonly Described[] {
  return [...new Map(described.map((one) => [one.id, one])).values()];
}

/** The edition that describes a form; a layout that none has is the nation's. */
export function editionWithLayout(layout: EvaluationLayout): Edition {
  return editions.find(({ evaluations }) => evaluations.some(({ id }) => id === layout.id)) ?? national;
}

/** The report on a department's year for an edition, with the edition that describes it; the known one elsewhere. */
export function departmentReportFor(
  edition: Edition,
): { readonly report: DepartmentReport; readonly edition: Edition } | null {
  for (const known of [edition, ...editions]) {
    if (known.departmentReport !== null) return { report: known.departmentReport, edition: known };
  }
  return null;
}

/** The edition that recognition chose for a disclosure. */
export function editionOf(disclosure: { readonly region: { readonly edition: string } }): Edition {
  return findEdition(disclosure.region.edition) ?? national;
}
