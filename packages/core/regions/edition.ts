// Edition (版式): the forms, sentences and rules of scoring in force in a place from a year.
// A region pack says only what differs from the national edition (see extend in extend.ts).

import type { ScoringRules } from "../evaluation/scoring/scoring-rules.ts";
import type { DepartmentReport } from "../forms/department-report.ts";
import type { ReportPart } from "../forms/report-outline.ts";
import type { Glossary } from "../forms/term.ts";
import type { TableLayout } from "../forms/layout.ts";
import type { EvaluationLayout } from "../forms/evaluation-layout.ts";
import type { MonitoringRules } from "../monitoring/monitoring-rules.ts";
import type { SentenceTemplate } from "../sentences/template.ts";

export interface Edition {
  /** "shanxi/2024" */
  readonly id: string;
  /** Chinese name of the place and year, for `jueming regions`. */
  readonly name: string;
  /** Division codes (prefixes) where it is in force; [] for the national edition. */
  readonly divisions: readonly string[];
  readonly fromYear: number;
  /** Regulations it rests on. */
  readonly basis: readonly string[];
  /** False when a part of it is not in our material; `note` says which. */
  readonly verified: boolean;
  readonly note: string | null;
  readonly tables: readonly TableLayout[];
  readonly evaluations: readonly EvaluationLayout[];
  readonly sentences: readonly SentenceTemplate[];
  readonly scoring: ScoringRules;
  readonly monitoring: MonitoringRules;
  /** The main parts of the report in their order, with what stands in each. */
  readonly report: readonly ReportPart[];
  readonly glossary: Glossary;
  /** The report on a whole department's year; null where the edition has none. */
  readonly departmentReport: DepartmentReport | null;
  /** What each table of the edition prints besides its grid. */
  readonly tableMarks: readonly ("label" | "unit" | "year" | "moneyUnit")[];
}
