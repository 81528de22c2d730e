// The report on a department's year (部门预算绩效自评报告) with its annex: the department's own sections where
// it gives them, else the form's, with the sentences that its figures make.

import type { WrittenBlock } from "../../document/composition.ts";
import type { Paragraph } from "../../document/document.ts";
import { ordinalOf, printedHeading, type Section } from "../../document/section.ts";
import type { DepartmentEvaluation } from "../../evaluation/department-evaluation.ts";
import { departmentScoreOf } from "../../department-scoring/department-score-of.ts";
import type { DepartmentScore } from "../../evaluation/point-system/department-score.ts";
import type { DepartmentReport } from "../../forms/department-report.ts";
import { sectionsOf, type OutlineContent, type OutlineSection } from "../../forms/report-outline.ts";
import { allEvaluationLayouts, departmentReportFor } from "../../regions/index.ts";
import type { SentenceTemplate } from "../../sentences/template.ts";
import { writeSentence, type FactLookup } from "../../sentences/write-sentence.ts";
import { heading, paragraph, paragraphOfRuns } from "../blocks.ts";
import { unitNameOf, type Material } from "../material.ts";
import { EVALUATION_LEVEL, formFoot, yearLine } from "./compose-evaluation.ts";
import { departmentFacts } from "./department-facts.ts";
import { scoreFacts } from "./department-score-facts.ts";
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
  const found = departmentReportFor(material.edition);
  if (department === null || found === null) return [];
  const { report, edition } = found;
  const score = departmentScoreOf({ report: disclosure, others: [] }, report.system, edition.scoring);
  const lookup = departmentFacts(graded(department, score), disclosure, scoreFacts(score));
  const composing: Composing = { report, sentences: edition.sentences, lookup };
  const isAlone = disclosure.kind === "department-evaluation" && disclosure.title !== "";
  const title = isAlone ? disclosure.title : `${unitNameOf(disclosure)}${report.title}`;
  return [
    { kind: "page-start", orientation: "portrait", numbered: true, name: "部门自评" },
    heading(EVALUATION_LEVEL, title, { style: "table-title", listedAs: title }),
    ...(department.sections.every(({ number }) => number === null)
      ? formSections({ sections: report.sections, level: FIRST_LEVEL, given: department.sections }, composing)
      : department.sections.flatMap((section) => givenSection(section, composing))),
    ...annexBlocks(department, disclosure.year, report),
  ];
}

/** A department that states no grade has the one that its whole total earns. */
function graded(department: DepartmentEvaluation, { total, grade }: DepartmentScore): DepartmentEvaluation {
  if (department.grade !== null || total === null || grade.computed === null) return department;
  return { ...department, grade: { text: grade.computed, place: department.place } };
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
  const form = { contents: likeSection(section, composing), level: section.level + 1, given: undefined };
  return [
    heading(headingLevel(section.level), printedHeading(section)),
    ...(own.length > 0 ? own : formContents(form, composing)),
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

/** FormSections: sections of the form at a level, and what the department wrote under their headings. */
interface FormSections {
  readonly sections: readonly OutlineSection[];
  readonly level: number;
  readonly given: readonly Section[];
}

function formSections(
  { sections, level, given }: FormSections,
  composing: Composing,
): readonly WrittenBlock[] {
  return sections.flatMap(({ headings, contents }, at) => [
    heading(
      headingLevel(level),
      printedHeading({ number: ordinalOf(at + 1, level), heading: headings[0] ?? "", level }),
    ),
    ...formContents({ contents, level: level + 1, given: sectionNamed(headings, given) }, composing),
  ]);
}

const sectionNamed = (headings: readonly string[], given: readonly Section[]): Section | undefined =>
  given.find(({ heading: words }) => headings.some((one) => plainHeading(one) === plainHeading(words)));

/** FormContents: what the form has under one heading, and what the department wrote there. */
interface FormContents {
  readonly contents: readonly OutlineContent[];
  readonly level: number;
  readonly given: Section | undefined;
}

function formContents(
  { contents, level, given }: FormContents,
  composing: Composing,
): readonly WrittenBlock[] {
  const inner = contents.filter((one) => one.kind === "section");
  const own = given?.paragraphs ?? [];
  return [
    ...contents.flatMap((one): readonly Paragraph[] => {
      if (one.kind === "sentence") return sentenceParagraph(one.id, composing);
      if (one.kind !== "own-text") return [];
      return own.length > 0
        ? own.map(({ text }) => paragraph(text))
        : [paragraphOfRuns([missingRun(one.about)])];
    }),
    ...formSections({ sections: inner, level, given: given?.children ?? [] }, composing),
  ];
}

function sentenceParagraph(id: string, { sentences, lookup }: Composing): readonly Paragraph[] {
  const template = sentences.find((one) => one.id === id);
  if (template === undefined) return [];
  return [paragraphOfRuns(runsOf(writeSentence(template, lookup), (address) => address))];
}
