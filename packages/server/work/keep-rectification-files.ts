// 整改佐证材料: files that the unit keeps with an entry of the ledger while it works on it. Adding and removing one
// stands in the record of the entry; what is removed is no longer sent, but stays known.

import { and, asc, eq, isNull, sql } from "drizzle-orm";

import { keyOf, referenceTo } from "../contract/reference.ts";
import type { Key } from "../contract/reference.ts";
import type { RectificationFile } from "../contract/rectifications.ts";
import type { Queries } from "../database/database.ts";
import type { Person } from "../http/access.ts";
import { conflict, notFound } from "../http/http-problem.ts";
import type { ReceivedFile } from "../http/received-file.ts";
import { newId } from "../identifiers.ts";
import type { Services } from "../services.ts";
import { PART_BYTES, storePieces } from "../store/blobs.ts";
import { enterInJournal } from "../store/journal.ts";
import type { RectificationRow } from "../store/rectifications.ts";
import { numberOf } from "../store/rectifications.ts";
import { account, rectification, rectificationFile } from "../store/schema/index.ts";
import { chinaDay } from "./china-day.ts";
import { checkedFile } from "./keep-evidence.ts";
import { eventBy, lockedEntry, mayFill } from "./keep-rectifications.ts";

type FileRow = typeof rectificationFile.$inferSelect;

/** The most files of an entry. */
const MOST_FILES = 50;

/** Keeps a file with an entry; gives its id. */
export async function addRectificationFile(
  { database, now }: Services,
  person: Person,
  { key, name: given, file }: { readonly key: Key; readonly name: string; readonly file: ReceivedFile },
): Promise<string> {
  const { hash, size } = file;
  const { name, mediaType } = await checkedFile(given, file);
  const id = newId();
  await database.inTransaction(async (queries) => {
    const row = await fillableEntry(queries, person, key);
    const { shardRegion } = key;
    await refuseTooMany(queries, key);
    await storePieces(queries, { shardRegion, hash, size }, file.pieces(PART_BYTES));
    await queries.insert(rectificationFile).values({
      shardRegion,
      id,
      rectificationId: key.id,
      state: row.entry.state,
      name,
      mediaType,
      hash,
      size,
      accountId: person.accountId,
      at: now(),
    });
    await recordFile(queries, row, { person, at: now(), from: "", to: name });
    await enterInJournal(queries, {
      shardRegion,
      at: now(),
      accountId: person.accountId,
      action: "evidence-added",
      target: { kind: "rectification", id: key.id },
      detail: { number: numberOf(row.entry), evidence: id, hash, size },
    });
  });
  return id;
}

/** The entry, locked, where the person may fill it in now. */
async function fillableEntry(queries: Queries, person: Person, key: Key): Promise<RectificationRow> {
  const row = await lockedEntry(queries, key);
  if (!mayFill(person, row)) throw conflict("这个整改事项现在不能增减佐证材料：已报送核实或已办结。");
  return row;
}

async function refuseTooMany(queries: Queries, key: Key): Promise<void> {
  const [kept] = await queries
    .select({ count: sql<number>`count(*)` })
    .from(rectificationFile)
    .where(and(ofEntry(key), isNull(rectificationFile.removedAt)));
  if ((kept?.count ?? 0) >= MOST_FILES)
    throw conflict(`一个整改事项最多 ${MOST_FILES} 个佐证材料，请先移除不用的。`);
}

const ofEntry = ({ shardRegion, id }: Key) =>
  and(eq(rectificationFile.shardRegion, shardRegion), eq(rectificationFile.rectificationId, id));

interface FileEvent {
  readonly person: Person;
  readonly at: Date;
  readonly from: string;
  readonly to: string;
}

/** The revision stays: what somebody is typing meanwhile is not made stale by a file. */
async function recordFile(
  queries: Queries,
  { entry }: RectificationRow,
  { person, at, from, to }: FileEvent,
): Promise<void> {
  const event = eventBy({ date: chinaDay(at), what: "edited", field: "evidence", from, to }, person.login);
  await queries
    .update(rectification)
    .set({ history: [...entry.history, event] })
    .where(and(eq(rectification.shardRegion, entry.shardRegion), eq(rectification.id, entry.id)));
}

/** The kept file of an entry that a reference names. */
export async function rectificationFileOf(queries: Queries, key: Key, ref: string): Promise<FileRow> {
  const { shardRegion, id } = keyOf(ref);
  const [found] = await queries
    .select()
    .from(rectificationFile)
    .where(and(ofEntry(key), eq(rectificationFile.id, id), isNull(rectificationFile.removedAt)));
  if (found === undefined || shardRegion !== key.shardRegion) throw notFound("这份材料");
  return found;
}

/** Removes a file; that it was there stays known. */
export async function removeRectificationFile(
  { database, now }: Services,
  person: Person,
  { key, ref }: { readonly key: Key; readonly ref: string },
): Promise<void> {
  await database.inTransaction(async (queries) => {
    const row = await fillableEntry(queries, person, key);
    const { shardRegion, id, name, hash } = await rectificationFileOf(queries, key, ref);
    await queries
      .update(rectificationFile)
      .set({ removedAt: now() })
      .where(and(eq(rectificationFile.shardRegion, shardRegion), eq(rectificationFile.id, id)));
    await recordFile(queries, row, { person, at: now(), from: name, to: "" });
    await enterInJournal(queries, {
      shardRegion,
      at: now(),
      accountId: person.accountId,
      action: "evidence-removed",
      target: { kind: "rectification", id: key.id },
      detail: { number: numberOf(row.entry), evidence: id, hash },
    });
  });
}

/** The kept files of an entry, the oldest first. */
export async function rectificationFilesOf(queries: Queries, key: Key): Promise<RectificationFile[]> {
  const rows = await queries
    .select({ file: rectificationFile, by: account.name })
    .from(rectificationFile)
    .innerJoin(
      account,
      and(
        eq(account.shardRegion, rectificationFile.shardRegion),
        eq(account.id, rectificationFile.accountId),
      ),
    )
    .where(and(ofEntry(key), isNull(rectificationFile.removedAt)))
    .orderBy(asc(rectificationFile.at), asc(rectificationFile.id));
  return rows.map(({ file, by }) => ({
    ref: referenceTo(file),
    name: file.name,
    mediaType: file.mediaType,
    size: file.size,
    state: file.state,
    by,
    at: file.at.toISOString(),
  }));
}
