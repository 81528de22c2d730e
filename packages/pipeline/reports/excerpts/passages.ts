// What a disclosure prints in words, as passages that a report can show again with their figures.

import { quoted } from "@jueming/core/document/quotation-marks.ts";
import type { Place } from "@jueming/core/document/document.ts";
import type { Section } from "@jueming/core/document/section.ts";
import type { StatedText } from "@jueming/core/document/stated-text.ts";
import type { Disclosure, RemovedText } from "@jueming/core/disclosure/disclosure.ts";
import type { EvaluationText, ProjectEvaluation } from "@jueming/core/evaluation/project-evaluation.ts";
import { EVALUATION_TEXTS } from "@jueming/core/evaluation/project-evaluation.ts";

import type { PrintedFigure } from "./printed-grid.ts";
import { figureOf } from "./printed-grid.ts";

/** PassageFigure: a figure in a passage and where it stands. */
interface PassageFigure {
  readonly figure: PrintedFigure;
  readonly place: Place;
}

/** Passage: a sentence, or a longer text of which an excerpt is shown. */
export interface Passage {
  readonly title: string;
  readonly text: string;
  readonly place: Place;
  readonly figures: readonly PassageFigure[];
}

/** Sentences of the explanation of which figures were read. */
export function sentencePassages(disclosure: Disclosure): readonly Passage[] {
  return disclosure.narrative.map(({ section, evaluation, sentence, figures, place }) => ({
    title: sectionTitle(disclosure, section, evaluation),
    text: sentence,
    place,
    figures: figures.flatMap(({ figure }) => {
      const read = figureOf(figure);
      return read === null ? [] : [{ figure: read, place: figure.place }];
    }),
  }));
}

/** The section, and the project where it is the prose of an evaluation. */
export function sectionTitle(disclosure: Disclosure, section: string, evaluation: number | null): string {
  const project = evaluation === null ? undefined : disclosure.evaluations[evaluation];
  return project === undefined ? section : `项目${quoted(project.name)} ${section}`;
}

/** All other words: paragraphs of the outline, texts of the forms, names, and what cleaning removed. */
export function textPassages(disclosure: Disclosure): readonly Passage[] {
  const { departmentEvaluation, evaluations, outline, removed, unitNames } = disclosure;
  return [
    ...evaluations.flatMap(evaluationPassages),
    ...outline.flatMap(sectionPassages),
    ...(departmentEvaluation?.sections ?? []).flatMap(sectionPassages),
    ...(departmentEvaluation?.tasks ?? []).map(({ name, content, place }) =>
      passage("年度主要任务", { text: `${name} ${content}`, place }),
    ),
    ...stated("部门整体绩效自评 绩效目标", departmentEvaluation?.goal ?? null),
    ...unitNames.map((name) => passage("单位名称", name)),
    ...removed.map((one) => passage(REMOVED[one.reason], one)),
  ];
}

const REMOVED: Readonly<Record<RemovedText["reason"], string>> = {
  watermark: "水印",
  "page-number": "页码",
  "running-header": "页眉页脚",
  instruction: "填表说明",
  handwriting: "手写批注",
};

const TEXT_NAMES: Readonly<Record<EvaluationText, string>> = {
  overview: "项目概况",
  basis: "立项依据",
  necessity: "项目必要性",
  safeguards: "保障措施",
  periodGoal: "中期目标",
  yearGoal: "年度目标",
  plan: "实施计划",
  conclusion: "自评结论",
  goalCompletion: "目标完成情况",
  implementation: "实施情况",
  output: "产出情况",
  benefit: "效益情况",
  satisfaction: "满意度情况",
  experience: "主要经验",
  problems: "存在问题",
  measures: "改进措施",
};

function evaluationPassages(evaluation: ProjectEvaluation): readonly Passage[] {
  const name = `项目${quoted(evaluation.name)}`;
  return [
    ...stated(`${name} 年度目标`, evaluation.goal),
    ...stated(`${name} 完成情况`, evaluation.achievement),
    ...stated(`${name} 等级`, evaluation.grade),
    ...stated(`${name} 主管部门`, evaluation.department),
    ...stated(`${name} 实施单位`, evaluation.unit),
    ...EVALUATION_TEXTS.flatMap((field) => stated(`${name} ${TEXT_NAMES[field]}`, evaluation.text[field])),
  ];
}

function stated(title: string, text: StatedText | null): readonly Passage[] {
  return text === null ? [] : [passage(title, text)];
}

function passage(title: string, { text, place }: StatedText): Passage {
  return { title, text, place, figures: [] };
}

/** Each stretch of a paragraph is found by its own place and shown with the words around it. */
function sectionPassages(section: Section): readonly Passage[] {
  return [
    ...section.paragraphs.flatMap((paragraph) => {
      const places = [paragraph.place, ...paragraph.pieces.map(({ place }) => place)];
      return places.map((place) => passage(section.heading, { text: paragraph.text, place }));
    }),
    passage("标题", { text: section.heading, place: section.place }),
    ...section.children.flatMap(sectionPassages),
  ];
}
