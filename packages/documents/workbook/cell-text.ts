// The text of a cell as the document keeps it: line breaks of one kind, no tabs, nothing unprintable.

import { cleanCharacters } from "../text/characters.ts";

/** Cleans the text of a cell; leading blanks stay, they are the indentation of a level. */
export function shownCellText(text: string): string {
  const lines = text.includes("\r") ? text.replace(/\r\n?/gu, "\n") : text;
  return cleanCharacters(lines.includes("\t") ? lines.replaceAll("\t", " ") : lines).text.trimEnd();
}
