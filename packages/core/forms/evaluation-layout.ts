// The description of a self-evaluation form (项目支出绩效自评表/报告): head labels, money block,
// repeated indicator groups, text boxes or chapters. One description reads, composes and checks;
// levels, labels and tiers are data here, so that a place's form is a description and no code.

import type { DepartmentEvaluation } from "../evaluation/department-evaluation.ts";
import type { EvaluationText, FundingField, FundSource } from "../evaluation/project-evaluation.ts";
import type { FormGrid, FormPrint } from "./form-print.ts";

/** Label (标签): printed words beside which a value stands; the first is the official one. */
export interface Label<Field extends string> {
  readonly field: Field;
  readonly words: readonly string[];
  /** True when a seal is stamped beside it ("实施单位(盖章)"). */
  readonly sealed: boolean;
}

export type HeadField = "name" | "department" | "unit" | "year";

/** GoalBlock (年度目标): how goal and achievement are printed. */
export interface GoalBlock {
  /** "inline": label and value in one cell; "below": a header row, the values in the row under it. */
  readonly arrangement: "inline" | "below";
  readonly goal: readonly string[];
  readonly achievement: readonly string[];
  /** Words of the row or of its side label that are never a value. */
  readonly side: readonly string[];
}

/** FundingSourceRow: one printed row of the money block. */
export interface FundingSourceRow {
  readonly source: FundSource;
  readonly words: readonly string[];
}

/** FundingColumn: one printed column of the money block, in printed order. */
export interface FundingColumn {
  readonly field: FundingField | "reason";
  readonly words: readonly string[];
}

export interface FundingBlock {
  readonly rows: readonly FundingSourceRow[];
  readonly columns: readonly FundingColumn[];
  /** Fields that this form prints twice with one meaning, so that one confirms the other. */
  readonly repeats: readonly (readonly [FundingField, FundingField])[];
}

/** Level2 (二级指标) with the signs by which a lost name can be restored. */
export interface Level2 {
  readonly words: readonly string[];
  /** Units of targets that are typical of it. */
  readonly units: readonly string[];
  /** Words in indicator names that are typical of it. */
  readonly nameWords: readonly string[];
}

/** Level1 (一级指标) with its second levels in the form's order. */
export interface Level1 {
  readonly words: readonly string[];
  readonly level2: readonly Level2[];
}

export const INDICATOR_FIELDS = [
  "level1",
  "level2",
  "name",
  "comparator",
  "initialTarget",
  "target",
  "unit",
  "actual",
  "note",
  "points",
  "score",
  "reason",
] as const;
export type IndicatorField = (typeof INDICATOR_FIELDS)[number];

export interface IndicatorColumn {
  readonly field: IndicatorField;
  readonly words: readonly string[];
}

export interface IndicatorGroups {
  readonly levels: readonly Level1[];
  readonly columns: readonly IndicatorColumn[];
  /** "percent": the column prints "3%" for three points. */
  readonly pointsAs: "number" | "percent";
  /** True where a column of initial targets that are not set prints the bare pattern of the target: "≥ %". */
  readonly initialPatterns: boolean;
}

/** TotalRow (总分/合计): what the row under the indicators prints, from left to right. */
export interface TotalRow {
  readonly words: readonly string[];
  readonly prints: readonly ("points" | "score" | "grade")[];
}

/** Chapter (章节) of a report: a heading, or words before a colon that open a paragraph. */
export interface Chapter {
  readonly words: readonly string[];
  /** Text that stands under it; null for a chapter that only holds others or a table. */
  readonly field: EvaluationText | null;
  readonly opens: "heading" | "paragraph";
  /** Level of its heading, from which its number follows: 2 一、, 3 （一）, 4 1., 5 （1）. */
  readonly level: number;
  /** The table that stands under it. */
  readonly holds: FormGrid | null;
}

export type BudgetField = keyof DepartmentEvaluation["budget"];

/** DepartmentBlock (部门整体支出): what the annex says of the whole department's year. */
export interface DepartmentBlock {
  readonly budget: readonly { readonly field: BudgetField; readonly words: readonly string[] }[];
  readonly goal: readonly string[];
  readonly tasks: { readonly name: readonly string[]; readonly content: readonly string[] };
}

/** ConclusionSentence (结论句): the words after which the scores, the grade and the name stand. */
export interface ConclusionSentence {
  readonly fundingScore: readonly string[];
  readonly indicatorScore: readonly string[];
  readonly totalScore: readonly string[];
  readonly grade: readonly string[];
  readonly name: { readonly after: readonly string[]; readonly before: readonly string[] };
}

export interface EvaluationLayout {
  readonly id: string;
  readonly kind: "sheet" | "report" | "annex";
  /** Official title; what stands before it may be the project's name. */
  readonly title: string;
  readonly titleNamesProject: boolean;
  /** Unit of money where the form itself prints none that can be read. */
  readonly moneyUnit: "元" | "万元";
  readonly head: readonly Label<HeadField>[];
  readonly goal: GoalBlock | null;
  readonly funding: FundingBlock | null;
  readonly indicators: IndicatorGroups;
  readonly total: TotalRow | null;
  readonly tail: readonly Label<EvaluationText>[];
  readonly chapters: readonly Chapter[];
  readonly conclusion: ConclusionSentence | null;
  /** Qualitative tiers (完成档次) from best to worst. */
  readonly tiers: readonly string[];
  readonly grades: readonly string[];
  /** Words that open a note or a line of signatures under the form: never data. */
  readonly notes: readonly string[];
  /** Words found in printed instructions: a cell that holds one is never a value. */
  readonly instructions: readonly string[];
  /** What the annex of a department's report says of its year; null for a project's form. */
  readonly wholeDepartment: DepartmentBlock | null;
  readonly print: FormPrint;
}

/** Describes a form; one function, so that every description reads alike. */
export function form<const Layout extends EvaluationLayout>(layout: Layout): EvaluationLayout {
  return layout;
}

/** A label with its official word first. */
export function label<Field extends string>(field: Field, ...words: readonly string[]): Label<Field> {
  return { field, words, sealed: false };
}

/** A label beside which a seal is stamped. */
export function sealed<Field extends string>(field: Field, ...words: readonly string[]): Label<Field> {
  return { field, words, sealed: true };
}

/** A column of the money block. */
export function money(field: FundingField | "reason", ...words: readonly string[]): FundingColumn {
  return { field, words };
}

/** A row of the money block. */
export function source(name: FundSource, ...words: readonly string[]): FundingSourceRow {
  return { source: name, words };
}

/** A column of the indicator groups. */
export function column(field: IndicatorField, ...words: readonly string[]): IndicatorColumn {
  return { field, words };
}

/** A first level with its second levels. */
export function level1(words: readonly string[], level2: readonly Level2[]): Level1 {
  return { words, level2 };
}

/** A second level; signs are optional. */
export function level2(
  words: readonly string[],
  signs: { readonly units?: readonly string[]; readonly nameWords?: readonly string[] } = {},
): Level2 {
  return { words, units: signs.units ?? [], nameWords: signs.nameWords ?? [] };
}

/** A chapter of a report, at the level of its heading. */
export function chapter(level: number, field: EvaluationText | null, ...words: readonly string[]): Chapter {
  return { words, field, opens: "heading", level, holds: null };
}

/** A chapter with a table. */
export function holding(above: Chapter, table: FormGrid): Chapter {
  return { ...above, holds: table };
}

/** A paragraph of a report that its first words name. */
export function paragraph(field: EvaluationText, ...words: readonly string[]): Chapter {
  return { words, field, opens: "paragraph", level: 0, holds: null };
}
