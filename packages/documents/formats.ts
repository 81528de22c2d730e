// The one list of formats. A reader is added here and nowhere else; the kind is told by the bytes first.

import type { Document } from "@jueming/core/document/document.ts";

import { DocumentError } from "./document-error.ts";
import { looksLikeJson, readJson } from "./json/reader.ts";
import { binaryFile, looksBinary, unsupportedKind } from "./signatures.ts";
import { isUtf16 } from "./text/charset.ts";
import { readText } from "./text/reader.ts";

/** Format: a kind of file that can be read. */
export interface Format {
  readonly name: string;
  readonly mediaType: string;
  /** Judges by content; the name only where content leaves it open. */
  readonly detect: (bytes: Uint8Array, name: string) => boolean;
  readonly read: (bytes: Uint8Array, source: string) => Document | Promise<Document>;
  /** True where the parser may hang or run out of memory: it then runs in a thread of its own. */
  readonly apart: boolean;
}

/** All formats, the more particular first: plain text takes what is left. */
const FORMATS: readonly Format[] = [
  { name: "json", mediaType: "application/json", detect: looksLikeJson, read: readJson, apart: false },
  {
    name: "text",
    mediaType: "text/plain",
    detect: (bytes) => unsupportedKind(bytes) === undefined && (!looksBinary(bytes) || isUtf16(bytes)),
    read: readText,
    apart: false,
  },
];

/** The format of a file; throws a DocumentError that says what the file really is. */
export function formatOf(bytes: Uint8Array, name: string): Format {
  if (bytes.length === 0) {
    throw new DocumentError("empty", "文件是空的（0 字节）。请检查导出或下载是否成功，或换一个文件。");
  }
  const format = FORMATS.find((known) => known.detect(bytes, name));
  if (format !== undefined) return format;
  throw unsupportedKind(bytes) ?? binaryFile();
}
