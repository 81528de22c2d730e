// The thread or process in which files are read apart (reading-apart.ts): one request, one reply.

import { parentPort } from "node:worker_threads";

import type { Document } from "@jueming/core/document/document.ts";
import { DocumentError } from "@jueming/documents/document-error.ts";
import { formatOf, prepareFor } from "@jueming/documents/formats.ts";

import type { FileToRead, ReadingReply, ReadingRequest } from "./reading-apart.ts";

async function reply({ bytes, source, options }: FileToRead): Promise<ReadingReply> {
  try {
    const document = await (await formatOf(bytes, source)).read(bytes, source);
    if (!isLarge(document)) return { document };
    const [{ disclosureIn }, { toDisclosureJson }] = await Promise.all([
      import("./recognition.ts"),
      import("@jueming/core/disclosure/disclosure-json.ts"),
    ]);
    return { disclosure: toDisclosureJson(disclosureIn(document, options)) };
  } catch (error) {
    if (error instanceof DocumentError) return { error: { code: error.code, message: error.message } };
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

/** Rows and paragraphs from which recognition may take seconds; a report of 300 pages has fewer. */
const LARGE_DOCUMENT = 20_000;

function isLarge({ blocks }: Document): boolean {
  let size = 0;
  for (const block of blocks)
    size += block.kind === "table" ? block.rows.length : 1 + block.text.length / 100;
  return size > LARGE_DOCUMENT;
}

function answerTo(request: ReadingRequest, send: (reply: ReadingReply) => void): void {
  if ("expected" in request) void prepareFor(request.expected);
  else void reply(request).then(send);
}

if (parentPort === null) {
  process.on("message", (request: ReadingRequest) => answerTo(request, (answer) => process.send?.(answer)));
} else {
  const port = parentPort;
  port.on("message", (request: ReadingRequest) => answerTo(request, (answer) => port.postMessage(answer)));
}
