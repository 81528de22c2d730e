// Works on a bulk check.

import { and, inArray } from "drizzle-orm";
import { z } from "zod";

import type { Key } from "../contract/reference.ts";
import { isCheck } from "../store/bulk-checks.ts";
import { bulkCheck } from "../store/schema/index.ts";
import { runBulkCheck } from "../work/run-bulk-check.ts";
import type { JobContext, Queue } from "./queue.ts";

interface BulkCheckJob {
  /** Id of the check, in the shard of the job. */
  readonly check: string;
}

/** 批量检查. Begun again by another server when one dies; the files that are done stay done. */
export const checkBulk: Queue<BulkCheckJob> = {
  name: "check-bulk",
  data: z.object({ check: z.uuid() }),
  retries: 20,
  run: async (context) => {
    const isEnded = await runBulkCheck(context.services, keyOfCheck(context), context.signal);
    if (!isEnded && !context.signal.aborted) throw new Error("another server is still at this check");
  },
  giveUp: async (context) => {
    const { database, now } = context.services;
    await database
      .update(bulkCheck)
      .set({ state: "cancelled", finishedAt: now() })
      .where(and(isCheck(keyOfCheck(context)), inArray(bulkCheck.state, ["queued", "running"])));
  },
};

const keyOfCheck = ({ key, data }: Pick<JobContext<BulkCheckJob>, "key" | "data">): Key => ({
  shardRegion: key.shardRegion,
  id: data.check,
});
