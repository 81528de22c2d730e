// A concept is an official table once, nationally: its row key, columns, fixed lines and identities.
// A layout (forms/layout.ts) is how an edition prints it: title, label, header, order, unit, wording.
// Recognising, composing, the entry grid and the in-table checks all come from these two.

import type { UnitType } from "../disclosure/disclosure.ts";
import type { FactAddress } from "../disclosure/address.ts";

/** LineKind: money or a count; only money takes part in sums of money. */
export type LineKind = "money" | "count";

/** Side (收入/支出): of a two-sided table; "only" where a table has one. */
export type Side = "income" | "expenditure" | "only";

/** LineDescription (行): one fixed line of a table addressed by 行次. */
export interface LineDescription {
  /** National line number (行次), kept where a province prints none. */
  readonly line: string;
  /** Official name without ordinal ("一、"); null for a spacer line that prints none. */
  readonly name: string | null;
  readonly side: Side;
  readonly kind: LineKind;
  /** Measure word of a count. */
  readonly unit?: string;
  /** Another line of the same matter: prose states the one that has a figure, or both together. */
  readonly orLine?: string;
  /** Functional class code (类) that the line stands for. */
  readonly classCode?: string;
}

/** ColumnDescription (栏): one column by id. */
export interface ColumnDescription {
  readonly id: string;
  readonly name: string;
  /** The side whose lines have the column; every line has it when absent. */
  readonly side?: Side;
  /** True for a column that only some provinces print. */
  readonly optional?: boolean;
}

/** RowKey: fixed lines, classification codes (function 类款项 or economic class), or a single row. */
export type RowKey = "line" | "function-code" | "economic-code" | "single";

/** CellReference: a cell of one concept; neither line nor code is the single row of a table without keys. */
export interface CellReference {
  readonly line?: string;
  readonly code?: string | null;
  readonly column: string;
}

/** SignedCell: a cell as a part of a sum; -1 subtracts. */
export interface SignedCell {
  readonly cell: CellReference;
  readonly sign: 1 | -1;
}

/** IdentityRule: what a check says of itself; one rule may judge many cells. */
export interface IdentityRule {
  /** Says what is right, in kebab case; stable. */
  readonly id: string;
  /** Short code such as T1-01. */
  readonly code: string;
  /** What is right, in Chinese. */
  readonly title: string;
  /** Document and clause, in Chinese. */
  readonly basis: string;
  readonly severity: "error" | "warning" | "hint";
  readonly kind: "logic" | "explain";
}

/** A line is the sum of other lines, in each of the columns. */
export interface LineSum {
  readonly form: "line-sum";
  readonly total: string;
  readonly parts: readonly string[];
  readonly columns: readonly string[];
}

/** A column is the sum of other columns, in every row that prints it; a leading "-" subtracts. */
export interface ColumnSum {
  readonly form: "column-sum";
  readonly total: string;
  readonly parts: readonly string[];
}

/** HierarchyLevel: 合计 = Σ类, 类 = Σ款, 款 = Σ项. */
export type HierarchyLevel = "total" | "class" | "section";

/** A row is the sum of the rows one level down, in every column; a row without such rows is a leaf. */
export interface CodeSum {
  readonly form: "code-sum";
  readonly levels: readonly HierarchyLevel[];
}

/** One cell is the sum of others. */
export interface CellSum {
  readonly form: "cell-sum";
  readonly total: CellReference;
  readonly parts: readonly CellReference[];
}

/** Sums of cells that are equal, or at most equal, without one being made of the other. */
export interface Comparison {
  readonly form: "comparison";
  readonly relation: "=" | "<=";
  readonly pairs: readonly {
    readonly left: readonly CellReference[];
    readonly right: readonly CellReference[];
  }[];
}

/** TableIdentity (表内勾稽关系): what must hold inside one table. */
export type TableIdentity = IdentityRule & (LineSum | ColumnSum | CodeSum | CellSum | Comparison);

/** TableConcept: an official table once, nationally. */
export interface TableConcept {
  readonly id: string;
  /** National title of the table. */
  readonly title: string;
  readonly rowKey: RowKey;
  readonly columns: readonly ColumnDescription[];
  readonly lines: readonly LineDescription[];
  readonly identities: readonly TableIdentity[];
  /** True when the table may be published without data, with a sentence that says so. */
  readonly mayBeEmpty: boolean;
}

/** TieTerm: an address as a part of a sum; "each" stands for the class or code that the tie runs over. */
export interface TieTerm {
  readonly sign: 1 | -1;
  readonly address: FactAddress;
  readonly each?: true;
}

/** TiePair: two sums over tables and how they relate; "needs": left other than zero needs right other than zero. */
export interface TiePair {
  /** What is compared, in Chinese, where a tie has several pairs. */
  readonly label: string | null;
  readonly relation: "=" | "<=" | "needs";
  readonly left: readonly TieTerm[];
  readonly right: readonly TieTerm[];
  /** The pair holds only under this condition; with `unless`, only without it. */
  readonly when?: ConditionName;
  readonly unless?: ConditionName;
}

/** Tie (表间勾稽关系): what must hold across tables. */
export interface Tie extends IdentityRule {
  /** Concepts that must be there for the tie to be judged. */
  readonly tables: readonly string[];
  /** Runs over all functional classes, or over the codes that one table prints. */
  readonly each?: { readonly over: "class" } | { readonly over: "code"; readonly of: string };
  readonly pairs: readonly TiePair[];
}

/** ConditionName: a circumstance under which a tie is stricter, or applies at all. */
export type ConditionName = "all-fiscal-money" | "all-general-budget-money" | "office-unit" | "mixed-unit";

/** TieCondition: holds when all its parts hold; blank is zero, equality is by intervals. */
export interface TieCondition {
  readonly name: ConditionName;
  /** In Chinese, to be quoted in messages. */
  readonly title: string;
  readonly zero: readonly FactAddress[];
  readonly equal: readonly (readonly [FactAddress, FactAddress])[];
  readonly unitTypes: readonly UnitType[];
}
