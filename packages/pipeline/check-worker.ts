// A worker thread: checks the inputs that it is handed, one at a time, until it is ended.

import { parentPort, workerData } from "node:worker_threads";

import type { CheckResult } from "@jueming/core/checks/run-checks.ts";
import { invariant } from "@jueming/core/document/invariant.ts";

import type { CheckSetup } from "./check.ts";
import { prepareChecker } from "./check.ts";
import type { Input } from "./inputs.ts";
import type { PackedDisclosure } from "./kept-disclosure.ts";
import { packDisclosure } from "./kept-disclosure.ts";
import type { ReadFailure } from "./read.ts";
import { isFailure } from "./read.ts";

/** CheckedMessage: a checked file as a thread tells it. */
export type CheckedMessage =
  | ReadFailure
  | { readonly source: string; readonly kept: PackedDisclosure; readonly result: CheckResult };

invariant(parentPort !== null, "this module runs in a worker thread only");
const port = parentPort;
// What the thread that started this one passed on, see checking-threads.ts.
const checker = await prepareChecker(workerData as CheckSetup);

port.on("message", (input: Input) => void answer(input));

async function answer(input: Input): Promise<void> {
  const checked = await checker.check(input);
  if (isFailure(checked)) return port.postMessage(checked satisfies CheckedMessage);
  const { source, result } = checked;
  const kept = packDisclosure(checked.disclosure());
  port.postMessage({ source, kept, result } satisfies CheckedMessage, [kept.packed.buffer]);
}
