// What is measured: a name, a budget, and the run.

import { spawnSync } from "node:child_process";
import { join } from "node:path";

import { repositoryRoot } from "../shared-material.ts";

export interface Measure {
  readonly name: string;
  readonly budgetMs: number;
  /** Makes what one run needs, outside the measured time, and gives the run. */
  readonly prepare: () => () => void | Promise<void>;
  readonly warmUp: number;
  readonly runs: number;
}

/** Starts the command line for each run. */
export function wholeProcess(budgetMs: number, name: string, ...args: readonly string[]): Measure {
  const command = join(repositoryRoot, "packages", "cli", "jueming.mjs");
  return {
    name: `whole process: ${name}`,
    budgetMs,
    prepare: () => () => void spawnSync(process.execPath, [command, ...args], { stdio: "ignore" }),
    warmUp: 2,
    runs: 12,
  };
}
