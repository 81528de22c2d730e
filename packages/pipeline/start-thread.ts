// Starts worker threads so that their modules come from the cache of compiled code.

import type { WorkerOptions } from "node:worker_threads";
import { Worker } from "node:worker_threads";

/** Starts a thread that runs one of the modules of this folder. */
export function startThread(
  module: "./check-worker.ts" | "./reading-worker.ts",
  options: WorkerOptions,
): Worker {
  return new Worker(new URL("./thread-entry.mjs", import.meta.url), { ...options, argv: [module] });
}
