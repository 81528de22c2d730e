// The PostgreSQL that a server is to work on, running: the one that is given, or that of the data folder. It takes
// seconds at a first start, and nothing of the rest of the program: so it is begun before that is loaded.

import { Worker } from "node:worker_threads";

import type { Settings } from "../settings.ts";
import { isClusterMade } from "./cluster.ts";
import { startEmbeddedPostgres } from "./embedded-postgres.ts";

/** StartedDatabase: its address, and how it is let go. */
export interface StartedDatabase {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Starts the embedded database, or takes the given one as it is; throws a DatabaseError where that cannot be. */
export async function startDatabase({ databaseUrl, data, log }: Settings): Promise<StartedDatabase> {
  if (databaseUrl !== null) return { url: databaseUrl, stop: () => Promise.resolve() };
  if (!isClusterMade(data)) await madeInThread(data);
  const lines: (line: string) => void =
    log === "debug" ? (line) => process.stderr.write(`${line}\n`) : () => undefined;
  const embedded = await startEmbeddedPostgres(data, lines);
  return { url: embedded.url, stop: () => embedded.stop() };
}

/**
 * Makes the cluster in a thread: loading the rest of the program holds the main thread up for seconds, and each step of
 * the making would wait for it. What fails here is done again by the main thread, which tells why.
 */
async function madeInThread(data: string): Promise<void> {
  const thread = new Worker(new URL("prepare-cluster-thread.ts", import.meta.url), { workerData: data });
  thread.on("error", () => undefined);
  await new Promise((done) => thread.once("exit", done));
}
