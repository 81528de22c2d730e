// Brings a database to the schema of this program; several servers may start at once.

import { fileURLToPath } from "node:url";

import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import { readMigrationFiles } from "drizzle-orm/migrator";
import type { PoolClient } from "pg";

import type { Database } from "./database.ts";
import { DatabaseError } from "./database-error.ts";

const FOLDER = fileURLToPath(new URL("../store/migrations", import.meta.url));
/** Key of the lock under which one server migrates while the others wait. */
const MIGRATION_LOCK = 7_310_468_216;

/** Runs the migrations that the database has not had yet. */
export async function migrateDatabase({ pool }: Database): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await refuseNewer(client);
    await migrate(drizzle(client), { migrationsFolder: FOLDER, migrationsSchema: "migrations" });
  } finally {
    await client.query("select pg_advisory_unlock($1)", [MIGRATION_LOCK]).catch(() => undefined);
    client.release();
  }
}

/** A database that a newer program has migrated is left alone. */
async function refuseNewer(client: PoolClient): Promise<void> {
  const newest = await newestMigration(client);
  if (newest !== null && newest > newestKnownMigration()) {
    throw new DatabaseError(
      "newer-schema",
      "数据库已由更新版本的决明升级过。请安装同一版本或更新版本的程序，不要用旧版本打开。",
    );
  }
}

/** When the newest migration that this program knows was made. */
export const newestKnownMigration = (): number =>
  Math.max(...readMigrationFiles({ migrationsFolder: FOLDER }).map(({ folderMillis }) => folderMillis));

/** Brings a new database to the schema of an earlier time, within the transaction of the client. */
export async function migrateTo(client: PoolClient, level: number): Promise<void> {
  await client.query("create schema migrations");
  await client.query(
    "create table migrations.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)",
  );
  for (const { sql, hash, folderMillis } of readMigrationFiles({ migrationsFolder: FOLDER })) {
    if (folderMillis > level) continue;
    for (const statement of sql) await client.query(statement);
    await client.query("insert into migrations.__drizzle_migrations (hash, created_at) values ($1, $2)", [
      hash,
      folderMillis,
    ]);
  }
}

/** When the newest migration of the database was made; null in a new database. */
export async function newestMigration(client: PoolClient): Promise<number | null> {
  const { rows: known } = await client.query<{ there: boolean }>(
    "select to_regclass('migrations.__drizzle_migrations') is not null as there",
  );
  if (known[0]?.there !== true) return null;
  const { rows } = await client.query<{ newest: number | null }>(
    "select max(created_at)::float8 as newest from migrations.__drizzle_migrations",
  );
  return rows[0]?.newest ?? null;
}
