// 导入: a document of any origin, read into what a report would take over from it. Nothing is taken over here: a person
// confirms it. The file is kept with the report as its source (来源文件).

import { entriesOf } from "@jueming/pipeline/report-entries/importing/entries-of.ts";
import { proposedEntries } from "@jueming/pipeline/report-entries/importing/proposed-entries.ts";
import { disclosureOf } from "@jueming/pipeline/recognition.ts";

import type { ImportReading } from "../contract/report-editing.ts";
import { KIND_NAMES } from "../contract/report-states.ts";
import type { Person } from "../http/access.ts";
import { badRequest, HttpProblem } from "../http/http-problem.ts";
import type { ReceivedFile } from "../http/received-file.ts";
import { newId } from "../identifiers.ts";
import type { Services } from "../services.ts";
import { PART_BYTES, storePieces } from "../store/blobs.ts";
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
  await keepSource(services, person, { row, name, file });
  return {
    source: name,
    unit: disclosure.unit.name,
    year: disclosure.year,
    isOtherYear: disclosure.year !== null && disclosure.year !== row.report.year,
    entries: shownProposals(proposedEntries(form, entries, taken, newId), taken.sources),
    left: taken.left.map(({ where, what, value, place }) => ({
      where,
      what,
      value,
      place: placeWords(place),
    })),
  };
}

/** Keeps the file with the report; its content is stored once, however often it is read. */
async function keepSource(
  { database, now }: Services,
  { accountId }: Person,
  { row, name, file }: Import,
): Promise<void> {
  const { shardRegion, id: reportId } = row.report;
  const { hash, size } = file;
  await database.inTransaction(async (queries) => {
    const id = newId();
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
}
