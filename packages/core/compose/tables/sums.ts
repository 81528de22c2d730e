// Which cells of a table are sums of which, so that a workbook can hold them as live formulas.

import type { CellReference, TableConcept } from "../../accounts/concept.ts";
import type { IdentityInstance } from "../../accounts/identity-instances.ts";
import { cellKey, identityInstances, rowReference } from "../../accounts/identity-instances.ts";
import type { AccountsTable } from "../../disclosure/disclosure.ts";
import { figureId } from "../../disclosure/figure-id.ts";

/** By the key of a cell, the ids of the figures it is the sum of; only sums that the printed figures satisfy. */
export type Sums = ReadonlyMap<string, readonly string[]>;

/** A total is first the sum of its rows, then of its columns. */
const rank = ({ identity }: IdentityInstance): number => (identity.form === "column-sum" ? 1 : 0);

export function sumsOf(concept: TableConcept, table: AccountsTable): Sums {
  const values = valuesOf(table);
  const sums = new Map<string, readonly string[]>();
  const instances = identityInstances(concept, table.rows).toSorted((a, b) => rank(a) - rank(b));
  for (const { isSum, left, right } of instances) {
    const total = left[0]?.cell;
    if (!isSum || total === undefined || sums.has(cellKey(total)) || !holds(values, { left, right }))
      continue;
    sums.set(
      cellKey(total),
      right.map(({ cell, sign }) => `${sign < 0 ? "-" : ""}${idOf(table.concept, cell)}`),
    );
  }
  return sums;
}

/** The id of the figure in a cell of a concept. */
export const idOf = (concept: string, reference: CellReference): string =>
  figureId({ address: { concept, ...reference }, derived: null });

/** Millionths by cell; a blank is nothing added, what cannot be read has no value. */
function valuesOf(table: AccountsTable): ReadonlyMap<string, bigint | null> {
  return new Map(
    table.rows.flatMap((row) =>
      Object.entries(row.cells).map(([column, value]) => {
        const key = cellKey({ ...rowReference(row), column });
        if (value === null || value.kind === "blank") return [key, 0n] as const;
        return [key, value.kind === "figure" ? value.millionths : null] as const;
      }),
    ),
  );
}

function holds(
  values: ReadonlyMap<string, bigint | null>,
  { left, right }: Pick<IdentityInstance, "left" | "right">,
): boolean {
  const total = left[0] === undefined ? undefined : values.get(cellKey(left[0].cell));
  if (total === undefined || total === null || total === 0n || right.length === 0) return false;
  let sum = 0n;
  for (const { cell, sign } of right) {
    const value = values.get(cellKey(cell)) ?? null;
    if (value === null && values.has(cellKey(cell))) return false;
    sum += BigInt(sign) * (value ?? 0n);
  }
  return sum === total;
}
