// Reads our own JSON: a document without blocks that carries the JSON as an attachment. What the figures
// in it mean is core's business; here it is only seen to be whole.

import type { Document } from "@jueming/core/document/document.ts";

import { DocumentError } from "../document-error.ts";
import { decodeText } from "../text/charset.ts";

/** Media type of the attachment by which core knows its own JSON again. */
export const DISCLOSURE_MEDIA_TYPE = "application/vnd.jueming.disclosure+json";

const BYTES_LIMIT = 64 * 1024 * 1024;

/** Reads a JSON file; half a JSON is damaged, several objects in one file are not accepted. */
export function readJson(bytes: Uint8Array, source: string): Document {
  if (bytes.length > BYTES_LIMIT) {
    throw new DocumentError("too-large", "JSON 文件超过 64 MB 的上限。请按单位拆分后重试。");
  }
  const { text } = decodeText(bytes);
  checkWhole(text);
  const attachment = {
    name: "disclosure.json",
    mediaType: DISCLOSURE_MEDIA_TYPE,
    bytes: new TextEncoder().encode(text),
  };
  return { source, blocks: [], problems: [], attachments: [attachment] };
}

function checkWhole(text: string): void {
  try {
    JSON.parse(text);
  } catch (cause) {
    throw new DocumentError(
      "damaged",
      "JSON 不完整或格式有误，无法解析。请重新导出；一个文件只放一份材料，多份请分开保存。",
      { cause },
    );
  }
}

/** True when the text of the file begins as a JSON object or list does. */
export function looksLikeJson(bytes: Uint8Array): boolean {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 256)).replace(/^\u00EF\u00BB\u00BF/u, "");
  return /^\s*(?:\{\s*(?:"|\}|$)|\[\s*\{\s*")/u.test(start);
}
