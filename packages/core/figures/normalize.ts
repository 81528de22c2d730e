// One way to make widths, punctuation and white space comparable, used wherever text is compared.
// The printed text itself is always kept beside the normalised one.

import { remembered } from "./remembered.ts";

const FULL_WIDTH_OFFSET = 0xfee0;

const FULL_WIDTH = /[\uFF01-\uFF5E\u3000]/u;

/** Full-width ASCII to half-width, ideographic blank to blank; other characters unchanged, one to one. */
export function halfWidthText(text: string): string {
  if (!FULL_WIDTH.test(text)) return text;
  return text.replace(/[\uFF01-\uFF5E\u3000]/gu, (character) =>
    character === "\u3000" ? " " : String.fromCharCode(character.charCodeAt(0) - FULL_WIDTH_OFFSET),
  );
}

const SPACE = /\s/u;

/** Text without any white space, as printed otherwise. */
export function withoutSpace(text: string): string {
  return SPACE.test(text) ? text.replace(/\s+/gu, "") : text;
}

const QUOTES = /[“”„‟"＂「」『』]/gu;
const SINGLE_QUOTES = /[‘’‛']/gu;

/** ASCII, Chinese characters and marks that the comparable form leaves as they are. */
const COMPARABLE = /^[!-~·、。《》\u4E00-\u9FFF]*$/u;

/** The comparable form of a name or label: no white space, half-width, quotes unified. */
export function comparable(text: string): string {
  return COMPARABLE.test(text) ? text : madeComparable(text);
}

const madeComparable = remembered((text) =>
  halfWidthText(text.normalize("NFKC"))
    .replace(/\s+/gu, "")
    .replace(QUOTES, '"')
    .replace(SINGLE_QUOTES, "'")
    .replace(/[—–―─－﹣−]/gu, "-"),
);
