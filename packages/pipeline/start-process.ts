// A process for a parser that may ask for so much memory at once that the limits of a thread do not hold and
// this whole process would be aborted.

import type { ChildProcess } from "node:child_process";
import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";

const MEMORY_LIMIT_MB = 400;

/** Starts a process that runs one of the modules of this folder; it ends with this one. */
export function startProcess(module: "./reading-worker.ts"): ChildProcess {
  const entry = fileURLToPath(new URL("./thread-entry.mjs", import.meta.url));
  const child = fork(entry, [module], {
    execArgv: [`--max-old-space-size=${MEMORY_LIMIT_MB}`],
    serialization: "advanced",
    // What a dying engine prints is for nobody; the reason is told by the one who waits.
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  // An error that nobody hears would end the process.
  return child.on("error", () => {});
}
