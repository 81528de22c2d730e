// Which columns stay while one scrolls to the right: those that say what a row is, as far as there is room.

import type { EntrySheet } from "@jueming/server/contract/entry.ts";

import { isOpen } from "./grid-model.ts";
import type { Grid } from "./grid-model.ts";

/** Part of the room that frozen columns may take. */
const mostOfRoom = 0.5;

/** Widths of the columns in pixels; sheets state them in characters. */
export function columnWidths(sheet: EntrySheet, columnCount: number): readonly number[] {
  return Array.from({ length: columnCount }, (_, index) => {
    const characters = sheet.widths[index] ?? 12;
    return Math.min(Math.max(Math.round(characters * 7.5) + 10, 44), 460);
  });
}

/** The narrowest that a column of names may become on a phone. */
const narrowest = 72;

/** The widths where there is little room: the widest of the columns that stay gives way, so that they can stay. */
export function fittedWidths(grid: Grid, widths: readonly number[], room: number): readonly number[] {
  const kept = widths.slice(0, keyColumns(grid));
  const over = kept.reduce((sum, width) => sum + width, 0) - Math.floor(room * mostOfRoom);
  if (over <= 0) return widths;
  const widest = kept.indexOf(Math.max(...kept));
  return widths.map((width, index) =>
    index === widest ? Math.max(width - over, Math.min(width, narrowest)) : width,
  );
}

/** How far from the left each frozen column stands; as many as there are frozen columns. */
export function frozenOffsets(grid: Grid, widths: readonly number[], room: number): readonly number[] {
  const offsets: number[] = [];
  let left = 0;
  for (let column = 1; column <= keyColumns(grid); column += 1) {
    const width = widths[column - 1] ?? 0;
    if (left + width > room * mostOfRoom) break;
    offsets.push(left);
    left += width;
  }
  return offsets;
}

/** The columns before the first to fill in; of a list, its first one or two that hold texts. */
function keyColumns(grid: Grid): number {
  const listed = grid.rows.find(({ list }) => list !== null);
  if (listed !== undefined) {
    const figures = listed.cells.findIndex(({ entry }) => entry !== "text" && entry !== "code");
    return Math.min(figures === -1 ? 1 : figures, 2);
  }
  const open = grid.rows.slice(grid.frozenRows).flatMap(({ cells }) => cells.filter((cell) => isOpen(cell)));
  return open.length === 0 ? 0 : Math.min(...open.map(({ column }) => column)) - 1;
}
