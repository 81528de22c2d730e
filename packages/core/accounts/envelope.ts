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
  const envelopeAt = envelopes(sums, (key) => halfWidthOf(values.get(key)));
  const envelopeOf = (cell: CellReference): bigint => envelopeAt(cellKey(cell));
  const intervals = new Map<string, Interval | undefined>();
  const intervalOf = (cell: CellReference): Interval | undefined => {
    const key = cellKey(cell);
    if (intervals.has(key)) return intervals.get(key);
    const value = values.get(key);
    const own = cellInterval(value);
    const wide = own === undefined || value?.kind !== "figure" ? own : widenTo(own, envelopeAt(key));
    intervals.set(key, wide);
    return wide;
  };
  return { concept, instances, valueOf, envelopeOf, intervalOf };
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

/** Envelope: half the width that a cell's leaves allow, and the highest total above it that it comes back to. */
interface Envelope {
  readonly half: bigint;
  readonly loopsTo: number;
}

/**
 * The envelopes of cells by their keys, each reckoned once: a table that prints its codes over and over has
 * more leaves, counted by every way to them, than could ever be listed.
 */
function envelopes(
  sums: ReadonlyMap<string, IdentityInstance>,
  halfWidthAt: (key: string) => bigint,
): (key: string) => bigint {
  const known = new Map<string, Envelope>();
  const depths = new Map<string, number>();
  const envelopeOf = (key: string): Envelope => {
    const loopsTo = depths.get(key);
    if (loopsTo !== undefined) return { half: halfWidthAt(key), loopsTo };
    return known.get(key) ?? envelopeOfSum(key);
  };
  const envelopeOfSum = (key: string): Envelope => {
    const made = sums.get(key);
    const depth = depths.size;
    let half = made === undefined ? halfWidthAt(key) : 0n;
    let loopsTo = Number.POSITIVE_INFINITY;
    depths.set(key, depth);
    for (const [part, times] of timesByKey(made)) {
      const envelope = envelopeOf(part);
      half += envelope.half * times;
      loopsTo = Math.min(loopsTo, envelope.loopsTo);
    }
    depths.delete(key);
    // What comes back to a total further up is another sum when it is asked for by itself.
    const envelope = { half, loopsTo: loopsTo >= depth ? Number.POSITIVE_INFINITY : loopsTo };
    if (envelope.loopsTo === Number.POSITIVE_INFINITY) known.set(key, envelope);
    return envelope;
  };
  return (key) => envelopeOf(key).half;
}

/** The parts of a sum by their keys; a row printed twice is two parts. */
function timesByKey(sum: IdentityInstance | undefined): ReadonlyMap<string, bigint> {
  const times = new Map<string, bigint>();
  for (const { cell } of sum?.right ?? []) {
    const key = cellKey(cell);
    times.set(key, (times.get(key) ?? 0n) + 1n);
  }
  return times;
}
