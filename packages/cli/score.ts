// `jueming score`: every score of the self-evaluations, computed and judged.

import { findInputs } from "@jueming/pipeline/inputs.ts";
import type { ReadResult } from "@jueming/pipeline/read.ts";
import { isFailure, readInput } from "@jueming/pipeline/read.ts";
import { scoresOf, toScoresJson } from "@jueming/pipeline/scores-json.ts";

import { standardOutput, tellFailure } from "./output.ts";
import { paintFor } from "./paint.ts";
import { progressOf } from "./progress.ts";
import { textScores } from "./text-scores.ts";
import { STATUS } from "./usage-error.ts";

/** ScoreCommand: the options of `jueming score`. */
export interface ScoreCommand {
  readonly format: "json" | "text";
  readonly region?: string;
}

/** Scores the files, one result each; the status is 2 when one of them could not be read. */
export async function runScore(paths: readonly string[], { format, region }: ScoreCommand): Promise<number> {
  const inputs = await findInputs(paths);
  const progress = progressOf(inputs.length);
  const indent = inputs.length === 1 && process.stdout.isTTY ? 2 : 0;
  let status: number = STATUS.fine;
  let gap = "";
  for (const [index, input] of inputs.entries()) {
    const result = await readInput(input, region === undefined ? {} : { region });
    if (isFailure(result)) {
      status = STATUS.failed;
      tellFailure(result);
    }
    const text =
      format === "json" ? `${JSON.stringify(scoresJson(result), null, indent)}\n` : scoresText(result);
    if (text !== "") await standardOutput().write(gap + text);
    if (text !== "" && format === "text") gap = "\n";
    progress.advance(index + 1);
  }
  progress.stop();
  return status;
}

function scoresJson(result: ReadResult): object {
  return isFailure(result) ? result : toScoresJson(scoresOf(result.disclosure));
}

function scoresText(result: ReadResult): string {
  return isFailure(result)
    ? ""
    : textScores(scoresOf(result.disclosure), paintFor(process.stdout, process.env));
}
