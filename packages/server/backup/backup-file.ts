// A backup as a file: packed, written beside its name and moved there when it is whole.

import { createReadStream, createWriteStream } from "node:fs";
import { open, rename, rm, stat } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { Readable } from "node:stream";
import { createGunzip, createGzip } from "node:zlib";

import type { Pool } from "pg";

import { BackupError, damaged } from "./backup-format.ts";
import { backupOf } from "./make-backup.ts";

/** Quick to pack: a backup is mostly official forms, which pack well anyway. */
const LEVEL = 4;

/** The packed backup as a stream. */
export function packedBackup(pool: Pool, now: Date): Readable {
  const packed = createGzip({ level: LEVEL });
  pipeline(Readable.from(backupOf(pool, now)), packed).catch((error: unknown) =>
    packed.destroy(asError(error)),
  );
  return packed;
}

/** Writes a backup to a file; gives its size. */
export async function writeBackup(pool: Pool, path: string, now: Date): Promise<number> {
  const draft = `${path}.part`;
  try {
    const source = Readable.from(backupOf(pool, now));
    await pipeline(source, createGzip({ level: LEVEL }), createWriteStream(draft, { mode: 0o600 }));
    const file = await open(draft, "r+");
    await file.sync();
    await file.close();
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code !== "ENOENT" && code !== "EACCES" && code !== "ENOSPC" && code !== "EISDIR") throw error;
    throw new BackupError("not-written", `写不了备份文件 ${path}。请检查路径、权限和磁盘空间。`, {
      cause: error,
    });
  }
  return (await stat(path)).size;
}

/** The unpacked content of a backup file. */
export async function* readBackup(path: string): AsyncGenerator<Buffer> {
  await stat(path).catch((cause: unknown) => {
    throw new BackupError("not-found", `找不到备份文件 ${path}。请检查路径。`, { cause });
  });
  const unpacked = createGunzip();
  const reading = pipeline(createReadStream(path), unpacked).catch((error: unknown) => asError(error));
  try {
    for await (const chunk of unpacked) yield chunk;
  } catch (error) {
    throw damaged("解压失败", error);
  }
  await reading;
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
