// How the self-evaluations of a department or district are listed together (项目支出绩效自评结果汇总表).

/** SummaryField: what a column says of one evaluation. */
export type SummaryField = "number" | "name" | "unit" | "budget" | "executed" | "rate" | "score" | "grade";

export interface SummaryColumn {
  readonly field: SummaryField;
  readonly words: string;
  /** Share of the table's width. */
  readonly width: number;
}

/** SummaryLayout (汇总表): columns, the total row and the row of counts by grade. */
export interface SummaryLayout {
  readonly id: string;
  readonly title: string;
  /** Line above the table; "$year" is the year. */
  readonly yearLine: string;
  readonly unitLine: string;
  readonly moneyUnit: "元" | "万元";
  readonly columns: readonly SummaryColumn[];
  readonly total: string;
  /** "$count" stands for the number of evaluations, "$grade" for a grade. */
  readonly totalCount: string;
  readonly average: string;
  readonly counts: string;
  readonly count: string;
  /** What is counted where an evaluation has no grade. */
  readonly withoutGrade: string;
}

/** One description, with its columns from left to right. */
export function summary<const Layout extends SummaryLayout>(layout: Layout): SummaryLayout {
  return layout;
}
