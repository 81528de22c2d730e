// Document → Disclosure. Each recogniser takes its part out of the flow of lines; what remains is prose.
// Layouts of all editions compete, because the region is known only at the end.

import type { AccountsTable, Disclosure, DisclosureKind } from "../disclosure/disclosure.ts";
import type { Document, Problem } from "../document/document.ts";
import type { Line } from "../document/lines.ts";
import { linesOf } from "../document/lines.ts";
import type { Section } from "../document/section.ts";
import type { ProjectEvaluation } from "../evaluation/project-evaluation.ts";
import type { SentenceTemplate } from "../sentences/template.ts";
import type { Edition } from "../regions/edition.ts";
import { allEvaluationLayouts, allTableLayouts, departmentReportFor, editionFor } from "../regions/index.ts";
import { cleanLines } from "./clean.ts";
import { departmentTitle, recognizeDepartmentEvaluation } from "./department/recognize-department.ts";
import { readAnnex } from "./evaluations/annex.ts";
import { recognizeEvaluations } from "./evaluations/recognize-evaluations.ts";
import { sectionsOfEvaluation } from "./evaluation-sections.ts";
import { identityOf } from "./identity/identity.ts";
import { deriveUnitType } from "./identity/unit-type.ts";
import { outlineOf } from "./prose/outline.ts";
import type { KnownGaps } from "./prose/token-view.ts";
import type { ProseReading } from "./prose/read-prose.ts";
import { readProse } from "./prose/read-prose.ts";
import { recognizeTables } from "./tables/recognize-tables.ts";

/** RecognizeOptions: what a person says that the document does not. */
export interface RecognizeOptions {
  /** Division code of the place whose edition is to be used. */
  readonly region?: string;
}

/** Recognises everything of ours in a document. Never throws for strange content. */
export function recognize(document: Document, options: RecognizeOptions = {}): Disclosure {
  const { lines, removed } = cleanLines(linesOf(document), document.pageWords);
  const tables = recognizeTables(lines, allTableLayouts);
  const afterTables = without(lines, tables.consumed);
  const evaluations = recognizeEvaluations(afterTables, allEvaluationLayouts);
  const afterEvaluations = without(afterTables, evaluations.consumed);
  const annex = readAnnex(afterEvaluations);
  const rest = annex === null ? afterEvaluations : without(afterEvaluations, annex.consumed);
  const outline = outlineOf(rest);
  const identity = identityOf({
    lines,
    tables: tables.tables,
    evaluations: evaluations.evaluations,
    annexUnit: annex?.unit ?? null,
    region: options.region ?? null,
  });
  const edition = editionFor(identity.region.code, identity.year);
  const isDepartments = tables.tables.length === 0 && departmentTitle(rest) !== undefined;
  const prose = proseOf({
    edition,
    ofReport: isDepartments ? departmentSentences(edition) : reportSentences(edition),
    year: identity.year,
    tables: tables.tables,
    evaluations: evaluations.evaluations,
    sections: outline.sections,
  });
  const department = recognizeDepartmentEvaluation({
    lines: rest,
    sections: outline.sections,
    annex,
    narrative: prose.narrative,
  });
  const kind = kindOf(tables.tables, department !== null);
  return {
    source: document.source,
    kind,
    title: identity.title,
    year: identity.year,
    moneyUnit: moneyUnitOf(tables.tables, evaluations.evaluations),
    region: { ...identity.region, edition: edition.id },
    department: identity.department,
    unit: { ...identity.unit, type: deriveUnitType(tables.tables) },
    tables: tables.tables,
    evaluations: evaluations.evaluations,
    departmentEvaluation: department,
    narrative: prose.narrative,
    unclaimed: prose.unclaimed,
    problems: [...document.problems, ...tables.problems, ...evaluations.problems, ...prose.problems],
    outline: outline.contents === null ? outline.sections : [outline.contents, ...outline.sections],
    removed: [...removed, ...outline.removed],
    alterations: null,
    unitNames: identity.unitNames,
  };
}

function without(lines: readonly Line[], consumed: ReadonlySet<number>): readonly Line[] {
  return lines.filter((_, index) => !consumed.has(index));
}

interface ProseParts {
  readonly edition: Edition;
  readonly ofReport: readonly SentenceTemplate[];
  readonly year: number | null;
  readonly tables: readonly AccountsTable[];
  readonly evaluations: readonly ProjectEvaluation[];
  readonly sections: readonly Section[];
}

const reportSentences = ({ sentences }: Edition): readonly SentenceTemplate[] =>
  sentences.filter(({ scope }) => scope !== "project-evaluation");

/** A place without a form of its own for departments writes the known one, and its sentences. */
function departmentSentences(edition: Edition): readonly SentenceTemplate[] {
  if (edition.departmentReport !== null) return reportSentences(edition);
  const known = departmentReportFor(edition)?.edition.sentences ?? [];
  return known.filter(({ scope }) => scope === "department-evaluation");
}

/** The report's prose, then each evaluation's: they take different sentences of the same edition. */
function proseOf({ edition, ofReport, year, tables, evaluations, sections }: ProseParts): ProseReading {
  const names = tables.flatMap((table) =>
    table.rows.flatMap((row) =>
      row.code === null || row.name === null ? [] : [{ code: row.code, name: row.name }],
    ),
  );
  const ofProjects = edition.sentences.filter(({ scope }) => scope === "project-evaluation");
  const gaps: KnownGaps = new Map();
  const readings = [
    readProse(sections, ofReport, { year, names, gaps }),
    ...evaluations.map((evaluation, index) =>
      readProse(sectionsOfEvaluation(evaluation), ofProjects, {
        year: evaluation.year ?? year,
        evaluationOf: () => index,
        gaps,
      }),
    ),
  ];
  return {
    narrative: readings.flatMap((reading) => reading.narrative),
    unclaimed: readings.flatMap((reading) => reading.unclaimed),
    problems: readings.flatMap((reading): readonly Problem[] => reading.problems),
  };
}

function kindOf(tables: readonly AccountsTable[], hasDepartmentEvaluation: boolean): DisclosureKind {
  if (tables.length > 0) return "final-accounts";
  return hasDepartmentEvaluation ? "department-evaluation" : "project-evaluations";
}

function moneyUnitOf(tables: readonly AccountsTable[], evaluations: readonly ProjectEvaluation[]): string {
  return tables[0]?.moneyUnit ?? evaluations[0]?.moneyUnit ?? "万元";
}
