// A queue for tests: counts slowly, so that whoever does it can be stopped in the middle; and a process that works on it.

import { setTimeout as sleep } from "node:timers/promises";

import { z } from "zod";

import { openDatabase } from "../database/database.ts";
import { openJobs } from "../jobs/jobs.ts";
import type { Queue } from "../jobs/queue.ts";
import { asAnyQueue } from "../jobs/queue.ts";
import type { Services } from "../services.ts";
import { DEFAULT_SETTINGS } from "../settings.ts";

export const countingQueue: Queue<{ readonly to: number; readonly ms: number; readonly by: string }> = {
  name: "counting",
  data: z.object({ to: z.number(), ms: z.number(), by: z.string() }),
  retries: 2,
  run: async ({ data: { to, ms }, signal, progress }) => {
    for (let at = 1; at <= to; at += 1) {
      await progress(at, to, `process ${process.pid}`);
      await sleep(process.env["SLOW_COUNTING"] === undefined ? ms : 60_000, undefined, { signal });
    }
  },
};

if (import.meta.main) {
  const url = process.argv[2] ?? "";
  const database = await openDatabase(url, 4);
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const jobs = openJobs(url, log);
  const services: Services = { database, now: () => new Date(), settings: DEFAULT_SETTINGS, jobs, log };
  await jobs.work(services, 1, [asAnyQueue(countingQueue)]);
  process.stdout.write("working\n");
}
