// The identities of a concept as they apply to the rows that a table prints: plain sums of cells, for
// the checks, for the envelope of a total, and for recognition, which lets sums choose between readings.

import { classificationLevel, parentCode } from "./classification/classification-code.ts";
import type { CellReference, SignedCell, TableConcept, TableIdentity } from "./concept.ts";

/** KeyedRow: what identities need of a row; the cells' keys are the columns that the row prints. */
export interface KeyedRow {
  readonly line: string | null;
  readonly code: string | null;
  readonly name: string | null;
  readonly cells: Readonly<Record<string, unknown>>;
}

/** IdentityInstance: left relates to right; for a sum, left is the one total and right its parts. */
export interface IdentityInstance {
  readonly identity: TableIdentity;
  readonly relation: "=" | "<=";
  /** True when the left cell is made of the right ones (not so for totals that merely balance). */
  readonly isSum: boolean;
  readonly left: readonly SignedCell[];
  readonly right: readonly SignedCell[];
}

const plus = (cell: CellReference): SignedCell => ({ cell, sign: 1 });

/** The row of a cell: by line, by code (null is 合计), or the single row. */
export function rowReference(row: KeyedRow): Omit<CellReference, "column"> {
  if (row.line !== null) return { line: row.line };
  return row.code === null && row.name === null ? {} : { code: row.code };
}

/** The cell as one string, equal exactly when the cells are. */
export function cellKey(cell: CellReference): string {
  if (cell.line !== undefined) return `L${cell.line}|${cell.column}`;
  return cell.code === undefined ? `|${cell.column}` : `C${cell.code ?? "total"}|${cell.column}`;
}

/** Every identity of the concept on these rows; an identity whose total the table does not print has none. */
export function identityInstances(
  concept: TableConcept,
  rows: readonly KeyedRow[],
): readonly IdentityInstance[] {
  return concept.identities.flatMap((identity) => instancesOf(identity, rows));
}

function instancesOf(identity: TableIdentity, rows: readonly KeyedRow[]): readonly IdentityInstance[] {
  switch (identity.form) {
    case "line-sum":
      return identity.columns.flatMap((column) =>
        sum(
          identity,
          rows,
          { line: identity.total, column },
          identity.parts.map((line) => plus({ line, column })),
        ),
      );
    case "cell-sum":
      return sum(identity, rows, identity.total, identity.parts.map(plus));
    case "column-sum":
      return rows
        .filter((row) => identity.total in row.cells)
        .map((row) => {
          const reference = rowReference(row);
          return sumInstance(
            identity,
            { ...reference, column: identity.total },
            identity.parts.map((part) => signedColumn(reference, part)),
          );
        });
    case "code-sum":
      return identity.levels.flatMap((level) => codeSums(identity, level, rows));
    case "comparison":
      return identity.pairs
        .filter(({ left, right }) => [...left, ...right].some((cell) => isPrinted(cell, rows)))
        .map(({ left, right }) => ({
          identity,
          relation: identity.relation,
          isSum: false,
          left: left.map(plus),
          right: right.map(plus),
        }));
  }
}

function signedColumn(row: Omit<CellReference, "column">, part: string): SignedCell {
  return part.startsWith("-")
    ? { cell: { ...row, column: part.slice(1) }, sign: -1 }
    : plus({ ...row, column: part });
}

function sumInstance(
  identity: TableIdentity,
  total: CellReference,
  parts: readonly SignedCell[],
): IdentityInstance {
  return { identity, relation: "=", isSum: true, left: [plus(total)], right: parts };
}

function sum(
  identity: TableIdentity,
  rows: readonly KeyedRow[],
  total: CellReference,
  parts: readonly SignedCell[],
): readonly IdentityInstance[] {
  return isPrinted(total, rows) ? [sumInstance(identity, total, parts)] : [];
}

function isPrinted(cell: CellReference, rows: readonly KeyedRow[]): boolean {
  return rows.some((row) => {
    const reference = rowReference(row);
    return reference.line === cell.line && reference.code === cell.code && cell.column in row.cells;
  });
}

const LEVELS = { total: 0, class: 1, section: 2 } as const;

function codeSums(
  identity: TableIdentity,
  level: keyof typeof LEVELS,
  rows: readonly KeyedRow[],
): readonly IdentityInstance[] {
  const children = Map.groupBy(
    rows.filter((row) => row.line === null && row.code !== null),
    (row) => parentCode(row.code ?? "") ?? "total",
  );
  const isTotal = (row: KeyedRow): boolean => row.line === null && row.code === null && row.name !== null;
  const parents = rows.filter((row) => (level === "total" ? isTotal(row) : levelOf(row) === LEVELS[level]));
  // A parent printed twice has its children once; which of the two is right the rule on codes asks.
  const sums = new Map<string, IdentityInstance>();
  for (const { code, cells } of parents) {
    const parts = children.get(code ?? "total") ?? [];
    for (const column of parts.length === 0 ? [] : Object.keys(cells)) {
      const total = { code, column };
      if (sums.has(cellKey(total))) continue;
      const printed = parts.filter((part) => column in part.cells);
      sums.set(
        cellKey(total),
        sumInstance(
          identity,
          total,
          printed.map((part) => plus({ code: part.code, column })),
        ),
      );
    }
  }
  return [...sums.values()];
}

function levelOf(row: KeyedRow): number | undefined {
  return row.line !== null || row.code === null ? undefined : classificationLevel(row.code);
}
