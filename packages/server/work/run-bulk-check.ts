// Works on a bulk check until nothing waits: each file in a thread with limits, then the files of one unit and year
// together. What is done is kept file by file, so that a server that stops in the middle goes on where it was.

import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";

import { and, eq, inArray } from "drizzle-orm";

import { DocumentError } from "@jueming/documents/document-error.ts";
import { askBulkThread } from "@jueming/pipeline/bulk-checks/ask-bulk-thread.ts";
import type { PackedUnit } from "@jueming/pipeline/bulk-checks/packed-results.ts";
import { packResult, unpackResult } from "@jueming/pipeline/bulk-checks/packed-results.ts";
import type { CheckedMessage } from "@jueming/pipeline/check-worker.ts";
import { checkPackedInThreads } from "@jueming/pipeline/checking-threads.ts";
import type { Input } from "@jueming/pipeline/inputs.ts";
import type { ReadFailure } from "@jueming/pipeline/read.ts";

import type { Key } from "../contract/reference.ts";
import type { Queries } from "../database/database.ts";
import type { Services } from "../services.ts";
import { streamBlob } from "../store/blobs.ts";
import {
  aboutsOf,
  bulkCheckOf,
  countsOf,
  isCheck,
  isOfCheck,
  storedUnitName,
  waitingFiles,
} from "../store/bulk-checks.ts";
import { bulkCheck, bulkFile, bulkUnit } from "../store/schema/index.ts";

type Own = Pick<Services, "database" | "now">;

/** One processor stays for those who use the server meanwhile. */
const THREADS = Math.max(1, availableParallelism() - 1);
const SETUP = { prior: [], budget: [], explanations: [] };

/**
 * Works on a check. True when it has come to its end; false where it was stopped, or another server is at it.
 */
export async function runBulkCheck(services: Own, key: Key, signal: AbortSignal): Promise<boolean> {
  return alone(services, key, async () => {
    if (!(await begin(services, key))) return true;
    await checkFiles(services, key, signal);
    if (signal.aborted) return false;
    const { waiting } = await countsOf(services.database, key);
    if (waiting > 0) return !(await isRunning(services, key));
    await checkUnits(services, key, signal);
    return !signal.aborted;
  });
}

/** Two servers on one database do not do the work twice; a server that dies lets go of the lock. */
async function alone(
  { database }: Own,
  { shardRegion, id }: Key,
  work: () => Promise<boolean>,
): Promise<boolean> {
  const name = `bulk check ${shardRegion} ${id}`;
  const client = await database.pool.connect();
  try {
    const { rows } = await client.query<{ free: boolean }>(
      "select pg_try_advisory_lock(hashtextextended($1, 0)) as free",
      [name],
    );
    if (rows[0]?.free !== true) return false;
    try {
      return await work();
    } finally {
      await client.query("select pg_advisory_unlock(hashtextextended($1, 0))", [name]);
    }
  } finally {
    client.release();
  }
}

async function begin({ database }: Own, key: Key): Promise<boolean> {
  const begun = await database
    .update(bulkCheck)
    .set({ state: "running" })
    .where(and(isCheck(key), inArray(bulkCheck.state, ["queued", "running"])))
    .returning({ id: bulkCheck.id });
  return begun.length > 0;
}

async function isRunning({ database }: Own, key: Key): Promise<boolean> {
  return (await bulkCheckOf(database, key))?.state === "running";
}

async function checkFiles(services: Own, key: Key, signal: AbortSignal): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "jueming-check-"));
  const taken: number[] = [];
  const pathOf = (position: number): string => join(folder, String(position));
  try {
    const { waiting } = await countsOf(services.database, key);
    await checkPackedInThreads(inputsOf(services, key, { signal, pathOf, taken }), SETUP, {
      count: Math.min(THREADS, Math.max(1, waiting)),
      signal,
      onReply: async (index, reply) => {
        const position = taken[index] ?? 0;
        await storeReply(services, key, position, reply);
        await rm(pathOf(position), { force: true });
      },
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Taking {
  readonly signal: AbortSignal;
  readonly pathOf: (position: number) => string;
  /** The positions of the inputs, in the order in which they were handed out. */
  readonly taken: number[];
}

const AT_ONCE = 16;

/** The files that wait, each fetched from the database when a thread is free for it. */
async function* inputsOf(
  services: Own,
  key: Key,
  { signal, pathOf, taken }: Taking,
): AsyncGenerator<Input, undefined> {
  let after = 0;
  while (!signal.aborted && (await isRunning(services, key))) {
    const rows = await waitingFiles(services.database, key, after, AT_ONCE);
    if (rows.length === 0) return;
    for (const { position, source, hash } of rows) {
      if (signal.aborted || !(await isRunning(services, key))) return;
      const path = pathOf(position);
      const isThere = hash !== null && (await fetchBlob(services, { key, hash, path }));
      taken.push(position);
      yield isThere ? { source, path } : { source, path, error: lost() };
      after = position;
    }
  }
}

async function fetchBlob(
  { database }: Own,
  { key, hash, path }: { readonly key: Key; readonly hash: string; readonly path: string },
): Promise<boolean> {
  try {
    await pipeline(streamBlob(database, key.shardRegion, hash), createWriteStream(path));
    return true;
  } catch (error) {
    if (error instanceof Error && /is damaged/u.test(error.message)) return false;
    throw error;
  }
}

const lost = (): DocumentError =>
  new DocumentError("damaged", "保存的文件内容已损坏，无法核对。请重新上传这个文件。");

/** Keeps what came of a file; where it has been told before, or the check is gone, nothing happens. */
async function storeReply(
  { database }: Own,
  key: Key,
  position: number,
  reply: CheckedMessage | ReadFailure,
): Promise<void> {
  const values =
    "error" in reply
      ? {
          status: "failed" as const,
          failureCode: reply.error.code,
          failureMessage: storable(reply.error.message),
        }
      : checkedValues(reply);
  await database
    .update(bulkFile)
    .set(values)
    .where(and(isOfCheck(key), eq(bulkFile.position, position), eq(bulkFile.status, "waiting")));
}

function checkedValues({ kept, result }: Exclude<CheckedMessage, ReadFailure>) {
  const about = storable(kept.about);
  const { error, warning, hint } = result.summary;
  return {
    status: "checked" as const,
    unitName: storedUnitName(about),
    year: about.year,
    kind: about.kind,
    error,
    warning,
    hint,
    about,
    result: packResult(result),
    disclosure: kept.packed,
  };
}

/** Without what a document may hold and PostgreSQL does not keep: NUL, and halves of characters. */
function storable<Value>(value: Value): Value {
  // Reason: plain JSON data; only texts in it are changed, into texts.
  return JSON.parse(JSON.stringify(value), (_, each: unknown) =>
    typeof each === "string" ? each.replaceAll("\u0000", "").toWellFormed() : each,
  ) as Value;
}

/** Checks the files of each unit and year together, and ends the check. */
async function checkUnits({ database, now }: Own, key: Key, signal: AbortSignal): Promise<void> {
  const members = (await aboutsOf(database, key)).flatMap(({ about, ...rest }) =>
    about === null ? [] : [{ about, ...rest }],
  );
  const groups = await askBulkThread("group", { abouts: members.map(({ about }) => about) });
  const units: { positions: readonly number[]; unit: PackedUnit | null }[] = [];
  for (const group of groups) {
    if (signal.aborted) return;
    const positions = group.flatMap((index) => members[index]?.position ?? []);
    units.push({ positions, unit: await togetherOf(database, key, positions) });
  }
  await database.inTransaction(async (queries) => {
    const [own] = await queries.select().from(bulkCheck).where(isCheck(key)).for("update");
    if (own?.state !== "running") return;
    await queries
      .delete(bulkUnit)
      .where(and(eq(bulkUnit.shardRegion, key.shardRegion), eq(bulkUnit.checkId, key.id)));
    for (const [index, { positions, unit }] of units.entries())
      await storeUnit(queries, key, { number: index + 1, positions, unit });
    await queries.update(bulkCheck).set({ state: "done", finishedAt: now() }).where(isCheck(key));
  });
}

async function togetherOf(
  queries: Queries,
  key: Key,
  positions: readonly number[],
): Promise<PackedUnit | null> {
  const rows = await queries
    .select({ source: bulkFile.source, about: bulkFile.about, disclosure: bulkFile.disclosure })
    .from(bulkFile)
    .where(and(isOfCheck(key), inArray(bulkFile.position, [...positions])))
    .orderBy(bulkFile.position);
  const files = rows.flatMap(({ source, about, disclosure }) =>
    about === null || disclosure === null ? [] : [{ source, about, disclosure: new Uint8Array(disclosure) }],
  );
  try {
    return await askBulkThread("together", { files });
  } catch (error) {
    // Each file has its result already; that they could not be compared is no reason to lose them.
    if (error instanceof DocumentError) return null;
    throw error;
  }
}

async function storeUnit(
  queries: Queries,
  key: Key,
  {
    number,
    positions,
    unit,
  }: { readonly number: number; readonly positions: readonly number[]; readonly unit: PackedUnit | null },
): Promise<void> {
  await queries
    .update(bulkFile)
    .set({ unitNumber: number })
    .where(and(isOfCheck(key), inArray(bulkFile.position, [...positions])));
  if (unit === null) return;
  const { error, warning, hint } = unpackResult(unit.result).summary;
  const { sources, duplicates, about, result } = unit;
  await queries.insert(bulkUnit).values({
    shardRegion: key.shardRegion,
    checkId: key.id,
    number,
    sources,
    duplicates,
    about: storable(about),
    error,
    warning,
    hint,
    result,
  });
}
