// Puts a published report before the public, and takes it away: the rows of store/schema/public.ts, written in the
// transaction that publishes or withdraws, so that what is to be seen and what is published are never two things.

import { and, asc, eq, isNull, lte, ne, or, sql, sum } from "drizzle-orm";
import { z } from "zod";

import type { Disclosure } from "@jueming/core/disclosure/disclosure.ts";
import { comparable } from "@jueming/core/figures/normalize.ts";

import type { PublicFinding } from "../../contract/public-report.ts";
import type { ReportSummary } from "../../contract/report-states.ts";
import { findingView } from "../../contract/reports.ts";
import type { Database, Queries } from "../../database/database.ts";
import type { ReportRow } from "../../store/reports.ts";
import { reportOf } from "../../store/reports.ts";
import {
  explanation,
  publication,
  publicChange,
  publicProject,
  publicReport,
  publicTotal,
  publicUnit,
  report,
  reportVersion,
  task,
} from "../../store/schema/index.ts";
import { versionDisclosure } from "../report-material.ts";
import { publicContent, publicMeasures } from "./public-content.ts";
import type { ProjectLine } from "./public-projects.ts";
import { fenOf, percentOf, publicProjects, yuanOfFen } from "./public-projects.ts";
import { searchName } from "./search-words.ts";

/** Grows when these rows get another form: those of older programs are then made anew. */
export const PUBLIC_FORM = 1;

/** More findings than these are counted but not listed. */
const MOST_FINDINGS = 60;

/** Published: a publication and the version that it is of. */
export interface Published {
  readonly publicationId: string;
  readonly version: number;
  readonly publishedAt: Date;
  readonly disclosure: Disclosure;
}

/** Shows a publication to the public, in place of an older one of the same report. */
export async function keepPublic(queries: Queries, row: ReportRow, published: Published): Promise<void> {
  const { shardRegion, id: reportId, unitId, year, kind } = row.report;
  await takeAway(queries, row);
  const { disclosure, publicationId, version, publishedAt } = published;
  const judged = await findingsOf(queries, row, published);
  const projects = publicProjects(disclosure);
  const { due, timely } = await timeOf(queries, row, publishedAt);
  await queries.insert(publicReport).values({
    shardRegion,
    reportId,
    publicationId,
    version,
    unitId,
    year,
    kind,
    unitName: row.unitName,
    unitCode: disclosure.unit.code,
    unitType: disclosure.unit.type,
    departmentId: row.departmentId,
    departmentName: row.departmentName,
    publishedAt,
    due,
    timely,
    ...judged.counts,
    ...publicMeasures(disclosure),
    ...projectSums(projects),
    meanScore: judged.summary.meanScore,
    content: publicContent(disclosure, judged),
    form: PUBLIC_FORM,
  });
  await keepProjects(queries, row, projects);
  await keepUnit(queries, row);
  await keepTotal(queries, row);
}

/** Takes a report from the public. */
export async function endPublic(queries: Queries, row: ReportRow): Promise<void> {
  await takeAway(queries, row);
  await keepUnit(queries, row);
  await keepTotal(queries, row);
}

async function takeAway(queries: Queries, { report: own }: ReportRow): Promise<void> {
  await queries
    .delete(publicReport)
    .where(and(eq(publicReport.shardRegion, own.shardRegion), eq(publicReport.reportId, own.id)));
}

const keptFindings = z.object({
  findings: z.array(findingView).default([]),
  notChecked: z.array(z.unknown()).default([]),
});

interface JudgedVersion {
  readonly findings: readonly PublicFinding[];
  readonly notChecked: number;
  readonly counts: Readonly<Record<"errors" | "warnings" | "hints" | "explained", number>>;
  readonly summary: ReportSummary;
}

/** What the checks said of the version, with the explanations given for it until it was published: later ones are not. */
async function findingsOf(
  queries: Queries,
  { report: own }: ReportRow,
  { version, publishedAt }: Pick<Published, "version" | "publishedAt">,
): Promise<JudgedVersion> {
  const [kept] = await queries
    .select({ findings: reportVersion.findings, summary: reportVersion.summary })
    .from(reportVersion)
    .where(
      and(
        eq(reportVersion.shardRegion, own.shardRegion),
        eq(reportVersion.reportId, own.id),
        eq(reportVersion.version, version),
      ),
    );
  if (kept === undefined) throw new Error(`report ${own.id} has no version ${version}`);
  const explained = await explanationsOf(queries, own, publishedAt);
  const { findings: all, notChecked } = keptFindings.parse(kept.findings);
  // What follows from another finding is told by that one.
  const findings = all
    .filter(({ causedBy }) => causedBy === null)
    .map((one): PublicFinding => ({
      code: one.code,
      rule: one.rule,
      kind: one.kind,
      severity: one.severity,
      subject: one.subject,
      message: one.message,
      basis: one.basis,
      explanation:
        one.explanation ??
        explained.get(
          explanationKey(
            one,
            one.operands.map(({ value }) => value),
          ),
        ) ??
        null,
    }));
  const open = (severity: PublicFinding["severity"]): number =>
    findings.filter((one) => one.severity === severity && one.explanation === null).length;
  return {
    findings: findings.slice(0, MOST_FINDINGS),
    notChecked: notChecked.length,
    counts: {
      errors: open("error"),
      warnings: open("warning"),
      hints: open("hint"),
      explained: findings.filter((one) => one.explanation !== null).length,
    },
    summary: kept.summary,
  };
}

/** An explanation holds for a rule, a subject and the figures that it was given for. */
const explanationKey = (
  { rule, subject }: { readonly rule: string; readonly subject: string },
  figures: readonly (string | null)[],
): string => JSON.stringify([rule, comparable(subject), figures]);

async function explanationsOf(
  queries: Queries,
  own: ReportRow["report"],
  until: Date,
): Promise<ReadonlyMap<string, string>> {
  const rows = await queries
    .select()
    .from(explanation)
    .where(
      and(
        eq(explanation.shardRegion, own.shardRegion),
        eq(explanation.reportId, own.id),
        isNull(explanation.withdrawnAt),
        lte(explanation.at, until),
      ),
    )
    .orderBy(asc(explanation.at));
  return new Map(rows.map((one) => [explanationKey(one, one.figures), one.text]));
}

/** The last day for publication, and whether it was kept; by the calendar of China. */
async function timeOf(
  queries: Queries,
  { report: own }: ReportRow,
  publishedAt: Date,
): Promise<{ readonly due: string | null; readonly timely: boolean | null }> {
  if (own.taskId === null) return { due: null, timely: null };
  const [found] = await queries
    .select({ due: task.duePublication })
    .from(task)
    .where(and(eq(task.shardRegion, own.shardRegion), eq(task.id, own.taskId)));
  if (found === undefined) return { due: null, timely: null };
  const day = new Date(publishedAt.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
  return { due: found.due, timely: day <= found.due };
}

/** Sums over the projects that state both budget and execution. */
function projectSums(projects: readonly ProjectLine[]) {
  const both = projects.flatMap(({ adjusted, executed }) =>
    adjusted === null || executed === null ? [] : [[fenOf(adjusted), fenOf(executed)] as const],
  );
  const adjusted = yuanOfFen(both.reduce((sum, [one]) => sum + one, 0n));
  const executed = yuanOfFen(both.reduce((sum, [, one]) => sum + one, 0n));
  const isNone = both.length === 0;
  return {
    projects: projects.length,
    adjusted: isNone ? null : adjusted,
    executed: isNone ? null : executed,
    rate: isNone ? null : percentOf(executed, adjusted),
  };
}

/** Numbers of projects are told apart by the kind of report that they stand in. */
const KIND_LETTERS = {
  "final-accounts": "",
  "project-evaluations": "p",
  "department-evaluation": "d",
} as const;

async function keepProjects(
  queries: Queries,
  { report: own, unitName }: ReportRow,
  projects: readonly ProjectLine[],
): Promise<void> {
  const { shardRegion, id: reportId, unitId, year, kind } = own;
  if (projects.length === 0) return;
  await queries.insert(publicProject).values(
    projects.map((line, position) => ({
      shardRegion,
      reportId,
      position,
      unitId,
      unitName,
      year,
      number: `${year}-${KIND_LETTERS[kind]}${position + 1}`,
      ...line,
      words: [...searchName(line.name).words],
    })),
  );
}

/** The unit under the name of its newest published report; gone with the last of them. */
async function keepUnit(queries: Queries, { report: own }: ReportRow): Promise<void> {
  const { shardRegion, unitId } = own;
  const rows = await queries
    .select({
      year: publicReport.year,
      name: publicReport.unitName,
      departmentName: publicReport.departmentName,
    })
    .from(publicReport)
    .where(and(eq(publicReport.shardRegion, shardRegion), eq(publicReport.unitId, unitId)))
    .orderBy(asc(publicReport.year));
  await queries
    .delete(publicUnit)
    .where(and(eq(publicUnit.shardRegion, shardRegion), eq(publicUnit.unitId, unitId)));
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return;
  const { name, departmentName } = last;
  const { pinyin, initials, words } = searchName(name);
  await queries.insert(publicUnit).values({
    shardRegion,
    unitId,
    name,
    departmentName,
    firstYear: first.year,
    lastYear: last.year,
    pinyin,
    initials,
    words: [...words],
  });
}

/** The totals of the region and year, added up anew. */
async function keepTotal(queries: Queries, { report: own }: ReportRow): Promise<void> {
  const { shardRegion, year } = own;
  await countChange(queries, shardRegion);
  const [sums] = await queries
    .select({
      units: sql<number>`count(distinct ${publicReport.unitId})`,
      income: sum(publicReport.income),
      expenditure: sum(publicReport.expenditure),
      basic: sum(publicReport.basic),
      project: sum(publicReport.project),
      threePublic: sum(publicReport.threePublic),
      projects: sql<number>`coalesce(sum(${publicReport.projects}), 0)::int8`,
      late: sql<number>`count(*) filter (where ${publicReport.timely} = false)`,
      faulty: sql<number>`count(*) filter (where ${publicReport.errors} > 0)`,
    })
    .from(publicReport)
    .where(and(eq(publicReport.shardRegion, shardRegion), eq(publicReport.year, year)));
  await queries
    .delete(publicTotal)
    .where(and(eq(publicTotal.shardRegion, shardRegion), eq(publicTotal.year, year)));
  if (sums === undefined || sums.units === 0) return;
  await queries.insert(publicTotal).values({ shardRegion, year, ...sums });
}

/** Counts a change; its row is a lock under which one publication of a region follows another. */
export async function countChange(queries: Queries, shardRegion: string): Promise<void> {
  await queries
    .insert(publicChange)
    .values({ shardRegion, count: 1 })
    .onConflictDoUpdate({
      target: publicChange.shardRegion,
      set: { count: sql`${publicChange.count} + 1` },
    });
}

/** Makes the rows of publications that have none of this form: those of an older program, and those brought in. */
export async function refreshPublic(database: Database, stop?: AbortSignal): Promise<number> {
  for (let made = 0; ; made += 1) {
    if (stop?.aborted === true) return made;
    const [stale] = await database
      .select({ shardRegion: publication.shardRegion, id: publication.id, reportId: publication.reportId })
      .from(publication)
      .leftJoin(
        publicReport,
        and(
          eq(publicReport.shardRegion, publication.shardRegion),
          eq(publicReport.reportId, publication.reportId),
        ),
      )
      .where(
        and(
          isNull(publication.withdrawnAt),
          or(isNull(publicReport.form), ne(publicReport.form, PUBLIC_FORM)),
        ),
      )
      .limit(1);
    if (stale === undefined) return made;
    await database.inTransaction((queries) => refreshOne(queries, stale));
  }
}

async function refreshOne(
  queries: Queries,
  {
    shardRegion,
    id,
    reportId,
  }: { readonly shardRegion: string; readonly id: string; readonly reportId: string },
): Promise<void> {
  await queries
    .select({ id: report.id })
    .from(report)
    .where(and(eq(report.shardRegion, shardRegion), eq(report.id, reportId)))
    .for("update");
  const [own] = await queries
    .select()
    .from(publication)
    .where(
      and(eq(publication.shardRegion, shardRegion), eq(publication.id, id), isNull(publication.withdrawnAt)),
    );
  const row = await reportOf(queries, { shardRegion, id: reportId });
  if (own === undefined || row === undefined) return;
  const { version, publishedAt } = own;
  const disclosure = await versionDisclosure(queries, { shardRegion, reportId, version });
  if (disclosure === null) throw new Error(`report ${reportId} has no readable version ${version}`);
  await keepPublic(queries, row, { publicationId: id, version, publishedAt, disclosure });
}
