// Commands that work on one document: the disclosure in it, or a sentence that says why there is none.

import type { Disclosure } from "@jueming/core/disclosure/disclosure.ts";
import { findInputs } from "@jueming/pipeline/inputs.ts";
import { isFailure, readInput } from "@jueming/pipeline/read.ts";
import type { ReadOptions } from "@jueming/pipeline/recognition.ts";

import { UsageError } from "./usage-error.ts";

/** Reads the one document at a path. */
export async function readOne(path: string, options: ReadOptions = {}): Promise<Disclosure> {
  const [input, another] = await findInputs([path]);
  if (input === undefined) throw new UsageError(`没有找到文件“${path}”。`);
  if (another !== undefined)
    throw new UsageError(`“${path}”里有多份材料，这里只要一份，请给出其中一个文件。`);
  const result = await readInput(input, options);
  if (isFailure(result))
    throw new UsageError(`${result.source}：${result.error.message}（${result.error.code}）`);
  return result.disclosure;
}
