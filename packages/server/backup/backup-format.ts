// What a backup is: a gzip of lines. The first says what it is; each table follows as a line with its name and columns,
// its rows as COPY writes them, a line with their number and seal; the last line seals the whole.

import { z } from "zod";

export const BACKUP_FORMAT = "jueming/backup/1";

/** BackupHead: the first line. */
export const backupHead = z.object({
  format: z.literal(BACKUP_FORMAT),
  program: z.string(),
  /** When the newest migration of the database was made: its level. */
  migration: z.number(),
  madeAt: z.iso.datetime(),
});
export type BackupHead = z.infer<typeof backupHead>;

export const tableHead = z.object({ table: z.string(), columns: z.array(z.string()) });
export const tableEnd = z.object({ table: z.string(), rows: z.number().int(), sha256: z.string() });
export const backupEnd = z.object({ tables: z.number().int(), sha256: z.string() });

/** The line after the last row of a table; no row of COPY looks like it. */
export const END_OF_ROWS = "\\.";

/** Why a backup cannot be made or restored; the message is for operators. */
export type BackupErrorCode =
  | "not-a-backup"
  | "damaged"
  | "newer"
  | "not-empty"
  | "journal-broken"
  | "not-found"
  | "not-written";

/** BackupError */
export class BackupError extends Error {
  readonly code: BackupErrorCode;

  constructor(code: BackupErrorCode, message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.name = "BackupError";
    this.code = code;
  }
}

/** A file that is cut off or was changed. */
export const damaged = (what: string, cause?: unknown): BackupError =>
  new BackupError("damaged", `备份文件已损坏（${what}），没有恢复任何内容。请换一份备份。`, { cause });
