// 公开: the files of a version are written once and kept; the public sees that version until another is published or it
// is withdrawn.

import { and, eq, isNull } from "drizzle-orm";

import { FILE_FORMATS } from "../contract/reports.ts";
import type { Key } from "../contract/reference.ts";
import type { Queries } from "../database/database.ts";
import type { Person } from "../http/access.ts";
import { newId } from "../identifiers.ts";
import type { Services } from "../services.ts";
import { storeBlob } from "../store/blobs.ts";
import { enterInJournal } from "../store/journal.ts";
import type { ReportRow } from "../store/reports.ts";
import { publication, publicationFile } from "../store/schema/index.ts";
import { reportOf } from "../store/reports.ts";
import { notFound } from "../http/http-problem.ts";
import { keepFigures } from "./keep-figures.ts";
import type { ReportFile } from "./report-documents.ts";
import { reportFile } from "./report-documents.ts";
import { disclosureOfYear, versionDisclosure } from "./report-material.ts";
import { endPublic, keepPublic } from "./public/keep-public.ts";
import { lockedReport, moveReport, stepOf } from "./review-report.ts";

interface Publication {
  readonly key: Key;
  readonly revision: number;
}

/** Publishes the newest version of a report. */
export async function publishReport(
  { database, now }: Services,
  person: Person,
  { key, revision }: Publication,
): Promise<string> {
  const seen = await reportOf(database, key);
  if (seen === undefined) throw notFound("这份报告");
  stepOf(person, seen, "publish");
  // Typesetting takes seconds: it is done before the report is locked, of a version that never changes.
  const { files, disclosure } = await finalFiles(database, seen, seen.report.version);
  return database.inTransaction(async (queries) => {
    const row = await lockedReport(queries, key, revision);
    const step = stepOf(person, row, "publish");
    const { shardRegion, id, version, unitId, year } = row.report;
    const at = now();
    await endPublication(queries, row, { at, reason: "已由新的版本代替" });
    const publicationId = newId();
    await queries.insert(publication).values({
      shardRegion,
      id: publicationId,
      reportId: id,
      version,
      unitId,
      year,
      publishedAt: at,
      publishedBy: person.accountId,
    });
    await keepFiles(queries, { shardRegion, id: publicationId }, files);
    await moveReport(queries, row, { state: step.to ?? "published", publishedVersion: version, at });
    await keepFigures(queries, row, disclosure);
    await keepPublic(queries, row, { publicationId, version, publishedAt: at, disclosure });
    await enterInJournal(queries, {
      shardRegion,
      at,
      accountId: person.accountId,
      action: "report-published",
      target: { kind: "report", id },
      detail: { version, files: files.length },
    });
    return publicationId;
  });
}

/** Keeps the files of a publication; those that it has already stay. */
export async function keepFiles(
  queries: Queries,
  { shardRegion, id: publicationId }: Key,
  files: readonly FinalFile[],
): Promise<void> {
  for (const { format, file } of files) {
    const stored = await storeBlob(queries, shardRegion, file.bytes);
    await queries
      .insert(publicationFile)
      .values({ shardRegion, publicationId, format, name: file.name, ...stored })
      .onConflictDoNothing();
  }
}

/** FinalFile: an official file of a publication. */
export interface FinalFile {
  readonly format: (typeof FILE_FORMATS)[number];
  readonly file: ReportFile;
}

/** Writes the official files of a version of a report, and gives what it says. */
export async function finalFiles(
  queries: Queries,
  row: ReportRow,
  version: number,
): Promise<{
  readonly files: readonly FinalFile[];
  readonly disclosure: NonNullable<Awaited<ReturnType<typeof versionDisclosure>>>;
}> {
  const { shardRegion, id, year } = row.report;
  const disclosure = await versionDisclosure(queries, { shardRegion, reportId: id, version });
  if (disclosure === null) throw new Error(`report ${id} has no readable version ${version}`);
  const prior = await disclosureOfYear(queries, row, year - 1);
  const files: FinalFile[] = [];
  for (const format of FILE_FORMATS) {
    files.push({ format, file: await reportFile(row, { disclosure, prior, format, draft: false }) });
  }
  return { files, disclosure };
}

interface End {
  readonly at: Date;
  readonly reason: string;
}

/** Ends what is published of a report so far. */
async function endPublication(
  queries: Queries,
  { report: own }: ReportRow,
  { at, reason }: End,
): Promise<void> {
  await queries
    .update(publication)
    .set({ withdrawnAt: at, withdrawalReason: reason })
    .where(
      and(
        eq(publication.shardRegion, own.shardRegion),
        eq(publication.reportId, own.id),
        isNull(publication.withdrawnAt),
      ),
    );
}

interface Withdrawal extends Publication {
  readonly reason: string;
}

/** Takes a report from the public, and opens it for correction. */
export async function withdrawReport(
  { database, now }: Services,
  person: Person,
  { key, revision, reason }: Withdrawal,
): Promise<void> {
  await database.inTransaction(async (queries) => {
    const row = await lockedReport(queries, key, revision);
    const step = stepOf(person, row, "withdraw");
    const { shardRegion, id, publishedVersion } = row.report;
    await endPublication(queries, row, { at: now(), reason });
    await moveReport(queries, row, { state: step.to ?? "filling", publishedVersion: null, at: now() });
    await endPublic(queries, row);
    await enterInJournal(queries, {
      shardRegion,
      at: now(),
      accountId: person.accountId,
      action: "publication-withdrawn",
      target: { kind: "report", id },
      detail: { version: publishedVersion ?? 0, reason },
    });
  });
}

/** Puts a published report to the files: nothing more is done with it. */
export async function archiveReport(
  { database, now }: Services,
  person: Person,
  { key, revision }: Publication,
): Promise<void> {
  await database.inTransaction(async (queries) => {
    const row = await lockedReport(queries, key, revision);
    const step = stepOf(person, row, "archive");
    await moveReport(queries, row, { state: step.to ?? "archived", at: now() });
    await enterInJournal(queries, {
      shardRegion: key.shardRegion,
      at: now(),
      accountId: person.accountId,
      action: "report-archived",
      target: { kind: "report", id: key.id },
      detail: {},
    });
  });
}
