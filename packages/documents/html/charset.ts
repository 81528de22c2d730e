// Characters of a web page: its bytes decide; what it declares is asked only where they are neither UTF-8
// nor GB18030, because saved pages often declare the charset they had before they were saved.

import { decodeText } from "../text/charset.ts";

const SAMPLE_BYTES = 4096;
const DECLARED = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,40})/iu;
const DECIDED_BY_BYTES =
  /^(?:utf-?8|utf-?16\w*|unicode|gb\w*|x-gbk|hz-gb-2312|iso-8859-1|us-ascii|windows-1252)$/iu;

/**
 * Marks of an office program for the ends of its fields and content controls, which it leaves in the pages it
 * saves (LibreOffice: a Word document with content controls). They stand beside printed characters, for none.
 */
// oxlint-disable-next-line no-control-regex -- these are what is looked for
const OFFICE_MARKS = /[\u0001\u0006\u0013-\u0015]/gu;

/** The characters of a page. */
export function decodeHtml(bytes: Uint8Array): string {
  return charactersOf(bytes).replace(OFFICE_MARKS, "");
}

function charactersOf(bytes: Uint8Array): string {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, SAMPLE_BYTES));
  const declared = DECLARED.exec(start)?.[1] ?? "utf-8";
  if (!DECIDED_BY_BYTES.test(declared)) {
    const text = decodedAs(bytes, declared);
    if (text !== undefined) return text;
  }
  return decodeText(bytes).text;
}

function decodedAs(bytes: Uint8Array, charset: string): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
