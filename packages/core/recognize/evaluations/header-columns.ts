// Where the columns of a form stand in the printed grid, as far as its header can be read.

import type { FormCell, FormLine } from "./form-lines.ts";
import { bestLikeness } from "./word-match.ts";

/** HeaderColumns: grid column of each field whose header was found. */
export type HeaderColumns<Field extends string> = Readonly<Partial<Record<Field, number>>>;

const ENOUGH = 0.7;
const UNIT = /[(（](?:万?元|%|分)[)）]$/u;

/** A header without the unit that it prints in brackets. */
export function withoutUnit(text: string): string {
  return text.trim().replace(UNIT, "");
}

/** Finds each column's header cell among the header rows, the surest first; a cell heads one column. */
export function headerColumns<Field extends string>(
  rows: readonly FormLine[],
  columns: readonly { readonly field: Field; readonly words: readonly string[] }[],
): HeaderColumns<Field> {
  const pairs = rows
    .flatMap((row) => row.cells)
    .flatMap((cell) =>
      columns.map(({ field, words }) => ({
        cell,
        field,
        score: bestLikeness(withoutUnit(cell.text), words),
      })),
    )
    .filter((pair) => pair.score >= ENOUGH)
    .toSorted((left, right) => right.score - left.score);
  const found: Partial<Record<Field, number>> = {};
  const taken = new Set<FormCell>();
  for (const { cell, field } of pairs) {
    if (found[field] !== undefined || taken.has(cell)) continue;
    found[field] = cell.column;
    taken.add(cell);
  }
  return found;
}
