// `jueming import`: the finance system's exported tables to one disclosure.

import { toDisclosureJson } from "@jueming/core/disclosure/disclosure-json.ts";
import type { Disclosure } from "@jueming/core/disclosure/disclosure.ts";
import { gathered } from "@jueming/pipeline/import.ts";
import { findInputs } from "@jueming/pipeline/inputs.ts";
import { isFailure, readInput } from "@jueming/pipeline/read.ts";

import { tell, writeWhole } from "./output.ts";
import { STATUS, UsageError } from "./usage-error.ts";

/** ImportCommand: the options of `jueming import`. */
export interface ImportCommand {
  readonly out: string;
  readonly region?: string;
}

/** Reads the files and writes what they hold together; the status is 2 when one could not be read. */
export async function runImport(paths: readonly string[], { out, region }: ImportCommand): Promise<number> {
  let status: number = STATUS.fine;
  const read: Disclosure[] = [];
  for (const input of await findInputs(paths)) {
    const result = await readInput(input, region === undefined ? {} : { region });
    if (isFailure(result)) {
      status = STATUS.failed;
      tell(`${result.source}：${result.error.message}（${result.error.code}）`);
    } else read.push(result.disclosure);
  }
  const disclosure = gathered(read);
  if (disclosure === undefined) throw new UsageError("没有读到任何决算表，未写出文件。请检查给出的文件。");
  await writeWhole(
    out,
    new TextEncoder().encode(`${JSON.stringify(toDisclosureJson(disclosure), null, 2)}\n`),
  );
  for (const { message } of disclosure.problems) tell(message);
  const titles = disclosure.tables.map(({ title }) => title).join("、");
  tell(`已写出 ${out}：${disclosure.tables.length} 张表（${titles}）。`);
  return status;
}
