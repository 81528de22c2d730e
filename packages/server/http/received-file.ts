// A file that is being sent: written to a temporary file as it arrives, so that a slow or large one holds neither
// memory nor a connection to the database.

import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

import { HttpProblem } from "./http-problem.ts";

/** ReceivedFile: its size and SHA-256, and how to read it while the work on it lasts. */
export interface ReceivedFile {
  readonly size: number;
  readonly hash: string;
  readonly content: () => Promise<Uint8Array>;
  /** Where it lies meanwhile, for a thread that reads it itself. */
  readonly path: string;
  /** Pieces of the given length; the last may be shorter. */
  readonly pieces: (length: number) => AsyncIterable<Uint8Array>;
}

/** Receives a file of at most so many bytes, does the work, and takes the temporary file away. */
export async function withReceivedFile<Result>(
  source: Readable,
  most: number,
  work: (file: ReceivedFile) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "jueming-received-"));
  try {
    const path = join(folder, "file");
    const { size, hash } = await write(source, path, most);
    return await work({
      size,
      hash,
      content: () => readFile(path),
      path,
      pieces: (length) => createReadStream(path, { highWaterMark: length }),
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function write(
  source: Readable,
  path: string,
  most: number,
): Promise<{ readonly size: number; readonly hash: string }> {
  const seal = createHash("sha256");
  let size = 0;
  await pipeline(
    source,
    async function* measured(bytes: AsyncIterable<Uint8Array>) {
      for await (const piece of bytes) {
        size += piece.length;
        if (size > most) throw tooLarge(most);
        seal.update(piece);
        yield piece;
      }
    },
    createWriteStream(path),
  );
  return { size, hash: seal.digest("hex") };
}

const tooLarge = (most: number): HttpProblem =>
  new HttpProblem(
    413,
    "too-large",
    `文件超过 ${Math.floor(most / (1024 * 1024))} MB。请压缩或拆分后再上传。`,
  );
