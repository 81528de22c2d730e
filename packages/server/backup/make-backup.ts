// 备份: the whole database as one stream, as it stood at one moment, while the servers on it go on working.

import { createHash } from "node:crypto";

import type { Pool, PoolClient } from "pg";

import { newestMigration } from "../database/migrate.ts";
import { backupTables } from "./backup-tables.ts";
import type { KeptTable } from "../store/kept-tables.ts";
import type { BackupHead } from "./backup-format.ts";
import { BACKUP_FORMAT, END_OF_ROWS } from "./backup-format.ts";
import { copyOut } from "./copy.ts";

const PROGRAM = "0.1.0";

/** The backup, unpacked, piece by piece. */
export async function* backupOf(pool: Pool, now: Date): AsyncGenerator<Buffer> {
  const client = await pool.connect();
  let isWhole = false;
  try {
    // One moment for all tables: what is written meanwhile is not in it, nor is half of it.
    await client.query("begin transaction isolation level repeatable read read only");
    const head: BackupHead = {
      format: BACKUP_FORMAT,
      program: PROGRAM,
      migration: (await newestMigration(client)) ?? 0,
      madeAt: now.toISOString(),
    };
    const seal = createHash("sha256");
    const tables = await backupTables(client);
    for await (const piece of piecesOf(client, head, tables)) {
      seal.update(piece);
      yield piece;
    }
    yield line({ tables: tables.length, sha256: seal.digest("hex") });
    await client.query("commit");
    isWhole = true;
  } finally {
    // A connection in the middle of a COPY is of no more use.
    client.release(!isWhole);
  }
}

async function* piecesOf(
  client: PoolClient,
  head: BackupHead,
  tables: readonly KeptTable[],
): AsyncGenerator<Buffer> {
  yield line(head);
  for (const { name, columns } of tables) {
    yield line({ table: name, columns });
    const seal = createHash("sha256");
    let rows = 0;
    const list = columns.map((column) => `"${column}"`).join(", ");
    for await (const chunk of copyOut(client, `copy (select ${list} from "${name}") to stdout`)) {
      seal.update(chunk);
      rows += linesIn(chunk);
      yield chunk;
    }
    yield Buffer.from(`${END_OF_ROWS}\n`);
    yield line({ table: name, rows, sha256: seal.digest("hex") });
  }
}

const line = (value: object): Buffer => Buffer.from(`${JSON.stringify(value)}\n`);

const NEWLINE = 0x0a;
function linesIn(chunk: Buffer): number {
  let count = 0;
  for (let at = chunk.indexOf(NEWLINE); at !== -1; at = chunk.indexOf(NEWLINE, at + 1)) count += 1;
  return count;
}
