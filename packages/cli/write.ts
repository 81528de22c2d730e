// `jueming write`: a disclosure, or any document it can be read from, to an official document.

import type { ComposePart } from "@jueming/core/compose/compose.ts";
import type { Disclosure } from "@jueming/core/disclosure/disclosure.ts";
import type { Edition } from "@jueming/core/regions/edition.ts";
import { editionFor, editionOf } from "@jueming/core/regions/index.ts";
import type { WrittenFormat } from "@jueming/pipeline/write.ts";
import { writeDisclosure } from "@jueming/pipeline/write.ts";

import { readOne } from "./one-input.ts";
import { isFolder, tell, writeInFolder, writeWhole } from "./output.ts";
import { STATUS } from "./usage-error.ts";

/** WriteCommand: the options of `jueming write`. */
export interface WriteCommand {
  readonly to: WrittenFormat;
  readonly part?: ComposePart;
  readonly draft?: true;
  readonly out?: string;
  readonly region?: string;
  readonly prior?: string;
  readonly budget?: string;
  readonly fontDir?: string;
}

/** Writes one document and tells what is still missing in it. */
export async function runWrite(path: string, command: WriteCommand): Promise<number> {
  const disclosure = await readOne(path);
  const [prior, budget] = [await readOther(command.prior), await readOther(command.budget)];
  const { bytes, missing, remarks } = await writeDisclosure({
    disclosure,
    edition: editionOfCommand(disclosure, command.region),
    format: command.to,
    draft: command.draft === true,
    ...(command.part === undefined ? {} : { part: command.part }),
    ...(prior === null ? {} : { prior }),
    ...(budget === null ? {} : { budget }),
    ...(command.fontDir === undefined ? {} : { fontDirectories: [command.fontDir] }),
  });
  for (const remark of remarks) tell(`提示：${remark}`);
  if (missing.length > 0) tell(`草稿中有 ${missing.length} 处待填写：\n${missing.join("\n")}`);
  const name = `${baseName(path)}.${command.to}`;
  const { out } = command;
  if (out !== undefined && isFolder(out)) await writeInFolder(out, name, bytes);
  else await writeWhole(out ?? name, bytes);
  tell(`已写入 ${out === undefined ? name : isFolder(out) ? `${out.replace(/[/\\]$/u, "")}/${name}` : out}`);
  return STATUS.fine;
}

const baseName = (path: string): string => path.replace(/^.*[/\\]/u, "").replace(/\.[^.]+$/u, "");

const readOther = async (path: string | undefined): Promise<Disclosure | null> =>
  path === undefined ? null : readOne(path);

function editionOfCommand(disclosure: Disclosure, region: string | undefined): Edition {
  return region === undefined ? editionOf(disclosure) : editionFor(region, disclosure.year);
}
