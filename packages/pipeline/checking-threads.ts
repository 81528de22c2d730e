// Checks inputs in several threads. Inputs are handed out one by one, so that a long file holds up one thread
// only; a file that breaks its thread or takes too long is refused, and another thread goes on with the next.

import type { Worker } from "node:worker_threads";

import { DocumentError } from "@jueming/documents/document-error.ts";

import type { CheckSetup, CheckedFile } from "./check.ts";
import type { CheckedMessage } from "./check-worker.ts";
import type { Input } from "./inputs.ts";
import { unpackDisclosure } from "./kept-disclosure.ts";
import type { ReadFailure } from "./read.ts";
import { failureOf } from "./read.ts";
import { ThreadFault, askThread, startThread } from "./start-thread.ts";

const SECONDS_LIMIT = 60;
const MEMORY_LIMIT_MB = 900;
/** More would not make it faster, and several threads keep it each for itself. */
const YOUNG_MEMORY_MB = 24;

/** Threads: how many, and whom to tell of a result; results come as they are known, in any order. */
interface Threads {
  readonly count: number;
  readonly onChecked: (index: number, checked: CheckedFile | ReadFailure) => void;
  readonly secondsLimit?: number;
}

/** Checks the inputs in several threads. */
export async function checkInThreads(
  inputs: readonly Input[],
  setup: CheckSetup,
  { count, onChecked, secondsLimit = SECONDS_LIMIT }: Threads,
): Promise<void> {
  const queue = inputs.entries();
  const runOne = async (): Promise<void> => {
    const thread = checkingThread(setup, secondsLimit);
    for (const [index, input] of queue) onChecked(index, await thread.check(input));
    await thread.stop();
  };
  await Promise.all(Array.from({ length: count }, runOne));
}

interface CheckingThread {
  readonly check: (input: Input) => Promise<CheckedFile | ReadFailure>;
  readonly stop: () => Promise<unknown>;
}

/** A thread that is replaced when a file breaks it. */
function checkingThread(setup: CheckSetup, secondsLimit: number): CheckingThread {
  let worker: Worker | undefined;
  const start = (): Worker => {
    const started = startThread("./check-worker.ts", {
      workerData: setupForThread(setup),
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT_MB, maxYoungGenerationSizeMb: YOUNG_MEMORY_MB },
    });
    return started.once("exit", () => {
      if (worker === started) worker = undefined;
    });
  };
  const check: CheckingThread["check"] = async ({ source, path, error }) => {
    if (error !== undefined) return failureOf(source, error);
    worker ??= start();
    const asked = worker;
    try {
      return checkedOf(await askThread(asked, { source, path }, { secondsLimit }));
    } catch (fault) {
      if (worker === asked) worker = undefined;
      void asked.terminate();
      return failureOf(source, fault instanceof ThreadFault ? refusal(fault, secondsLimit) : fault);
    }
  };
  return { check, stop: async () => worker?.terminate() };
}

function isSound({ error }: Input): boolean {
  return error === undefined;
}

/** Errors lose their class on the way to a thread; the one that starts it has already reported them. */
function setupForThread(setup: CheckSetup): CheckSetup {
  return { ...setup, prior: setup.prior.filter(isSound), budget: setup.budget.filter(isSound) };
}

function checkedOf(message: CheckedMessage): CheckedFile | ReadFailure {
  if ("error" in message) return message;
  const { source, kept, result } = message;
  return { source, ...unpackDisclosure(kept), result };
}

function refusal(fault: ThreadFault, secondsLimit: number): unknown {
  switch (fault.why) {
    case "too-slow":
      return new DocumentError(
        "too-large",
        `核对这个文件超过 ${secondsLimit} 秒，已停止。文件可能过大，请按单位拆分后重试。`,
        { cause: fault },
      );
    case "out-of-memory":
      return new DocumentError("too-large", "核对这个文件所需内存超过上限，已停止。请按单位拆分后重试。", {
        cause: fault,
      });
    case "broken":
      return fault.cause ?? fault;
  }
}
