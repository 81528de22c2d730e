// Worker threads: started so that their modules come from the cache of compiled code, asked one thing at a time,
// and given up when they break or take too long.

import type { ChildProcess } from "node:child_process";
import type { Transferable, WorkerOptions } from "node:worker_threads";
import { Worker } from "node:worker_threads";

/** Starts a thread that runs one of the modules of this folder; one that breaks while idle just exits. */
export function startThread(
  module:
    | "./check-worker.ts"
    | "./reading-worker.ts"
    | "./signals/extract-worker.ts"
    | "./bulk-checks/bulk-worker.ts",
  options: WorkerOptions,
): Worker {
  const worker = new Worker(new URL("./thread-entry.mjs", import.meta.url), { ...options, argv: [module] });
  // An error that nobody hears would end the process.
  return worker.on("error", () => {});
}

/** ThreadFault: a thread that did not answer; the thread must not be asked again. */
export class ThreadFault extends Error {
  readonly why: "too-slow" | "out-of-memory" | "broken";

  constructor(why: ThreadFault["why"], cause?: unknown) {
    super(`thread ${why}`, { cause });
    this.name = "ThreadFault";
    this.why = why;
  }
}

/** The answer to a request; throws a ThreadFault where there is none. */
export function askThread<Reply>(
  worker: Worker | ChildProcess,
  request: object,
  { secondsLimit, transfer }: { readonly secondsLimit: number; readonly transfer?: readonly Transferable[] },
): Promise<Reply> {
  const { promise, resolve, reject } = Promise.withResolvers<Reply>();
  const timer = setTimeout(() => reject(new ThreadFault("too-slow")), secondsLimit * 1000);
  const fail = (cause: unknown): void => reject(faultOf(cause));
  // A process that may have no more memory aborts itself.
  const stop = (_: unknown, signal?: unknown): void =>
    reject(new ThreadFault(signal === "SIGABRT" ? "out-of-memory" : "broken"));
  worker.once("message", resolve).once("error", fail).once("exit", stop);
  if (worker instanceof Worker) worker.postMessage(request, [...(transfer ?? [])]);
  // Where the process has died, its exit is reported.
  else worker.send(request, () => {});
  return promise.finally(() => {
    clearTimeout(timer);
    worker.off("message", resolve);
    worker.off("error", fail);
    worker.off("exit", stop);
  });
}

function faultOf(cause: unknown): ThreadFault {
  const outOfMemory = cause instanceof Error && "code" in cause && cause.code === "ERR_WORKER_OUT_OF_MEMORY";
  return new ThreadFault(outOfMemory ? "out-of-memory" : "broken", cause);
}
