// The one connection to the database: a pool, typed queries, transactions.

import { drizzle } from "drizzle-orm/node-postgres";
import type { NodePgDatabase } from "drizzle-orm/node-postgres";
import { Pool, types } from "pg";

import * as schema from "../store/schema/index.ts";
import { DatabaseError } from "./database-error.ts";

/** Queries: the database itself, or a transaction on it. */
export type Queries = Pick<
  NodePgDatabase<typeof schema>,
  "select" | "selectDistinct" | "insert" | "update" | "delete" | "execute" | "$with" | "with"
>;

/** Database: queries by themselves, or several as one. */
export interface Database extends Queries {
  readonly pool: Pool;
  /** Runs the work as one transaction; one that met another's lock in the wrong order is run again. */
  readonly inTransaction: <Result>(work: (queries: Queries) => Promise<Result>) => Promise<Result>;
  readonly close: () => Promise<void>;
}

const OLDEST_VERSION = 150_000;
/** A new connection is slow at first: the database learns the tables anew for each. So it is kept for a while. */
const IDLE_MS = 15 * 60_000;

// Counts are far below 2^53, so that they may be numbers; numeric stays text and is never a float.
types.setTypeParser(types.builtins.INT8, Number);

/** Opens the database at a URL; throws a DatabaseError where it cannot be used. */
export async function openDatabase(url: string, size = 20): Promise<Database> {
  const pool = new Pool({
    connectionString: url,
    max: size,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: IDLE_MS,
  });
  // A connection that breaks while it is idle is replaced by the pool.
  pool.on("error", () => undefined);
  // The pool stops listening to a connection that it lends. One that breaks between two queries of a transaction would
  // end the process; the next query tells whoever has it.
  pool.on("connect", (client) => client.on("error", () => undefined));
  await checkVersion(pool);
  const queries = drizzle(pool, { schema });
  return Object.assign(queries, {
    pool,
    inTransaction: <Result>(work: (queries: Queries) => Promise<Result>): Promise<Result> =>
      again(() => queries.transaction((transaction) => work(transaction))),
    close: () => pool.end(),
  });
}

async function checkVersion(pool: Pool): Promise<void> {
  let version: number;
  try {
    const { rows } = await pool.query<{ version: string }>(
      "select current_setting('server_version_num') as version",
    );
    version = Number(rows[0]?.version);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new DatabaseError("unreachable", `连不上数据库：${why}。请检查地址、用户和密码。`, { cause });
  }
  if (version < OLDEST_VERSION) {
    throw new DatabaseError(
      "too-old",
      `数据库版本过低（${Math.floor(version / 10_000)}），需要 PostgreSQL 15 及以上。`,
    );
  }
}

const TRIES = 4;
/** 40001 serialization failure, 40P01 deadlock: nothing was done, so that it may be tried again. */
const REPEATABLE: ReadonlySet<string> = new Set(["40001", "40P01"]);

async function again<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let left = TRIES; ; left -= 1) {
    try {
      return await work();
    } catch (error) {
      if (left <= 1 || !REPEATABLE.has(sqlState(error))) throw error;
    }
  }
}

/** The SQLSTATE of an error of a query; "" where it has none. */
export function sqlState(error: unknown): string {
  for (let one: unknown = error; one instanceof Error; one = one.cause) {
    if ("code" in one && typeof one.code === "string" && /^[0-9A-Z]{5}$/u.test(one.code)) return one.code;
  }
  return "";
}
