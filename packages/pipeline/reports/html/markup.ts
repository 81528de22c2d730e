// Text of documents within HTML: it stays text, whatever it contains.

const SPECIAL: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const DISGUISE =
  // oxlint-disable-next-line no-control-regex -- controls and marks of direction, which could disguise text
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069]+/gu;

/** The text as content of an element or of a quoted attribute. */
export function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(DISGUISE, " ")
    .replace(/[&<>"']/gu, (character) => SPECIAL[character] ?? "");
}
