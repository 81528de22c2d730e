// The one list of formats. A reader is added here and nowhere else; the kind is told by the bytes, and by
// the name only where the bytes leave it open. Readers are loaded when a file of their kind arrives.

import type { Composition } from "@jueming/core/document/composition.ts";
import type { Document } from "@jueming/core/document/document.ts";

import { DocumentError } from "./document-error.ts";
import { looksLikeJson, readJson } from "./json/reader.ts";
import {
  beginsAsMarkup,
  beginsAsOle,
  beginsAsZip,
  binaryFile,
  containsPdfMark,
  isMailWithParts,
  looksBinary,
  unsupportedKind,
} from "./signatures.ts";
import { isUtf16 } from "./text/charset.ts";
import { readText } from "./text/reader.ts";

/** WritingOptions: what is known beside the composition; a writer that has no use for it ignores it. */
export interface WritingOptions {
  /** The printed page numbers of the headings that the contents list, in their order; null where unknown. */
  readonly headingPages?: readonly (number | null)[];
}

/** Format: a kind of file that can be read. */
export interface Format {
  readonly name: string;
  readonly mediaType: string;
  /** Judges by content; the name only where content leaves it open. */
  readonly detect: (bytes: Uint8Array, name: string) => boolean | Promise<boolean>;
  readonly read: (bytes: Uint8Array, source: string) => Document | Promise<Document>;
  /** Where the parser may hang or run out of memory, it runs in a thread; where it may abort, in a process. */
  readonly apart?: "thread" | "process";
  /** Writes a composition as a file of this kind. */
  readonly write?: (composition: Composition, options?: WritingOptions) => Promise<Uint8Array>;
  /** For formats whose reader is slow to start: the names that suggest one, and what can be done beforehand. */
  readonly ahead?: { readonly names: RegExp; readonly prepare: () => Promise<unknown> };
}

const isPackage = async (bytes: Uint8Array, kind: "docx" | "xlsx"): Promise<boolean> =>
  beginsAsZip(bytes) && (await import("./zip/package-kind.ts")).packageKind(bytes) === kind;

/** All formats, the more particular first: plain text takes what is left. */
const FORMATS: readonly Format[] = [
  { name: "json", mediaType: "application/json", detect: looksLikeJson, read: readJson },
  {
    name: "pdf",
    mediaType: "application/pdf",
    detect: containsPdfMark,
    read: async (bytes, source) => (await import("./pdf/reader.ts")).readPdf(bytes, source),
    apart: "thread",
    ahead: { names: /\.pdf$/iu, prepare: async () => (await import("./pdf/reader.ts")).preparePdf() },
  },
  {
    name: "docx",
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    detect: (bytes) => isPackage(bytes, "docx"),
    read: async (bytes, source) => (await import("./docx/reader.ts")).readDocx(bytes, source),
    apart: "thread",
    write: async (composition, options) => (await import("./docx/writer.ts")).writeDocx(composition, options),
  },
  {
    name: "xlsx",
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    detect: (bytes) => isPackage(bytes, "xlsx"),
    read: async (bytes, source) => (await import("./xlsx/reader.ts")).readXlsx(bytes, source),
    apart: "thread",
    write: async (composition) => (await import("./xlsx/writer.ts")).writeXlsx(composition),
  },
  {
    name: "xls",
    mediaType: "application/vnd.ms-excel",
    detect: async (bytes) => {
      if (!beginsAsOle(bytes) && !beginsAsMarkup(bytes)) return false;
      const { looksLikeSpreadsheetXml, looksLikeXls } = await import("./xls/reader.ts");
      const { isEncryptedPackage } = await import("./xls/ole-file.ts");
      // A password-protected package tells nothing of its kind; the reader says that it is protected.
      return looksLikeXls(bytes) || isEncryptedPackage(bytes) || looksLikeSpreadsheetXml(bytes);
    },
    read: async (bytes, source) => (await import("./xls/reader.ts")).readXls(bytes, source),
    apart: "process",
  },
  {
    name: "doc",
    mediaType: "application/msword",
    detect: beginsAsOle,
    read: async (bytes, source) => (await import("./doc/reader.ts")).readDoc(bytes, source),
    apart: "thread",
  },
  {
    name: "html",
    mediaType: "text/html",
    detect: async (bytes) => beginsAsMarkup(bytes) && (await import("./html/reader.ts")).looksLikeHtml(bytes),
    read: async (bytes, source) => (await import("./html/reader.ts")).readHtml(bytes, source),
    write: async (composition) => (await import("./html/writer.ts")).writeHtml(composition),
    apart: "thread",
  },
  {
    name: "csv",
    mediaType: "text/csv",
    detect: (bytes, name) => /\.csv$/iu.test(name) && isText(bytes),
    read: async (bytes, source) => (await import("./csv/reader.ts")).readCsv(bytes, source),
    apart: "thread",
  },
  { name: "text", mediaType: "text/plain", detect: isText, read: readText },
];

function isText(bytes: Uint8Array): boolean {
  return unsupportedKind(bytes) === undefined && (!looksBinary(bytes) || isUtf16(bytes));
}

/** The format of a file; throws a DocumentError that says what the file really is. */
export async function formatOf(bytes: Uint8Array, name: string): Promise<Format> {
  if (bytes.length === 0) {
    throw new DocumentError("empty", "文件是空的（0 字节）。请检查导出或下载是否成功，或换一个文件。");
  }
  if (isMailWithParts(bytes)) throw unsupportedKind(bytes) ?? binaryFile();
  for (const format of FORMATS) {
    if (await format.detect(bytes, name)) return format;
  }
  throw unsupportedKind(bytes) ?? binaryFile();
}

/** Loads what a file of this name will probably need; what fails here is told when the file is read. */
export async function prepareFor(name: string): Promise<void> {
  const ahead = FORMATS.find((format) => format.ahead?.names.test(name))?.ahead;
  await ahead?.prepare().catch(() => {});
}
