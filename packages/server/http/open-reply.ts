// What is common to answers of open data: any page on the web may read them, and a reader that has them already is
// told so in a few bytes.

import type { FastifyReply, FastifyRequest } from "fastify";

import { sha256 } from "../identifiers.ts";

/** Lets scripts of other sites read an answer (CORS): nothing in it depends on who asks. */
export const allowAnyOrigin = (reply: FastifyReply): FastifyReply =>
  reply
    .header("access-control-allow-origin", "*")
    .header("access-control-expose-headers", "etag, retry-after, content-disposition")
    .header("cross-origin-resource-policy", "cross-origin");

/** True where the reader has what the tag stands for. */
export const isKnown = (request: FastifyRequest, tag: string): boolean =>
  (request.headers["if-none-match"] ?? "")
    .split(",")
    .some((one) => one.trim() === "*" || weak(one.trim()) === weak(tag));

const weak = (tag: string): string => tag.replace(/^W\//u, "");

/** Sends JSON with a tag of its content, or 304. Weak, for the same content is sent compressed, too. */
export async function openReply(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
): Promise<unknown> {
  allowAnyOrigin(reply);
  if (reply.statusCode !== 200 || typeof payload !== "string") return payload;
  const tag = `W/"${sha256(payload).slice(0, 20)}"`;
  // What is withdrawn must be gone at once: nothing is shown without asking.
  void reply.header("etag", tag).header("cache-control", "no-cache");
  if (!isKnown(request, tag)) return payload;
  void reply.status(304).removeHeader("content-length");
  return null;
}
