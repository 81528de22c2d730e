// How a self-evaluation is printed: which part of the form stands where on one grid of columns, and which
// words stand merged at its side. Recognition needs none of it; what the parts hold is said by the layout.

import type { EvaluationText, FundingField } from "../evaluation/project-evaluation.ts";
import type { HeadField, IndicatorField } from "./evaluation-layout.ts";

/** Spans: the columns of the grid that a field takes where it takes more than one. */
export type Spans<Field extends string> = Readonly<Partial<Record<Field, number>>>;

/** HeaderAbove: words printed above the headers of several columns. */
export interface HeaderAbove<Field extends string> {
  readonly words: string;
  readonly fields: readonly Field[];
}

/** HeadCells: a label of the head with its value. */
export interface HeadCells {
  readonly field: HeadField;
  readonly label: number;
  readonly value: number;
}

/** FormPart: rows of a form that belong together; "$unit" in words is the unit of money. */
export type FormPart =
  /** Words at the left, merged over the rows of the parts. */
  | {
      readonly kind: "side";
      readonly words: string;
      readonly span: number;
      readonly parts: readonly FormPart[];
    }
  | { readonly kind: "head"; readonly rows: readonly (readonly HeadCells[])[] }
  | { readonly kind: "goal"; readonly goal: number; readonly achievement: number }
  | {
      readonly kind: "funding";
      /** Words above the names of the sources. */
      readonly label: string;
      readonly labelSpan: number;
      readonly spans: Spans<FundingField | "reason">;
      readonly above: readonly HeaderAbove<FundingField | "reason">[];
      /** Words before the total, after it, and before its first part: "：", "其中：". */
      readonly afterTotal: string;
      readonly beforePart: string;
      /** True where the headers of amounts carry the unit of money. */
      readonly unitInHeaders: boolean;
    }
  | {
      readonly kind: "indicators";
      readonly spans: Spans<IndicatorField>;
      readonly above: readonly HeaderAbove<IndicatorField>[];
    }
  | {
      readonly kind: "total";
      readonly label: number;
      readonly cells: readonly {
        readonly prints: "points" | "score" | "grade" | null;
        readonly span: number;
      }[];
    }
  | {
      readonly kind: "texts";
      readonly fields: readonly EvaluationText[];
      readonly label: number;
      readonly value: number;
      /** Words before the label: "2. ". */
      readonly number: string;
    }
  /** Money, goal and tasks of a whole department's year. */
  | { readonly kind: "department-budget"; readonly spans: readonly number[] }
  | { readonly kind: "department-goal"; readonly label: number; readonly value: number }
  | { readonly kind: "department-tasks"; readonly spans: readonly [number, number] };

/** FormGrid: a table of a form; every row fills its columns. */
export interface FormGrid {
  /** Widths of the columns, as shares of the table. */
  readonly widths: readonly number[];
  readonly parts: readonly FormPart[];
}

/** FormPrint (印制格式): the sheet that a form is printed on. */
export interface FormPrint {
  readonly orientation: "portrait" | "landscape";
  /** The line under the title: "（$year年度）". */
  readonly yearLine: string;
  /** The line of the unit of money above the table; null where the table says it. */
  readonly unitLine: string | null;
  /** The table of the form; null for a report, whose chapters hold theirs. */
  readonly grid: FormGrid | null;
  /** Notes under the form, as officially worded. */
  readonly notes: readonly string[];
  /** Words beside which people sign. */
  readonly signatures: readonly string[];
}

/** Words at the side of parts. */
export function side(words: string, span: number, ...parts: readonly FormPart[]): FormPart {
  return { kind: "side", words, span, parts };
}

/** A row of the head: label and value, perhaps twice. */
export function headRow(...cells: readonly HeadCells[]): readonly HeadCells[] {
  return cells;
}

export function headCells(field: HeadField, label: number, value: number): HeadCells {
  return { field, label, value };
}

/** The head of a form. */
export function headPart(...rows: readonly (readonly HeadCells[])[]): FormPart {
  return { kind: "head", rows };
}

/** Goal and achievement side by side. */
export function goalPart(goal: number, achievement: number): FormPart {
  return { kind: "goal", goal, achievement };
}

type FundingPrint = Omit<Extract<FormPart, { kind: "funding" }>, "kind">;

/** The money block; usual words are taken where none are given. */
export function fundingPart(print: Partial<FundingPrint>): FormPart {
  return {
    kind: "funding",
    label: "",
    labelSpan: 1,
    spans: {},
    above: [],
    afterTotal: "",
    beforePart: "",
    unitInHeaders: false,
    ...print,
  };
}

/** The indicator groups under their header. */
export function indicatorsPart(
  spans: Spans<IndicatorField> = {},
  above: readonly HeaderAbove<IndicatorField>[] = [],
): FormPart {
  return { kind: "indicators", spans, above };
}

/** The total row: its word, then what it prints, then columns left blank. */
export function totalPart(
  label: number,
  ...cells: readonly (readonly ["points" | "score" | "grade" | null, number])[]
): FormPart {
  return { kind: "total", label, cells: cells.map(([prints, span]) => ({ prints, span })) };
}

/** Text boxes under one another. */
export function textsPart(
  fields: readonly EvaluationText[],
  [label, value]: readonly [number, number],
  number = "",
): FormPart {
  return { kind: "texts", fields, label, value, number };
}
