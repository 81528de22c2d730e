// The outline of a document: its headings as a tree, the joined paragraphs under each. Contents pages are no
// headings, numbered sentences are list items, and instructions of the form are no text of the author.

import type { RemovedText } from "../../disclosure/disclosure.ts";
import type { Line } from "../../document/lines.ts";
import type { Place } from "../../document/document.ts";
import type { Section } from "../../document/section.ts";
import { findFigures } from "../../figures/find-figures.ts";
import type { HeadingText, NumberedLine } from "./heading-pattern.ts";
import {
  headingText,
  isInstruction,
  isTitle,
  numberedLine,
  unnumberedHeading,
  withoutBullet,
} from "./heading-pattern.ts";
import { endsSentence, joinParagraphs, plainText } from "./join-paragraphs.ts";

/** Outline: the sections in document order, the contents page, and the instructions that were taken out. */
export interface Outline {
  readonly sections: readonly Section[];
  /** The lines of the contents page (目录) before the first heading, a paragraph each. */
  readonly contents: Section | null;
  readonly removed: readonly RemovedText[];
}

interface Draft {
  readonly number: string | null;
  readonly heading: string;
  readonly level: number;
  readonly lines: Line[];
  readonly children: Draft[];
  readonly place: Place;
}

interface HeadingLine extends HeadingText {
  readonly level: number;
  readonly number: string | null;
}

const UNNUMBERED = 6;

/** Cuts lines into sections; text before the first heading becomes a section without heading. */
export function outlineOf(printed: readonly Line[]): Outline {
  const lines = withLoneNumbersJoined(printed);
  const contents = contentsLines(lines);
  const items = listItems(lines);
  const removed: RemovedText[] = [];
  const roots: Draft[] = [];
  let path: Draft[] = [];
  lines.forEach((line, index) => {
    if (contents.has(index)) return;
    const isWords = line.kind === "row" || items.has(index) || isNameCut(line, lines[index + 1]);
    const heading = isWords ? null : headingLine(line, isOpen(lines[index - 1]));
    if (heading === null) {
      const into = path.at(-1) ?? opened(roots, line.place);
      if (path.length === 0) path = [into];
      addText(into, line, removed);
      return;
    }
    path = path.filter((above) => above.heading !== "");
    const { level } = heading;
    const draft: Draft = {
      number: heading.number,
      heading: heading.heading,
      level,
      lines: [],
      children: [],
      place: line.place,
    };
    path = path.filter((above) => above.level < level);
    (path.at(-1)?.children ?? roots).push(draft);
    path.push(draft);
    if (heading.text !== "") addText(draft, { ...line, text: heading.text, headingLevel: 0 }, removed);
  });
  return { sections: roots.map(sectionOf), contents: contentsPage(lines, contents), removed };
}

/** The lines that follow the first 目录, where no heading of the text stands before it. */
function contentsPage(lines: readonly Line[], contents: ReadonlySet<number>): Section | null {
  const at = lines.findIndex((line, index) => contents.has(index) && isContentsTitle(line));
  const title = lines[at];
  const isFirst = !lines
    .slice(0, Math.max(at, 0))
    .some((line, index) => !contents.has(index) && line.kind === "text" && numberedLine(line.text) !== null);
  if (title === undefined || !isFirst) return null;
  const below = lines.slice(at + 1);
  const end = below.findIndex((_, index) => !contents.has(at + 1 + index));
  const entries = (end < 0 ? below : below.slice(0, end)).filter(({ text }) => text.trim() !== "");
  return {
    number: null,
    heading: "目录",
    level: 1,
    paragraphs: entries.map(({ text, place }) => ({
      text: text.trim(),
      place,
      pieces: [{ offset: 0, place }],
    })),
    children: [],
    place: title.place,
  };
}

const isContentsTitle = ({ text }: Line): boolean => CONTENTS.test(plainText(text).replace(/\s/gu, ""));

/** A number that a page break set apart from its heading goes before the next line. */
function withLoneNumbersJoined(lines: readonly Line[]): readonly Line[] {
  return lines.flatMap((line, index): readonly Line[] => {
    const before = lines[index - 1];
    if (isLoneNumber(line) && lines[index + 1]?.kind === "text") return [];
    return isLoneNumber(before) && line.kind === "text"
      ? [{ ...line, text: `${before?.text.trim() ?? ""}${line.text.trim()}` }]
      : [line];
  });
}

const isLoneNumber = (line: Line | undefined): boolean =>
  line?.kind === "text" && numberedLine(`${line.text.trim()} `)?.rest === "" && !/部分|章/u.test(line.text);

function opened(roots: Draft[], place: Place): Draft {
  const draft: Draft = { number: null, heading: "", level: 0, lines: [], children: [], place };
  roots.push(draft);
  return draft;
}

function addText(into: Draft, line: Line, removed: RemovedText[]): void {
  if (line.kind === "text" && isInstruction(plainText(line.text))) {
    const sentences = plainText(line.text).split(/(?<=。)/u);
    const first = sentences.findIndex((sentence) => isInstruction(sentence));
    // What follows an instruction goes on with it, unless it states figures.
    const taken = sentences.filter(
      (sentence, at) => isInstruction(sentence) || (at > first && !statesFigures(sentence)),
    );
    removed.push({ reason: "instruction", text: taken.join(""), place: line.place });
    const kept = sentences.filter((sentence) => !taken.includes(sentence)).join("");
    if (kept !== "") into.lines.push({ ...line, text: kept });
    return;
  }
  into.lines.push(line);
}

const statesFigures = (text: string): boolean => findFigures(text).some(({ role }) => role === "figure");

function sectionOf(draft: Draft): Section {
  return {
    number: draft.number,
    heading: draft.heading,
    level: draft.level,
    paragraphs: joinParagraphs(draft.lines),
    children: draft.children.map(sectionOf),
    place: draft.place,
  };
}

function headingLine(line: Line, isWithinSentence: boolean): HeadingLine | null {
  const numbered = numberedLine(line.text);
  if (numbered !== null) {
    const heading = headingText(numbered.rest, numbered.level);
    return heading === null
      ? null
      : { ...heading, heading: plainText(heading.heading), level: numbered.level, number: numbered.number };
  }
  const bare = unnumberedHeading(withoutBullet(line.text));
  if (bare === null) {
    const marked = line.headingLevel > 0 && plainText(line.text).length <= 40 ? plainText(line.text) : "";
    const level = isTitle(marked) || line.headingLevel === 1 ? 1 : UNNUMBERED;
    return marked === "" ? null : { heading: marked, text: "", level, number: null };
  }
  const title = isTitle(bare.heading);
  return isWithinSentence && !title ? null : { ...bare, level: title ? 1 : UNNUMBERED, number: null };
}

/** A line that breaks off in the name of an item (…（款）行政运行 / （项）。主要用于…) is no heading. */
const isNameCut = (line: Line, next: Line | undefined): boolean =>
  NAME_BEGUN.test(line.text) && next?.kind === "text" && NAME_ENDED.test(next.text);
const NAME_BEGUN = /[（(]类[）)](?!.*[（(]项[）)])/u;
const NAME_ENDED = /^\s*[^，。；：]{0,24}[（(][款项][）)]/u;

const SHORTEST_FULL_LINE = 15;

/** A line of running text that goes on in the next line, whose words are then no heading. */
function isOpen(line: Line | undefined): boolean {
  if (line?.kind !== "text") return false;
  const text = plainText(line.text);
  if (text.length < SHORTEST_FULL_LINE || endsSentence(text)) return false;
  const numbered = numberedLine(text);
  return numbered === null || headingText(numbered.rest, numbered.level) === null;
}

/** Numbered lines of a run (1、2、3、) are list items when most of them are sentences. */
function listItems(lines: readonly Line[]): ReadonlySet<number> {
  const items = new Set<number>();
  let run: { index: number; isHeading: boolean; numbered: NumberedLine }[] = [];
  const close = (): void => {
    const headings = run.filter(({ isHeading }) => isHeading).length;
    if (headings * 2 < run.length) for (const { index } of run) items.add(index);
    run = [];
  };
  lines.forEach((line, index) => {
    const numbered = line.kind === "text" ? numberedLine(line.text) : null;
    if (numbered === null) return;
    const current = run[0]?.numbered;
    if (numbered.level < 4 || current === undefined || numbered.level < current.level) close();
    if (numbered.level < 4) return;
    if (run[0] !== undefined && (numbered.level !== run[0].numbered.level || Number(numbered.number) === 1)) {
      if (numbered.level > run[0].numbered.level) return;
      close();
    }
    run.push({ index, isHeading: headingText(numbered.rest, numbered.level) !== null, numbered });
  });
  close();
  return items;
}

const PAGE_END = /(?:[\s.…·．—-]{2,}|\t)\d{1,3}\s*$/u;
const CONTENTS = /^目录$/u;
const LONGEST_CONTENTS = 80;

/** A heading as it stands both on the contents page and above its text. */
const contentsKey = ({ text }: Line): string =>
  plainText(text.replace(PAGE_END, ""))
    .replace(/[\s\d.…·]+$/u, "")
    .replace(/[\s.…·#]/gu, "");

/** Lines of contents pages: those that end in a page number, and what follows 目录 up to where its first line returns. */
function contentsLines(lines: readonly Line[]): ReadonlySet<number> {
  const contents = new Set<number>();
  lines.forEach((line, index) => {
    if (PAGE_END.test(line.text) && numberedLine(line.text) !== null) contents.add(index);
    if (!isContentsTitle(line)) return;
    contents.add(index);
    const first = lines[index + 1];
    if (first === undefined || numberedLine(first.text) === null || PAGE_END.test(first.text)) return;
    const returned = lines
      .slice(index + 2, index + LONGEST_CONTENTS)
      .findIndex((later) => contentsKey(later) === contentsKey(first));
    const returns = returned < 0 ? -1 : index + 2 + returned;
    const isList = lines
      .slice(index + 1, Math.max(returns, index + 1))
      .every(({ text }) => text.length < 60 && !/[。；]\s*$/u.test(text));
    if (isList) for (let at = index + 1; at < returns; at += 1) contents.add(at);
  });
  return contents;
}
