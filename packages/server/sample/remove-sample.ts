// 移除示例数据: every row of the sample's shard, in one transaction, while the servers on the database go on working.
// The journals that remain tell of it; the protection of journals and versions stays for all other regions
// (migration 0006 lets rows go only where their region is marked as the sample).

import { desc, eq, sql } from "drizzle-orm";

import type { SampleRemoved } from "../contract/sample.ts";
import type { Database, Queries } from "../database/database.ts";
import { enterInJournal } from "../store/journal.ts";
import { keptTables } from "../store/kept-tables.ts";
import { ownRegions, sampleRegion } from "../store/organization.ts";
import { changeCount } from "../store/public-reports.ts";
import { journal, publicChange } from "../store/schema/index.ts";
import { sampleContent } from "./sample-content.ts";
import { alone, hasAdditions, noSample } from "./sample-error.ts";

/** Remover: who removes the sample, when, and whether what people have added to it goes with it. */
export interface Remover {
  /** Null for an operator on the command line. */
  readonly person: { readonly shardRegion: string; readonly accountId: string } | null;
  readonly withAdditions: boolean;
  readonly now: Date;
}

/** Removes the sample; throws a SampleError where it does not, and then nothing has changed. */
export async function removeSample(database: Database, remover: Remover): Promise<SampleRemoved> {
  const tables = (await keptTables(database.pool)).map(({ name }) => name);
  return database.inTransaction(async (queries) => {
    await lockAll(queries, tables);
    const region = await sampleRegion(queries);
    const content = await sampleContent(queries);
    if (region === undefined || content === null) throw noSample();
    if (content.isAlone) throw alone();
    if (content.additions.length > 0 && !remover.withAdditions) throw hasAdditions(content.additions);
    const { shardRegion, name } = region;
    const seal = await lastSeal(queries, shardRegion);
    const changes = await changeCount(queries, shardRegion);
    await removeQueued(queries, shardRegion);
    const rows = await removeRows(queries, shardRegion, tables);
    await countOn(queries, changes);
    const removed = { name, units: content.units, reports: content.reports, rows };
    await enterRemoval(queries, remover, { shardRegion, ...removed, ...seal });
    return removed;
  });
}

/** Whoever writes waits for the end: nothing of the sample comes into being while it goes. Readers do not wait. */
async function lockAll(queries: Queries, tables: readonly string[]): Promise<void> {
  const list = sql.join(
    tables.map((name) => sql.identifier(name)),
    sql`, `,
  );
  await queries.execute(sql`lock table ${list} in share row exclusive mode`);
}

/** The end of the journal that goes, which those that remain keep. */
async function lastSeal(
  queries: Queries,
  shardRegion: string,
): Promise<{ readonly journalEntries: number; readonly lastSeal: string }> {
  const [last] = await queries
    .select({ number: journal.number, seal: journal.seal })
    .from(journal)
    .where(eq(journal.shardRegion, shardRegion))
    .orderBy(desc(journal.number))
    .limit(1);
  return { journalEntries: last?.number ?? 0, lastSeal: last?.seal ?? "" };
}

/** What waits in the queues; a job that is under way finds nothing to do when it is begun again. */
async function removeQueued(queries: Queries, shardRegion: string): Promise<void> {
  const { rows } = await queries.execute<{ there: boolean }>(
    sql`select to_regclass('queues.job') is not null as there`,
  );
  if (rows[0]?.there !== true) return;
  await queries.execute(
    sql`delete from queues.job where data ->> 'shardRegion' = ${shardRegion} and state <> 'active'`,
  );
}

/** Those go first that refer to others. */
async function removeRows(queries: Queries, shardRegion: string, tables: readonly string[]): Promise<number> {
  await queries.execute(sql`select set_config('jueming.removed_sample', ${shardRegion}, true)`);
  let rows = 0;
  for (const name of tables.toReversed()) {
    const removed = await queries.execute(
      sql`delete from ${sql.identifier(name)} where shard_region = ${shardRegion}`,
    );
    rows += removed.rowCount ?? 0;
  }
  return rows;
}

/** Pages over all regions hold for one count of changes: it must grow, though the sample no longer adds to it. */
async function countOn(queries: Queries, changes: number): Promise<void> {
  const [first] = await ownRegions(queries);
  if (first === undefined) return;
  const count = changes + 1;
  await queries
    .insert(publicChange)
    .values({ shardRegion: first.shardRegion, count })
    .onConflictDoUpdate({
      target: publicChange.shardRegion,
      set: { count: sql`${publicChange.count} + ${count}` },
    });
}

interface Removal extends SampleRemoved {
  readonly shardRegion: string;
  readonly journalEntries: number;
  readonly lastSeal: string;
}

async function enterRemoval(
  queries: Queries,
  { person, now }: Remover,
  { shardRegion: id, ...detail }: Removal,
): Promise<void> {
  for (const { shardRegion } of await ownRegions(queries)) {
    await enterInJournal(queries, {
      shardRegion,
      at: now,
      // A journal names people of its own region only.
      accountId: person?.shardRegion === shardRegion ? person.accountId : null,
      action: "sample-removed",
      target: { kind: "region", id },
      detail,
    });
  }
}
