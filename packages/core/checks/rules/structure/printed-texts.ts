// The prose of a disclosure as rules of wording read it: half width and without white space, so that
// breaks and blanks of a scan do not matter, with the way back to what is printed and where.

import type { Disclosure } from "../../../disclosure/disclosure.ts";
import type { Place } from "../../../document/document.ts";
import type { Section, SectionParagraph } from "../../../document/section.ts";
import type { StatedText } from "../../../document/stated-text.ts";
import type { ProjectEvaluation } from "../../../evaluation/project-evaluation.ts";
import { halfWidthText } from "../../../figures/normalize.ts";

/** PrintedText: one paragraph or text box. */
export interface PrintedText {
  /** Heading of the section, or the project's name. */
  readonly where: string;
  /** Half width, no white space; "。" and "、" as they are. */
  readonly plain: string;
  /** Where the character of `plain` stands. */
  readonly at: (index: number) => Place;
  /** The stretch of `plain` as printed. */
  readonly quote: (from: number, to: number) => string;
}

/** Heading: a heading with the headings above it. */
export interface Heading {
  readonly section: Section;
  readonly path: readonly string[];
}

function printedText(where: string, text: string, placeOf: (offset: number) => Place): PrintedText {
  const plain = halfWidthText(text).replace(/\s+/gu, "");
  // The way back is wanted for findings only.
  let offsets: readonly number[] | undefined;
  const original = (index: number): number => {
    offsets ??= offsetsOf(text);
    return offsets[index] ?? text.length;
  };
  return {
    where,
    plain,
    at: (index) => placeOf(index === 0 ? 0 : original(index)),
    quote: (from, to) => text.slice(original(from), to > from ? original(to - 1) + 1 : original(from)).trim(),
  };
}

/** Where each character that is no white space stands. */
function offsetsOf(text: string): readonly number[] {
  const offsets: number[] = [];
  for (let offset = 0; offset < text.length; offset += 1) {
    if (!/\s/u.test(text.charAt(offset))) offsets.push(offset);
  }
  return offsets;
}

function paragraphText(where: string, paragraph: SectionParagraph): PrintedText {
  const placeOf = (offset: number): Place =>
    paragraph.pieces.findLast((piece) => piece.offset <= offset)?.place ?? paragraph.place;
  return printedText(where, paragraph.text, placeOf);
}

/** A text box as printed text. */
export function boxText(where: string, stated: StatedText): PrintedText {
  return printedText(where, stated.text, () => stated.place);
}

/** All headings in document order, each with the headings above it. */
export function headingsOf(sections: readonly Section[], path: readonly string[] = []): readonly Heading[] {
  return sections.flatMap((section) => [
    { section, path },
    ...headingsOf(section.children, [...path, section.heading]),
  ]);
}

/** Every paragraph below a section, its own and those of the sections below it. */
export function textsBelow(section: Section): readonly PrintedText[] {
  return [
    ...section.paragraphs.map((paragraph) => paragraphText(section.heading, paragraph)),
    ...section.children.flatMap(textsBelow),
  ];
}

/** True for the section that holds the contents page (目录). */
export function isContents({ heading }: Section): boolean {
  return /^目录$/u.test(heading.replace(/\s+/gu, ""));
}

/** The prose of the report: what stands under its headings but the contents page, each paragraph once. */
export function reportTexts(disclosure: Disclosure): readonly PrintedText[] {
  const known = reportTextsOf.get(disclosure);
  if (known !== undefined) return known;
  const seen = new Set<string>();
  const body = disclosure.outline.filter((section) => !isContents(section));
  const sections = [...body, ...(disclosure.departmentEvaluation?.sections ?? [])];
  const texts = sections.flatMap(textsBelow).filter((text) => {
    const { page, line, row } = text.at(0);
    const key = `${page ?? ""}|${line ?? ""}|${row ?? ""}|${text.plain}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  reportTextsOf.set(disclosure, texts);
  return texts;
}

/** Two dozen rules read the same prose: it is prepared once for each disclosure. */
const reportTextsOf = new WeakMap<Disclosure, readonly PrintedText[]>();

/** The texts of project evaluations: goals, results, chapters and reasons. */
export function evaluationTexts(evaluation: ProjectEvaluation): readonly PrintedText[] {
  const known = evaluationTextsOf.get(evaluation);
  if (known !== undefined) return known;
  const texts = boxesOf(evaluation);
  evaluationTextsOf.set(evaluation, texts);
  return texts;
}

const evaluationTextsOf = new WeakMap<ProjectEvaluation, readonly PrintedText[]>();

function boxesOf(evaluation: ProjectEvaluation): readonly PrintedText[] {
  const boxes = [
    evaluation.goal,
    evaluation.achievement,
    ...Object.values(evaluation.text),
    ...evaluation.indicators.map((indicator) => indicator.reason),
    ...evaluation.funding.map((row) => row.reason),
  ];
  return boxes.flatMap((box) => (box === null ? [] : [boxText(`项目“${evaluation.name}”`, box)]));
}

/** All prose: the report's, the evaluations' and the department goal. */
export function allTexts(disclosure: Disclosure): readonly PrintedText[] {
  const goal = disclosure.departmentEvaluation?.goal ?? null;
  return [
    ...reportTexts(disclosure),
    ...disclosure.evaluations.flatMap(evaluationTexts),
    ...(goal === null ? [] : [boxText("部门整体绩效目标", goal)]),
  ];
}

/** A place in a text that a pattern matched. */
export interface TextMatch {
  readonly text: PrintedText;
  readonly groups: readonly string[];
  readonly index: number;
  /** As printed. */
  readonly quote: string;
  readonly place: Place;
}

/** All matches of a pattern (with the flag g) in the texts. */
export function matchesIn(texts: readonly PrintedText[], pattern: RegExp): readonly TextMatch[] {
  return texts.flatMap((text) => {
    // Most texts match nothing, and matchAll copies its pattern.
    if (text.plain.search(pattern) < 0) return [];
    return [...text.plain.matchAll(pattern)].map((match) => ({
      text,
      groups: match.slice(1).map((group: string | undefined) => group ?? ""),
      index: match.index,
      quote: text.quote(match.index, match.index + match[0].length),
      place: text.at(match.index),
    }));
  });
}

/** The sentence around a match as printed, shortened for messages. */
export function sentenceAround(match: TextMatch, limit = 48): string {
  const { plain } = match.text;
  const ends = /[。;!?]/u;
  let from = match.index;
  while (from > 0 && !ends.test(plain.charAt(from - 1)) && match.index - from < limit / 2) from -= 1;
  let to = match.index;
  while (to < plain.length && !ends.test(plain.charAt(to)) && to - from < limit) to += 1;
  return match.text.quote(from, Math.min(to + 1, plain.length));
}

/** The sections whose heading has the words, the outermost ones. */
export function sectionsNamed(sections: readonly Section[], words: RegExp): readonly Section[] {
  return sections.flatMap((section) =>
    words.test(section.heading.replace(/\s+/gu, "")) ? [section] : sectionsNamed(section.children, words),
  );
}

/** Why rules about printed prose do not apply to a report that was entered: its prose is written from the entries. */
export const WRITTEN_FROM_ENTRIES = "情况说明由录入的数据写成，各节和各句按规定格式生成";
