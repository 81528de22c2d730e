// The envelope of a printed total. Some offices round each cell from 元, others add cells that are
// already rounded; so a total may be off by its own rounding or by that of all its leaves together,
// whichever is wider (DESIGN: a printed figure is an interval).

import type { AccountsTable } from "../disclosure/disclosure.ts";
import type { CellValue } from "../figures/figure.ts";
import type { Interval } from "../figures/interval.ts";
import { cellInterval, halfLastDigit, widenTo } from "../figures/interval.ts";
import type { CellReference, TableConcept } from "./concept.ts";
import type { IdentityInstance } from "./identity-instances.ts";
import { cellKey, identityInstances, rowReference } from "./identity-instances.ts";

/** TableCells: the cells of a table by reference, with the sums that its totals are made of. */
export interface TableCells {
  readonly concept: TableConcept;
  readonly instances: readonly IdentityInstance[];
  /** Blank where the row prints nothing; undefined where the table has no such row or column. */
  readonly valueOf: (cell: CellReference) => CellValue | null | undefined;
  /** The cells that are printed on their own and make up this cell; itself when it is no total. */
  readonly leavesOf: (cell: CellReference) => readonly CellReference[];
  /** Half the width that the rounding of all its leaves together allows a cell. */
  readonly envelopeOf: (cell: CellReference) => bigint;
  /** The interval of a cell with its envelope; undefined when it is unreadable. */
  readonly intervalOf: (cell: CellReference) => Interval | undefined;
}

/** Prepares a table's cells for arithmetic. */
export function tableCells(concept: TableConcept, table: Pick<AccountsTable, "rows">): TableCells {
  const values = new Map<string, CellValue | null>();
  for (const row of table.rows) {
    for (const [column, value] of Object.entries(row.cells)) {
      const key = cellKey({ ...rowReference(row), column });
      if (!values.has(key)) values.set(key, value);
    }
  }
  const instances = identityInstances(concept, table.rows);
  const sums = sumsByTotal(instances);
  const valueOf = (cell: CellReference): CellValue | null | undefined => values.get(cellKey(cell));
  const leavesOf = (cell: CellReference): readonly CellReference[] => leaves(cell, sums, null);
  // Many identities ask for the same totals.
  const envelopes = new Map<string, bigint>();
  const envelopeAt = (key: string, cell: CellReference): bigint => {
    const known = envelopes.get(key);
    if (known !== undefined) return known;
    const half = leavesOf(cell).reduce((total, leaf) => total + halfWidthOf(valueOf(leaf)), 0n);
    envelopes.set(key, half);
    return half;
  };
  const envelopeOf = (cell: CellReference): bigint => envelopeAt(cellKey(cell), cell);
  const intervals = new Map<string, Interval | undefined>();
  const intervalOf = (cell: CellReference): Interval | undefined => {
    const key = cellKey(cell);
    if (intervals.has(key)) return intervals.get(key);
    const value = values.get(key);
    const own = cellInterval(value);
    const wide = own === undefined || value?.kind !== "figure" ? own : widenTo(own, envelopeAt(key, cell));
    intervals.set(key, wide);
    return wide;
  };
  return { concept, instances, valueOf, leavesOf, envelopeOf, intervalOf };
}

function halfWidthOf(value: CellValue | null | undefined): bigint {
  return value?.kind === "figure" ? halfLastDigit(value) : 0n;
}

/** Rows before columns: the first identity that makes a total is how it is taken apart. */
function sumsByTotal(instances: readonly IdentityInstance[]): ReadonlyMap<string, IdentityInstance> {
  const sums = new Map<string, IdentityInstance>();
  const byRowsFirst = instances.toSorted((a, b) => rank(a) - rank(b));
  for (const instance of byRowsFirst) {
    const total = instance.left[0];
    if (!instance.isSum || total === undefined || sums.has(cellKey(total.cell))) continue;
    sums.set(cellKey(total.cell), instance);
  }
  return sums;
}

function rank(instance: IdentityInstance): number {
  return instance.identity.form === "column-sum" ? 1 : 0;
}

/** Path: the totals above a cell while it is taken apart. */
interface Path {
  readonly key: string;
  readonly above: Path | null;
}

function isOnPath(key: string, path: Path | null): boolean {
  for (let each = path; each !== null; each = each.above) if (each.key === key) return true;
  return false;
}

function leaves(
  cell: CellReference,
  sums: ReadonlyMap<string, IdentityInstance>,
  above: Path | null,
): readonly CellReference[] {
  const key = cellKey(cell);
  const made = sums.get(key);
  if (made === undefined || isOnPath(key, above)) return [cell];
  const within: Path = { key, above };
  return made.right.flatMap((part) => leaves(part.cell, sums, within));
}
