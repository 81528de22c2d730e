// Joins the lines of running text into paragraphs: page breaks, blank lines and removed watermarks cut
// sentences; every stretch of the joined text still knows the line it came from.

import type { Line } from "../../document/lines.ts";
import type { SectionParagraph } from "../../document/section.ts";
import { numberedLine, withoutBullet } from "./heading-pattern.ts";

const SENTENCE_END = /[。！？；;!?：:…]["”’）)]*$/u;
const OPEN_CUE = /(?:原因|用于|包括|如下)[：:]$/u;

/** True when nothing of the sentence can follow in the next line. */
export const endsSentence = (text: string): boolean => SENTENCE_END.test(text) && !OPEN_CUE.test(text);

const LABEL = /^[\p{Script=Han}（）()、]{2,10}[：:]/u;
const MARKUP = /\*\*|~~|<\/?(?:b|i|u|del|sub|sup|br|strong|em)\s*\/?>/gu;
const ANSWER = /^无[。.]?$/u;

/** Joins lines into paragraphs; rows of tables end a paragraph and are left out. */
export function joinParagraphs(lines: readonly Line[]): readonly SectionParagraph[] {
  const joined: SectionParagraph[] = [];
  let open = false;
  for (const line of lines) {
    if (line.kind === "row") {
      open = false;
      continue;
    }
    const text = plainText(line.text);
    if (text === "") continue;
    const last = joined.at(-1);
    if (open && last !== undefined && continues(last.text, line.text))
      joined.splice(-1, 1, appended(last, text, line));
    else joined.push({ text, place: line.place, pieces: [{ offset: 0, place: line.place }] });
    open = true;
  }
  return joined;
}

/** The printed text without markup, list bullets, and blanks that mean nothing in Chinese. */
export function plainText(text: string): string {
  return withoutBullet(text.replace(MARKUP, ""))
    .replace(/\s+/gu, " ")
    .replace(/(?<=\d)\s*([.])\s*(?=\d)/gu, "$1")
    .replace(/\s(?=\P{ASCII})|(?<=\P{ASCII})\s/gu, "")
    .replace(/\s(?=[,.;:!?)%])/gu, "")
    .replace(/(?<=[,;:(])\s/gu, "")
    .trim();
}

function continues(before: string, nextLine: string): boolean {
  const next = withoutBullet(nextLine);
  if (endsSentence(before) || ANSWER.test(before) || ANSWER.test(next)) return false;
  if (next !== nextLine.trim() || numberedLine(next) !== null) return false;
  return !(LABEL.test(next) && LABEL.test(before));
}

function appended(paragraph: SectionParagraph, text: string, line: Line): SectionParagraph {
  const gap = /[\w]$/u.test(paragraph.text) && /^[A-Za-z]/u.test(text) ? " " : "";
  const offset = paragraph.text.length + gap.length;
  return {
    ...paragraph,
    text: paragraph.text + gap + text,
    pieces: [...paragraph.pieces, { offset, place: line.place }],
  };
}
