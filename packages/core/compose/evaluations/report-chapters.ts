// The chapters of an evaluation report: numbered headings, the unit's texts under them, the tables where the
// layout holds them; a text that is not given is written from the figures where an official sentence can.

import type { WrittenBlock } from "../../document/composition.ts";
import type { Paragraph, Run } from "../../document/document.ts";
import { ordinalOf, printedHeading } from "../../document/section.ts";
import type { EvaluationText, ProjectEvaluation } from "../../evaluation/project-evaluation.ts";
import type { Chapter } from "../../forms/evaluation-layout.ts";
import { readConclusion } from "../../recognize/evaluations/read-chapters.ts";
import type { SentenceTemplate } from "../../sentences/template.ts";
import { sentenceRuns } from "./evaluation-sentence.ts";
import { missingRun } from "./form-cells.ts";
import type { FormContent } from "./form-content.ts";
import { formTable } from "./form-table.ts";

/** ReportParts: an evaluation with what is needed to write it as a report. */
export interface ReportParts {
  readonly evaluation: ProjectEvaluation;
  readonly index: number;
  readonly content: FormContent;
  readonly sentences: readonly SentenceTemplate[];
  /** Short name of the report, from which its tables take theirs. */
  readonly name: string;
}

/** All chapters in the layout's order. */
export function reportChapters(parts: ReportParts): readonly WrittenBlock[] {
  const { chapters } = parts.content.layout;
  const numbers = chapterNumbers(chapters);
  let tables = 0;
  return chapters.flatMap((chapter, at): readonly WrittenBlock[] => {
    const words = chapter.words[0] ?? "";
    if (chapter.opens === "paragraph") return textBlocks(chapter, parts, `${words}：`);
    const heading: WrittenBlock = {
      kind: "heading",
      // The report's own title stands at level 2.
      level: chapter.level + 1,
      text: printedHeading({ number: numbers[at] ?? null, heading: words, level: chapter.level }),
      place: {},
    };
    if (chapter.holds === null) return [heading, ...textBlocks(chapter, parts, "")];
    tables += 1;
    return [heading, formTable(chapter.holds, parts.content, `${parts.name}表${tables}`)];
  });
}

/** Numbers of the headings, each level from one under the heading above it. */
function chapterNumbers(chapters: readonly Chapter[]): readonly (string | null)[] {
  const counts = new Map<number, number>();
  return chapters.map(({ opens, level }) => {
    if (opens === "paragraph") return null;
    for (const known of counts.keys()) if (known > level) counts.delete(known);
    const count = (counts.get(level) ?? 0) + 1;
    counts.set(level, count);
    return ordinalOf(count, level);
  });
}

/** The text of a chapter: as given, else the sentence that the figures make, else the mark of what is missing. */
function textBlocks({ field, words }: Chapter, parts: ReportParts, lead: string): readonly Paragraph[] {
  if (field === null) return [];
  const given = parts.evaluation.text[field]?.text;
  const own = given === undefined ? writtenText(field, words, parts) : givenText(field, given, words, parts);
  const runs: readonly Run[] = lead === "" ? own : [{ text: lead }, ...own];
  return [{ kind: "paragraph", text: runs.map(({ text }) => text).join(""), place: {}, runs }];
}

/** The unit's own words; a conclusion that does not state the scores is led by the sentence that does. */
function givenText(
  field: EvaluationText,
  text: string,
  words: readonly string[],
  parts: ReportParts,
): readonly Run[] {
  const { layout } = parts.content;
  if (field !== "conclusion" || layout.conclusion === null) return [{ text }];
  const stated = readConclusion({ text, place: {} }, layout.conclusion, layout);
  const isStated = parts.evaluation.totalScore === null || stated.totalScore !== null;
  return [...(isStated ? [] : (sentenceRuns(words, parts) ?? [])), { text }];
}

function writtenText(field: EvaluationText, words: readonly string[], parts: ReportParts): readonly Run[] {
  if (field === "goalCompletion" && parts.evaluation.achievement !== null)
    return [{ text: parts.evaluation.achievement.text }];
  if (field === "yearGoal" && parts.evaluation.goal !== null) return [{ text: parts.evaluation.goal.text }];
  return sentenceRuns(words, parts) ?? [missingRun(words[0] ?? "")];
}
