// `jueming score`: every score of the self-evaluations, computed and judged.

import { readLedger, readPointSystem } from "@jueming/pipeline/department-files.ts";
import type { DepartmentSetting, ScoredResult } from "@jueming/pipeline/department-scores.ts";
import { departmentsLast } from "@jueming/pipeline/department-scores.ts";
import { departmentScoreJson } from "@jueming/pipeline/department-scores-json.ts";
import type { Input } from "@jueming/pipeline/inputs.ts";
import { findInputs } from "@jueming/pipeline/inputs.ts";
import type { ReadResult } from "@jueming/pipeline/read.ts";
import { isFailure, readInput } from "@jueming/pipeline/read.ts";
import { scoresOf, toScoresJson } from "@jueming/pipeline/scores-json.ts";

import { standardOutput, tellFailure } from "./output.ts";
import { paintFor } from "./paint.ts";
import { progressOf } from "./progress.ts";
import { textDepartmentScore } from "./text-department-score.ts";
import { textScores } from "./text-scores.ts";
import { STATUS } from "./usage-error.ts";

/** ScoreCommand: the options of `jueming score`. */
export interface ScoreCommand {
  readonly format: "json" | "text";
  readonly region?: string;
  readonly departmentSystem?: string;
  readonly departmentInputs?: string;
}

/** Scores the files, one result each; the status is 2 when one of them could not be read. */
export async function runScore(paths: readonly string[], command: ScoreCommand): Promise<number> {
  const { format } = command;
  const setting = await settingOf(command);
  const inputs = await findInputs(paths);
  const progress = progressOf(inputs.length);
  const indent = inputs.length === 1 && process.stdout.isTTY ? 2 : 0;
  let status: number = STATUS.fine;
  let gap = "";
  let done = 0;
  for await (const scored of departmentsLast(readAll(inputs, command), setting)) {
    if (isFailure(scored.result)) {
      status = STATUS.failed;
      tellFailure(scored.result);
    }
    const text =
      format === "json" ? `${JSON.stringify(scoresJson(scored), null, indent)}\n` : scoresText(scored);
    if (text !== "") await standardOutput().write(gap + text);
    if (text !== "" && format === "text") gap = "\n";
    done += 1;
    progress.advance(done);
  }
  progress.stop();
  return status;
}

async function settingOf({ departmentSystem, departmentInputs }: ScoreCommand): Promise<DepartmentSetting> {
  return {
    ...(departmentSystem === undefined ? {} : { system: await readPointSystem(departmentSystem) }),
    ...(departmentInputs === undefined ? {} : { ledger: await readLedger(departmentInputs) }),
  };
}

async function* readAll(inputs: readonly Input[], { region }: ScoreCommand): AsyncIterable<ReadResult> {
  for (const input of inputs) yield await readInput(input, region === undefined ? {} : { region });
}

function scoresJson({ result, department }: ScoredResult): object {
  if (isFailure(result)) return result;
  const scores = toScoresJson(scoresOf(result.disclosure));
  return department === null
    ? scores
    : { ...scores, department: departmentScoreJson(department, result.disclosure.source) };
}

function scoresText({ result, department }: ScoredResult): string {
  if (isFailure(result)) return "";
  const paint = paintFor(process.stdout, process.env);
  const text = textScores(scoresOf(result.disclosure), paint);
  return department === null ? text : text + textDepartmentScore(department, paint);
}
