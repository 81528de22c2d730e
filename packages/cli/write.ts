// `jueming write`: a disclosure, or any document it can be read from, to an official document.

import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";

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
  const isOnly = inputs.length === 1;
  const nameOf = outputNames(inputs, command.to);
  const writing = inAdvance(inputs, (input) => writeOne(input, command, { setup, isOnly, nameOf }));
  let done = 0;
  for await (const { messages, isWritten } of writing) {
    if (!isWritten) status = STATUS.failed;
    for (const message of messages) tell(message);
    done += 1;
    progress.advance(done);
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

/** Starts as many as there are processors, and gives what became of them in the order of the inputs. */
async function* inAdvance<Result>(
  inputs: readonly Input[],
  start: (input: Input) => Promise<Result>,
): AsyncIterable<Result> {
  const started: Promise<Result>[] = [];
  let next = 0;
  while (next < inputs.length || started.length > 0) {
    const input = inputs[next];
    if (input !== undefined && started.length <= availableParallelism()) {
      started.push(start(input));
      next += 1;
      continue;
    }
    const first = started.shift();
    if (first !== undefined) yield await first;
  }
}

interface OneOfMany {
  readonly setup: Setup;
  readonly isOnly: boolean;
  readonly nameOf: (input: Input) => string;
}

/** The files' own names with another extension; those that would then be one keep theirs before it. */
function outputNames(inputs: readonly Input[], format: WrittenFormat): OneOfMany["nameOf"] {
  const [only] = inputs.length === 1 ? inputs : [];
  if (only !== undefined) return () => `${withoutExtension(withoutFolder(only.source))}.${format}`;
  const names = inputs.map(({ source }) => withoutExtension(source));
  return ({ source }) => {
    const name = withoutExtension(source);
    const isAlone = names.indexOf(name) === names.lastIndexOf(name);
    return `${isAlone ? name : source}.${format}`;
  };
}

/** WrittenOne: what is told of one input; the others are written all the same. */
interface WrittenOne {
  readonly isWritten: boolean;
  readonly messages: readonly string[];
}

async function writeOne(
  input: Input,
  command: WriteCommand,
  { setup, isOnly, nameOf }: OneOfMany,
): Promise<WrittenOne> {
  const read = await readInput(input);
  if (isFailure(read)) {
    const { code, message } = read.error;
    return { isWritten: false, messages: [`${printable(read.source)}：${message}（${code}）`] };
  }
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
    const where = await save(bytes, nameOf(input), { command, input });
    const gaps =
      missing.length === 0
        ? []
        : [`草稿中有 ${missing.length} 处待填写：\n${missing.map(printable).join("\n")}`];
    return {
      isWritten: true,
      messages: [
        ...remarks.map((remark) => `提示：${printable(remark)}`),
        ...gaps,
        `已写入 ${printable(where)}`,
      ],
    };
  } catch (error) {
    if (!(error instanceof Error) || !isWorldsFault(error)) throw error;
    const message = isOnly ? error.message : `${printable(input.source)}：${error.message}`;
    return { isWritten: false, messages: [message] };
  }
}

/** Faults that a person can do something about; they say so themselves. */
const isWorldsFault = ({ name }: Error): boolean =>
  ["DocumentError", "TemplateError", "TypesettingError", "UsageError"].includes(name);

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
  tell(`已写入 ${printable(await save(bytes, `绩效自评汇总表.${command.to}`, { command }))}`);
  return failures.length > 0 ? STATUS.failed : STATUS.fine;
}

/** Saves the file and says where; never over the material it was made of. */
async function save(
  bytes: Uint8Array,
  name: string,
  { command: { out }, input }: { readonly command: WriteCommand; readonly input?: Input },
): Promise<string> {
  const path = out === undefined ? name : isFolder(out) ? join(out, name) : out;
  if (input !== undefined && resolve(path) === resolve(input.path))
    throw new UsageError(`“${path}”就是材料本身，不能写在它上面。请用 --out 指定别的文件或文件夹。`);
  if (out !== undefined && isFolder(out)) await writeInFolder(out, name, bytes);
  else await writeWhole(path, bytes);
  return path;
}

const withoutFolder = (path: string): string => path.replace(/^.*[/\\]/u, "");
const withoutExtension = (path: string): string => path.replace(/\.[^./\\]+$/u, "");

function editionOfCommand(disclosure: Disclosure, region: string | undefined): Edition {
  return region === undefined ? editionOf(disclosure) : editionFor(region, disclosure.year);
}
