// Joins the lines of running text into paragraphs: page breaks, blank lines and removed watermarks cut
// sentences; every stretch of the joined text still knows the line it came from.

import type { Place } from "../../document/document.ts";
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

/** Draft: a paragraph while its lines are joined; its edges are all that joining asks for. */
interface Draft {
  readonly place: Place;
  readonly parts: string[];
  readonly pieces: { readonly offset: number; readonly place: Place }[];
  length: number;
  head: string;
  tail: string;
}

const EDGE = 32;

/** Joins lines into paragraphs; rows of tables end a paragraph and are left out. */
export function joinParagraphs(lines: readonly Line[]): readonly SectionParagraph[] {
  const joined: Draft[] = [];
  let open = false;
  for (const line of lines) {
    if (line.kind === "row") {
      open = false;
      continue;
    }
    const text = plainText(line.text);
    if (text === "") continue;
    const last = joined.at(-1);
    if (open && last !== undefined && continues(last, line.text)) append(last, text, line);
    else joined.push(draftOf(text, line));
    open = true;
  }
  return joined.map(({ place, parts, pieces }) => ({ text: parts.join(""), place, pieces }));
}

function draftOf(text: string, { place }: Line): Draft {
  const draft: Draft = { place, parts: [], pieces: [], length: 0, head: "", tail: "" };
  addPart(draft, text, place);
  return draft;
}

function addPart(draft: Draft, text: string, place: Place): void {
  draft.parts.push(text);
  draft.pieces.push({ offset: draft.length, place });
  draft.length += text.length;
  if (draft.head.length < EDGE) draft.head = (draft.head + text).slice(0, EDGE);
  draft.tail = (draft.tail + text).slice(-EDGE);
}

function append(draft: Draft, text: string, line: Line): void {
  if (/[\w]$/u.test(draft.tail) && /^[A-Za-z]/u.test(text)) {
    draft.parts.push(" ");
    draft.length += 1;
    draft.tail += " ";
  }
  addPart(draft, text, line.place);
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

function continues({ head, tail }: Draft, nextLine: string): boolean {
  const next = withoutBullet(nextLine);
  if (endsSentence(tail) || ANSWER.test(head) || ANSWER.test(next)) return false;
  if (next !== nextLine.trim() || numberedLine(next) !== null) return false;
  return !(LABEL.test(next) && LABEL.test(head));
}
