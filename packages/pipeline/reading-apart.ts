// Reads formats whose parsers may hang or run out of memory in a thread of their own, with a limit on
// time and memory: a file that breaks it is refused, the process goes on, and so do the other files.
// A document of great length is recognised there too, because that takes long in proportion.

import type { ChildProcess } from "node:child_process";
import { Worker } from "node:worker_threads";

import type { JsonObject } from "@jueming/core/disclosure/disclosure-json.ts";
import type { Document } from "@jueming/core/document/document.ts";
import type { RecognizeOptions } from "@jueming/core/recognize/recognize.ts";
import type { DocumentErrorCode } from "@jueming/documents/document-error.ts";
import { DocumentError } from "@jueming/documents/document-error.ts";

import { startProcess } from "./start-process.ts";
import { ThreadFault, askThread, startThread } from "./start-thread.ts";

/** ReadApart: what was read; of a long document, the disclosure in it. */
export type ReadApart = { readonly document: Document } | { readonly disclosure: JsonObject };

/** ReadingReply: what the reading thread answers. */
export type ReadingReply =
  | ReadApart
  | { readonly error: { readonly code: DocumentErrorCode; readonly message: string } }
  | { readonly fault: string };

/** FileToRead: the bytes of one file, which go over to the thread, and how it is to be recognised. */
export interface FileToRead {
  readonly bytes: Uint8Array;
  readonly source: string;
  readonly options: RecognizeOptions;
}

/** ReadingRequest: a file to read, or the name of one that will come. */
export type ReadingRequest = FileToRead | { readonly expected: string };

const SECONDS_LIMIT = 9;
const MEMORY_LIMIT_MB = 900;
const YOUNG_MEMORY_MB = 24;

/** Apart: how far apart a format is read. */
type Apart = "thread" | "process";

let idle: Worker | undefined;
let idleProcess: ChildProcess | undefined;

/** Starts the thread before the file is at hand, with what a file of this name will probably need. */
export function expectFile(name: string): void {
  idle ??= startWorker();
  idle.postMessage({ expected: name } satisfies ReadingRequest);
}

/** Reads one file apart; throws a DocumentError where it cannot be read within the limits. */
export async function readApart(
  request: FileToRead,
  apart: Apart = "thread",
  secondsLimit = SECONDS_LIMIT,
): Promise<ReadApart> {
  const worker = apart === "thread" ? takeThread() : takeProcess();
  hold(worker);
  try {
    const transfer = ownBuffer(request.bytes);
    const reply = await askThread<ReadingReply>(worker, request, { secondsLimit, transfer });
    release(worker);
    keep(worker);
    return resultOf(reply);
  } catch (error) {
    if (!isKept(worker)) stop(worker);
    throw error instanceof ThreadFault ? refusal(error, secondsLimit) : error;
  }
}

function takeThread(): Worker {
  const taken = idle ?? startWorker();
  idle = undefined;
  return taken;
}

function takeProcess(): ChildProcess {
  if (idleProcess === undefined) return startReader();
  const taken = idleProcess;
  idleProcess = undefined;
  return taken;
}

function startReader(): ChildProcess {
  const child = startProcess("./reading-worker.ts");
  return child.once("exit", () => {
    if (idleProcess === child) idleProcess = undefined;
  });
}

/** The program goes on while an answer is awaited, and no longer. */
function hold(worker: Worker | ChildProcess): void {
  worker.ref();
  if (!(worker instanceof Worker)) worker.channel?.ref();
}

function release(worker: Worker | ChildProcess): void {
  worker.unref();
  if (!(worker instanceof Worker)) worker.channel?.unref();
}

function stop(worker: Worker | ChildProcess): void {
  if (worker instanceof Worker) void worker.terminate();
  else worker.kill("SIGKILL");
}

/** The next file finds it at hand; one is enough. */
function keep(worker: Worker | ChildProcess): void {
  if (worker instanceof Worker) idle ??= worker;
  else idleProcess ??= worker;
  if (!isKept(worker)) stop(worker);
}

function isKept(worker: Worker | ChildProcess): boolean {
  return worker === idle || worker === idleProcess;
}

/** A copy would need the memory of the file once more; a buffer that others share cannot be handed over. */
function ownBuffer({ buffer, byteLength }: Uint8Array): readonly ArrayBuffer[] {
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [];
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

function resultOf(reply: ReadingReply): ReadApart {
  if ("error" in reply) throw new DocumentError(reply.error.code, reply.error.message);
  if ("fault" in reply) throw new Error(reply.fault);
  return reply;
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
