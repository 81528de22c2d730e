// Asks a thread for what a bulk check needs besides checking. A thread that is free is used again; there are never more
// than a few, and who comes later waits for one.

import type { Worker } from "node:worker_threads";

import { DocumentError } from "@jueming/documents/document-error.ts";

import { ThreadFault, askThread, startThread } from "../start-thread.ts";
import type { BulkReply, BulkRequestKind, BulkRequests } from "./bulk-requests.ts";

const SECONDS_LIMITS: Readonly<Record<BulkRequestKind, number>> = {
  unpack: 120,
  group: 120,
  together: 60,
  show: 30,
  original: 30,
  picture: 20,
  report: 300,
};
const THREADS_LIMIT = 2;
const MEMORY_LIMIT_MB = 900;
const YOUNG_MEMORY_MB = 24;

let idle: Worker | undefined;
let busy = 0;
const waiting: (() => void)[] = [];

/** The answer to a request; throws a DocumentError where the files or the limits do not allow one. */
export async function askBulkThread<Kind extends BulkRequestKind>(
  kind: Kind,
  ask: BulkRequests[Kind]["ask"],
): Promise<BulkRequests[Kind]["answer"]> {
  await turn();
  const worker = takeThread();
  try {
    worker.ref();
    const secondsLimit = SECONDS_LIMITS[kind];
    const reply = await askThread<BulkReply<BulkRequests[Kind]["answer"]>>(
      worker,
      { kind, ask },
      { secondsLimit },
    );
    keep(worker);
    return answerOf(reply);
  } catch (error) {
    if (worker !== idle) void worker.terminate();
    throw error instanceof ThreadFault ? refusal(error) : error;
  } finally {
    nextTurn();
  }
}

/** Waits until a thread may be taken; one that becomes free goes to who has waited longest. */
async function turn(): Promise<void> {
  if (busy < THREADS_LIMIT) {
    busy += 1;
    return;
  }
  const { promise, resolve } = Promise.withResolvers<void>();
  waiting.push(resolve);
  await promise;
}

function nextTurn(): void {
  const next = waiting.shift();
  if (next === undefined) busy -= 1;
  else next();
}

function takeThread(): Worker {
  const taken = idle ?? startWorker();
  idle = undefined;
  return taken;
}

function startWorker(): Worker {
  const worker = startThread("./bulk-checks/bulk-worker.ts", {
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT_MB, maxYoungGenerationSizeMb: YOUNG_MEMORY_MB },
  });
  return worker.once("exit", () => {
    if (idle === worker) idle = undefined;
  });
}

/** One thread stays for the next request, without keeping the process. */
function keep(worker: Worker): void {
  if (idle === undefined) {
    idle = worker;
    worker.unref();
  } else void worker.terminate();
}

function answerOf<Answer>(reply: BulkReply<Answer>): Answer {
  if ("error" in reply) throw new DocumentError(reply.error.code, reply.error.message);
  if ("fault" in reply) throw new Error(reply.fault);
  return reply.answer;
}

function refusal(fault: ThreadFault): unknown {
  switch (fault.why) {
    case "too-slow":
      return new DocumentError("too-large", "处理时间超过上限，已停止。请少选一些文件，分批进行。", {
        cause: fault,
      });
    case "out-of-memory":
      return new DocumentError("too-large", "所需内存超过上限，已停止。请少选一些文件，分批进行。", {
        cause: fault,
      });
    case "broken":
      return fault.cause ?? fault;
  }
}
