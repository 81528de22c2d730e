// The cells of a sheet as rows, with its merges: what the layout into tables starts from.

import type { Merge, Sheet, SheetCell } from "./workbook.ts";

/** SheetRow: a row that shows something; cells ascending by column. */
export interface SheetRow {
  readonly number: number;
  readonly cells: readonly SheetCell[];
}

/** Groups the shown cells of a sheet by row, ascending; of two cells at one place the last counts. */
export function rowsOf(sheet: Sheet): readonly SheetRow[] {
  const rows = new Map<number, Map<number, SheetCell>>();
  for (const cell of sheet.cells) {
    if (cell.text.trim() === "") continue;
    const row = rows.get(cell.row) ?? new Map<number, SheetCell>();
    row.set(cell.column, cell);
    rows.set(cell.row, row);
  }
  return [...rows]
    .toSorted(([a], [b]) => a - b)
    .map(([number, cells]) => ({
      number,
      cells: [...cells.values()].toSorted((a, b) => a.column - b.column),
    }));
}

/** MergedCells: the merges of a sheet by what they do to a position. */
export interface MergedCells {
  /** The merge whose top left cell stands at the position. */
  readonly startingAt: (row: number, column: number) => Merge | undefined;
  /** Columns of a row covered by merges that start elsewhere. */
  readonly coveredIn: (row: number) => ReadonlySet<number>;
}

const NONE: ReadonlySet<number> = new Set();

/**
 * Indexes the merges that matter to shown rows. Merges may not overlap; of two that do, the first counts.
 * A merge is cut to the area in use, so that a merge over a whole column costs nothing.
 */
export function mergedCells(merges: readonly Merge[], area: Merge, limit: number): MergedCells {
  const starts = new Map<string, Merge>();
  const covered = new Map<number, Set<number>>();
  let painted = 0;
  for (const whole of merges) {
    const merge = withinArea(whole, area);
    const size = (merge.bottom - merge.top + 1) * (merge.right - merge.left + 1);
    if (merge.bottom < merge.top || merge.right < merge.left || size <= 1) continue;
    painted += size;
    if (painted > limit) break;
    if (isTaken(merge, starts, covered)) continue;
    starts.set(`${merge.top},${merge.left}`, merge);
    for (let row = merge.top; row <= merge.bottom; row += 1) {
      const columns = covered.get(row) ?? new Set<number>();
      for (let column = merge.left; column <= merge.right; column += 1) {
        if (row !== merge.top || column !== merge.left) columns.add(column);
      }
      covered.set(row, columns);
    }
  }
  return {
    startingAt: (row, column) => starts.get(`${row},${column}`),
    coveredIn: (row) => covered.get(row) ?? NONE,
  };
}

function withinArea(merge: Merge, area: Merge): Merge {
  return {
    top: Math.max(merge.top, area.top),
    left: Math.max(merge.left, area.left),
    bottom: Math.min(merge.bottom, area.bottom),
    right: Math.min(merge.right, area.right),
  };
}

/** True when a position of the merge belongs to another already. */
function isTaken(
  merge: Merge,
  starts: ReadonlyMap<string, Merge>,
  covered: ReadonlyMap<number, ReadonlySet<number>>,
): boolean {
  for (let row = merge.top; row <= merge.bottom; row += 1) {
    const columns = covered.get(row);
    for (let column = merge.left; column <= merge.right; column += 1) {
      if (columns?.has(column) === true || starts.has(`${row},${column}`)) return true;
    }
  }
  return false;
}
