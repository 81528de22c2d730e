// Reads many inputs for signals: few in this thread, many in as many threads as the machine has.

import { availableParallelism } from "node:os";

import type { EvaluationExtract } from "@jueming/core/signals/evaluation-extract.ts";

import { workInThreads } from "../file-threads.ts";
import type { Input } from "../inputs.ts";
import type { ReadFailure } from "../read.ts";
import { isFailure } from "../read.ts";
import type { ReadOptions } from "../recognition.ts";
import type { ExtractedFile } from "./extract-input.ts";
import { extractInput } from "./extract-input.ts";

/** Files from which worker threads pay. */
const MANY_FILES = 16;
const THREADS_LIMIT = 64;

/** ExtractOptions: how inputs are read, in how many threads, and whom to tell of each file done. */
export interface ExtractOptions {
  readonly read: ReadOptions;
  readonly jobs?: number;
  readonly onProgress?: (done: number) => void;
}

/** AllExtracts: the extracts of all inputs, and what could not be used. */
export interface AllExtracts {
  readonly extracts: readonly EvaluationExtract[];
  readonly failures: readonly ReadFailure[];
  /** Files that were read and hold no project self-evaluation. */
  readonly withoutEvaluations: readonly string[];
}

/** Reads all inputs; failures stand in the order of the input. */
export async function extractAll(
  inputs: readonly Input[],
  { read, jobs, onProgress }: ExtractOptions,
): Promise<AllExtracts> {
  const results: (ExtractedFile | ReadFailure | undefined)[] = inputs.map(() => undefined);
  let done = 0;
  const onReply = (index: number, reply: ExtractedFile | ReadFailure): void => {
    results[index] = reply;
    done += 1;
    onProgress?.(done);
  };
  const wanted = jobs ?? (inputs.length > MANY_FILES ? availableParallelism() : 1);
  const count = Math.min(wanted, inputs.length, THREADS_LIMIT);
  if (count > 1)
    await workInThreads(inputs, { module: "./signals/extract-worker.ts", workerData: read, count, onReply });
  else for (const [index, input] of inputs.entries()) onReply(index, await extractInput(input, read));
  return gathered(results.filter((result) => result !== undefined));
}

function gathered(results: readonly (ExtractedFile | ReadFailure)[]): AllExtracts {
  const extracts: EvaluationExtract[] = [];
  const failures: ReadFailure[] = [];
  const withoutEvaluations: string[] = [];
  for (const result of results) {
    if (isFailure(result)) failures.push(result);
    else if (result.extracts.length === 0) withoutEvaluations.push(result.source);
    else for (const extract of result.extracts) extracts.push(extract);
  }
  return { extracts, failures, withoutEvaluations };
}
