// Where one stands in the grid, and where keys lead. Merged cells count as one.

import type { Grid } from "./grid-model.ts";
import { isOpen } from "./grid-model.ts";

export interface Position {
  readonly row: number;
  readonly column: number;
}

/** Selection (选区): from the anchor to the focus, which is where typing goes. */
export interface Selection {
  readonly anchor: Position;
  readonly focus: Position;
}

export interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** The rectangle of a selection. */
export function rangeOf({ anchor, focus }: Selection): Range {
  return {
    top: Math.min(anchor.row, focus.row),
    bottom: Math.max(anchor.row, focus.row),
    left: Math.min(anchor.column, focus.column),
    right: Math.max(anchor.column, focus.column),
  };
}

/** Where the first cell to fill in stands; else the first cell. */
export function firstOpen(grid: Grid): Position {
  const cell = grid.rows.flatMap(({ cells }) => cells).find((each) => isOpen(each));
  return cell === undefined ? { row: 1, column: 1 } : { row: cell.row, column: cell.column };
}

export type Direction = "up" | "down" | "left" | "right";

const steps: Readonly<Record<Direction, Position>> = {
  up: { row: -1, column: 0 },
  down: { row: 1, column: 0 },
  left: { row: 0, column: -1 },
  right: { row: 0, column: 1 },
};

/** The next cell in a direction: over the whole of a merged one; at the edge it stays. */
export function stepFrom(grid: Grid, from: Position, direction: Direction, count = 1): Position {
  let at = from;
  for (let left = count; left > 0; left -= 1) {
    const next = nextCell(grid, at, direction);
    if (next === undefined) break;
    at = next;
  }
  return at;
}

function nextCell(grid: Grid, from: Position, direction: Direction): Position | undefined {
  const own = grid.at(from.row, from.column);
  const step = steps[direction];
  let { row, column } = from;
  for (;;) {
    row += step.row;
    column += step.column;
    if (!isInside(grid, { row, column })) return undefined;
    const cell = grid.at(row, column);
    if (cell !== undefined && cell !== own) return { row: cell.row, column: cell.column };
  }
}

/** A page up or down, not into the header; where no cell stands there, as many cells as the page has rows. */
export function pageFrom(grid: Grid, from: Position, direction: Direction, count: number): Position {
  const wanted = from.row + (direction === "up" ? -count : count);
  const row = Math.min(Math.max(wanted, grid.frozenRows + 1), lastOf(grid).row);
  const cell = grid.at(row, from.column);
  return cell === undefined ? stepFrom(grid, from, direction, count) : { row: cell.row, column: cell.column };
}

/** To the edge of what is filled, as Ctrl and an arrow do: through filled cells to the last, else to the next filled. */
export function jumpFrom(grid: Grid, from: Position, direction: Direction): Position {
  const isFilled = (at: Position): boolean => (grid.at(at.row, at.column)?.text ?? "") !== "";
  let at = nextCell(grid, from, direction);
  if (at === undefined) return from;
  const runsThrough = isFilled(from) && isFilled(at);
  for (;;) {
    const next = nextCell(grid, at, direction);
    if (next === undefined || (runsThrough ? !isFilled(next) : isFilled(at))) return at;
    at = next;
  }
}

/** The next cell to fill in, row by row, as Tab goes. */
export function nextOpen(grid: Grid, from: Position, by: 1 | -1): Position | undefined {
  const open = grid.rows.flatMap(({ cells }) => cells).filter((cell) => isOpen(cell));
  const isLater = ({ row, column }: Position): boolean =>
    row > from.row || (row === from.row && column > from.column);
  const found =
    by === 1
      ? open.find(isLater)
      : open.findLast((cell) => !isLater(cell) && (cell.row !== from.row || cell.column !== from.column));
  return found === undefined ? undefined : { row: found.row, column: found.column };
}

/** The first or last cell of a row. */
export function endOfRow(grid: Grid, { row }: Position, end: "first" | "last"): Position {
  const cells = (grid.rows.find((each) => each.row === row)?.cells ?? []).filter(
    ({ look }) => look !== "gap",
  );
  const cell = end === "first" ? cells[0] : cells.at(-1);
  return { row, column: cell?.column ?? 1 };
}

/** The last row and column. */
export function lastOf(grid: Grid): Position {
  return { row: grid.rows.at(-1)?.row ?? 1, column: grid.columnCount };
}

function isInside(grid: Grid, { row, column }: Position): boolean {
  return row >= 1 && column >= 1 && row <= lastOf(grid).row && column <= grid.columnCount;
}
