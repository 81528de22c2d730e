// The report on a department's year (部门预算绩效自评报告) with its annex: the department's own sections where
// it gives them, else the form's, with the sentences that its figures make.

import type { WrittenBlock } from "../../document/composition.ts";
import type { Paragraph } from "../../document/document.ts";
import { ordinalOf, printedHeading, type Section } from "../../document/section.ts";
import type { DepartmentEvaluation } from "../../evaluation/department-evaluation.ts";
import type { DepartmentReport } from "../../forms/department-report.ts";
import { sectionsOf, type OutlineContent, type OutlineSection } from "../../forms/report-outline.ts";
import { allEvaluationLayouts, editions } from "../../regions/index.ts";
import type { SentenceTemplate } from "../../sentences/template.ts";
import { writeSentence, type FactLookup } from "../../sentences/write-sentence.ts";
import { heading, paragraph, paragraphOfRuns } from "../blocks.ts";
import { unitNameOf, type Material } from "../material.ts";
import { EVALUATION_LEVEL, formFoot, yearLine } from "./compose-evaluation.ts";
import { departmentFacts } from "./department-facts.ts";
import { runsOf } from "./evaluation-sentence.ts";
import { missingRun } from "./form-cells.ts";
import { contentOfDepartment } from "./form-content.ts";
import { formTable } from "./form-table.ts";

const DEEPEST_HEADING = 6;
const FIRST_LEVEL = 2;

interface Composing {
  readonly report: DepartmentReport;
  readonly sentences: readonly SentenceTemplate[];
  readonly lookup: FactLookup;
}

/** The department's report and its annex; nothing where there is no such evaluation. */
export function composeDepartmentEvaluation(material: Material): readonly WrittenBlock[] {
  const { disclosure } = material;
  const department = disclosure.departmentEvaluation;
  const edition = [material.edition, ...editions].find(({ departmentReport }) => departmentReport !== null);
  const report = edition?.departmentReport ?? null;
  if (department === null || edition === undefined || report === null) return [];
  const lookup = departmentFacts(department, disclosure.year ?? 0);
  const composing: Composing = { report, sentences: edition.sentences, lookup };
  const isAlone = disclosure.kind === "department-evaluation" && disclosure.title !== "";
  const title = isAlone ? disclosure.title : `${unitNameOf(disclosure)}${report.title}`;
  return [
    { kind: "page-start", orientation: "portrait", numbered: true, name: "部门自评" },
    heading(EVALUATION_LEVEL, title, { style: "table-title", listedAs: title }),
    ...(department.sections.length === 0
      ? formSections(report.sections, FIRST_LEVEL, composing)
      : department.sections.flatMap((section) => givenSection(section, composing))),
    ...annexBlocks(department, disclosure.year, report),
  ];
}

function annexBlocks(
  department: DepartmentEvaluation,
  year: number | null,
  { annex, annexLabel }: DepartmentReport,
): readonly WrittenBlock[] {
  const layout = allEvaluationLayouts.find(({ id }) => id === annex);
  if (layout === undefined || layout.print.grid === null || department.indicators.length === 0) return [];
  const content = contentOfDepartment(department, year, layout);
  return [
    { kind: "page-start", orientation: layout.print.orientation, numbered: true, name: "部门自评附表" },
    heading(EVALUATION_LEVEL, `${annexLabel}：${layout.title}`, { style: "table-title" }),
    ...yearLine(content),
    formTable(layout.print.grid, content, "部门自评附表"),
    ...formFoot(layout),
  ];
}

/** A section as the department gives it; one that it leaves empty takes what the form has under its heading. */
function givenSection(section: Section, composing: Composing): readonly WrittenBlock[] {
  const own: readonly WrittenBlock[] = [
    ...section.paragraphs.map(({ text }) => paragraph(text)),
    ...section.children.flatMap((child) => givenSection(child, composing)),
  ];
  return [
    heading(headingLevel(section.level), printedHeading(section)),
    ...(own.length > 0 ? own : formContents(likeSection(section, composing), section.level + 1, composing)),
  ];
}

const headingLevel = (level: number): number => Math.min(level + 1, DEEPEST_HEADING);

/** A heading without the marks that print varies. */
const plainHeading = (words: string): string => words.replace(/[\s()（）]/gu, "");

/** What the form has under the heading of a section. */
function likeSection({ heading: words }: Section, { report }: Composing): readonly OutlineContent[] {
  const all = sectionsOf([{ name: "", title: [], contents: report.sections }]);
  const like = all.find(({ headings }) => headings.some((one) => plainHeading(one) === plainHeading(words)));
  return like?.contents ?? [];
}

function formSections(
  sections: readonly OutlineSection[],
  level: number,
  composing: Composing,
): readonly WrittenBlock[] {
  return sections.flatMap(({ headings, contents }, at) => [
    heading(
      headingLevel(level),
      printedHeading({ number: ordinalOf(at + 1, level), heading: headings[0] ?? "", level }),
    ),
    ...formContents(contents, level + 1, composing),
  ]);
}

function formContents(
  contents: readonly OutlineContent[],
  level: number,
  composing: Composing,
): readonly WrittenBlock[] {
  const inner = contents.filter((one) => one.kind === "section");
  return [
    ...contents.flatMap((one): readonly Paragraph[] => {
      if (one.kind === "sentence") return sentenceParagraph(one.id, composing);
      return one.kind === "own-text" ? [paragraphOfRuns([missingRun(one.about)])] : [];
    }),
    ...formSections(inner, level, composing),
  ];
}

function sentenceParagraph(id: string, { sentences, lookup }: Composing): readonly Paragraph[] {
  const template = sentences.find((one) => one.id === id);
  if (template === undefined) return [];
  return [paragraphOfRuns(runsOf(writeSentence(template, lookup), (address) => address))];
}
