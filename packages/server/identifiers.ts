// Ids and secrets made by the server.

import { createHash, randomBytes } from "node:crypto";

/** A UUID version 7 (RFC 9562): it sorts by the time it was made, so that new rows stand together in indexes. */
export function newId(now: number = Date.now()): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now, 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** A secret for a link, a session or a form. */
export const newToken = (): string => randomBytes(32).toString("base64url");

/** What is kept of a secret, and the name of content. */
export const sha256 = (content: string | Uint8Array): string =>
  createHash("sha256").update(content).digest("hex");
