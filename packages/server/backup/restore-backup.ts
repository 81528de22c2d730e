// 恢复: a backup into an empty database, or in place of what is there where that is wanted. It is one transaction: a file
// that is damaged changes nothing. Afterwards the schema is brought up to this program and the journal is verified.

import type { PoolClient } from "pg";

import type { Database } from "../database/database.ts";
import { migrateDatabase, migrateTo, newestMigration, newestKnownMigration } from "../database/migrate.ts";
import { enterInJournal, verifyJournal } from "../store/journal.ts";
import { region } from "../store/schema/index.ts";
import type { BackupHead } from "./backup-format.ts";
import { BackupError, backupEnd, backupHead, damaged, tableEnd, tableHead } from "./backup-format.ts";
import { BackupLines } from "./backup-lines.ts";
import { backupTables } from "./backup-tables.ts";
import { copyIn } from "./copy.ts";

/** RestoreOptions */
export interface RestoreOptions {
  /** True to put the backup in place of what the database holds. */
  readonly force: boolean;
  readonly now: Date;
}

/** Restored: what came back. */
export interface Restored {
  readonly madeAt: string;
  readonly tables: number;
  readonly rows: number;
  /** Entries of all journals, verified. */
  readonly journalEntries: number;
}

/** Restores an unpacked backup; throws a BackupError where it does not, and then nothing has changed. */
export async function restoreBackup(
  database: Database,
  source: AsyncIterable<Buffer>,
  { force, now }: RestoreOptions,
): Promise<Restored> {
  const lines = new BackupLines(source);
  const head = await headOf(lines);
  const client = await database.pool.connect();
  let isDone = false;
  let read: { readonly tables: number; readonly rows: number };
  let replaced: readonly string[];
  try {
    await client.query("begin");
    replaced = await makeRoom(client, force);
    await migrateTo(client, head.migration);
    read = await restoreTables(client, lines);
    await endJobs(client, now);
    await client.query("commit");
    isDone = true;
  } finally {
    client.release(!isDone);
  }
  await migrateDatabase(database);
  const journalEntries = await verifyAll(database);
  await enterRestore(database, { head, replaced, now });
  return { madeAt: head.madeAt, ...read, journalEntries };
}

async function headOf(lines: BackupLines): Promise<BackupHead> {
  const head = await lines.json(backupHead).catch((error: unknown) => {
    throw new BackupError("not-a-backup", "这不是决明的备份文件，或文件已损坏。请检查文件名。", {
      cause: error,
    });
  });
  if (head.migration > newestKnownMigration()) {
    throw new BackupError(
      "newer",
      `备份由更新版本的决明（${head.program}）做成。请安装同一版本或更新版本的程序再恢复。`,
    );
  }
  return head;
}

/** Empties the database; gives the last seals of the journals that it replaces. */
async function makeRoom(client: PoolClient, force: boolean): Promise<readonly string[]> {
  const isMade = (await newestMigration(client)) !== null;
  const seals = isMade ? await sealsOf(client) : [];
  const { rows } = isMade
    ? await client.query("select 1 from region union all select 1 from account limit 1")
    : { rows: [] };
  if (rows.length > 0 && !force) {
    throw new BackupError(
      "not-empty",
      "数据库里已有内容，没有恢复。请指定一个新的数据文件夹或空的数据库；确要代替现有内容的，请加 --force。",
    );
  }
  for (const schema of ["public", "migrations", "queues"])
    await client.query(`drop schema if exists "${schema}" cascade`);
  await client.query("create schema public");
  return seals;
}

async function sealsOf(client: PoolClient): Promise<readonly string[]> {
  const { rows } = await client.query<{ text: string }>(
    "select distinct on (shard_region) shard_region || ' ' || number || ' ' || seal as text from journal order by shard_region, number desc",
  );
  return rows.map(({ text }) => text);
}

async function restoreTables(
  client: PoolClient,
  lines: BackupLines,
): Promise<{ readonly tables: number; readonly rows: number }> {
  const known = new Map((await backupTables(client)).map((table) => [table.name, new Set(table.columns)]));
  let all = 0;
  for (let count = 0; count < known.size; count += 1) {
    const { table, columns } = await lines.json(tableHead);
    const own = known.get(table);
    if (own === undefined || !columns.every((column) => own.has(column)))
      throw damaged(`没有数据表 ${table}`);
    let [rows, sha256] = [-1, ""];
    const list = columns.map((column) => `"${column}"`).join(", ");
    const sent = lines.rows((number, seal) => {
      [rows, sha256] = [number, seal];
    });
    try {
      await copyIn(client, `copy "${table}" (${list}) from stdin`, sent);
    } catch (error) {
      throw error instanceof BackupError ? error : damaged(`数据表 ${table} 的内容`, error);
    }
    const end = await lines.json(tableEnd);
    if (end.table !== table || end.rows !== rows || end.sha256 !== sha256)
      throw damaged(`数据表 ${table} 的校验`);
    all += rows;
  }
  const seal = lines.seal();
  const { tables, sha256 } = await lines.json(backupEnd, true);
  if (tables !== known.size || sha256 !== seal) throw damaged("全文的校验");
  return { tables, rows: all };
}

/** Work that was under way when the backup was made is nobody's now; older backups have no jobs. */
async function endJobs(client: PoolClient, now: Date): Promise<void> {
  const { rows } = await client.query<{ there: boolean }>("select to_regclass('job') is not null as there");
  if (rows[0]?.there !== true) return;
  await client.query(
    "update job set state = 'failed', error = $2, finished_at = $1 where state in ('queued', 'running')",
    [now, "系统从备份恢复，任务没有完成，请重新提交。"],
  );
}

async function verifyAll(database: Database): Promise<number> {
  let entries = 0;
  for (const { shardRegion } of await database.select({ shardRegion: region.shardRegion }).from(region)) {
    const verdict = await verifyJournal(database, shardRegion);
    if (!verdict.intact) {
      throw new BackupError(
        "journal-broken",
        `内容已恢复，但 ${shardRegion} 的操作日志从第 ${verdict.brokenAt} 条起不完整：备份之前日志已被改动。请查明原因。`,
      );
    }
    entries += verdict.entries;
  }
  return entries;
}

interface Entered {
  readonly head: BackupHead;
  readonly replaced: readonly string[];
  readonly now: Date;
}

/** Every journal goes on with the restore, and with the seals of what it replaced. */
async function enterRestore(database: Database, { head, replaced, now }: Entered): Promise<void> {
  for (const { shardRegion } of await database.select({ shardRegion: region.shardRegion }).from(region)) {
    await database.inTransaction((queries) =>
      enterInJournal(queries, {
        shardRegion,
        at: now,
        accountId: null,
        action: "restored",
        target: { kind: "region", id: shardRegion },
        detail: { madeAt: head.madeAt, replaced },
      }),
    );
  }
}
