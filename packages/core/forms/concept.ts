// A concept is an official table once, nationally: its row key, columns, fixed lines and identities.
// A layout (layout.ts) is how an edition prints it: title, label, header, order, unit, wording.
// Recognising, composing, the entry grid and the in-table checks all come from these two.

/** LineKind: money, a count, or a share of both sides (only money takes part in sums of money). */
export type LineKind = "money" | "count";

/** LineDescription (行): one fixed line of a table addressed by 行次. */
export interface LineDescription {
  /** National line number (行次), kept where a province prints none. */
  readonly line: string;
  /** Official name without ordinal ("一、"); null for a spacer line that prints none. */
  readonly name: string | null;
  readonly side: "income" | "expenditure" | "only";
  readonly kind: LineKind;
  /** Functional class code (类) that the line stands for. */
  readonly classCode?: string;
  /** Lines whose sum this line is. */
  readonly sumOf?: readonly string[];
  /** Columns that the line prints; all of its side's when absent. */
  readonly columns?: readonly string[];
}

/** ColumnDescription (栏): one column by id (CONTRACT §3). */
export interface ColumnDescription {
  readonly id: string;
  readonly name: string;
  readonly side?: "income" | "expenditure" | "only";
  /** Columns whose sum this column is, for every row; a leading "-" subtracts. */
  readonly sumOf?: readonly string[];
}

/** RowKey: fixed lines, classification codes (function 类款项 or economic class), or a single row. */
export type RowKey = "line" | "function-code" | "economic-code" | "single";

/** AtMost: left ≤ right for every row, such as a breakdown that need not be complete. */
export interface TableConcept {
  readonly id: string;
  /** National title of the table. */
  readonly title: string;
  readonly rowKey: RowKey;
  readonly columns: readonly ColumnDescription[];
  readonly lines?: readonly LineDescription[];
  /** Pairs of cells that must be equal, such as 总计 of both sides. */
  readonly equal?: readonly (readonly [CellReference, CellReference])[];
  /** 合计 = Σ类 = Σ款 = Σ项 follows from the codes of the rows. */
  readonly hierarchy?: boolean;
  /** True when the table may be published without data, with a sentence that says so. */
  readonly mayBeEmpty: boolean;
}

/** CellReference: a cell of one concept. */
export interface CellReference {
  readonly line?: string;
  readonly code?: string | null;
  readonly column: string;
}
