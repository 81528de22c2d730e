// `jueming read`: documents to disclosures.

import { toDisclosureJson } from "@jueming/core/disclosure/disclosure-json.ts";
import type { Input } from "@jueming/pipeline/inputs.ts";
import { findInputs } from "@jueming/pipeline/inputs.ts";
import type { ReadResult } from "@jueming/pipeline/read.ts";
import { isFailure, readInput } from "@jueming/pipeline/read.ts";

import { standardOutput, tellFailure, writeInFolder } from "./output.ts";
import { PLAIN, paintFor } from "./paint.ts";
import { progressOf } from "./progress.ts";
import { textSummary } from "./text-summary.ts";
import { STATUS } from "./usage-error.ts";

/** ReadCommand: the options of `jueming read`. */
export interface ReadCommand {
  readonly format: "json" | "text";
  readonly out?: string;
  readonly region?: string;
  readonly ignoreCarried?: true;
}

/** Reads the files and prints what is in them; the status is 2 when one of them could not be read. */
export async function runRead(paths: readonly string[], command: ReadCommand): Promise<number> {
  const inputs = await findInputs(paths);
  const progress = progressOf(inputs.length);
  let status: number = STATUS.fine;
  for (const [index, input] of inputs.entries()) {
    const result = await readInput(input, {
      ...(command.region === undefined ? {} : { region: command.region }),
      ...(command.ignoreCarried === undefined ? {} : { ignoreCarried: true }),
    });
    if (isFailure(result)) {
      status = STATUS.failed;
      tellFailure(result);
    }
    await printResult(result, command, { input, isOnly: inputs.length === 1, isFirst: index === 0 });
    progress.advance(index + 1);
  }
  progress.stop();
  return status;
}

interface Position {
  readonly input: Input;
  readonly isOnly: boolean;
  readonly isFirst: boolean;
}

async function printResult(result: ReadResult, command: ReadCommand, position: Position): Promise<void> {
  const { format, out } = command;
  const indent = position.isOnly && out === undefined && process.stdout.isTTY ? 2 : 0;
  const paint = out === undefined ? paintFor(process.stdout, process.env) : PLAIN;
  const json = isFailure(result) ? result : { ...toDisclosureJson(result.disclosure) };
  const text = format === "json" ? `${JSON.stringify(json, null, indent)}\n` : textSummary(result, paint);
  if (out !== undefined) {
    await writeInFolder(out, `${position.input.source}.${format === "json" ? "json" : "txt"}`, text);
    return;
  }
  const gap = format === "text" && !position.isFirst ? "\n" : "";
  await standardOutput().write(gap + text);
}
