// The rows of jobs: asked for, under way, ended.

import { and, eq, inArray, notExists, sql } from "drizzle-orm";

import type { JobView } from "../contract/jobs.ts";
import type { Key } from "../contract/reference.ts";
import { referenceTo } from "../contract/reference.ts";
import type { Queries } from "../database/database.ts";
import { bulkCheck, job } from "./schema/index.ts";

export type JobRow = typeof job.$inferSelect;

const isJob = ({ shardRegion, id }: Key) => and(eq(job.shardRegion, shardRegion), eq(job.id, id));

/** The job of a key; undefined where there is none. */
export async function jobOf(queries: Queries, key: Key): Promise<JobRow | undefined> {
  const [found] = await queries.select().from(job).where(isJob(key));
  return found;
}

/** Changes what is known of a job. */
export async function setJob(
  queries: Queries,
  key: Key,
  values: Partial<Pick<JobRow, "state" | "done" | "total" | "note" | "error" | "finishedAt">>,
): Promise<void> {
  await queries.update(job).set(values).where(isJob(key));
}

/** Bulk checks that are to be done and for which no job waits or is under way: an older program left them so. */
export async function bulkChecksWithoutJob(queries: Queries, queue: string) {
  const asked = queries
    .select({ id: job.id })
    .from(job)
    .where(
      and(
        eq(job.shardRegion, bulkCheck.shardRegion),
        eq(job.queue, queue),
        inArray(job.state, ["queued", "running"]),
        sql`${job.data} ->> 'check' = ${bulkCheck.id}::text`,
      ),
    );
  return queries
    .select({ shardRegion: bulkCheck.shardRegion, id: bulkCheck.id, accountId: bulkCheck.accountId })
    .from(bulkCheck)
    .where(and(inArray(bulkCheck.state, ["queued", "running"]), notExists(asked)));
}

/** True while a job of the queue waits or is under way in the shard. */
export async function isUnderWay(queries: Queries, shardRegion: string, queue: string): Promise<boolean> {
  const found = await queries
    .select({ id: job.id })
    .from(job)
    .where(
      and(eq(job.shardRegion, shardRegion), eq(job.queue, queue), inArray(job.state, ["queued", "running"])),
    )
    .limit(1);
  return found.length > 0;
}

/** A job as people follow it. */
export const jobViewOf = (row: JobRow): JobView => ({
  ref: referenceTo(row),
  state: row.state,
  done: row.done,
  total: row.total,
  note: row.note,
  error: row.error,
});
