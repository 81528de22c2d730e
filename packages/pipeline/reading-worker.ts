// The thread in which files are read apart (reading-apart.ts): one request, one reply.

import { parentPort } from "node:worker_threads";

import { DocumentError } from "@jueming/documents/document-error.ts";
import { formatOf, prepareFor } from "@jueming/documents/formats.ts";

import type { FileToRead, ReadingReply, ReadingRequest } from "./reading-apart.ts";

async function reply({ bytes, source }: FileToRead): Promise<ReadingReply> {
  try {
    return { document: await (await formatOf(bytes, source)).read(bytes, source) };
  } catch (error) {
    if (error instanceof DocumentError) return { error: { code: error.code, message: error.message } };
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort?.on("message", (request: ReadingRequest) => {
  if ("expected" in request) void prepareFor(request.expected);
  else void reply(request).then((answer) => parentPort?.postMessage(answer));
});
