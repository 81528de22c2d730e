// A worker thread: checks the inputs that it is handed, one at a time, until there are no more.

import { parentPort, workerData } from "node:worker_threads";

import { toDisclosureJson } from "@jueming/core/disclosure/disclosure-json.ts";
import { invariant } from "@jueming/core/document/invariant.ts";

import type { CheckSetup } from "./check.ts";
import { prepareChecker } from "./check.ts";
import type { Input } from "./inputs.ts";
import type { WorkerReply } from "./jobs.ts";
import { isFailure } from "./read.ts";

invariant(parentPort !== null, "this module runs in a worker thread only");
const port = parentPort;
// What the thread that started this one passed on, see jobs.ts.
const checker = await prepareChecker(workerData as CheckSetup);

port.on("message", (task: { readonly index: number; readonly input: Input } | null) => {
  if (task === null) port.close();
  else void answer(task.index, task.input);
});

async function answer(index: number, input: Input): Promise<void> {
  const checked = await checker.check(input);
  const reply: WorkerReply = {
    index,
    checked: isFailure(checked) ? checked : { ...checked, disclosure: toDisclosureJson(checked.disclosure) },
  };
  port.postMessage(reply);
}
