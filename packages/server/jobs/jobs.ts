// Long work: asked for in the transaction of the act that needs it, done by any server or worker on the database, begun
// again by another when one dies in its middle.

import { sql } from "drizzle-orm";
import type { JobWithMetadata } from "pg-boss";
import { fromDrizzle, PgBoss } from "pg-boss";

import { DocumentError } from "@jueming/documents/document-error.ts";

import type { Key } from "../contract/reference.ts";
import type { Queries } from "../database/database.ts";
import { HttpProblem } from "../http/http-problem.ts";
import { newId } from "../identifiers.ts";
import type { Services } from "../services.ts";
import { jobOf, setJob } from "../store/jobs.ts";
import { job } from "../store/schema/index.ts";
import { queues } from "./index.ts";
import type { AnyQueue, Queue } from "./queue.ts";

/** JobRequest: whose job it is, and what it needs to know. */
export interface JobRequest<Data> {
  readonly shardRegion: string;
  readonly accountId: string | null;
  readonly data: Data;
}

/** Jobs: the queues of a database. */
export interface Jobs {
  /** Asks for a job within the transaction of these queries; gives its key. */
  readonly enqueue: <Data extends object>(
    queries: Queries,
    queue: Queue<Data>,
    request: JobRequest<Data>,
  ) => Promise<Key>;
  /** Begins to do jobs, so many at once; may be called again where the database was lost on the way. */
  readonly work: (services: Services, atOnce: number, extra?: readonly AnyQueue[]) => Promise<void>;
  /** Lets go: jobs under way get a moment to end, and are otherwise done by another. */
  readonly stop: () => Promise<void>;
}

const SCHEMA = "queues";
/** Where jobs go whose tries are used up, or whose servers all died. */
const GIVEN_UP = "given-up";
/** A server that has not been heard of for so long is dead (the least that pg-boss allows). */
const HEARTBEAT_SECONDS = 10;
const WATCH_SECONDS = 5;
const LONGEST_SECONDS = 6 * 3_600;
/** New jobs are told of at once; those that are tried again are looked for. */
const POLL_SECONDS = 2;
const STOP_MS = 6_000;
const CONNECTIONS = 4;

type JobKey = Pick<Key, "shardRegion" | "id">;

/** Opens the queues of a database; nothing is connected until it is needed. */
export function openJobs(url: string, log: Services["log"]): Jobs {
  const boss = new PgBoss({
    connectionString: url,
    schema: SCHEMA,
    max: CONNECTIONS,
    application_name: "jueming-jobs",
    useListenNotify: true,
    schedule: false,
    superviseIntervalSeconds: WATCH_SECONDS,
    monitorIntervalSeconds: WATCH_SECONDS,
  });
  boss.on("error", (error) => log.warn({ err: error }, "job queue"));
  const stopping = new AbortController();
  let started: Promise<unknown> | null = null;
  // A start that failed, because the database was gone for a moment, is not remembered.
  const start = (): Promise<unknown> =>
    (started ??= begin(boss).catch((error: unknown) => {
      started = null;
      throw error;
    }));
  const worked = new Set<string>();
  return {
    enqueue: async (queries, queue, { shardRegion, accountId, data }) => {
      await start();
      const id = newId();
      await queries.insert(job).values({ shardRegion, id, queue: queue.name, accountId, data });
      const key: JobKey = { shardRegion, id };
      await boss.send(queue.name, key, { id, db: fromDrizzle(queries, sql) });
      return key;
    },
    work: async (services, atOnce, extra = []) => {
      await start();
      for (const queue of extra) await makeQueue(boss, queue);
      for (const queue of [...queues, ...extra]) {
        if (worked.has(queue.name)) continue;
        const options = {
          includeMetadata: true,
          batchSize: 1,
          localConcurrency: atOnce,
          notifyPollingIntervalSeconds: POLL_SECONDS,
        } as const;
        await boss.work<JobKey, void, typeof options>(queue.name, options, async ([one]) => {
          if (one !== undefined) await runJob({ queue, one, services, stopping: stopping.signal });
        });
        worked.add(queue.name);
      }
      if (worked.has(GIVEN_UP)) return;
      await boss.work<JobKey>(GIVEN_UP, async ([one]) => {
        if (one !== undefined) await giveUp(services, one.data, [...queues, ...extra]);
      });
      worked.add(GIVEN_UP);
    },
    stop: async () => {
      stopping.abort();
      if (started === null) return;
      await started.catch(() => undefined);
      await boss.stop({ graceful: true, timeout: STOP_MS });
    },
  };
}

async function begin(boss: PgBoss): Promise<void> {
  await boss.start();
  await boss.createQueue(GIVEN_UP);
  for (const queue of queues) await makeQueue(boss, queue);
}

/** A queue that is there already stays as it is. */
const makeQueue = (boss: PgBoss, { name, retries }: AnyQueue): Promise<void> =>
  boss.createQueue(name, {
    retryLimit: retries,
    retryDelay: 1,
    retryBackoff: true,
    heartbeatSeconds: HEARTBEAT_SECONDS,
    expireInSeconds: LONGEST_SECONDS,
    deadLetter: GIVEN_UP,
    notify: true,
  });

interface Running {
  readonly queue: AnyQueue;
  readonly one: JobWithMetadata<JobKey>;
  readonly services: Services;
  readonly stopping: AbortSignal;
}

async function runJob({ queue, one, services, stopping }: Running): Promise<void> {
  const { database, now, log } = services;
  const key = one.data;
  const row = await jobOf(database, key);
  // A job whose shard was taken out, or that was done by a server that died before it could say so.
  if (row === undefined || row.state === "done") return;
  await setJob(database, key, { state: "running" });
  const signal = AbortSignal.any([stopping, one.signal]);
  try {
    await queue.run({
      data: row.data,
      key,
      accountId: row.accountId,
      services,
      signal,
      progress: (done, total, note = "") => setJob(database, key, { done, total, note }),
    });
    // What was cut short by the stop of its server is left for another.
    if (stopping.aborted) throw new Error("the server stopped");
    await setJob(database, key, { state: "done", error: null, finishedAt: now() });
  } catch (error) {
    if (!stopping.aborted) log.error({ err: error, job: key.id, queue: queue.name }, "job failed");
    await setJob(database, key, { state: "queued", error: stopping.aborted ? null : forPeople(error) });
    throw error;
  }
}

async function giveUp(services: Services, key: JobKey, all: readonly AnyQueue[]): Promise<void> {
  const { database, now } = services;
  const row = await jobOf(database, key);
  if (row === undefined || row.state === "done") return;
  await all.find(({ name }) => name === row.queue)?.giveUp({ data: row.data, key, services });
  const error = row.error ?? "多次尝试都没有完成，请稍后重新提交；仍不行的，请联系系统管理员。";
  await setJob(database, key, { state: "failed", error, finishedAt: now() });
}

const forPeople = (error: unknown): string =>
  error instanceof DocumentError || error instanceof HttpProblem
    ? error.message
    : "程序出错，没有完成。请稍后重新提交；仍不行的，请把时间告诉系统管理员查日志。";
