// The sections 存在问题 and 改进建议 of a report, found by their headings.

import type { Section } from "../document/section.ts";

/** MeasureSections: both sections, as far as the report has them. */
export interface MeasureSections {
  readonly problems: Section | undefined;
  readonly measures: Section | undefined;
}

const PROBLEMS = /^(?:主要)?(?:存在(?:的)?)?(?:主要)?问题(?:及原因(?:分析)?)?$/u;
const MEASURES =
  /^(?:下一步)?(?:有关|相关|主要|工作)?(?:改进|整改)?(?:的)?(?:建议|措施)(?:(?:及|和|与)(?:改进|整改|管理)?(?:建议|措施))?$/u;

/** Finds the sections; of several pairs the last, which belongs to the conclusion. */
export function findMeasureSections(sections: readonly Section[]): MeasureSections {
  return { problems: lastOf(sections, PROBLEMS), measures: lastOf(sections, MEASURES) };
}

function lastOf(sections: readonly Section[], words: RegExp): Section | undefined {
  const all = sections.flatMap(withChildren);
  return all.findLast(({ heading }) => words.test(heading.replace(/[\s。：:]+/gu, "")));
}

const withChildren = (section: Section): readonly Section[] => [
  section,
  ...section.children.flatMap(withChildren),
];

/** The text of a section with what stands below it, one line a paragraph or heading. */
export function sectionText(section: Section): string {
  const below = section.children.flatMap((child) => [numbered(child), sectionText(child)]);
  return [...section.paragraphs.map(({ text }) => text), ...below].filter((line) => line !== "").join("\n");
}

const numbered = ({ number, heading }: Section): string =>
  number === null ? heading : `${number}、${heading}`;
