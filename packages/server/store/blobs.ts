// Content by its SHA-256: what people bring in and what is published, kept once, in pieces, in the database, so that a
// backup has all of it and every server on the database sees it.

import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { Readable } from "node:stream";

import { and, asc, eq, inArray, sql } from "drizzle-orm";

import type { Queries } from "../database/database.ts";
import { sha256 } from "../identifiers.ts";
import { attachment, blob, blobPart, bulkFile, publicationFile, rectificationFile } from "./schema/index.ts";

/** Longest piece of content that is kept in one row. */
export const PART_BYTES = 1024 * 1024;

/** StoredBlob: the name and size of content. */
export interface StoredBlob {
  readonly hash: string;
  readonly size: number;
}

/** Keeps content; what is known already is not kept twice. */
export async function storeBlob(
  queries: Queries,
  shardRegion: string,
  content: Uint8Array,
): Promise<StoredBlob> {
  const [hash, size] = [sha256(content), content.length];
  const made = await queries
    .insert(blob)
    .values({ shardRegion, hash, size })
    .onConflictDoNothing()
    .returning();
  if (made.length > 0) {
    for (let part = 0; part * PART_BYTES < size || part === 0; part += 1) {
      const piece = content.subarray(part * PART_BYTES, (part + 1) * PART_BYTES);
      await queries.insert(blobPart).values({ shardRegion, hash, part, content: piece });
    }
  }
  return { hash, size };
}

/** Keeps content whose name is known, piece by piece; each piece but the last is `PART_BYTES` long. */
export async function storePieces(
  queries: Queries,
  { shardRegion, hash, size }: StoredBlob & { readonly shardRegion: string },
  pieces: AsyncIterable<Uint8Array>,
): Promise<void> {
  const made = await queries
    .insert(blob)
    .values({ shardRegion, hash, size })
    .onConflictDoNothing()
    .returning();
  if (made.length === 0) return;
  let part = 0;
  for await (const content of pieces) {
    await queries.insert(blobPart).values({ shardRegion, hash, part, content });
    part += 1;
  }
}

/** The content of a name; undefined where it is not kept. Throws where it is no longer what it was. */
export async function readBlob(
  queries: Queries,
  shardRegion: string,
  hash: string,
): Promise<Uint8Array | undefined> {
  const isOwn = and(eq(blob.shardRegion, shardRegion), eq(blob.hash, hash));
  const [known] = await queries.select().from(blob).where(isOwn);
  if (known === undefined) return undefined;
  const parts = await queries
    .select({ content: blobPart.content })
    .from(blobPart)
    .where(and(eq(blobPart.shardRegion, shardRegion), eq(blobPart.hash, hash)))
    .orderBy(asc(blobPart.part));
  const content = Buffer.concat(parts.map(({ content: piece }) => piece));
  if (sha256(content) !== hash) throw new Error(`blob ${hash} is damaged`);
  return content;
}

/** The content as a stream, a piece at a time. */
export function streamBlob(queries: Queries, shardRegion: string, hash: string): Readable {
  async function* pieces(): AsyncGenerator<Uint8Array> {
    const seal = createHash("sha256");
    for (let part = 0; ; part += 1) {
      const [piece] = await queries
        .select({ content: blobPart.content })
        .from(blobPart)
        .where(and(eq(blobPart.shardRegion, shardRegion), eq(blobPart.hash, hash), eq(blobPart.part, part)));
      if (piece === undefined) break;
      seal.update(piece.content);
      yield piece.content;
    }
    if (seal.digest("hex") !== hash) throw new Error(`blob ${hash} is damaged`);
  }
  return Readable.from(pieces(), { objectMode: false });
}

/** Keeps the content of a file without holding it in memory; to be called in a transaction of its own. */
export async function storeBlobOfFile(
  queries: Queries,
  shardRegion: string,
  path: string,
): Promise<StoredBlob> {
  const { hash, size } = await hashOfFile(path);
  const made = await queries
    .insert(blob)
    .values({ shardRegion, hash, size })
    .onConflictDoNothing()
    .returning();
  if (made.length === 0) return { hash, size };
  let part = 0;
  for await (const content of createReadStream(path, { highWaterMark: PART_BYTES })) {
    // Reason: a stream without an encoding gives bytes.
    await queries.insert(blobPart).values({ shardRegion, hash, part, content: content as Buffer });
    part += 1;
  }
  if (part === 0)
    await queries.insert(blobPart).values({ shardRegion, hash, part, content: new Uint8Array() });
  return { hash, size };
}

async function hashOfFile(path: string): Promise<StoredBlob> {
  const seal = createHash("sha256");
  let size = 0;
  for await (const piece of createReadStream(path, { highWaterMark: PART_BYTES })) {
    // Reason: as above.
    const content = piece as Buffer;
    seal.update(content);
    size += content.length;
  }
  return { hash: seal.digest("hex"), size };
}

/** Takes away content that nothing refers to any more. */
export async function dropUnusedBlobs(
  queries: Queries,
  shardRegion: string,
  hashes: readonly string[],
): Promise<void> {
  if (hashes.length === 0) return;
  const references = [attachment, bulkFile, publicationFile, rectificationFile].map(
    (table) =>
      sql`not exists (select 1 from ${table} where ${table.shardRegion} = ${blob.shardRegion} and ${table.hash} = ${blob.hash})`,
  );
  const unused = await queries
    .select({ hash: blob.hash })
    .from(blob)
    .where(and(eq(blob.shardRegion, shardRegion), inArray(blob.hash, [...hashes]), ...references))
    .for("update");
  const own = unused.map(({ hash }) => hash);
  if (own.length === 0) return;
  await queries
    .delete(blobPart)
    .where(and(eq(blobPart.shardRegion, shardRegion), inArray(blobPart.hash, own)));
  await queries.delete(blob).where(and(eq(blob.shardRegion, shardRegion), inArray(blob.hash, own)));
}
