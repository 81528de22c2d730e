// Works on inputs in several threads. Inputs are handed out one by one, so that a long file holds up one thread
// only; a file that breaks its thread or takes too long is refused, and another thread goes on with the next.

import type { Worker } from "node:worker_threads";

import { DocumentError } from "@jueming/documents/document-error.ts";

import type { Input } from "./inputs.ts";
import type { ReadFailure } from "./read.ts";
import { failureOf } from "./read.ts";
import { ThreadFault, askThread, startThread } from "./start-thread.ts";

const SECONDS_LIMIT = 60;
const MEMORY_LIMIT_MB = 900;
/** More would not make it faster, and several threads keep it each for itself. */
const YOUNG_MEMORY_MB = 24;

/** Inputs: at hand, or fetched one by one as threads become free. */
export type Inputs = Iterable<Input> | AsyncIterable<Input>;

/** FileThreads: what the threads run, how many there are, and whom to tell; results come in any order. */
export interface FileThreads<Reply> {
  readonly module: Parameters<typeof startThread>[0];
  readonly workerData: object;
  readonly count: number;
  /** The thread takes its next input when this has been done. */
  readonly onReply: (index: number, reply: Reply | ReadFailure) => void | Promise<void>;
  readonly secondsLimit?: number;
  /** Ends the work at once; files that were being worked on are not told of. */
  readonly signal?: AbortSignal;
}

/** Hands the inputs to threads, and tells of each what its thread replies or why it was refused. */
export async function workInThreads<Reply>(inputs: Inputs, threads: FileThreads<Reply>): Promise<void> {
  const queue = numbered(inputs);
  const runOne = async (): Promise<void> => {
    const { signal, onReply } = threads;
    const thread = fileThread<Reply>(threads);
    const end = (): void => void thread.stop();
    const isOver = (): boolean => signal?.aborted === true;
    signal?.addEventListener("abort", end);
    try {
      for (;;) {
        const next = await queue.next();
        if (next.done === true || isOver()) return;
        const [index, input] = next.value;
        const reply = await thread.ask(input);
        if (isOver()) return;
        await onReply(index, reply);
      }
    } finally {
      signal?.removeEventListener("abort", end);
      await thread.stop();
    }
  };
  await Promise.all(Array.from({ length: threads.count }, runOne));
}

async function* numbered(inputs: Inputs): AsyncGenerator<readonly [number, Input], undefined> {
  let index = 0;
  for await (const input of inputs) {
    yield [index, input];
    index += 1;
  }
}

interface FileThread<Reply> {
  readonly ask: (input: Input) => Promise<Reply | ReadFailure>;
  readonly stop: () => Promise<unknown>;
}

/** A thread that is replaced when a file breaks it. */
function fileThread<Reply>(threads: FileThreads<Reply>): FileThread<Reply> {
  const { module, workerData, secondsLimit = SECONDS_LIMIT } = threads;
  let worker: Worker | undefined;
  const start = (): Worker => {
    const started = startThread(module, {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT_MB, maxYoungGenerationSizeMb: YOUNG_MEMORY_MB },
    });
    return started.once("exit", () => {
      if (worker === started) worker = undefined;
    });
  };
  const ask: FileThread<Reply>["ask"] = async ({ source, path, error }) => {
    if (error !== undefined) return failureOf(source, error);
    worker ??= start();
    const asked = worker;
    try {
      return await askThread(asked, { source, path }, { secondsLimit });
    } catch (fault) {
      if (worker === asked) worker = undefined;
      void asked.terminate();
      return failureOf(source, fault instanceof ThreadFault ? refusal(fault, secondsLimit) : fault);
    }
  };
  return { ask, stop: async () => worker?.terminate() };
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
