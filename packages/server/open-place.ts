// The database for a command: the one at an address, or that of a data folder, whether a server runs on it or not.

import type { Database } from "./database/database.ts";
import { openDatabase } from "./database/database.ts";
import { runningPostgres, startEmbeddedPostgres } from "./database/embedded-postgres.ts";

/** DataPlace: where the data are. */
export interface DataPlace {
  readonly data: string;
  readonly databaseUrl: string | null;
}

/** Does the work on a database; a database that was started for it is stopped afterwards. */
export async function withDatabase<Result>(
  { data, databaseUrl }: DataPlace,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  const url = databaseUrl ?? (await runningPostgres(data));
  if (url !== undefined) return workAt(url, work);
  return withOwnDatabase(data, work);
}

/** The same, where no server may be running on the folder; throws a DatabaseError where one is. */
export async function withOwnDatabase<Result>(
  data: string,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  const embedded = await startEmbeddedPostgres(data);
  try {
    return await workAt(embedded.url, work);
  } finally {
    await embedded.stop();
  }
}

async function workAt<Result>(url: string, work: (database: Database) => Promise<Result>): Promise<Result> {
  const database = await openDatabase(url, 4);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
