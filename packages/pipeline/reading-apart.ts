// Reads formats whose parsers may hang or run out of memory in a thread of their own, with a limit on
// time and memory: a file that breaks it is refused, the process goes on, and so do the other files.

import type { Worker } from "node:worker_threads";

import type { Document } from "@jueming/core/document/document.ts";
import type { DocumentErrorCode } from "@jueming/documents/document-error.ts";
import { DocumentError } from "@jueming/documents/document-error.ts";

import { ThreadFault, askThread, startThread } from "./start-thread.ts";

/** ReadingReply: what the reading thread answers. */
export type ReadingReply =
  | { readonly document: Document }
  | { readonly error: { readonly code: DocumentErrorCode; readonly message: string } }
  | { readonly fault: string };

/** FileToRead: the bytes of one file. */
export interface FileToRead {
  readonly bytes: Uint8Array;
  readonly source: string;
}

/** ReadingRequest: a file to read, or the name of one that will come. */
export type ReadingRequest = FileToRead | { readonly expected: string };

const SECONDS_LIMIT = 9;
const MEMORY_LIMIT_MB = 900;
const YOUNG_MEMORY_MB = 24;

let idle: Worker | undefined;

/** Starts the thread before the file is at hand, with what a file of this name will probably need. */
export function expectFile(name: string): void {
  idle ??= startWorker();
  idle.postMessage({ expected: name } satisfies ReadingRequest);
}

/** Reads one file apart; throws a DocumentError where it cannot be read within the limits. */
export async function readApart(request: FileToRead, secondsLimit = SECONDS_LIMIT): Promise<Document> {
  const worker = idle ?? startWorker();
  idle = undefined;
  worker.ref();
  try {
    const reply = await askThread<ReadingReply>(worker, request, { secondsLimit });
    worker.unref();
    idle ??= worker;
    return documentOf(reply);
  } catch (error) {
    if (idle !== worker) void worker.terminate();
    throw error instanceof ThreadFault ? refusal(error, secondsLimit) : error;
  }
}

function startWorker(): Worker {
  const worker = startThread("./reading-worker.ts", {
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT_MB, maxYoungGenerationSizeMb: YOUNG_MEMORY_MB },
  });
  worker.once("exit", () => {
    if (idle === worker) idle = undefined;
  });
  worker.unref();
  return worker;
}

function documentOf(reply: ReadingReply): Document {
  if ("document" in reply) return reply.document;
  if ("error" in reply) throw new DocumentError(reply.error.code, reply.error.message);
  throw new Error(reply.fault);
}

function refusal(fault: ThreadFault, secondsLimit: number): DocumentError {
  switch (fault.why) {
    case "too-slow":
      return new DocumentError(
        "too-large",
        `读取这个文件超过 ${secondsLimit} 秒，已停止。文件可能过大或已损坏，请按单位拆分，或另存为文本（.txt）后重试。`,
      );
    case "out-of-memory":
      return new DocumentError(
        "too-large",
        "读取这个文件所需内存超过上限，已停止。请按单位拆分，或另存为文本（.txt）后重试。",
        { cause: fault },
      );
    case "broken":
      return new DocumentError("damaged", "文件已损坏，读取时中断。请重新下载或导出后重试。", {
        cause: fault,
      });
  }
}
