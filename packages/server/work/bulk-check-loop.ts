// Takes up the bulk checks that wait, one after another, in this server: at its start those that an earlier one left in
// the middle, later each that is started.

import { setTimeout as pause } from "node:timers/promises";

import { asc, inArray } from "drizzle-orm";

import type { Services } from "../services.ts";
import { bulkCheck } from "../store/schema/index.ts";
import { runBulkCheck } from "./run-bulk-check.ts";

/** BulkCheckLoop: works while there is something to do. */
export interface BulkCheckLoop {
  /** Says that there may be work. */
  readonly wake: () => void;
  /** Stops at once; what is done stays done. */
  readonly stop: () => Promise<void>;
}

const RETRY_MS = 5_000;

/** The loop of this server. */
export function bulkCheckLoop(services: Services): BulkCheckLoop {
  const stopping = new AbortController();
  const { signal } = stopping;
  let working: Promise<void> | undefined;
  let isAsked = false;
  const work = async (): Promise<void> => {
    while (isAsked && !signal.aborted) {
      isAsked = false;
      const isLeft = await workOff(services, signal).catch((error: unknown) => {
        if (!signal.aborted) services.log.error({ err: error }, "bulk check interrupted");
        return true;
      });
      // Another server is at it, or the database is away: looked at again after a while.
      if (isLeft) {
        await pause(RETRY_MS, undefined, { signal, ref: false }).catch(() => undefined);
        isAsked = true;
      }
    }
  };
  return {
    wake: () => {
      isAsked = true;
      working ??= work().finally(() => {
        working = undefined;
      });
    },
    stop: async () => {
      stopping.abort();
      await working;
    },
  };
}

/** Works on all checks that wait; true where one is left that could not be finished here. */
async function workOff(services: Services, signal: AbortSignal): Promise<boolean> {
  const left = new Set<string>();
  for (;;) {
    const rows = await services.database
      .select({ shardRegion: bulkCheck.shardRegion, id: bulkCheck.id })
      .from(bulkCheck)
      .where(inArray(bulkCheck.state, ["running", "queued"]))
      .orderBy(asc(bulkCheck.id));
    const next = rows.find(({ id }) => !left.has(id));
    if (next === undefined || signal.aborted) return left.size > 0;
    if (!(await runBulkCheck(services, next, signal))) left.add(next.id);
  }
}
