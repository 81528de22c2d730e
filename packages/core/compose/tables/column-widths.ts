// How the width of a table is shared: each column gets what its longest text needs on one line, so that the
// names of lines and accounts wrap only where no page is wide enough for them.

import type { Row } from "../../document/document.ts";
import type { TableLayout } from "../../forms/layout.ts";

/** Names longer than this wrap, in ems: two columns of them beside five of figures still fit a page. */
const LONGEST_NAME = 18;
const SHORTEST: Readonly<Record<ColumnKind, number>> = { code: 4, name: 6, line: 2, figure: 4 };
/** Left and right of the text in a cell. */
const PADDING = 1;
/** Words above a column may take so many lines. */
const HEADER_LINES = 3;
/** Letters, digits and points take about half of what a Chinese character takes. */
const HALF_WIDTH = /[\u0020-\u007E]/u;
const HALF = 0.55;

type ColumnKind = "code" | "name" | "line" | "figure";

/** Shares of the width for the columns of a layout, from what stands in its rows. */
export function columnShares({ sides }: Pick<TableLayout, "sides">, rows: readonly Row[]): readonly number[] {
  const kinds = sides.flatMap(({ keys, figures }) => [
    ...keys.map(({ key }): ColumnKind => key),
    ...figures.map((): ColumnKind => "figure"),
  ]);
  const needs = kinds.map((kind) => SHORTEST[kind]);
  for (const { column, ems } of loneCells(rows, kinds.length)) {
    needs[column] = Math.max(needs[column] ?? 0, Math.min(ems, LONGEST_NAME));
  }
  // Columns of figures are as wide as one another.
  const figure = Math.max(...needs.filter((_, index) => kinds[index] === "figure"));
  const widths = needs.map((need, index) => (kinds[index] === "figure" ? figure : need) + PADDING);
  const all = widths.reduce((sum, one) => sum + one, 0);
  return widths.map((one) => one / all);
}

interface LoneCell {
  readonly column: number;
  readonly ems: number;
}

/** Cells of a single column with the width their text needs. */
function loneCells(rows: readonly Row[], columns: number): readonly LoneCell[] {
  const coveredTo = Array.from({ length: columns }, () => 0);
  return rows.flatMap(({ cells }, row) => {
    let column = 0;
    return cells.flatMap(({ text, columnSpan = 1, rowSpan = 1, written }): readonly LoneCell[] => {
      while ((coveredTo[column] ?? 0) > row) column += 1;
      const at = column;
      column += columnSpan;
      coveredTo.fill(row + rowSpan, at, column);
      if (columnSpan > 1) return [];
      const ems = emsOf(text);
      return [{ column: at, ems: written?.role === "header" ? Math.ceil(ems / HEADER_LINES) : ems }];
    });
  });
}

const emsOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (HALF_WIDTH.test(character) ? HALF : 1), 0);
