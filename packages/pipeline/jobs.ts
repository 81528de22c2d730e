// Spreads the checking of many files over worker threads; few files are done at once in this thread,
// where starting workers would cost more than it saves.

import { availableParallelism } from "node:os";

import type { JsonObject } from "@jueming/core/disclosure/disclosure-json.ts";
import { fromDisclosureJson } from "@jueming/core/disclosure/disclosure-json.ts";
import { invariant } from "@jueming/core/document/invariant.ts";
import type { CheckResult } from "@jueming/core/checks/run-checks.ts";

import type { CheckSetup, CheckedFile, PreparedChecker } from "./check.ts";
import { prepareChecker } from "./check.ts";
import type { Input } from "./inputs.ts";
import type { ReadFailure } from "./read.ts";
import { failureOf } from "./read.ts";
import { startThread } from "./start-thread.ts";

/** Files from which worker threads pay. */
const MANY_FILES = 16;
const WORKERS_LIMIT = 64;

/** CheckedMessage: a checked file as a worker sends it; figures travel in their JSON form. */
type CheckedMessage =
  | ReadFailure
  | { readonly source: string; readonly disclosure: JsonObject; readonly result: CheckResult };

/** WorkerReply: what a worker says of the input at an index. */
export interface WorkerReply {
  readonly index: number;
  readonly checked: CheckedMessage;
}

/** JobOptions: how many threads, and whom to tell of each file done. */
export interface JobOptions {
  readonly jobs?: number;
  /** Called once for each input, in the order of the input. */
  readonly onResult: (result: CheckedFile | ReadFailure) => void | Promise<void>;
  readonly onProgress?: (done: number) => void;
}

/** Reads and checks all inputs; results come in the order of the input. */
export async function checkAll(
  inputs: readonly Input[],
  setup: CheckSetup,
  options: JobOptions,
): Promise<readonly ReadFailure[]> {
  const checker = await prepareChecker(setup);
  const wanted = options.jobs ?? (inputs.length > MANY_FILES ? availableParallelism() : 1);
  const threads = Math.min(wanted, inputs.length, WORKERS_LIMIT);
  if (threads > 1) await checkInWorkers(inputs, setup, { ...options, jobs: threads });
  else await checkHere(inputs, checker, options);
  return checker.failures;
}

async function checkHere(
  inputs: readonly Input[],
  checker: PreparedChecker,
  options: JobOptions,
): Promise<void> {
  for (const [index, input] of inputs.entries()) {
    await options.onResult(await checker.check(input));
    options.onProgress?.(index + 1);
  }
}

/** Inputs are handed out one by one, so that a long file holds up one worker only. */
async function checkInWorkers(
  inputs: readonly Input[],
  setup: CheckSetup,
  options: JobOptions,
): Promise<void> {
  const queue = [...inputs.entries()].filter(([, input]) => input.error === undefined);
  const waiting = new Map<number, CheckedMessage>(
    [...inputs.entries()].flatMap(([index, { source, error }]) =>
      error === undefined ? [] : [[index, failureOf(source, error)] as const],
    ),
  );
  const state = { done: waiting.size, told: 0 };
  const tell = async (): Promise<void> => {
    for (let message = waiting.get(state.told); message !== undefined; message = waiting.get(state.told)) {
      waiting.delete(state.told);
      state.told += 1;
      await options.onResult(checkedOf(message));
    }
  };
  let telling = tell();
  const runOne = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = startThread("./check-worker.ts", { workerData: setupForWorker(setup) });
      const handOut = (): void => {
        const [index, input] = queue.shift() ?? [];
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread, not a window
        worker.postMessage(input === undefined ? null : { index, input });
      };
      worker.on("message", ({ index, checked }: WorkerReply) => {
        waiting.set(index, checked);
        state.done += 1;
        options.onProgress?.(state.done);
        telling = telling.then(tell);
        handOut();
      });
      worker.on("error", reject);
      worker.on("exit", () => resolve());
      handOut();
    });
  await Promise.all(Array.from({ length: options.jobs ?? 1 }, runOne));
  await telling;
}

function isSound(input: Input): boolean {
  return input.error === undefined;
}

/** Errors lose their class on the way to a worker; this thread has already reported them. */
function setupForWorker(setup: CheckSetup): CheckSetup {
  return { ...setup, prior: setup.prior.filter(isSound), budget: setup.budget.filter(isSound) };
}

function checkedOf(message: CheckedMessage): CheckedFile | ReadFailure {
  if ("error" in message) return message;
  const reading = fromDisclosureJson(message.disclosure);
  invariant(reading.ok, "a disclosure written by a worker can be read");
  return { ...message, disclosure: reading.disclosure };
}
