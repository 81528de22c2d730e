// Spreads the checking of many files over worker threads; few files are done at once in this thread,
// where starting workers would cost more than it saves.

import { availableParallelism } from "node:os";

import type { CheckSetup, CheckedFile, PreparedChecker } from "./check.ts";
import { prepareChecker } from "./check.ts";
import { checkInThreads } from "./checking-threads.ts";
import type { Input } from "./inputs.ts";
import { packDisclosure, unpackDisclosure } from "./kept-disclosure.ts";
import type { ReadFailure } from "./read.ts";
import { isFailure } from "./read.ts";

/** Files from which worker threads pay. */
const MANY_FILES = 16;
const THREADS_LIMIT = 64;

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
  const threads = Math.min(wanted, inputs.length, THREADS_LIMIT);
  if (threads > 1) await checkThere(inputs, setup, { ...options, jobs: threads });
  else await checkHere(inputs, checker, options);
  return checker.failures;
}

async function checkHere(
  inputs: readonly Input[],
  checker: PreparedChecker,
  options: JobOptions,
): Promise<void> {
  for (const [index, input] of inputs.entries()) {
    const checked = await checker.check(input);
    await options.onResult(inputs.length > MANY_FILES && !isFailure(checked) ? packed(checked) : checked);
    options.onProgress?.(index + 1);
  }
}

function packed(checked: CheckedFile): CheckedFile {
  return { ...checked, ...unpackDisclosure(packDisclosure(checked.disclosure())) };
}

/** Results come in any order, and are told in the order of the input. */
async function checkThere(
  inputs: readonly Input[],
  setup: CheckSetup,
  options: JobOptions & { readonly jobs: number },
): Promise<void> {
  const waiting = new Map<number, CheckedFile | ReadFailure>();
  const state = { done: 0, told: 0 };
  const tell = async (): Promise<void> => {
    for (let next = waiting.get(state.told); next !== undefined; next = waiting.get(state.told)) {
      waiting.delete(state.told);
      state.told += 1;
      await options.onResult(next);
    }
  };
  let telling = tell();
  await checkInThreads(inputs, setup, {
    count: options.jobs,
    onChecked: (index, checked) => {
      waiting.set(index, checked);
      state.done += 1;
      options.onProgress?.(state.done);
      telling = telling.then(tell);
    },
  });
  await telling;
}
