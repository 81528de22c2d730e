// What a form is filled with: a project's self-evaluation, or the year of a whole department.

import { figureId } from "../../disclosure/figure-id.ts";
import type { StatedText } from "../../document/stated-text.ts";
import type { DepartmentEvaluation } from "../../evaluation/department-evaluation.ts";
import type {
  EvaluationText,
  FundingRow,
  Indicator,
  ProjectEvaluation,
} from "../../evaluation/project-evaluation.ts";
import type { CellValue } from "../../figures/figure.ts";
import type { EvaluationLayout, HeadField } from "../../forms/evaluation-layout.ts";
import type { ScoringRules } from "../../evaluation/scoring/scoring-rules.ts";

/** FormContent: the values of one form, whatever it is about. */
export interface FormContent {
  readonly layout: EvaluationLayout;
  readonly moneyUnit: string;
  /** Rate in percent below which a reason is due. */
  readonly reasonBelow: string;
  readonly head: Readonly<Record<HeadField, string | null>>;
  readonly goal: StatedText | null;
  readonly achievement: StatedText | null;
  readonly funding: readonly FundingRow[];
  readonly indicators: readonly Indicator[];
  readonly levelPoints: ProjectEvaluation["levelPoints"];
  readonly totals: {
    readonly points: CellValue | null;
    readonly score: CellValue | null;
    readonly grade: string | null;
  };
  readonly texts: Readonly<Partial<Record<EvaluationText, StatedText | null>>>;
  readonly department: DepartmentEvaluation | null;
  /** Id of the figure in a field. */
  readonly idOf: (field: string) => string;
}

/** A project's self-evaluation as the content of a form. */
export function contentOfProject(
  evaluation: ProjectEvaluation,
  index: number,
  layout: EvaluationLayout,
  scoring: ScoringRules,
): FormContent {
  const { code, name, year } = evaluation;
  const printedName = code === null || name === "" ? name : `${code}-${name}`;
  return {
    layout,
    moneyUnit: evaluation.moneyUnit,
    reasonBelow: scoring.executionReasonBelow,
    head: {
      name: printedName === "" ? null : printedName,
      department: evaluation.department?.text ?? null,
      unit: evaluation.unit?.text ?? null,
      year: year === null ? null : String(year),
    },
    goal: evaluation.goal,
    achievement: evaluation.achievement,
    funding: evaluation.funding,
    indicators: evaluation.indicators,
    levelPoints: evaluation.levelPoints,
    totals: {
      points: evaluation.totalPoints,
      score: evaluation.totalScore,
      grade: evaluation.grade?.text ?? null,
    },
    texts: evaluation.text,
    department: null,
    idOf: (field) =>
      figureId({ address: { concept: "project-evaluation", evaluation: index, field }, derived: null }),
  };
}

/** A department's year as the content of the annex. */
export function contentOfDepartment(
  department: DepartmentEvaluation,
  year: number | null,
  layout: EvaluationLayout,
): FormContent {
  return {
    layout,
    moneyUnit: moneyUnitOf(department) ?? layout.moneyUnit,
    reasonBelow: "0",
    head: {
      name: null,
      department: null,
      unit: department.unit?.text ?? null,
      year: year === null ? null : String(year),
    },
    goal: department.goal,
    achievement: null,
    funding: [],
    indicators: department.indicators,
    levelPoints: [],
    totals: { points: null, score: null, grade: null },
    texts: {},
    department,
    idOf: (field) => figureId({ address: { concept: "department-evaluation", field }, derived: null }),
  };
}

/** The unit in which the annex prints its amounts. */
function moneyUnitOf({ budget }: DepartmentEvaluation): string | undefined {
  return Object.values(budget).flatMap((value) =>
    value?.kind === "figure" && value.unit !== null ? [value.unit.name] : [],
  )[0];
}

/** Field of a figure in the money block; the total's fields are those that sentences speak of. */
export function fundingField(row: Pick<FundingRow, "source">, field: string): string {
  return row.source === "total" ? field : `${row.source}.${field}`;
}

/** Field of a figure of an indicator, by its order in the form. */
export function indicatorField(order: number, field: "points" | "score"): string {
  return `indicators.${order}.${field}`;
}
