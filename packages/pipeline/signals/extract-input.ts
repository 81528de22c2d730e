// Reads one input and takes what signals need of its self-evaluations; the rest is let go at once.

import { editionOf } from "@jueming/core/regions/index.ts";
import type { EvaluationExtract } from "@jueming/core/signals/evaluation-extract.ts";
import { extractEvaluations } from "@jueming/core/signals/extract-evaluations.ts";

import type { Input } from "../inputs.ts";
import type { ReadFailure } from "../read.ts";
import { failureOf, isFailure, readInput } from "../read.ts";
import type { ReadOptions } from "../recognition.ts";

/** ExtractedFile: a file and the extracts of its self-evaluations; none where it has none. */
export interface ExtractedFile {
  readonly source: string;
  readonly extracts: readonly EvaluationExtract[];
}

/** The extracts of one input; whatever happens, the others go on. */
export async function extractInput(input: Input, options: ReadOptions): Promise<ExtractedFile | ReadFailure> {
  const read = await readInput(input, options);
  if (isFailure(read)) return read;
  const { source, disclosure } = read;
  try {
    return { source, extracts: extractEvaluations(disclosure, source, editionOf(disclosure).scoring) };
  } catch (error) {
    return failureOf(source, error);
  }
}
