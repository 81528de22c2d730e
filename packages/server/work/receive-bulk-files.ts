// Files on their way into a bulk check: each goes to a temporary folder and from there, piece by piece, into the
// database, so that no file stands in memory. An archive is unpacked in a thread of its own and becomes its members.

import { createWriteStream } from "node:fs";
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

import { and, eq, max, sum } from "drizzle-orm";

import { DocumentError } from "@jueming/documents/document-error.ts";
import { safeName } from "@jueming/documents/zip/entry-name.ts";
import { isLeftover } from "@jueming/documents/zip/members.ts";
import { askBulkThread } from "@jueming/pipeline/bulk-checks/ask-bulk-thread.ts";
import type { UnpackedMember } from "@jueming/pipeline/bulk-checks/bulk-requests.ts";

import { BULK_LIMITS } from "../contract/bulk-checks.ts";
import type { Key } from "../contract/reference.ts";
import type { Queries } from "../database/database.ts";
import { conflict, HttpProblem } from "../http/http-problem.ts";
import type { Services } from "../services.ts";
import { storeBlobOfFile } from "../store/blobs.ts";
import { isCheck, isOfCheck } from "../store/bulk-checks.ts";
import { bulkCheck, bulkFile } from "../store/schema/index.ts";

/** IncomingFile: a file as it comes in; the name may hold folders. */
export interface IncomingFile {
  readonly name: string;
  readonly content: Readable;
  /** Asked when the content has come: true where it was longer than the limit. */
  readonly isCut: () => boolean;
}

const NAME_LENGTH_LIMIT = 400;

/** Takes files into a check that still takes some; gives how many were added, members of archives each. */
export async function receiveBulkFiles(
  services: Pick<Services, "database">,
  key: Key,
  files: AsyncIterable<IncomingFile>,
): Promise<{ readonly added: number }> {
  const folder = await mkdtemp(join(tmpdir(), "jueming-upload-"));
  try {
    let added = 0;
    for await (const file of files) {
      const name = safeName(file.name).slice(-NAME_LENGTH_LIMIT);
      const path = join(folder, "file");
      await pipeline(file.content, createWriteStream(path));
      if (isLeftover(name)) continue;
      const received = file.isCut()
        ? [tooLarge(name, path)]
        : await filesIn(name, path, join(folder, "members"));
      added += await addFiles(services, key, received);
      await rm(join(folder, "members"), { recursive: true, force: true });
    }
    return { added };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function tooLarge(source: string, path: string): UnpackedMember {
  const megabytes = BULK_LIMITS.fileBytes / 1024 / 1024;
  const message = `文件超过 ${megabytes} MB 的上限。请按单位拆分后重试。`;
  return { source, path, error: { code: "too-large", message } };
}

/** The members of an archive, or the file itself. */
async function filesIn(source: string, path: string, folder: string): Promise<readonly UnpackedMember[]> {
  if (!(await mayBeArchive(path))) return [{ source, path }];
  try {
    return (await askBulkThread("unpack", { source, path, folder })) ?? [{ source, path }];
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    return [{ source, path, error: { code: error.code, message: error.message } }];
  }
}

async function mayBeArchive(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(2) });
    return bytesRead === 2 && buffer.toString("latin1") === "PK";
  } finally {
    await file.close();
  }
}

/** Adds what came of one upload, all of it or nothing. */
async function addFiles(
  { database }: Pick<Services, "database">,
  key: Key,
  received: readonly UnpackedMember[],
): Promise<number> {
  return database.inTransaction(async (queries) => {
    const { room, position } = await roomIn(queries, key);
    if (received.length > room.files) throw tooMuch();
    let [next, bytes] = [position, room.bytes];
    for (const member of received) {
      const stored =
        member.error === undefined ? await storeBlobOfFile(queries, key.shardRegion, member.path) : null;
      bytes -= stored?.size ?? 0;
      if (bytes < 0) throw tooMuch();
      if (await addFile(queries, key, { position: next, member, stored })) next += 1;
    }
    return next - position;
  });
}

interface Room {
  readonly room: { readonly files: number; readonly bytes: number };
  /** The first free position. */
  readonly position: number;
}

/** How much a check still takes; it stays locked, so that positions are given once. */
async function roomIn(queries: Queries, key: Key): Promise<Room> {
  const [check] = await queries.select().from(bulkCheck).where(isCheck(key)).for("update");
  if (check?.state !== "uploading") throw conflict("这次检查已经开始，不能再添加文件。请新建一次检查。");
  const [used] = await queries
    .select({ last: max(bulkFile.position), bytes: sum(bulkFile.size).mapWith(Number) })
    .from(bulkFile)
    .where(isOfCheck(key));
  const last = used?.last ?? 0;
  const room = { files: BULK_LIMITS.files - last, bytes: BULK_LIMITS.bytes - (used?.bytes ?? 0) };
  return { room, position: last + 1 };
}

interface NewFile {
  readonly position: number;
  readonly member: UnpackedMember;
  readonly stored: { readonly hash: string; readonly size: number } | null;
}

/** Adds a file; false where the same file has come before under the same name. */
async function addFile(queries: Queries, key: Key, file: NewFile): Promise<boolean> {
  const { position, member, stored } = file;
  const source = await freeName(queries, key, file);
  if (source === undefined) return false;
  await queries.insert(bulkFile).values({
    shardRegion: key.shardRegion,
    checkId: key.id,
    position,
    source,
    hash: stored?.hash ?? null,
    size: stored?.size ?? 0,
    status: member.error === undefined ? "waiting" : "failed",
    failureCode: member.error?.code ?? null,
    failureMessage: member.error?.message ?? null,
  });
  return true;
}

/** The name under which a file is kept: another file of the same name is told apart by a number. */
async function freeName(
  queries: Queries,
  key: Key,
  { member, stored }: NewFile,
): Promise<string | undefined> {
  for (let time = 1; ; time += 1) {
    const name = time === 1 ? member.source : `${member.source}（${time}）`;
    const [known] = await queries
      .select({ hash: bulkFile.hash })
      .from(bulkFile)
      .where(and(isOfCheck(key), eq(bulkFile.source, name)));
    if (known === undefined) return name;
    if (known.hash === (stored?.hash ?? null)) return undefined;
  }
}

function tooMuch(): HttpProblem {
  const gigabytes = BULK_LIMITS.bytes / 1024 ** 3;
  return new HttpProblem(
    413,
    "too-large",
    `一次检查最多 ${BULK_LIMITS.files} 个文件、${gigabytes} GB。请分成几次检查。`,
  );
}
