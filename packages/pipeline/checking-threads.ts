// Checks inputs in several threads.

import type { CheckSetup, CheckedFile } from "./check.ts";
import type { CheckedMessage } from "./check-worker.ts";
import type { FileThreads, Inputs } from "./file-threads.ts";
import { workInThreads } from "./file-threads.ts";
import type { Input } from "./inputs.ts";
import { unpackDisclosure } from "./kept-disclosure.ts";
import type { ReadFailure } from "./read.ts";

/** Threads: how many, and whom to tell of a result; results come as they are known, in any order. */
interface Threads {
  readonly count: number;
  readonly onChecked: (index: number, checked: CheckedFile | ReadFailure) => void;
  readonly secondsLimit?: number;
}

/** Checks the inputs in several threads. */
export function checkInThreads(
  inputs: readonly Input[],
  setup: CheckSetup,
  { count, onChecked, secondsLimit }: Threads,
): Promise<void> {
  return checkPackedInThreads(inputs, setup, {
    count,
    onReply: (index, reply) => onChecked(index, checkedOf(reply)),
    ...(secondsLimit === undefined ? {} : { secondsLimit }),
  });
}

/** The same for results that are put away as they come: inputs may be fetched one by one, disclosures stay packed. */
export function checkPackedInThreads(
  inputs: Inputs,
  setup: CheckSetup,
  threads: Pick<FileThreads<CheckedMessage>, "count" | "onReply" | "secondsLimit" | "signal">,
): Promise<void> {
  return workInThreads<CheckedMessage>(inputs, {
    ...threads,
    module: "./check-worker.ts",
    workerData: setupForThread(setup),
  });
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
