// Sums that the workbook leaves to formulas: where a program has saved no value, they are added up here.

import type { TableConcept } from "@jueming/core/accounts/concept.ts";
import { cellKey, identityInstances, rowReference } from "@jueming/core/accounts/identity-instances.ts";
import type { AccountsRow } from "@jueming/core/disclosure/disclosure.ts";
import type { Place } from "@jueming/core/document/document.ts";
import type { CellValue, StatedFigure } from "@jueming/core/figures/figure.ts";
import { formatMillionths, statedFigure } from "@jueming/core/figures/figure.ts";

/** The rows with every blank sum of filled cells added up; sums may build on sums. What cannot be read has no sum. */
export function withSums(concept: TableConcept, rows: readonly AccountsRow[]): readonly AccountsRow[] {
  const values = new Map<string, CellValue | null>();
  for (const row of rows) {
    for (const [column, value] of Object.entries(row.cells)) {
      values.set(cellKey({ ...rowReference(row), column }), value);
    }
  }
  const sums = Map.groupBy(
    identityInstances(concept, rows).filter(({ isSum }) => isSum),
    ({ left: [total] }) => (total === undefined ? "" : cellKey(total.cell)),
  );
  const open = new Set<string>();
  const settle = (key: string): CellValue | null => {
    const before = values.get(key) ?? null;
    if (before?.kind === "figure" || before?.kind === "unreadable" || open.has(key)) return before;
    open.add(key);
    for (const { right } of sums.get(key) ?? []) {
      const parts = right.map(({ cell, sign }) => ({ sign, value: settle(cellKey(cell)) }));
      const unreadable = parts.find(({ value }) => value?.kind === "unreadable")?.value;
      const sum = unreadable ?? sumOf(parts, before?.place ?? {});
      if (sum !== undefined) {
        values.set(key, sum);
        break;
      }
    }
    open.delete(key);
    return values.get(key) ?? null;
  };
  for (const key of sums.keys()) settle(key);
  return rows.map((row) => ({
    ...row,
    cells: Object.fromEntries(
      Object.keys(row.cells).map((column) => [
        column,
        values.get(cellKey({ ...rowReference(row), column })) ?? null,
      ]),
    ),
  }));
}

interface SignedValue {
  readonly sign: 1 | -1;
  readonly value: CellValue | null;
}

/** The sum of the filled cells; undefined where none is filled. */
function sumOf(found: readonly SignedValue[], place: Place): StatedFigure | undefined {
  const figures = found.flatMap(({ sign, value }) => (value?.kind === "figure" ? [{ sign, value }] : []));
  const [first] = figures;
  if (first === undefined) return undefined;
  const millionths = figures.reduce((sum, { sign, value }) => sum + BigInt(sign) * value.millionths, 0n);
  const decimals = Math.max(...figures.map(({ value }) => value.decimals));
  return statedFigure(formatMillionths(millionths, decimals, first.value.unit), first.value.unit, place);
}
