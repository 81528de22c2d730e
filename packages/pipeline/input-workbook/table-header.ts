// The header of a table's sheet: the header words of the layout, equal ones side by side merged.

import type { LayoutSide } from "@jueming/core/forms/layout.ts";

import type { SheetDraft } from "./entry-sheet.ts";

/** Shows the header from `top` on; returns the row under it. */
export function tableHeader(draft: SheetDraft, sides: readonly LayoutSide[], top: number): number {
  const columns = sides.flatMap((side) => [
    ...side.keys.map(({ header }) => header),
    ...side.figures.map(({ header }) => header),
  ]);
  const depth = Math.max(1, ...columns.map((words) => words.length));
  const path = (column: number, level: number): string =>
    (columns[column] ?? []).slice(0, level + 1).join("|");
  const joins = (column: number, next: number, level: number): boolean =>
    level < (columns[column]?.length ?? 0) - 1 && path(next, level) === path(column, level);
  for (let level = 0; level < depth; level += 1) {
    for (let column = 0; column < columns.length;) {
      const words = columns[column] ?? [];
      let end = column + 1;
      const isLast = level >= words.length - 1;
      while (end < columns.length && joins(column, end, level)) end += 1;
      if (level < words.length || (level === 0 && words.length === 0)) {
        draft.show(top + level, column + 1, "head", words[level] ?? "");
        const bottom = isLast ? top + depth - 1 : top + level;
        draft.merge(top + level, column + 1, bottom, end);
      }
      column = end;
    }
  }
  return top + depth;
}
