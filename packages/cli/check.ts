// `jueming check`: documents to findings. Each file by itself, then the files of one unit and year together.

import type { Severity } from "@jueming/core/checks/finding.ts";
import { DocumentError } from "@jueming/documents/document-error.ts";
import type { CheckSetup } from "@jueming/pipeline/check.ts";
import { checkUnit } from "@jueming/pipeline/check.ts";
import { readExplanations } from "@jueming/pipeline/explanations.ts";
import { findInputs } from "@jueming/pipeline/inputs.ts";
import { checkAll } from "@jueming/pipeline/jobs.ts";
import { isFailure } from "@jueming/pipeline/read.ts";
import type { GroupMember } from "@jueming/pipeline/unit-groups.ts";
import { unitGroups } from "@jueming/pipeline/unit-groups.ts";

import { tellFailure } from "./output.ts";
import { progressOf } from "./progress.ts";
import type { Results } from "./results.ts";
import { resultsFor } from "./results.ts";
import { STATUS, UsageError } from "./usage-error.ts";

/** CheckCommand: the options of `jueming check`. */
export interface CheckCommand {
  readonly format: string;
  readonly out?: string;
  readonly prior?: string;
  readonly budget?: string;
  readonly explanations?: string;
  readonly region?: string;
  readonly severity: Severity;
  readonly jobs?: number;
}

/** Checks the files and prints the findings; the status is 2, 1 or 0 as the contract says. */
export async function runCheck(paths: readonly string[], command: CheckCommand): Promise<number> {
  // Before the work is done: a report that has nowhere to go is refused at once.
  const results = resultsFor(command);
  const setup = await setupOf(command);
  const status = await checkInto(paths, { setup, command, results });
  await results.finish();
  return status;
}

async function checkInto(
  paths: readonly string[],
  {
    setup,
    command,
    results,
  }: { readonly setup: CheckSetup; readonly command: CheckCommand; readonly results: Results },
): Promise<number> {
  const inputs = await findInputs(paths);
  const progress = progressOf(inputs.length);
  const read: GroupMember[] = [];
  const tally = { failures: 0, errors: 0 };
  const comparedFailures = await checkAll(inputs, setup, {
    ...(command.jobs === undefined ? {} : { jobs: command.jobs }),
    onProgress: progress.advance,
    onResult: async (result) => {
      if (isFailure(result)) {
        tally.failures += 1;
        tellFailure(result);
      } else {
        tally.errors += result.result.summary.error;
        const { source, about, disclosure } = result;
        read.push({ source, about, disclosure });
      }
      await results.take(result);
    },
  });
  progress.stop();
  for (const { source, error } of comparedFailures) tellFailure({ source: `用于比较的 ${source}`, error });
  for (const group of unitGroups(read)) {
    const unit = checkUnit(group, setup);
    if (unit === undefined) continue;
    tally.errors += unit.result.summary.error;
    await results.take(unit);
  }
  if (tally.failures + comparedFailures.length > 0) return STATUS.failed;
  return tally.errors > 0 ? STATUS.findings : STATUS.fine;
}

async function setupOf(command: CheckCommand): Promise<CheckSetup> {
  const { prior, budget, explanations, region } = command;
  return {
    prior: prior === undefined ? [] : await findInputs([prior]),
    budget: budget === undefined ? [] : await findInputs([budget]),
    explanations: explanations === undefined ? [] : await explanationsAt(explanations),
    ...(region === undefined ? {} : { region }),
  };
}

async function explanationsAt(path: string): Promise<CheckSetup["explanations"]> {
  try {
    return await readExplanations(path);
  } catch (error) {
    if (error instanceof DocumentError) throw new UsageError(error.message);
    throw error;
  }
}
