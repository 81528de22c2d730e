// 导入: a document of any origin, read into what a report would take over from it. Nothing is taken over here: a person
// confirms it. The file is kept with the report as its source (来源文件).

import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";

import { and, eq } from "drizzle-orm";

import { DocumentError } from "@jueming/documents/document-error.ts";
import { askBulkThread } from "@jueming/pipeline/bulk-checks/ask-bulk-thread.ts";
import { entriesOf } from "@jueming/pipeline/report-entries/importing/entries-of.ts";
import type { ProposedEntry } from "@jueming/pipeline/report-entries/importing/proposed-entries.ts";
import { proposedEntries } from "@jueming/pipeline/report-entries/importing/proposed-entries.ts";
import { disclosureOf } from "@jueming/pipeline/recognition.ts";

import type { ImportReading } from "../contract/report-editing.ts";
import { keyOf, referenceTo } from "../contract/reference.ts";
import { KIND_NAMES } from "../contract/report-states.ts";
import type { Person } from "../http/access.ts";
import { badRequest, HttpProblem, notFound } from "../http/http-problem.ts";
import type { ReceivedFile } from "../http/received-file.ts";
import { newId } from "../identifiers.ts";
import type { Services } from "../services.ts";
import { PART_BYTES, storePieces, streamBlob } from "../store/blobs.ts";
import { enterInJournal } from "../store/journal.ts";
import type { ReportRow } from "../store/reports.ts";
import { attachment } from "../store/schema/index.ts";
import { materialOf } from "./report-material.ts";
import { placeWords, shownProposals } from "./shown-proposals.ts";

/** Largest document that is read. */
export const IMPORT_BYTES = 64 * 1024 * 1024;

interface Import {
  readonly row: ReportRow;
  readonly name: string;
  readonly file: ReceivedFile;
}

/** Reads a document beside what stands in the editor; throws a DocumentError where there is nothing of ours in it. */
export async function readImport(
  services: Services,
  person: Person,
  { row, name, file }: Import,
): Promise<ImportReading> {
  if (file.size === 0) throw badRequest("文件是空的（0 字节），请检查后重新上传。");
  const disclosure = await disclosureOf(await file.content(), name);
  const { form, entries } = await materialOf(services.database, row);
  const taken = entriesOf(form, disclosure);
  if (taken.sources.length === 0) {
    const kind = KIND_NAMES[row.report.kind];
    throw new HttpProblem(422, "nothing-to-import", `文件里没有可以填入“${kind}”的内容，请确认选对了文件。`);
  }
  const proposed = proposedEntries(form, entries, taken, newId);
  const id = await keepSource(services, person, { row, name, file });
  return {
    source: name,
    file: referenceTo({ shardRegion: row.report.shardRegion, id }),
    original: await originalOf(name, file, proposed),
    unit: disclosure.unit.name,
    year: disclosure.year,
    kindName: KIND_NAMES[disclosure.kind],
    saysOnlyWho: taken.sources.every(({ spot }) => spot.kind === "field" && spot.key.startsWith("identity:")),
    isOtherYear: disclosure.year !== null && disclosure.year !== row.report.year,
    entries: shownProposals(proposed, taken.sources),
    left: taken.left.map(({ where, what, value, place }) => ({
      where,
      what,
      value,
      place: placeWords(place),
    })),
  };
}

/** What is shown beside the values; where it cannot be shown, the values still can be confirmed. */
async function originalOf(
  source: string,
  { path }: ReceivedFile,
  proposed: readonly ProposedEntry[],
): Promise<ImportReading["original"]> {
  const texts = proposed.map(({ place, raw }) => ({ place, raw }));
  const { pages, document, charset } = await askBulkThread("original", { path, source, texts }).catch(
    (error: unknown) => {
      if (error instanceof DocumentError) return { pages: [], document: null, charset: null };
      throw error;
    },
  );
  return {
    pages: [...pages],
    charset,
    // Reason: the blocks have the same shape over the wire (contract/bulk-checks.ts), but for being read only.
    document: document as ImportReading["original"]["document"],
  };
}

/** The picture of a page of a file that was read for the report. */
export async function sourcePage(
  { database }: Services,
  row: ReportRow,
  { file, page }: { readonly file: string; readonly page: number },
): Promise<Uint8Array> {
  const { shardRegion, id: reportId } = row.report;
  const key = keyOf(file);
  const [source] = await database
    .select({ hash: attachment.hash })
    .from(attachment)
    .where(
      and(
        eq(attachment.shardRegion, shardRegion),
        eq(attachment.reportId, reportId),
        eq(attachment.kind, "source"),
        eq(attachment.id, key.id),
      ),
    );
  if (source === undefined || key.shardRegion !== shardRegion) throw notFound("这份来源文件");
  const folder = await mkdtemp(join(tmpdir(), "jueming-page-"));
  try {
    const path = join(folder, "file");
    await pipeline(streamBlob(database, shardRegion, source.hash), createWriteStream(path));
    const { png } = await askBulkThread("picture", { path, page });
    return png;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Keeps the file with the report; its content is stored once, however often it is read. */
async function keepSource(
  { database, now }: Services,
  { accountId }: Person,
  { row, name, file }: Import,
): Promise<string> {
  const { shardRegion, id: reportId } = row.report;
  const { hash, size } = file;
  const id = newId();
  await database.inTransaction(async (queries) => {
    await storePieces(queries, { shardRegion, hash, size }, file.pieces(PART_BYTES));
    await queries.insert(attachment).values({
      shardRegion,
      id,
      reportId,
      kind: "source",
      name: name.replaceAll(/[\\/:*?"<>|\p{C}]/gu, "").slice(0, 200),
      mediaType: "application/octet-stream",
      hash,
      size,
      accountId,
      at: now(),
    });
    await enterInJournal(queries, {
      shardRegion,
      at: now(),
      accountId,
      action: "source-read",
      target: { kind: "report", id: reportId },
      detail: { source: id, hash, size },
    });
  });
  return id;
}
