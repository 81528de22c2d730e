// Web archives (MHTML, RFC 2557): what browsers and office programs write as 单个网页文件. Their first HTML
// part is the page.

import { DocumentError } from "../document-error.ts";
import { decodeHtml } from "./charset.ts";

const SAMPLE_BYTES = 8192;
const PARTS_LIMIT = 2000;

interface Part {
  readonly headers: string;
  readonly body: string;
}

/** True for bytes that begin with the headers of a web archive. */
export function isWebArchive(bytes: Uint8Array): boolean {
  const start = latin1(bytes.subarray(0, SAMPLE_BYTES)).trimStart();
  return /^(?:From|MIME-Version|Date|Subject|Snapshot-Content-Location|Content-Type):/iu.test(start)
    ? /content-type:\s*(?:multipart\/|text\/html)/iu.test(start)
    : false;
}

/** The characters of the page inside an archive. */
export function htmlOfArchive(bytes: Uint8Array): string {
  const whole = splitPart(latin1(bytes));
  const boundary = /boundary\s*=\s*"?([^";\r\n]{1,200})"?/iu.exec(whole.headers)?.[1];
  const parts = boundary === undefined ? [whole] : partsOf(whole.body, boundary);
  const page = parts.find(({ headers }) => /content-type:\s*text\/html/iu.test(headers));
  if (page === undefined) {
    throw new DocumentError(
      "damaged",
      "单个网页文件（MHT）里没有网页正文，可能没有保存完整。请在浏览器里重新保存，或复制正文到 Word。",
    );
  }
  return decodeHtml(decodedBody(page));
}

/** Characters of one byte each, so that bytes can be taken back; `latin1` of the standard is Windows-1252. */
function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}

function partsOf(body: string, boundary: string): readonly Part[] {
  return body
    .split(`--${boundary}`, PARTS_LIMIT)
    .slice(1)
    .map((part) => splitPart(part.replace(/^\r?\n/u, "")));
}

function splitPart(text: string): Part {
  const start = text.trimStart();
  const end = /\r?\n\r?\n/u.exec(start);
  if (end === null) return { headers: start, body: "" };
  return {
    headers: start.slice(0, end.index).replace(/\r?\n[ \t]+/gu, " "),
    body: start.slice(end.index + end[0].length),
  };
}

function decodedBody({ headers, body }: Part): Uint8Array {
  const encoding = /content-transfer-encoding:\s*([\w-]+)/iu.exec(headers)?.[1]?.toLowerCase();
  if (encoding === "base64") return Buffer.from(body, "base64");
  if (encoding !== "quoted-printable") return Buffer.from(body, "latin1");
  const text = body
    .replace(/=[ \t]*\r?\n/gu, "")
    .replace(/=([\da-f]{2})/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(text, "latin1");
}
