// Published reports for tests of the portal: made entries, checked as a submission is, and put before the public as
// a publication does, without the files, which take seconds to write.

import { and, eq } from "drizzle-orm";

import { toDisclosureJson } from "@jueming/core/disclosure/disclosure-json.ts";
import type { Disclosure } from "@jueming/core/disclosure/disclosure.ts";
import { toFindingsJson } from "@jueming/pipeline/findings-json.ts";
import { keptDisclosure } from "@jueming/pipeline/kept-disclosure.ts";
import type { Entries } from "@jueming/pipeline/report-entries/entry-plan.ts";

import { EMPTY_SUMMARY } from "../contract/report-states.ts";
import type { Database } from "../database/database.ts";
import { newId } from "../identifiers.ts";
import { reportOf } from "../store/reports.ts";
import { publication, report, reportVersion, task, unitYear } from "../store/schema/index.ts";
import { keepFigures } from "../work/keep-figures.ts";
import { keepPublic } from "../work/public/keep-public.ts";
import { formOf, liveReport } from "../work/report-material.ts";
import { figuresHashOf, hashOf } from "../work/submit-report.ts";
import { madeEntries } from "./made-entries.ts";

/** WantedReport: which unit publishes which made report. */
export interface WantedReport {
  readonly shardRegion: string;
  readonly unitId: string;
  readonly seed: number;
  readonly year?: number;
  readonly publishedAt: Date;
  /** 公开截止日; null for a report without a task. */
  readonly due?: string | null;
  readonly change?: (entries: Entries) => Entries;
}

/** PublishedReport: what was made. */
export interface PublishedReport {
  readonly reportId: string;
  readonly publicationId: string;
  readonly year: number;
  readonly disclosure: Disclosure;
}

/** Adds a report that stands submitted, and publishes it. */
export async function addPublished(database: Database, wanted: WantedReport): Promise<PublishedReport> {
  const submitted = await addSubmitted(database, wanted);
  return publishSubmitted(database, submitted, wanted);
}

/** Submitted: a report with one version that nobody has published. */
export interface Submitted {
  readonly reportId: string;
  readonly year: number;
  readonly disclosure: Disclosure;
}

/** Adds a report with one version, as a submission leaves it. */
export async function addSubmitted(
  database: Database,
  { shardRegion, unitId, seed, year: asked, due = null, change = (same) => same }: WantedReport,
): Promise<Submitted> {
  const made = madeEntries(seed);
  const { edition } = made;
  const year = asked ?? made.year;
  const reportId = newId();
  await database.insert(report).values({
    shardRegion,
    id: reportId,
    unitId,
    year,
    kind: "final-accounts",
    taskId: due === null ? null : await addTask(database, { shardRegion, year, edition, due }),
    edition,
    state: "ready",
    version: 1,
    summary: EMPTY_SUMMARY,
  });
  const row = await reportOf(database, { shardRegion, id: reportId });
  if (row === undefined) throw new Error("the unit has no name in this year");
  const form = formOf(edition, "final-accounts");
  const entries = change({
    ...made.entries,
    fields: { ...made.entries.fields, "identity:unitName": row.unitName },
  });
  const live = liveReport({ row, form, entries, revision: 0, prior: null, explanations: [] });
  const { disclosure, result, summary } = live;
  await database.insert(reportVersion).values({
    shardRegion,
    reportId,
    version: 1,
    entries,
    disclosure: toDisclosureJson(disclosure),
    contentHash: hashOf(disclosure),
    figuresHash: figuresHashOf(disclosure),
    edition,
    rulePack: "test",
    origin: "edited",
    findings: toFindingsJson({ source: disclosure.source, ...keptDisclosure(disclosure), result }),
    summary,
  });
  await database.inTransaction((queries) => keepFigures(queries, row, disclosure));
  return { reportId, year, disclosure };
}

async function publishSubmitted(
  database: Database,
  { reportId, year, disclosure }: Submitted,
  { shardRegion, unitId, publishedAt }: WantedReport,
): Promise<PublishedReport> {
  const publicationId = newId();
  await database.inTransaction(async (queries) => {
    await queries
      .insert(publication)
      .values({ shardRegion, id: publicationId, reportId, version: 1, unitId, year, publishedAt });
    await queries
      .update(report)
      .set({ state: "published", publishedVersion: 1 })
      .where(and(eq(report.shardRegion, shardRegion), eq(report.id, reportId)));
    const row = await reportOf(queries, { shardRegion, id: reportId });
    if (row === undefined) throw new Error("the report is gone");
    await keepPublic(queries, row, { publicationId, version: 1, publishedAt, disclosure });
  });
  return { reportId, publicationId, year, disclosure };
}

async function addTask(
  database: Database,
  {
    shardRegion,
    year,
    edition,
    due,
  }: { readonly shardRegion: string; readonly year: number; readonly edition: string; readonly due: string },
): Promise<string> {
  const taskId = newId();
  const days = { dueFilling: due, dueDepartment: due, dueFinance: due, duePublication: due };
  await database
    .insert(task)
    .values({ shardRegion, id: taskId, year, kind: "final-accounts", title: "决算公开", edition, ...days });
  return taskId;
}

/** Names units of a year. */
export async function addUnitYear(database: Database, unit: typeof unitYear.$inferInsert): Promise<void> {
  await database.insert(unitYear).values(unit).onConflictDoNothing();
}
