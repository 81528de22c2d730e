// Files and folders named on the command line, as a sorted list of inputs. What cannot be listed is an
// input with an error, so that it is reported in its place and does not stop the others.

import type { Dirent } from "node:fs";
import { readFile, readdir, realpath, stat } from "node:fs/promises";
import { basename, join } from "node:path";

import { DocumentError } from "@jueming/documents/document-error.ts";

import { withArchiveMembers } from "./archive-inputs.ts";

/** Input: one file to be read, or why there is none. */
export interface Input {
  /** How results name it: its name, or its path within the folder that was given. */
  readonly source: string;
  readonly path: string;
  readonly error?: DocumentError;
}

const FILES_LIMIT = 200_000;
const FOLDER_DEPTH_LIMIT = 64;
const BYTES_LIMIT = 256 * 1024 * 1024;

/** Lists the inputs in the order given, folders in the order of their names. */
export async function findInputs(paths: readonly string[]): Promise<readonly Input[]> {
  const found: Input[] = [];
  for (const path of paths) {
    for (const input of await inputsAt(path)) {
      if (found.length >= FILES_LIMIT) throw tooManyFiles();
      found.push(input);
    }
  }
  return withDistinctSources(await withArchiveMembers(found, bytesOf));
}

async function inputsAt(path: string): Promise<readonly Input[]> {
  try {
    const status = await stat(path);
    if (status.isDirectory()) return await inputsInFolder(path);
    return [{ source: basename(path), path, ...(status.isFile() ? {} : { error: notAFile(path) }) }];
  } catch (cause) {
    return [{ source: basename(path), path, error: fileError(path, cause) }];
  }
}

async function inputsInFolder(folder: string): Promise<readonly Input[]> {
  const found: Input[] = [];
  await walkFolder({ folder, within: "", depth: 0, visited: new Set() }, found);
  if (found.length > 0) return found;
  const error = new DocumentError(
    "empty",
    `文件夹“${folder}”里没有可读的文件。请检查路径，或把材料放进去后重试。`,
  );
  return [{ source: basename(folder) || folder, path: folder, error }];
}

interface FolderWalk {
  readonly folder: string;
  readonly within: string;
  readonly depth: number;
  /** Real paths already walked: links may lead in a circle. */
  readonly visited: Set<string>;
}

async function walkFolder(walk: FolderWalk, found: Input[]): Promise<void> {
  const path = join(walk.folder, walk.within);
  const real = await realpath(path);
  if (walk.visited.has(real) || walk.depth > FOLDER_DEPTH_LIMIT) return;
  walk.visited.add(real);
  const entries = await readdir(path, { withFileTypes: true });
  for (const entry of entries.toSorted((a, b) => compareNames(a.name, b.name))) {
    if (entry.name.startsWith(".") || entry.name.startsWith("~$")) continue;
    if (found.length >= FILES_LIMIT) throw tooManyFiles();
    await addEntry(walk, entry, found);
  }
}

async function addEntry(walk: FolderWalk, entry: Dirent, found: Input[]): Promise<void> {
  const source = walk.within === "" ? entry.name : `${walk.within}/${entry.name}`;
  const path = join(walk.folder, source);
  try {
    const status = entry.isSymbolicLink() ? await stat(path) : entry;
    if (status.isDirectory()) await walkFolder({ ...walk, within: source, depth: walk.depth + 1 }, found);
    else found.push({ source, path, ...(status.isFile() ? {} : { error: notAFile(path) }) });
  } catch (cause) {
    found.push({ source, path, error: fileError(path, cause) });
  }
}

/** Numbers in names sort by value: 2.txt before 10.txt; otherwise by code, the same on every machine. */
function compareNames(a: string, b: string): number {
  return a.localeCompare(b, "en", { numeric: true }) || (a < b ? -1 : Number(a > b));
}

/** Inputs of the same name from different folders are told apart by their paths as given. */
function withDistinctSources(inputs: readonly Input[]): readonly Input[] {
  const counts = new Map<string, number>();
  for (const { source } of inputs) counts.set(source, (counts.get(source) ?? 0) + 1);
  return inputs.map((input) =>
    (counts.get(input.source) ?? 0) > 1 ? { ...input, source: input.path } : input,
  );
}

/** The bytes of a file, or the DocumentError that says why there are none. */
export async function bytesOf(input: Input): Promise<Uint8Array> {
  if (input.error !== undefined) throw input.error;
  try {
    const { size } = await stat(input.path);
    if (size > BYTES_LIMIT) {
      const megabytes = Math.ceil(size / 1024 / 1024);
      throw new DocumentError(
        "too-large",
        `文件有 ${megabytes} MB，超过 256 MB 的上限。请按单位拆分后重试。`,
      );
    }
    return await readFile(input.path);
  } catch (cause) {
    throw cause instanceof DocumentError ? cause : fileError(input.path, cause);
  }
}

const FILE_MESSAGES: Readonly<Record<string, string>> = {
  ENOENT: "找不到该文件或文件夹。请检查路径和文件名。",
  ENOTDIR: "路径中有一段不是文件夹。请检查路径。",
  EACCES: "没有读取权限。请联系管理员授权，或把文件复制到自己的文件夹后重试。",
  EPERM: "没有读取权限。请联系管理员授权，或把文件复制到自己的文件夹后重试。",
  ELOOP: "链接互相指向，没有尽头。请直接给出真实路径。",
  EISDIR: "这是文件夹而不是文件。",
  ENAMETOOLONG: "路径太长。请检查路径。",
};

/** Names that are no UTF-8 come from the system with U+FFFD in them and cannot be opened by that. */
const UNREADABLE_NAME = "文件名的编码无法识别，打不开。请把文件改名后重试。";

function fileError(path: string, cause: unknown): DocumentError {
  if (cause instanceof DocumentError) return cause;
  const code = typeof cause === "object" && cause !== null && "code" in cause ? String(cause.code) : "";
  const isLost = code === "ENOENT" && path.includes("\uFFFD");
  const why = isLost ? UNREADABLE_NAME : (FILE_MESSAGES[code] ?? "无法打开。请检查磁盘和网络连接后重试。");
  return new DocumentError("not-found", `“${path}”：${why}`, { cause });
}

function notAFile(path: string): DocumentError {
  return new DocumentError("unsupported-format", `“${path}”是设备或管道，不是普通文件。请给出文件或文件夹。`);
}

function tooManyFiles(): DocumentError {
  return new DocumentError("too-large", `一次最多处理 ${FILES_LIMIT} 个文件。请分批进行。`);
}
