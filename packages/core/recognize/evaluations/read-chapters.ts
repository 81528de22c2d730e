// Reads a report's chapters into texts and its conclusion sentence into scores, grade and name.
// Chapters are told by their headings' words, not by their number: reports lose pages and headings.

import type { Place } from "../../document/document.ts";
import type { StatedText } from "../../document/stated-text.ts";
import { statedFigure, type CellValue } from "../../figures/figure.ts";
import { halfWidthText, withoutSpace } from "../../figures/normalize.ts";
import type { EvaluationText } from "../../evaluation/project-evaluation.ts";
import type { Chapter, ConclusionSentence, EvaluationLayout } from "../../forms/evaluation-layout.ts";
import type { FormLine } from "./form-lines.ts";
import { isContentsHeading } from "./find-forms.ts";
import type { EvaluationTexts, PrintedGrade } from "./read-tail.ts";
import { bestLikeness, isOneOf, plainWords } from "./word-match.ts";

export interface ReadChapters {
  readonly texts: EvaluationTexts;
  readonly consumed: readonly number[];
}

const ORDINAL =
  /^\s*(?:第[一二三四五六七八九十]+[章节部]|[(（]?\s*[一二三四五六七八九十\d]{1,3}\s*[)）、.．]{1,2})\s*/u;
const LONGEST_HEADING = 40;
const HEADING_LIKENESS = 0.86;
/** "1.产出情况及分析。全年完成……": the chapter's words, a full stop, its text. */
const HEADING_AND_TEXT = /^([^。，；]{2,24})。(.+)$/su;
const CONTENTS_ENTRY = /[\s.·…]\d{1,3}$/u;

/** Reads all chapters of one report. */
export function readChapters(lines: readonly FormLine[], chapters: readonly Chapter[]): ReadChapters {
  const texts: Partial<Record<EvaluationText, StatedText>> = {};
  const consumed: number[] = [];
  let field: EvaluationText | null = null;
  for (const { line, text } of piecesOf(lines, chapters)) {
    if (line.kind === "row" || text === "") {
      // The rows of a table of contents or of a form end no chapter's text but print none of it.
      if (line.kind === "row") field = null;
      continue;
    }
    if (isContentsHeading(line) || isContentsEntry(text, chapters)) {
      field = null;
      consumed.push(line.index);
      continue;
    }
    const opened = openedChapter(text, chapters);
    if (opened !== undefined) field = opened.field;
    if (opened !== undefined || field !== null) consumed.push(line.index);
    const words = withoutSpace(opened?.rest ?? text);
    if (field === null || words === "") continue;
    const before = texts[field];
    texts[field] =
      before === undefined ? { text: words, place: line.place } : { ...before, text: before.text + words };
  }
  return { texts, consumed };
}

/** The lines, cut where a paragraph that its first words name was joined to the one before it. */
function piecesOf(
  lines: readonly FormLine[],
  chapters: readonly Chapter[],
): readonly { readonly line: FormLine; readonly text: string }[] {
  const words = chapters.flatMap((chapter) => (chapter.opens === "paragraph" ? chapter.words : []));
  const start = words.length === 0 ? null : new RegExp(`(?<=[。；])\\s*(?=(?:${words.join("|")})[:：])`, "u");
  return lines.flatMap((line) => {
    const text = line.cells[0]?.text ?? "";
    const pieces = start === null || line.kind === "row" ? [text] : text.split(start);
    return pieces.map((piece) => ({ line, text: piece }));
  });
}

/** "（一）项目概况 4": an entry of the contents, not the chapter. */
function isContentsEntry(text: string, chapters: readonly Chapter[]): boolean {
  if (!CONTENTS_ENTRY.test(text)) return false;
  return openedChapter(text.replace(/[\s.·…]*\d{1,3}$/u, ""), chapters) !== undefined;
}

interface Opened {
  readonly field: EvaluationText | null;
  /** What follows the heading's words on its own line. */
  readonly rest: string;
}

/** The chapter that a line opens: a heading alone, or words before a colon. */
function openedChapter(text: string, chapters: readonly Chapter[]): Opened | undefined {
  const colon = /^([^:：]{2,20})[:：](.*)$/su.exec(text);
  const head = plainWords((colon?.[1] ?? "").replace(ORDINAL, ""));
  for (const { opens, words, field } of chapters) {
    if (opens === "paragraph" && colon !== null && words.some((word) => word === head))
      return { field, rest: colon[2] ?? "" };
  }
  const hasOrdinal = ORDINAL.test(text);
  const stop = hasOrdinal && colon === null ? HEADING_AND_TEXT.exec(text.replace(ORDINAL, "")) : null;
  const named = stop === null ? head : plainWords(stop[1] ?? "");
  const rest = colon?.[2] ?? stop?.[2];
  const heading = plainWords(text.replace(ORDINAL, ""));
  if (heading.length > LONGEST_HEADING && rest === undefined) return undefined;
  let best: { readonly opened: Opened; readonly score: number } | undefined;
  for (const { opens, words, field } of chapters) {
    if (opens !== "heading") continue;
    const score = hasOrdinal ? bestLikeness(heading, words) : isOneOf(heading, words) ? 1 : 0;
    if (score >= (hasOrdinal ? HEADING_LIKENESS : 1) && score > (best?.score ?? 0))
      best = { opened: { field, rest: "" }, score };
    else if (hasOrdinal && rest !== undefined && words.includes(named))
      best ??= { opened: { field, rest }, score: 0.5 };
  }
  return best?.opened;
}

/** Conclusion (结论): what the report's conclusion sentence states. */
export interface Conclusion {
  readonly fundingScore: CellValue | null;
  readonly indicatorScore: CellValue | null;
  readonly totalScore: CellValue | null;
  readonly grade: PrintedGrade | null;
  readonly name: StatedText | null;
}

/** Reads the conclusion sentence, its punctuation and small words as they come. */
export function readConclusion(
  text: StatedText | undefined,
  sentence: ConclusionSentence,
  layout: EvaluationLayout,
): Conclusion {
  const words = halfWidthText(text?.text ?? "").replace(/\s+/gu, "");
  const place = text?.place ?? {};
  const grade = textAfter(words, sentence.grade, /^[“"'‘]?([^”"'’。，,;；]{1,4})[”"'’。]/u);
  const name = nameBetween(words, sentence);
  return {
    fundingScore: scoreAfter(words, sentence.fundingScore, place),
    indicatorScore: scoreAfter(words, sentence.indicatorScore, place),
    totalScore: scoreAfter(words, sentence.totalScore, place),
    grade: grade === undefined ? null : { text: grade, place, unreadable: !layout.grades.includes(grade) },
    name: name === undefined ? null : { text: name, place },
  };
}

function scoreAfter(words: string, after: readonly string[], place: Place): CellValue | null {
  const number = textAfter(words, after, /^[:：为是]{0,2}(\d+(?:\.\d+)?)分/u);
  return number === undefined ? null : (statedFigure(number, null, place) ?? null);
}

function textAfter(words: string, after: readonly string[], pattern: RegExp): string | undefined {
  for (const start of after) {
    const at = words.lastIndexOf(start);
    const found = at < 0 ? undefined : pattern.exec(words.slice(at + start.length))?.[1];
    if (found !== undefined) return found;
  }
  return undefined;
}

function nameBetween(words: string, { name }: ConclusionSentence): string | undefined {
  for (const before of name.before) {
    const end = words.indexOf(before);
    for (const after of end < 0 ? [] : name.after) {
      const start = words.lastIndexOf(after, end);
      if (start >= 0) return words.slice(start + after.length, end).replace(/^[:：为]/u, "");
    }
  }
  return undefined;
}
