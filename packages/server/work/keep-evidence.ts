// 佐证材料: files kept with a report or one of its indicators. What is removed is no longer shown or sent, but stays known.

import { and, asc, eq, isNull, sql } from "drizzle-orm";

import { keyOf, referenceTo } from "../contract/reference.ts";
import type { EvidenceView } from "../contract/review.ts";
import type { Queries } from "../database/database.ts";
import type { Person } from "../http/access.ts";
import { badRequest, conflict, HttpProblem, notFound } from "../http/http-problem.ts";
import type { ReceivedFile } from "../http/received-file.ts";
import { newId } from "../identifiers.ts";
import type { Services } from "../services.ts";
import { PART_BYTES, storePieces } from "../store/blobs.ts";
import { enterInJournal } from "../store/journal.ts";
import type { ReportRow } from "../store/reports.ts";
import { account, attachment } from "../store/schema/index.ts";
import { EVIDENCE_KINDS, evidenceTypeOf, safeName } from "./evidence-type.ts";
import { materialOf } from "./report-material.ts";
import { labelOf } from "./report-spots.ts";
import { lockedReport, stepOf } from "./review-report.ts";

type Attachment = typeof attachment.$inferSelect;

/** Longest file, and the most files of a report. */
export const EVIDENCE_BYTES = 50 * 1024 * 1024;
const MOST_FILES = 500;

interface NewEvidence {
  readonly row: ReportRow;
  readonly about: string | null;
  readonly name: string;
  readonly file: ReceivedFile;
}

/** Keeps a file; gives its id. */
export async function addEvidence(
  { database, now }: Services,
  person: Person,
  { row, about, name: given, file }: NewEvidence,
): Promise<string> {
  const { hash, size } = file;
  const { name, mediaType } = await checkedFile(given, file);
  const id = newId();
  await database.inTransaction(async (queries) => {
    const own = await lockedReport(queries, row.report, null);
    stepOf(person, own, "attach");
    const { shardRegion, id: reportId } = own.report;
    await refuseWrongPlace(queries, own, about);
    await storePieces(queries, { shardRegion, hash, size }, file.pieces(PART_BYTES));
    await queries.insert(attachment).values({
      shardRegion,
      id,
      reportId,
      kind: "evidence",
      about,
      name,
      mediaType,
      hash,
      size,
      accountId: person.accountId,
      at: now(),
    });
    await enterInJournal(queries, {
      shardRegion,
      at: now(),
      accountId: person.accountId,
      action: "evidence-added",
      target: { kind: "report", id: reportId },
      detail: { evidence: id, about, hash, size },
    });
  });
  return id;
}

/** The name under which a file is kept, and its type by its content; refuses what must not be kept. */
export async function checkedFile(
  given: string,
  file: ReceivedFile,
): Promise<{ readonly name: string; readonly mediaType: string }> {
  if (file.size === 0) throw badRequest("文件是空的（0 字节），请检查后重新上传。");
  const type = evidenceTypeOf(await file.content());
  if (type === undefined)
    throw new HttpProblem(
      415,
      "unsupported-type",
      `“${given.slice(0, 60)}”不是可上传的类型。可上传：${EVIDENCE_KINDS}，不含宏。`,
    );
  return { name: safeName(given, type), mediaType: type.mediaType };
}

async function refuseWrongPlace(queries: Queries, row: ReportRow, about: string | null): Promise<void> {
  if (about !== null && labelOf(await materialOf(queries, row), about) === undefined)
    throw badRequest("所指的指标已不在报告里，请刷新后再上传。");
  const [kept] = await queries
    .select({ count: sql<number>`count(*)` })
    .from(attachment)
    .where(and(ofReport(row), isNull(attachment.removedAt)));
  if ((kept?.count ?? 0) >= MOST_FILES)
    throw conflict(`一份报告最多 ${MOST_FILES} 个佐证材料，请先移除不用的。`);
}

const ofReport = ({ report: own }: ReportRow) =>
  and(
    eq(attachment.shardRegion, own.shardRegion),
    eq(attachment.reportId, own.id),
    eq(attachment.kind, "evidence"),
  );

/** The evidence of a report that a reference names. */
export async function evidenceOf(queries: Queries, row: ReportRow, ref: string): Promise<Attachment> {
  const { shardRegion, id } = keyOf(ref);
  const [found] = await queries
    .select()
    .from(attachment)
    .where(and(ofReport(row), eq(attachment.id, id)));
  if (found === undefined || shardRegion !== row.report.shardRegion) throw notFound("这份材料");
  return found;
}

/** Removes a file; that it was there stays known. */
export async function removeEvidence(
  { database, now }: Services,
  person: Person,
  { row, ref }: { readonly row: ReportRow; readonly ref: string },
): Promise<void> {
  await database.inTransaction(async (queries) => {
    const own = await lockedReport(queries, row.report, null);
    stepOf(person, own, "attach");
    const { shardRegion, id, reportId, removedAt, hash } = await evidenceOf(queries, own, ref);
    if (removedAt !== null) throw conflict("这份材料已经移除。");
    await queries
      .update(attachment)
      .set({ removedAt: now() })
      .where(and(eq(attachment.shardRegion, shardRegion), eq(attachment.id, id)));
    await enterInJournal(queries, {
      shardRegion,
      at: now(),
      accountId: person.accountId,
      action: "evidence-removed",
      target: { kind: "report", id: reportId },
      detail: { evidence: id, hash },
    });
  });
}

/** The evidence of a report, what was removed among it. */
export async function evidenceIn(queries: Queries, row: ReportRow): Promise<readonly EvidenceView[]> {
  const rows = await queries
    .select({ attachment, by: account.name })
    .from(attachment)
    .innerJoin(
      account,
      and(eq(account.shardRegion, attachment.shardRegion), eq(account.id, attachment.accountId)),
    )
    .where(ofReport(row))
    .orderBy(asc(attachment.at), asc(attachment.id));
  const isAnyPlaced = rows.some(({ attachment: { about } }) => about !== null);
  const material = isAnyPlaced ? await materialOf(queries, row) : null;
  return rows.map(({ attachment: one, by }) => ({
    ref: referenceTo(one),
    about: one.about,
    label:
      one.about === null || material === null ? null : (labelOf(material, one.about) ?? "（已删除的位置）"),
    name: one.name,
    mediaType: one.mediaType,
    size: one.size,
    by,
    at: one.at.toISOString(),
    removedAt: one.removedAt?.toISOString() ?? null,
  }));
}
