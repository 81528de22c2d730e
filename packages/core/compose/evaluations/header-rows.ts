// The header of a block: one row, or two where words stand above several columns.

import { headerCell, type FormRow } from "./form-cells.ts";

/** HeaderColumn: a printed column with its official word. */
export interface HeaderColumn<Field extends string> {
  readonly field: Field;
  readonly words: string;
  readonly span: number;
}

/** The header rows; `before` are headers without a field. */
export function headerRows<Field extends string>(
  before: readonly { readonly words: string; readonly span: number }[],
  columns: readonly HeaderColumn<Field>[],
  above: readonly { readonly words: string; readonly fields: readonly Field[] }[],
): readonly FormRow[] {
  const depth = above.length > 0 ? 2 : 1;
  const groupOf = (field: Field): (typeof above)[number] | undefined =>
    above.find(({ fields }) => fields.includes(field));
  const first = [
    ...before.map(({ words, span }) => headerCell(words, span, depth)),
    ...columns.flatMap(({ field, words, span }) => {
      const group = groupOf(field);
      if (group === undefined) return [headerCell(words, span, depth)];
      if (columns.find((column) => groupOf(column.field) === group)?.field !== field) return [];
      const covered = columns.filter((column) => groupOf(column.field) === group);
      return [
        headerCell(
          group.words,
          covered.reduce((sum, column) => sum + column.span, 0),
        ),
      ];
    }),
  ];
  if (depth === 1) return [first];
  return [
    first,
    columns
      .filter(({ field }) => groupOf(field) !== undefined)
      .map(({ words, span }) => headerCell(words, span)),
  ];
}
