// A data table inside a cell of a form: its rows become rows of the form, the cells beside it reach over them.

import type { NestedBlock, NestedCell, NestedTable } from "./nested-blocks.ts";

/** The row as it is, or the rows of the table nested in it. */
export function splicedRows(cells: readonly NestedCell[]): readonly (readonly NestedCell[])[] {
  const holder = cells.find(({ blocks }) => blocks.some(isSpliceable));
  const table = holder?.blocks.find(isSpliceable);
  if (holder === undefined || table === undefined || holder.rowSpan > 1) return [cells];
  const width = widthOf(table);
  const count = table.rows.length;
  return table.rows.map((inner, index) => {
    const fitted = fittedTo(inner, { width, wanted: holder.columnSpan });
    if (index > 0) return fitted;
    return cells.flatMap((cell) =>
      cell === holder ? fitted : [{ ...cell, rowSpan: cell.rowSpan + count - 1 }],
    );
  });
}

function isSpliceable(block: NestedBlock): block is NestedTable {
  return block.kind === "table" && block.rows.length > 1 && block.rows.some((row) => row.length > 1);
}

function widthOf(table: NestedTable): number {
  return (table.rows[0] ?? []).reduce((sum, cell) => sum + cell.columnSpan, 0);
}

/** The last cell takes up the columns by which the holder is wider than the table in it. */
function fittedTo(
  cells: readonly NestedCell[],
  { width, wanted }: { readonly width: number; readonly wanted: number },
): readonly NestedCell[] {
  const surplus = wanted - width;
  if (surplus <= 0) return cells;
  return cells.map((cell, index) =>
    index === cells.length - 1 ? { ...cell, columnSpan: cell.columnSpan + surplus } : cell,
  );
}
