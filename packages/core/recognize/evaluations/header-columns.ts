// Where the columns of a form stand in the printed grid, as far as its header can be read.

import type { FormLine } from "./form-lines.ts";
import { bestLikeness } from "./word-match.ts";

/** HeaderColumns: grid column of each field whose header was found. */
export type HeaderColumns<Field extends string> = Readonly<Partial<Record<Field, number>>>;

const ENOUGH = 0.7;

/** Finds each column's header cell among the header rows; what is not found is left out. */
export function headerColumns<Field extends string>(
  rows: readonly FormLine[],
  columns: readonly { readonly field: Field; readonly words: readonly string[] }[],
): HeaderColumns<Field> {
  const cells = rows.flatMap((row) => row.cells);
  const found: Partial<Record<Field, number>> = {};
  for (const { field, words } of columns) {
    let best = ENOUGH;
    for (const cell of cells) {
      const score = bestLikeness(cell.text, words);
      if (score > best || (score === 1 && found[field] === undefined)) {
        best = score;
        found[field] = cell.column;
      }
    }
  }
  return found;
}
