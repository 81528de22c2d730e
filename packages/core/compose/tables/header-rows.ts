// The header of an official table: words from the top down over each column, equal ones merged.

import type { Cell, Row } from "../../document/document.ts";
import type { TableLayout } from "../../forms/layout.ts";
import { cell, row } from "../blocks.ts";

/** The rows above the figures: the words of the header and, where the layout has it, 栏次. */
export function headerRows(layout: TableLayout): readonly Row[] {
  const columns = layout.sides.flatMap(({ keys, figures }) =>
    [...keys, ...figures].map(({ header }) => header),
  );
  const depth = Math.max(...columns.map((header) => header.length));
  const words = Array.from({ length: depth }, (_, level) => row(wordCells(columns, level, depth)));
  return layout.columnNumbers ? [...words, row(numberCells(layout))] : words;
}

function wordCells(columns: readonly (readonly string[])[], level: number, depth: number): readonly Cell[] {
  const cells: Cell[] = [];
  for (let at = 0; at < columns.length;) {
    const header = columns[at] ?? [];
    const isLast = level >= header.length - 1;
    const next = columns.slice(at + 1).findIndex((column) => isLast || !continues(column, header, level));
    const end = next < 0 ? columns.length : at + 1 + next;
    if (level >= header.length) {
      at = end;
      continue;
    }
    cells.push(
      cell(header[level] ?? "", {
        role: "header",
        align: "center",
        columnSpan: end - at,
        rowSpan: isLast ? depth - level : 1,
      }),
    );
    at = end;
  }
  return cells;
}

/** True where a column stands under the same words down to this level, and has more below. */
const continues = (next: readonly string[], header: readonly string[], level: number): boolean =>
  level < next.length - 1 && header.slice(0, level + 1).every((word, index) => word === next[index]);

function numberCells(layout: TableLayout): readonly Cell[] {
  return layout.sides.flatMap(({ keys, figures }) => [
    ...(keys.length === 0
      ? []
      : [cell("栏次", { role: "header", align: "center", columnSpan: keys.length })]),
    ...figures.map(({ number }) => cell(number ?? "", { role: "header", align: "center" })),
  ]);
}
