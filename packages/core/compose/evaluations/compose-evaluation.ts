// A project's self-evaluation in the form of its place: a sheet (项目支出绩效自评表) or a report of chapters
// with the tables inside (项目支出绩效自评分析报告), both from the layout that recognises them.

import type { WrittenBlock } from "../../document/composition.ts";
import type { Heading, Paragraph, Run } from "../../document/document.ts";
import type { ProjectEvaluation } from "../../evaluation/project-evaluation.ts";
import type { EvaluationLayout } from "../../forms/evaluation-layout.ts";
import { editionWithLayout } from "../../regions/index.ts";
import { contentOfProject, type FormContent } from "./form-content.ts";
import { formTable } from "./form-table.ts";
import { missingRun } from "./form-cells.ts";
import { reportChapters } from "./report-chapters.ts";

/** Level at which an evaluation stands under the heading of its part. */
export const EVALUATION_LEVEL = 2;

/** The blocks of one evaluation, from a new page; `index` is its place among the document's. */
export function composeEvaluation(
  evaluation: ProjectEvaluation,
  index: number,
  layout: EvaluationLayout,
): readonly WrittenBlock[] {
  const edition = editionWithLayout(layout);
  const content = contentOfProject(evaluation, index, layout, edition.scoring);
  const name = `自评${index + 1}`;
  const { grid } = layout.print;
  return [
    { kind: "page-start", orientation: layout.print.orientation, numbered: true, name },
    titleOf(evaluation, layout),
    ...(grid === null
      ? [
          ...coverLines(content),
          ...yearLine(content),
          ...reportChapters({ evaluation, index, content, sentences: edition.sentences, name }),
        ]
      : [...yearLine(content), formTable(grid, content, name)]),
    ...formFoot(layout),
  ];
}

function titleOf({ name }: ProjectEvaluation, layout: EvaluationLayout): Heading {
  return {
    kind: "heading",
    level: EVALUATION_LEVEL,
    text: layout.titleNamesProject ? `${name}${layout.title}` : layout.title,
    place: {},
    style: "table-title",
    listedAs: `${name}${layout.title}`,
  };
}

/** The line under the title that tells the year, where it is known. */
export function yearLine({ layout, head, moneyUnit }: FormContent): readonly Paragraph[] {
  const { yearLine: words, unitLine } = layout.print;
  const year = head.year === null ? "" : words.replace("$year", head.year);
  const unit = unitLine?.replace("$unit", moneyUnit) ?? "";
  if (year === "" && unit === "") return [];
  return [{ kind: "paragraph", text: `\t${year}\t${unit}`, place: {}, role: "table-head" }];
}

/** The lines of a report's cover: 项目名称：…. */
function coverLines({ layout, head }: FormContent): readonly Paragraph[] {
  return layout.head.map(({ field, words }): Paragraph => {
    const label = `${words[0] ?? ""}：`;
    const value = head[field];
    const run: Run = value === null ? missingRun(words[0] ?? "") : { text: value };
    return {
      kind: "paragraph",
      text: `${label}${run.text}`,
      place: {},
      runs: [{ text: label }, run],
    };
  });
}

/** Notes and signatures under a form. */
export function formFoot({ print }: EvaluationLayout): readonly Paragraph[] {
  const notes = print.notes.map((text): Paragraph => ({ kind: "paragraph", text, place: {}, role: "note" }));
  if (print.signatures.length === 0) return notes;
  const text = print.signatures.join("\t");
  return [...notes, { kind: "paragraph", text, place: {}, role: "signature" }];
}
