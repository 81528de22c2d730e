// Texts of documents in spreadsheets: nothing of them can become a formula, numbers stay numbers.

const DECIMAL = /^-?\d+(?:\.\d+)?$/u;
/** Spreadsheets keep fifteen digits; a longer number would silently change. */
const EXACT_DIGITS = 15;
/** What programs take for the beginning of a formula, in both widths. */
const FORMULA_START = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u;
const FORBIDDEN =
  // oxlint-disable-next-line no-control-regex -- characters that XML and spreadsheets do not allow
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]+/gu;
const CELL_LIMIT = 32_000;

/** The number that a text states, where a spreadsheet keeps it exactly. */
export function exactNumber(text: string): number | undefined {
  if (!DECIMAL.test(text)) return undefined;
  const digits = text.replaceAll(/[-.]/gu, "").replace(/^0+/u, "");
  return digits.length > EXACT_DIGITS ? undefined : Number(text);
}

/** True for text that a spreadsheet could take for a formula; a plain number is none. */
export function looksLikeFormula(text: string): boolean {
  return FORMULA_START.test(text) && exactNumber(text) === undefined;
}

/** The text without what no spreadsheet can hold, cut where a cell ends. */
export function cellText(text: string): string {
  const clean = text.toWellFormed().replace(FORBIDDEN, " ");
  return clean.length > CELL_LIMIT ? `${clean.slice(0, CELL_LIMIT)}…` : clean;
}

/** Workbooks read _x003D_ as the character of that code, unless its first mark is written so itself. */
export function withoutEscapes(text: string): string {
  return text.replaceAll(/_(?=x[\dA-Fa-f]{4}_)/gu, "_x005F_");
}
