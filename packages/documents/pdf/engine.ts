// PDFium, started once and only when the first PDF is read. A file that makes it fail takes the whole
// instance with it: the next file gets a new one.

import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import type { WrappedPdfiumModule } from "@embedpdf/pdfium";

import { DocumentError } from "../document-error.ts";
import { tooLarge } from "./limits.ts";

/** Engine: the library with a piece of its memory for answers. */
export interface Engine {
  readonly api: WrappedPdfiumModule;
  /** Address of 64 bytes that calls may write their answers into. */
  readonly scratch: number;
  /** The n-th double at the scratch address. */
  readonly double: (index: number) => number;
  /** The n-th float at the scratch address. */
  readonly float: (index: number) => number;
  /** The n-th 32-bit integer at the scratch address. */
  readonly integer: (index: number) => number;
  /** True once the library has asked for more memory than it is given. */
  readonly isExhausted: () => boolean;
  readonly copyIn: (bytes: Uint8Array) => number;
  /** Room for so many bytes, to be freed; fails like a damaged file where there is none. */
  readonly allocate: (length: number) => number;
  readonly copyOut: (address: number, length: number) => Uint8Array;
  readonly free: (address: number) => void;
}

/** The library's memory; its own types leave these views out. */
interface EngineMemory {
  readonly HEAPF64: Float64Array;
  readonly HEAPF32: Float32Array;
  readonly HEAP32: Int32Array;
  readonly HEAPU8: Uint8Array;
  readonly wasmExports: {
    readonly malloc: (size: number) => number;
    readonly free: (address: number) => void;
  };
}

/** OpenPdf: a loaded document and the engine that holds it. */
export interface OpenPdf {
  readonly engine: Engine;
  readonly document: number;
}

/** Calls made for every character, object or point: worth going past the library's wrapper. */
const FREQUENT_CALLS = [
  "FPDFText_GetTextObject",
  "FPDFText_GetUnicode",
  "FPDFText_GetCharOrigin",
  "FPDFText_GetLooseCharBox",
  "FPDFText_GetMatrix",
  "FPDFText_GetFontSize",
  "FPDFText_GetFillColor",
  "FPDFTextObj_GetFont",
  "FPDFFont_GetIsEmbedded",
  "FPDFPage_GetObject",
  "FPDFPageObj_GetType",
  "FPDFPageObj_GetBounds",
  "FPDFPageObj_GetMatrix",
  "FPDFPath_GetDrawMode",
  "FPDFPath_CountSegments",
  "FPDFPath_GetPathSegment",
  "FPDFPathSegment_GetType",
  "FPDFPathSegment_GetPoint",
  "FPDFPathSegment_GetClose",
] as const satisfies readonly (keyof WrappedPdfiumModule)[];

const PASSWORD_ERROR = 4;
const SECURITY_ERROR = 5;
/** Its memory never shrinks; after a file of this size it is given back as a whole. */
const LARGE_FILE = 48 * 1024 * 1024;
/** Most memory of the library, the file included: a small file may unpack to gigabytes. */
const MEMORY_LIMIT = 512 * 1024 * 1024;

let starting: Promise<Engine> | undefined;

/** Starts the library, or gives the one that runs; after a failed start the next call tries again. */
export function startPdfium(): Promise<Engine> {
  starting ??= startEngine().catch((error: unknown) => {
    starting = undefined;
    throw error;
  });
  return starting;
}

/** Loads a PDF, hands it to `use` and closes it whatever happens. */
export async function withPdf<Result>(bytes: Uint8Array, use: (pdf: OpenPdf) => Result): Promise<Result> {
  const engine = await startPdfium();
  try {
    return useOnce(engine, bytes, use);
  } catch (error) {
    // What was open when a limit was met stays open, and a trap leaves the memory in an unknown state.
    starting = undefined;
    if (error instanceof DocumentError) throw error;
    if (engine.isExhausted()) throw exhausted();
    if (error instanceof Error && /^(?:Runtime|Range)Error$|abort/iu.test(error.name)) throw damaged(error);
    throw error;
  } finally {
    if (bytes.length > LARGE_FILE) starting = undefined;
  }
}

function useOnce<Result>(engine: Engine, bytes: Uint8Array, use: (pdf: OpenPdf) => Result): Result {
  const { api } = engine;
  const address = engine.copyIn(bytes);
  const document = api.FPDF_LoadMemDocument(address, bytes.length, "");
  if (document === 0) {
    const code = api.FPDF_GetLastError();
    engine.free(address);
    if (engine.isExhausted()) throw exhausted();
    throw code === PASSWORD_ERROR || code === SECURITY_ERROR ? encrypted() : damaged();
  }
  const result = use({ engine, document });
  // A stream for which there was no memory is read as an empty one.
  if (engine.isExhausted()) throw exhausted();
  api.FPDF_CloseDocument(document);
  engine.free(address);
  return result;
}

async function startEngine(): Promise<Engine> {
  const [{ init }, file] = await Promise.all([
    import("@embedpdf/pdfium"),
    readFile(fileURLToPath(import.meta.resolve("@embedpdf/pdfium/pdfium.wasm"))),
  ]);
  const wasmBinary = new Uint8Array(file).buffer;
  const growth = { isExhausted: false };
  const wrapped = await init({
    print: () => {},
    printErr: () => {},
    instantiateWasm: instantiateWithin(MEMORY_LIMIT, wasmBinary, growth),
  });
  wrapped.PDFiumExt_Init();
  // The views are replaced whenever the memory grows, so they are looked up at every use.
  const memory = wrapped.pdfium as unknown as EngineMemory; // typed by a package that is not installed
  const allocate = (length: number): number => {
    const address = memory.wasmExports.malloc(length);
    if (address === 0) throw damaged();
    return address;
  };
  const scratch = allocate(64);
  return {
    api: withDirectCalls(wrapped),
    scratch,
    double: (index) => memory.HEAPF64[(scratch >> 3) + index] ?? 0,
    float: (index) => memory.HEAPF32[(scratch >> 2) + index] ?? 0,
    integer: (index) => memory.HEAP32[(scratch >> 2) + index] ?? 0,
    isExhausted: () => growth.isExhausted,
    copyIn: (bytes) => {
      const address = allocate(bytes.length);
      memory.HEAPU8.set(bytes, address);
      return address;
    },
    allocate,
    copyOut: (address, length) => memory.HEAPU8.slice(address, address + length),
    free: (address) => {
      memory.wasmExports.free(address);
    },
  };
}

/** What of WebAssembly is used; without the library of browser types, Node's own types leave it out. */
interface WebAssemblyStart {
  readonly instantiate: (binary: ArrayBuffer, imports: Imports) => Promise<{ readonly instance: object }>;
}
const { WebAssembly: webAssembly } = globalThis as unknown as { readonly WebAssembly: WebAssemblyStart };

type Imports = Record<string, Record<string, unknown>>;

/** Starts the library so that its memory grows up to a limit; a request beyond it fails and is remembered. */
function instantiateWithin(limit: number, binary: ArrayBuffer, growth: { isExhausted: boolean }) {
  return (imports: Imports, receive: (instance: object) => void): object => {
    const environment = imports["env"] ?? {};
    const grow = environment["emscripten_resize_heap"];
    const resize = (wanted: number): unknown => {
      if (wanted >>> 0 <= limit && typeof grow === "function") return grow(wanted);
      growth.isExhausted = true;
      return 0;
    };
    const limited = { ...imports, env: { ...environment, emscripten_resize_heap: resize } };
    void webAssembly.instantiate(binary, limited).then(({ instance }) => receive(instance));
    return {};
  };
}

/** The wrapper looks every function up by name at each call; these take and give only numbers. */
function withDirectCalls(wrapped: WrappedPdfiumModule): WrappedPdfiumModule {
  const exported = wrapped.pdfium as unknown as Readonly<Record<string, unknown>>; // untyped exports
  const direct = FREQUENT_CALLS.map((name) => [name, exported[`_${name}`]] as const);
  return { ...wrapped, ...Object.fromEntries(direct.filter(([, call]) => typeof call === "function")) };
}

function exhausted(): DocumentError {
  return tooLarge("打开这个 PDF 所需内存超过上限");
}

/** The error for a PDF that cannot be opened. */
export function damaged(cause?: unknown): DocumentError {
  return new DocumentError(
    "damaged",
    "PDF 文件已损坏或不完整，无法打开。请重新下载或重新导出后重试。",
    cause === undefined ? {} : { cause },
  );
}

function encrypted(): DocumentError {
  return new DocumentError(
    "encrypted",
    "PDF 文件有打开密码，无法读取。请用密码打开后另存为不加密的文件，再读取。",
  );
}
