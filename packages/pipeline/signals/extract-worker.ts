// A worker thread: reads the inputs that it is handed, one at a time, and passes on what signals need of them.

import { parentPort, workerData } from "node:worker_threads";

import { invariant } from "@jueming/core/document/invariant.ts";

import type { Input } from "../inputs.ts";
import type { ReadOptions } from "../recognition.ts";
import { extractInput } from "./extract-input.ts";

invariant(parentPort !== null, "this module runs in a worker thread only");
const port = parentPort;
// What the thread that started this one passed on, see extract-all.ts.
const options = workerData as ReadOptions;

port.on("message", (input: Input) => void answer(input));

async function answer(input: Input): Promise<void> {
  port.postMessage(await extractInput(input, options));
}
