// One way to make widths, punctuation and white space comparable, used wherever text is compared.
// The printed text itself is always kept beside the normalised one.

const FULL_WIDTH_OFFSET = 0xfee0;

/** Full-width ASCII to half-width, ideographic blank to blank; other characters unchanged, one to one. */
export function halfWidthText(text: string): string {
  return text.replace(/[\uFF01-\uFF5E\u3000]/gu, (character) =>
    character === "\u3000" ? " " : String.fromCharCode(character.charCodeAt(0) - FULL_WIDTH_OFFSET),
  );
}

/** Text without any white space, as printed otherwise. */
export function withoutSpace(text: string): string {
  return text.replace(/\s+/gu, "");
}

const QUOTES = /[“”„‟"＂「」『』]/gu;
const SINGLE_QUOTES = /[‘’‛']/gu;

/** The comparable form of a name or label: no white space, half-width, quotes unified. */
export function comparable(text: string): string {
  return halfWidthText(text.normalize("NFKC"))
    .replace(/\s+/gu, "")
    .replace(QUOTES, '"')
    .replace(SINGLE_QUOTES, "'")
    .replace(/[—–―─－﹣−]/gu, "-");
}
