// Typesets PDF in processes of their own: the engine is native code, and a document that makes it hang or
// crash costs that process and not this one. Processes are kept for the next document for a while.

import type { ChildProcess } from "node:child_process";
import { fork } from "node:child_process";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";

import type { Composition } from "@jueming/core/document/composition.ts";
import type { TypesetDocument } from "@jueming/documents/pdf/typesetting/typesetter.ts";
import type { TypesettingErrorCode } from "@jueming/documents/pdf/typesetting/typesetting-error.ts";
import { TypesettingError } from "@jueming/documents/pdf/typesetting/typesetting-error.ts";

/** TypesettingRequest: one document, and where to look for the official typefaces first. */
export interface TypesettingRequest {
  readonly composition: Composition;
  readonly fontDirectories: readonly string[];
}

/** TypesettingReply: what the process answers. */
export type TypesettingReply =
  | { readonly document: TypesetDocument }
  | {
      readonly error: {
        readonly code: TypesettingErrorCode;
        readonly message: string;
        readonly cause: string;
      };
    }
  | { readonly fault: string };

/** TypesettingOptions: folders with fonts, and how long one document may take. */
export interface TypesettingOptions {
  readonly fontDirectories?: readonly string[];
  readonly secondsLimit?: number;
}

const SECONDS_LIMIT = 60;
/** A process holds some 300 MB; it is let go when nothing was asked of it for so long. */
const IDLE_SECONDS = 60;
const PROCESSES_LIMIT = Math.min(availableParallelism(), 4);
/** The engine keeps what it has learnt of fonts and texts; after so many documents that is given back. */
const DOCUMENTS_LIMIT = 500;

interface Typesetting {
  readonly process: ChildProcess;
  documents: number;
  rest: NodeJS.Timeout | undefined;
}

const idle: Typesetting[] = [];
const waiting: (() => void)[] = [];
let busy = 0;

/** Typesets a composition; documents asked for at once are shared among a few processes. */
export async function typesetPdf(
  composition: Composition,
  { fontDirectories = [], secondsLimit = SECONDS_LIMIT }: TypesettingOptions = {},
): Promise<TypesetDocument> {
  if (busy >= PROCESSES_LIMIT) await new Promise<void>((resolve) => waiting.push(resolve));
  busy += 1;
  try {
    return await typesetOnce({ composition, fontDirectories }, secondsLimit);
  } finally {
    busy -= 1;
    waiting.shift()?.();
  }
}

async function typesetOnce(request: TypesettingRequest, secondsLimit: number): Promise<TypesetDocument> {
  const typesetting = idle.pop() ?? startProcess();
  clearTimeout(typesetting.rest);
  hold(typesetting.process);
  try {
    const reply = await replyOf(typesetting.process, request, secondsLimit);
    release(typesetting);
    return documentOf(reply);
  } catch (error) {
    if (!idle.includes(typesetting)) typesetting.process.kill("SIGKILL");
    throw error;
  }
}

function startProcess(): Typesetting {
  const entry = fileURLToPath(new URL("./thread-entry.mjs", import.meta.url));
  const worker = new URL("./typesetting-worker.ts", import.meta.url).href;
  const process = fork(entry, [worker], {
    serialization: "advanced",
    execArgv: [],
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  const typesetting: Typesetting = { process, documents: 0, rest: undefined };
  // One that ends while it waits is not asked again; an error without an exit is told by the next request.
  process.once("exit", () => forget(typesetting)).on("error", () => forget(typesetting));
  return typesetting;
}

function forget(typesetting: Typesetting): void {
  clearTimeout(typesetting.rest);
  const index = idle.indexOf(typesetting);
  if (index !== -1) idle.splice(index, 1);
}

/** A process at work keeps this one alive, one that waits does not. */
function hold(process: ChildProcess): void {
  process.ref();
  process.channel?.ref();
}

function release(typesetting: Typesetting): void {
  const { process } = typesetting;
  typesetting.documents += 1;
  process.unref();
  process.channel?.unref();
  if (typesetting.documents >= DOCUMENTS_LIMIT) {
    process.kill();
    return;
  }
  idle.push(typesetting);
  typesetting.rest = setTimeout(() => {
    forget(typesetting);
    process.kill();
  }, IDLE_SECONDS * 1000).unref();
}

function replyOf(
  process: ChildProcess,
  request: TypesettingRequest,
  secondsLimit: number,
): Promise<TypesettingReply> {
  const { promise, resolve, reject } = Promise.withResolvers<TypesettingReply>();
  const timer = setTimeout(() => reject(tooSlow(secondsLimit)), secondsLimit * 1000);
  // What comes back is what the worker's own type says.
  const take = (reply: unknown): void => resolve(reply as TypesettingReply);
  const fail = (cause: unknown): void => reject(broken(cause));
  process.once("message", take).once("error", fail).once("exit", fail);
  process.send(request, (cause) => {
    if (cause !== null) reject(broken(cause));
  });
  return promise.finally(() => {
    clearTimeout(timer);
    process.off("message", take).off("error", fail).off("exit", fail);
  });
}

function documentOf(reply: TypesettingReply): TypesetDocument {
  if ("document" in reply) return reply.document;
  if ("error" in reply) {
    throw new TypesettingError(reply.error.code, reply.error.message, { cause: reply.error.cause });
  }
  throw new Error(reply.fault);
}

function tooSlow(secondsLimit: number): TypesettingError {
  return new TypesettingError(
    "too-slow",
    `排版超过 ${secondsLimit} 秒，已停止。请分成几份材料，或改写 Word 格式。`,
  );
}

function broken(cause: unknown): TypesettingError {
  return new TypesettingError(
    "engine-failed",
    "排版进程意外中断，没有生成 PDF。请重试；仍然中断时请改写 Word 格式，并把出错的文件反馈给维护者。",
    { cause },
  );
}
