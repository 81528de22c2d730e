// A bulk check from its beginning to its end, as its owner decides: added, started, stopped, taken away.

import { and, eq, inArray, isNotNull } from "drizzle-orm";

import type { Key } from "../contract/reference.ts";
import type { Queries } from "../database/database.ts";
import type { Person } from "../http/access.ts";
import { conflict } from "../http/http-problem.ts";
import { newId } from "../identifiers.ts";
import { checkBulk } from "../jobs/check-bulk.ts";
import type { Services } from "../services.ts";
import { dropUnusedBlobs } from "../store/blobs.ts";
import type { BulkCheckRow } from "../store/bulk-checks.ts";
import { countsOf, isCheck, isOfCheck } from "../store/bulk-checks.ts";
import { enterInJournal } from "../store/journal.ts";
import { bulkCheck, bulkFile, bulkUnit } from "../store/schema/index.ts";

type Own = Pick<Services, "database" | "now">;

/** Adds an empty check that takes files. */
export async function addBulkCheck({ database, now }: Own, person: Person, title: string): Promise<Key> {
  const { shardRegion, accountId } = person;
  const [id, createdAt] = [newId(now().getTime()), now()];
  const shown = title === "" ? `${createdAt.toISOString().slice(0, 10)} 批量检查` : title;
  await database
    .insert(bulkCheck)
    .values({ shardRegion, id, accountId, title: shown, state: "uploading", createdAt });
  return { shardRegion, id };
}

/** Starts the work: from now on the check takes no more files. */
export async function startBulkCheck(
  own: Own & Pick<Services, "jobs">,
  person: Person,
  row: BulkCheckRow,
): Promise<void> {
  await own.database.inTransaction(async (queries) => {
    const { files } = await countsOf(queries, row);
    if (files === 0) throw conflict("还没有文件。请先把文件夹、压缩包或文件放进来。");
    await changeState(queries, row, ["uploading"], { state: "queued" });
    const { shardRegion, accountId } = person;
    await own.jobs.enqueue(queries, checkBulk, { shardRegion, accountId, data: { check: row.id } });
    await enter(queries, own, { person, row, action: "bulk-check-started", detail: { files } });
  });
}

/** Stops the work; what is done stays. */
export async function cancelBulkCheck(own: Own, person: Person, row: BulkCheckRow): Promise<void> {
  await own.database.inTransaction(async (queries) => {
    const changed = { state: "cancelled" as const, finishedAt: own.now() };
    await changeState(queries, row, ["uploading", "queued", "running"], changed);
    await enter(queries, own, { person, row, action: "bulk-check-cancelled", detail: {} });
  });
}

async function changeState(
  queries: Queries,
  row: BulkCheckRow,
  from: readonly BulkCheckRow["state"][],
  values: Partial<Pick<BulkCheckRow, "state" | "finishedAt">>,
): Promise<void> {
  const changed = await queries
    .update(bulkCheck)
    .set(values)
    .where(and(isCheck(row), inArray(bulkCheck.state, [...from])))
    .returning({ id: bulkCheck.id });
  if (changed.length === 0) throw conflict("这次检查的状态已经变化，请刷新页面后再看。");
}

/** Takes a check away with its files and results; content that others need stays. */
export async function deleteBulkCheck(own: Own, person: Person, row: BulkCheckRow): Promise<void> {
  await own.database.inTransaction(async (queries) => {
    await queries.select().from(bulkCheck).where(isCheck(row)).for("update");
    const files = await queries
      .selectDistinct({ hash: bulkFile.hash })
      .from(bulkFile)
      .where(and(isOfCheck(row), isNotNull(bulkFile.hash)));
    await queries
      .delete(bulkUnit)
      .where(and(eq(bulkUnit.shardRegion, row.shardRegion), eq(bulkUnit.checkId, row.id)));
    await queries.delete(bulkFile).where(isOfCheck(row));
    await queries.delete(bulkCheck).where(isCheck(row));
    const hashes = files.flatMap(({ hash }) => hash ?? []);
    await dropUnusedBlobs(queries, row.shardRegion, hashes);
    await enter(queries, own, {
      person,
      row,
      action: "bulk-check-deleted",
      detail: { files: hashes.length },
    });
  });
}

interface Entered {
  readonly person: Person;
  readonly row: BulkCheckRow;
  readonly action: string;
  readonly detail: Readonly<Record<string, string | number>>;
}

/** Enters an act on a check in the journal. */
export async function enter(
  queries: Queries,
  { now }: Pick<Services, "now">,
  { person, row, action, detail }: Entered,
): Promise<void> {
  await enterInJournal(queries, {
    shardRegion: row.shardRegion,
    at: now(),
    accountId: person.accountId,
    action,
    target: { kind: "bulk-check", id: row.id },
    detail: { title: row.title, ...detail },
  });
}
