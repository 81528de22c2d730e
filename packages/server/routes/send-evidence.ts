// A kept file as a download in which nothing runs and which nobody else keeps.

import type { FastifyReply } from "fastify";

import type { Queries } from "../database/database.ts";
import { streamBlob } from "../store/blobs.ts";
import { savedAs } from "../work/report-documents.ts";

/** SentFile: what is sent of a kept file. */
interface SentFile {
  readonly shardRegion: string;
  readonly name: string;
  readonly mediaType: string;
  readonly hash: string;
  readonly size: number;
}

/** Sends the content of a file. */
export const sendEvidence = (
  reply: FastifyReply,
  database: Queries,
  { shardRegion, name, mediaType, hash, size }: SentFile,
): FastifyReply =>
  reply
    .header("content-disposition", savedAs(name))
    .header("content-security-policy", "default-src 'none'; sandbox")
    .header("cache-control", "private, no-store")
    .header("content-length", size)
    .type(mediaType)
    .send(streamBlob(database, shardRegion, hash));
