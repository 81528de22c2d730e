// What is published as the open data give it: the rows of downloads and the things of the public interface.

import type {
  OpenEvaluation,
  OpenEvaluationDetail,
  OpenFigure,
  OpenPublication,
  OpenPublicationDetail,
  OpenUnit,
  openProject,
  openReport,
} from "../../contract/open-fields.ts";
import { documentPath, projectPath, unitPath } from "../../contract/portal-paths.ts";
import type { PublicContent, PublicProject } from "../../contract/public-report.ts";
import { referenceTo } from "../../contract/reference.ts";
import type { pageOfUnits } from "../../store/public-lists.ts";
import type { filesOf, PublicLine, PublicProjectLine } from "../../store/public-reports.ts";
import { factName } from "./fact-names.ts";
import type { z } from "zod";

type UnitRow = Awaited<ReturnType<typeof pageOfUnits>>[number];
type FileRow = Awaited<ReturnType<typeof filesOf>>[number];

const refOf = ({ shardRegion, unitId }: { readonly shardRegion: string; readonly unitId: string }): string =>
  referenceTo({ shardRegion, id: unitId });

const unitFields = (line: Pick<PublicLine, "shardRegion" | "unitId" | "unitName" | "year">) => ({
  region: line.shardRegion,
  unit: refOf(line),
  unitName: line.unitName,
  year: line.year,
});

/** A unit of which something is published. */
export const openUnitOf = (row: UnitRow): OpenUnit => ({
  region: row.shardRegion,
  unit: refOf(row),
  name: row.name,
  departmentName: row.departmentName,
  firstYear: row.firstYear,
  lastYear: row.lastYear,
  page: unitPath(refOf(row)),
});

/** A report with its main figures. */
export const openReportOf = (line: PublicLine): z.infer<typeof openReport> => ({
  ...unitFields(line),
  kind: line.kind,
  departmentName: line.departmentName,
  publishedAt: line.publishedAt.toISOString(),
  due: line.due,
  timely: line.timely,
  errors: line.errors,
  warnings: line.warnings,
  income: line.income,
  expenditure: line.expenditure,
  priorExpenditure: line.priorExpenditure,
  basic: line.basic,
  project: line.project,
  personnel: line.personnel,
  generalBudget: line.generalBudget,
  threePublicBudget: line.threePublicBudget,
  threePublic: line.threePublic,
  abroad: line.abroad,
  vehicles: line.vehicles,
  reception: line.reception,
  projects: line.projects,
  rate: line.rate,
  meanScore: line.meanScore,
});

/** A publication with its documents. */
export function openPublicationOf(line: PublicLine, files: readonly FileRow[]): OpenPublication {
  const { shardRegion, reportId, publicationId, year } = line;
  const publication = { shardRegion, id: publicationId };
  return {
    ...openReportOf(line),
    report: referenceTo({ shardRegion, id: reportId }),
    publication: referenceTo(publication),
    documents: files
      .filter((file) => file.publicationId === publicationId)
      .map(({ format, size, hash }) => ({
        format,
        address: documentPath(publication, format),
        size,
        sha256: hash,
      })),
    page: unitPath(refOf(line), year),
  };
}

/** A publication with its content. */
export const openPublicationDetailOf = (
  line: PublicLine,
  files: readonly FileRow[],
  content: PublicContent,
): OpenPublicationDetail => ({
  ...openPublicationOf(line, files),
  title: content.title,
  sections: content.sections,
  totals: content.totals,
  incomes: content.incomes,
  expenditures: content.expenditures,
  natures: content.natures,
  generalBudgetAmounts: content.generalBudget,
  threePublicAmounts: content.threePublic,
  others: content.others,
  findings: content.findings,
  notChecked: content.notChecked,
});

/** A project in lists. */
export const openProjectOf = (line: PublicProjectLine): z.infer<typeof openProject> => ({
  ...unitFields(line),
  number: line.number,
  name: line.name,
  adjusted: line.adjusted,
  executed: line.executed,
  rate: line.rate,
  score: line.score,
  computedScore: line.computedScore,
  grade: line.grade,
});

type ProjectRow = PublicProjectLine & { readonly content: PublicProject };

/** An evaluation with its indicators. */
export const openEvaluationOf = (row: ProjectRow): OpenEvaluation => ({
  ...openProjectOf(row),
  code: row.content.code,
  funding: row.content.funding,
  indicators: row.content.indicators,
  page: projectPath(row),
});

/** An evaluation with its texts. */
export const openEvaluationDetailOf = (row: ProjectRow): OpenEvaluationDetail => ({
  ...openEvaluationOf(row),
  goal: row.content.goal,
  achievement: row.content.achievement,
  texts: row.content.texts,
});

interface FigureRow {
  readonly fact: string;
  readonly value: string;
}

/** A figure with its names. */
export const openFigureOf = (
  line: Pick<PublicLine, "shardRegion" | "unitId" | "unitName" | "year">,
  { fact, value }: FigureRow,
): OpenFigure => ({ ...unitFields(line), fact, ...factName(fact, line.year), value });
