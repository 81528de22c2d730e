// Bytes to characters: byte order mark → strict UTF-8 → UTF-8 with a few broken bytes → GB18030.
// Statistical detectors failed on short GB18030 texts, this order did not.

import type { Problem } from "@jueming/core/document/document.ts";

import { DocumentError } from "../document-error.ts";

/** DecodedText: the characters of a file, and what was lost in decoding. */
export interface DecodedText {
  readonly text: string;
  readonly charset: string;
  readonly problems: readonly Problem[];
}

/** Share of characters that may be lost before the bytes are taken for no text at all. */
const LOSS_LIMIT = 0.05;
/** The bytes looked at to tell UTF-16 without a mark. */
const SAMPLE_BYTES = 4096;

/** Decodes a text file; throws where no charset makes sense of the bytes. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const marked = markedCharset(bytes);
  if (marked !== undefined) return decodedAs(bytes, marked);
  const strict = strictUtf8(bytes);
  if (strict !== undefined) return { text: strict, charset: "utf-8", problems: [] };
  const sixteen = unmarkedUtf16(bytes);
  if (sixteen !== undefined) return decodedAs(bytes, sixteen);
  const lossy = new TextDecoder("utf-8").decode(bytes);
  if (isMostlyUtf8(lossy)) return { text: lossy, charset: "utf-8", problems: lossProblems(lossy) };
  return decodedAs(bytes, "gb18030");
}

/** True for UTF-16, which is text although a part of its bytes looks like control characters. */
export function isUtf16(bytes: Uint8Array): boolean {
  return (markedCharset(bytes) ?? unmarkedUtf16(bytes) ?? "").startsWith("utf-16");
}

function markedCharset(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return undefined;
}

function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    // NUL is valid UTF-8 and also half of every Latin character of UTF-16.
    return unmarkedUtf16(bytes) === undefined ? text : undefined;
  } catch {
    return undefined;
  }
}

/** UTF-16 without a mark: its line ends and digits put a NUL at every second byte, always the same one. */
function unmarkedUtf16(bytes: Uint8Array): string | undefined {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return undefined;
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  let even = 0;
  let odd = 0;
  for (const [index, byte] of sample.entries()) {
    if (byte !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  const enough = sample.length / 20;
  if (odd > enough && even === 0) return "utf-16le";
  if (even > enough && odd === 0) return "utf-16be";
  return undefined;
}

function decodedAs(bytes: Uint8Array, charset: string): DecodedText {
  return withLoss(new TextDecoder(charset).decode(bytes), charset);
}

function withLoss(text: string, charset: string): DecodedText {
  const lost = count(text, /\uFFFD/gu);
  if (lost > text.length * LOSS_LIMIT) {
    throw new DocumentError(
      "unsupported-format",
      "文件内容不是 UTF-8 或 GB18030 编码的文字，无法读取。请确认文件没有损坏，用记事本另存为 UTF-8 文本后重试。",
    );
  }
  return { text, charset, problems: lossProblems(text) };
}

function lossProblems(text: string): readonly Problem[] {
  const lost = count(text, /\uFFFD/gu);
  return lost === 0
    ? []
    : [
        {
          code: "lost-characters",
          message: `文件中有 ${lost} 处字节无法解码，已用 � 代替，请核对原件。`,
          place: {},
        },
      ];
}

/** Chinese in GB18030 read as UTF-8 loses nearly every character; UTF-8 with a few broken bytes loses few. */
function isMostlyUtf8(lossy: string): boolean {
  const lost = count(lossy, /\uFFFD/gu);
  const read = count(lossy, /[^\p{ASCII}\uFFFD]/gu);
  return read > lost * 2;
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  for (const _ of text.matchAll(pattern)) found += 1;
  return found;
}
