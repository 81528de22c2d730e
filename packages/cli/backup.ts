// `jueming backup` and `jueming restore`: all data in one file, and back.

import { BackupError } from "@jueming/server/backup/backup-format.ts";
import { readBackup, writeBackup } from "@jueming/server/backup/backup-file.ts";
import { restoreBackup } from "@jueming/server/backup/restore-backup.ts";
import { DatabaseError } from "@jueming/server/database/database-error.ts";
import { withDatabase, withOwnDatabase } from "@jueming/server/open-place.ts";

import type { DataPlaceOptions } from "./database-place.ts";
import { dataPlaceOf } from "./database-place.ts";
import { tell } from "./output.ts";
import { STATUS } from "./usage-error.ts";

const MEBIBYTE = 1024 * 1024;

/** Makes a backup, also while a server is running. */
export function runBackup(options: DataPlaceOptions & { readonly out: string }): Promise<number> {
  return telling(async () => {
    const size = await withDatabase(dataPlaceOf(options), ({ pool }) =>
      writeBackup(pool, options.out, new Date()),
    );
    tell(`已备份到 ${options.out}（${(size / MEBIBYTE).toFixed(1)} MB）。文件含全部业务数据，请妥善保管。`);
  });
}

/** Restores a backup into an empty place. */
export function runRestore(
  file: string,
  options: DataPlaceOptions & { readonly force?: boolean },
): Promise<number> {
  return telling(async () => {
    const { data, databaseUrl } = dataPlaceOf(options);
    const restored = await (databaseUrl === null ? withOwnDatabase : withDatabaseAt(databaseUrl))(
      data,
      (database) =>
        restoreBackup(database, readBackup(file), { force: options.force ?? false, now: new Date() }),
    );
    const { madeAt, tables, rows, journalEntries } = restored;
    tell(
      `已恢复 ${madeAt} 的备份：${tables} 张数据表，${rows} 行；操作日志 ${journalEntries} 条，核对完整。所有用户须重新登录。`,
    );
  });
}

const withDatabaseAt =
  (databaseUrl: string): typeof withOwnDatabase =>
  (data, work) =>
    withDatabase({ data, databaseUrl }, work);

async function telling(work: () => Promise<void>): Promise<number> {
  try {
    await work();
    return STATUS.fine;
  } catch (error) {
    if (!(error instanceof DatabaseError || error instanceof BackupError)) throw error;
    tell(error.message);
    return STATUS.failed;
  }
}
