// `jueming write`: a disclosure, or any document it can be read from, to an official document.

import type { ComposePart } from "@jueming/core/compose/compose.ts";
import type { Disclosure } from "@jueming/core/disclosure/disclosure.ts";
import type { Edition } from "@jueming/core/regions/edition.ts";
import { editionFor, editionOf } from "@jueming/core/regions/index.ts";
import type { Input } from "@jueming/pipeline/inputs.ts";
import { bytesOf, findInputs } from "@jueming/pipeline/inputs.ts";
import { isFailure, readInput } from "@jueming/pipeline/read.ts";
import type { WrittenFormat } from "@jueming/pipeline/write.ts";
import { writeDisclosure, writeSummary } from "@jueming/pipeline/write.ts";

import { readOne } from "./one-input.ts";
import { isFolder, tell, writeInFolder, writeWhole } from "./output.ts";
import { printable } from "./printed-width.ts";
import { progressOf } from "./progress.ts";
import { STATUS, UsageError } from "./usage-error.ts";

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
  readonly template?: string;
}

/** Writes one document for each input, or one list of all; tells what is still missing in drafts. */
export async function runWrite(paths: readonly string[], command: WriteCommand): Promise<number> {
  const inputs = await findInputs(paths);
  const setup = await setupOf(command);
  if (command.part === "summary") return summary(inputs, command, setup);
  if (inputs.length > 1 && command.out !== undefined && !isFolder(command.out))
    throw new UsageError("有多份材料时，--out 应是文件夹（以 / 结尾）。");
  const progress = progressOf(inputs.length);
  let status: number = STATUS.fine;
  for (const [index, input] of inputs.entries()) {
    const failure = await writeOne(input, command, { setup, isOnly: inputs.length === 1 });
    if (failure !== null) {
      status = STATUS.failed;
      tell(failure);
    }
    progress.advance(index + 1);
  }
  progress.stop();
  return status;
}

interface Setup {
  readonly prior?: Disclosure;
  readonly budget?: Disclosure;
  readonly fontDirectories?: readonly string[];
  readonly template?: Uint8Array;
}

async function setupOf({ prior, budget, fontDir, template, to }: WriteCommand): Promise<Setup> {
  if (template !== undefined && to !== "docx")
    throw new UsageError("--template 是 Word 模板，只能与 --to docx 一起使用。");
  return {
    ...(template === undefined ? {} : { template: await readTemplate(template) }),
    ...(prior === undefined ? {} : { prior: await readOne(prior) }),
    ...(budget === undefined ? {} : { budget: await readOne(budget) }),
    ...(fontDir === undefined ? {} : { fontDirectories: [fontDir] }),
  };
}

async function readTemplate(path: string): Promise<Uint8Array> {
  const [input] = await findInputs([path]);
  if (input === undefined) throw new UsageError(`没有找到模板“${path}”。`);
  return bytesOf(input);
}

/** Null, or why this one was not written; the others are written all the same. */
async function writeOne(
  input: Input,
  command: WriteCommand,
  { setup, isOnly }: { readonly setup: Setup; readonly isOnly: boolean },
): Promise<string | null> {
  const read = await readInput(input);
  if (isFailure(read)) return `${printable(read.source)}：${read.error.message}（${read.error.code}）`;
  const { disclosure } = read;
  try {
    const { bytes, missing, remarks } = await writeDisclosure({
      disclosure,
      edition: editionOfCommand(disclosure, command.region),
      format: command.to,
      draft: command.draft === true,
      ...(command.part === undefined ? {} : { part: command.part }),
      ...setup,
    });
    for (const remark of remarks) tell(`提示：${printable(remark)}`);
    if (missing.length > 0)
      tell(`草稿中有 ${missing.length} 处待填写：\n${missing.map(printable).join("\n")}`);
    await save(bytes, `${baseName(input.source)}.${command.to}`, command.out);
    return null;
  } catch (error) {
    if (!(error instanceof Error) || !isWorldsFault(error)) throw error;
    return isOnly ? error.message : `${printable(input.source)}：${error.message}`;
  }
}

/** Faults that a person can do something about; they say so themselves. */
const isWorldsFault = ({ name }: Error): boolean =>
  ["DocumentError", "TemplateError", "TypesettingError"].includes(name);

async function summary(inputs: readonly Input[], command: WriteCommand, setup: Setup): Promise<number> {
  const results = await Promise.all(inputs.map((input) => readInput(input)));
  const failures = results.filter(isFailure);
  for (const { source, error } of failures) tell(`${printable(source)}：${error.message}（${error.code}）`);
  const materials = results.flatMap((result) =>
    isFailure(result)
      ? []
      : [
          {
            disclosure: result.disclosure,
            edition: editionOfCommand(result.disclosure, command.region),
          },
        ],
  );
  const bytes = await writeSummary(materials, { format: command.to, ...setup });
  await save(bytes, `绩效自评汇总表.${command.to}`, command.out);
  return failures.length > 0 ? STATUS.failed : STATUS.fine;
}

async function save(bytes: Uint8Array, name: string, out: string | undefined): Promise<void> {
  if (out !== undefined && isFolder(out)) await writeInFolder(out, name, bytes);
  else await writeWhole(out ?? name, bytes);
  const where = out === undefined ? name : isFolder(out) ? `${out.replace(/[/\\]$/u, "")}/${name}` : out;
  tell(`已写入 ${printable(where)}`);
}

const baseName = (path: string): string => path.replace(/^.*[/\\]/u, "").replace(/\.[^.]+$/u, "");

function editionOfCommand(disclosure: Disclosure, region: string | undefined): Edition {
  return region === undefined ? editionOf(disclosure) : editionFor(region, disclosure.year);
}
