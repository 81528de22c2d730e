// The department's own evaluation (部门整体支出绩效自评): its sections, the figures that sentences read
// out of them, and the annex table.

import { itemFactOf } from "../../department-scoring/input-addresses.ts";
import { addressKey } from "../../disclosure/address.ts";
import type { NarrativeSentence } from "../../disclosure/disclosure.ts";
import type { Line } from "../../document/lines.ts";
import type { Section } from "../../document/section.ts";
import type { StatedText } from "../../document/stated-text.ts";
import type {
  DepartmentEvaluation,
  FinanceField,
  ProjectGroup,
  SystemPoint,
} from "../../evaluation/department-evaluation.ts";
import { FINANCE_FIELDS } from "../../evaluation/department-evaluation.ts";
import { FINANCE_ADDRESSES } from "../../disclosure/department-finance.ts";
import type { CellValue } from "../../figures/figure.ts";
import { withoutSpace } from "../../figures/normalize.ts";
import { editions } from "../../regions/index.ts";
import type { AnnexReading } from "../evaluations/annex.ts";

/** DepartmentParts: what the other recognisers have made of the document. */
export interface DepartmentParts {
  readonly lines: readonly Line[];
  readonly sections: readonly Section[];
  readonly annex: AnnexReading | null;
  readonly narrative: readonly NarrativeSentence[];
}

const CONCEPT = "department-evaluation";
const TITLE = /部门(?:预算|整体支出|整体)(?:支出)?绩效(?:自评|评价)(?:报告|表)?$/u;
/** The words that places have for grades, the longest first: 优秀 before 优. */
const GRADES = [
  ...new Set(
    editions
      .flatMap(({ scoring }) => [...scoring.departmentGrades, ...scoring.grades])
      .map(({ grade }) => grade),
  ),
].toSorted((left, right) => right.length - left.length);
const GRADE = new RegExp(`(?:绩效)?(?:评价)?等级为?[“"]?(${GRADES.join("|")})`, "u");

/** The line that is the title of a department's report. */
export const departmentTitle = (lines: readonly Line[]): Line | undefined =>
  lines.find((line) => line.kind === "text" && TITLE.test(withoutSpace(line.text)));

/** Recognises the department's evaluation; null where the document has none. */
export function recognizeDepartmentEvaluation(parts: DepartmentParts): DepartmentEvaluation | null {
  const title = departmentTitle(parts.lines);
  const own = parts.narrative.filter((sentence) => sentence.template.startsWith("department-"));
  if (parts.annex === null && (title === undefined || own.length === 0)) return null;
  const place = title?.place ?? parts.annex?.place ?? {};
  return {
    score: figureOf(own, "score"),
    grade: gradeOf(parts.sections),
    goal: parts.annex?.goal ?? null,
    budget: parts.annex?.budget ?? { total: null, appropriation: null, other: null },
    tasks: parts.annex?.tasks ?? [],
    indicators: parts.annex?.indicators ?? [],
    sections: sectionsOfReport(parts.sections),
    finance: financeOf(own),
    projectGroups: projectGroupsOf(own),
    system: systemOf(own),
    place,
    unit: parts.annex?.unit ?? null,
  };
}

/** Sections with a number at the top level; what stands before the first of them is cover. */
function sectionsOfReport(sections: readonly Section[]): readonly Section[] {
  return sections.flatMap((section) =>
    section.number !== null ? [section] : sectionsOfReport(section.children),
  );
}

function figureOf(narrative: readonly NarrativeSentence[], field: string): CellValue | null {
  for (const { figures } of narrative) {
    const match = figures.find(
      ({ refersTo, derived }) =>
        refersTo.concept === CONCEPT && refersTo.field === field && (derived === null || derived === "count"),
    );
    if (match !== undefined) return match.figure;
  }
  return null;
}

function financeOf(narrative: readonly NarrativeSentence[]): Partial<Record<FinanceField, CellValue>> {
  const finance: Partial<Record<FinanceField, CellValue>> = {};
  for (const field of FINANCE_FIELDS) {
    const key = addressKey(FINANCE_ADDRESSES[field]);
    const stated = narrative
      .flatMap(({ figures }) => figures)
      .find(({ refersTo, derived }) => derived === null && addressKey(refersTo) === key);
    if (stated !== undefined) finance[field] = stated.figure;
  }
  return finance;
}

const GROUP_FIELD = /^projectGroups\.(.+)\.(count|budget|rate|surplusOver10)$/u;

function projectGroupsOf(narrative: readonly NarrativeSentence[]): readonly ProjectGroup[] {
  const groups = new Map<string, ProjectGroup>();
  for (const { refersTo, figure } of narrative.flatMap(({ figures }) => figures)) {
    const match = refersTo.concept === CONCEPT ? GROUP_FIELD.exec(refersTo.field ?? "") : null;
    const [, name, field] = match ?? [];
    if (name === undefined || field === undefined) continue;
    const known = groups.get(name) ?? {
      name,
      count: null,
      budget: null,
      rate: null,
      surplusOver10: null,
      place: figure.place,
    };
    groups.set(name, { ...known, [field]: figure });
  }
  return [...groups.values()];
}

/** The items of the point system of which the report states points or a score. */
function systemOf(narrative: readonly NarrativeSentence[]): readonly SystemPoint[] {
  const items = new Map<string, SystemPoint>();
  for (const { refersTo, figure } of narrative.flatMap(({ figures }) => figures)) {
    const fact = itemFactOf(refersTo);
    if (fact === undefined || fact.field === "result") continue;
    const { field, ...levels } = fact;
    const key = Object.values(levels).join("/");
    const known = items.get(key) ?? { ...levels, points: null, score: null };
    items.set(key, { ...known, [field]: figure });
  }
  return [...items.values()];
}

function gradeOf(sections: readonly Section[]): StatedText | null {
  for (const section of sections) {
    for (const paragraph of section.paragraphs) {
      const match = GRADE.exec(paragraph.text);
      if (match?.[1] !== undefined) return { text: match[1], place: paragraph.place };
    }
    const below = gradeOf(section.children);
    if (below !== null) return below;
  }
  return null;
}
