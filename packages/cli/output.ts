// Results go to standard output or to --out, everything else to standard error.

import { once } from "node:events";
import { createWriteStream, statSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, normalize, sep } from "node:path";
import type { Writable } from "node:stream";

import type { ReadFailure } from "@jueming/pipeline/read.ts";

import { printable } from "./printed-width.ts";
import { STATUS, UsageError } from "./usage-error.ts";

/** Output: where the results of a command go. */
export interface Output {
  readonly write: (text: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** A reader that has seen enough, such as `head`, ends the command quietly. */
export function endQuietlyOnClosedPipe(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") process.exit();
      if (stream === process.stdout) tell(cannotWrite("标准输出", error).message);
      process.exit(STATUS.failed);
    });
  }
}

export function standardOutput(): Output {
  return { write: (text) => writeTo(process.stdout, text), close: async () => {} };
}

/** One file for all results. */
export async function fileOutput(path: string): Promise<Output> {
  const stream = createWriteStream(path);
  try {
    await once(stream, "open");
  } catch (cause) {
    throw cannotWrite(path, cause);
  }
  const failed = new Promise<never>((_, reject) => {
    stream.once("error", (cause) => reject(cannotWrite(path, cause)));
  });
  failed.catch(() => {});
  const close = async (): Promise<void> => {
    stream.end();
    await Promise.race([once(stream, "close"), failed]);
  };
  return { write: (text) => Promise.race([writeTo(stream, text), failed]), close };
}

async function writeTo(stream: Writable, text: string): Promise<void> {
  // Waiting keeps a slow reader from filling the memory.
  if (!stream.write(text)) await once(stream, "drain");
}

/** Writes a whole file. */
export async function writeWhole(path: string, content: Uint8Array): Promise<void> {
  try {
    await writeFile(path, content);
  } catch (cause) {
    throw cannotWrite(path, cause);
  }
}

/** Writes one file within a folder, making folders as needed. */
export async function writeInFolder(
  folder: string,
  name: string,
  content: string | Uint8Array,
): Promise<void> {
  const inside = normalize(name)
    .split(sep)
    .filter((part) => part !== ".." && part !== "." && part !== "")
    .join(sep);
  const path = join(folder, inside);
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  } catch (cause) {
    throw cannotWrite(path, cause);
  }
}

/** True when --out names a folder: it exists as one, or ends like one. */
export function isFolder(path: string): boolean {
  try {
    return /[/\\]$/u.test(path) || statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  } catch {
    // Where one may not even look, writing says why.
    return false;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: "磁盘已满。请清理后重试，或写到别的磁盘",
  EACCES: "没有写入权限。请换一个自己的文件夹",
  EPERM: "没有写入权限。请换一个自己的文件夹",
  EROFS: "磁盘是只读的。请换一个文件夹",
  ENOENT: "文件夹不存在。请先建立文件夹，或检查路径",
  ENOTDIR: "路径中有一段是文件而不是文件夹。请检查路径",
  EEXIST: "路径中有一段是文件而不是文件夹。请检查路径",
  EISDIR: "这是文件夹而不是文件。请给出文件名",
  ENAMETOOLONG: "路径太长。请用短一些的文件名",
};

function cannotWrite(path: string, cause: unknown): UsageError {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  const detail = cause instanceof Error ? cause.message : String(cause);
  const why = REASONS[code] ?? `${detail}。请检查路径、权限和磁盘空间`;
  return new UsageError(`无法写入“${path}”：${why}。`);
}

/** Tells on standard error why a file could not be read; its name may carry what a terminal would obey. */
export function tellFailure({ source, error }: ReadFailure): void {
  tell(printable(`${source}：${error.message}（${error.code}）`));
}

export function tell(message: string): void {
  process.stderr.write(`${message}\n`);
}
