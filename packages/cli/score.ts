// `jueming score`: every score of the self-evaluations, computed and judged.

import { readLedger, readPointSystem } from "@jueming/pipeline/department-files.ts";
import type { DepartmentSetting, ScoredResult } from "@jueming/pipeline/department-scores.ts";
import { departmentsLast } from "@jueming/pipeline/department-scores.ts";
import { departmentScoreJson } from "@jueming/pipeline/department-scores-json.ts";
import type { Input } from "@jueming/pipeline/inputs.ts";
import { findInputs } from "@jueming/pipeline/inputs.ts";
import type { ScoringRules } from "@jueming/core/evaluation/scoring/scoring-rules.ts";
import { findWhatIfChange } from "@jueming/core/evaluation/scoring/what-if-address.ts";
import { allScoringRules, findScoringRules } from "@jueming/core/regions/index.ts";
import type { ReadResult, ReadSuccess } from "@jueming/pipeline/read.ts";
import { isFailure, readInput } from "@jueming/pipeline/read.ts";
import type { Scores, ScoresWish } from "@jueming/pipeline/scores-json.ts";
import { scoresOf, toScoresJson } from "@jueming/pipeline/scores-json.ts";

import { standardOutput, tellFailure } from "./output.ts";
import { paintFor } from "./paint.ts";
import { progressOf } from "./progress.ts";
import { textDepartmentScore } from "./text-department-score.ts";
import { textScores } from "./text-scores.ts";
import { STATUS, UsageError } from "./usage-error.ts";

/** ScoreCommand: the options of `jueming score`. */
export interface ScoreCommand {
  readonly format: "json" | "text";
  readonly region?: string;
  readonly departmentSystem?: string;
  readonly departmentInputs?: string;
  /** Id of other rules of scoring. */
  readonly edition?: string;
  /** Trials: 项目名::指标名=新完成值. */
  readonly set?: readonly string[];
}

/** Scores the files, one result each; the status is 2 when one of them could not be read. */
export async function runScore(paths: readonly string[], command: ScoreCommand): Promise<number> {
  const { format, set = [] } = command;
  const setting = await settingOf(command);
  const rules = rulesAskedFor(command.edition);
  const wish: Wish = rules === undefined ? { set } : { rules, set };
  const inputs = await findInputs(paths);
  if (set.length > 0 && inputs.length > 1)
    throw new UsageError(`--set 只能用于一份材料，这里有 ${inputs.length} 份，请给出其中一个文件。`);
  const progress = progressOf(inputs.length);
  const indent = inputs.length === 1 && process.stdout.isTTY ? 2 : 0;
  let status: number = STATUS.fine;
  let gap = "";
  let done = 0;
  for await (const one of departmentsLast(readAll(inputs, command), setting)) {
    if (isFailure(one.result)) {
      status = STATUS.failed;
      tellFailure(one.result);
    }
    const text =
      format === "json" ? `${JSON.stringify(scoresJson(one, wish), null, indent)}\n` : scoresText(one, wish);
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

function rulesAskedFor(id: string | undefined): ScoringRules | undefined {
  if (id === undefined) return undefined;
  const rules = findScoringRules(id);
  if (rules !== undefined) return rules;
  const known = allScoringRules.map((one) => `${one.id}（${one.name}）`);
  throw new UsageError(`没有编号为“${id}”的评分规则。已知的有：${known.join("、")}。`);
}

type Wish = Pick<ScoresWish, "rules"> & { readonly set: readonly string[] };

function scored({ disclosure }: ReadSuccess, { rules, set }: Wish): Scores {
  const changes = set.map((text) => {
    const found = findWhatIfChange(text, disclosure.evaluations);
    if (found.kind === "refused") throw new UsageError(`--set：${found.reason}。`);
    return found.change;
  });
  return scoresOf(disclosure, rules === undefined ? { changes } : { rules, changes });
}

function scoresJson({ result, department }: ScoredResult, wish: Wish): object {
  if (isFailure(result)) return result;
  const scores = toScoresJson(scored(result, wish));
  return department === null
    ? scores
    : { ...scores, department: departmentScoreJson(department, result.disclosure.source) };
}

function scoresText({ result, department }: ScoredResult, wish: Wish): string {
  if (isFailure(result)) return "";
  const paint = paintFor(process.stdout, process.env);
  const text = textScores(scored(result, wish), paint);
  return department === null ? text : text + textDepartmentScore(department, paint);
}
