// Ruling lines that cross make tables: the lines give rows and columns, and where a line between two
// neighbours is missing they are one merged cell.

import type { PdfLimits } from "./limits.ts";
import type { Box } from "./page-frame.ts";
import type { Ruling, Rulings } from "./rulings.ts";

/** LatticeCell: a cell between ruling lines; row and column count from 0. */
export interface LatticeCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly box: Box;
}

/** Lattice: a table as drawn. */
export interface Lattice {
  readonly box: Box;
  /** y of the row borders, from the top. */
  readonly rows: readonly number[];
  /** x of the column borders, from the left. */
  readonly columns: readonly number[];
  readonly cells: readonly LatticeCell[];
}

/** Lines that end this near to each other meet. */
const TOUCH = 3;
/** Borders nearer than this are one border drawn unevenly. */
const UNEVEN = 2.6;
/** The share of a cell's side that must be drawn to divide it from its neighbour. */
const DRAWN_SHARE = 0.6;
const SMALLEST_SIDE = 12;

/** Finds the tables that the ruling lines of a page draw. */
export function latticesOf(rulings: Rulings, limits: PdfLimits): readonly Lattice[] {
  return components(rulings)
    .map((component) => latticeOf(component, limits))
    .filter((lattice) => lattice !== undefined)
    .toSorted((first, second) => first.box[1] - second.box[1]);
}

/** Groups lines that cross or touch. */
function components({ horizontal, vertical }: Rulings): readonly Rulings[] {
  const parent = Array.from({ length: horizontal.length + vertical.length }, (_, index) => index);
  const root = (index: number): number => {
    let at = index;
    while (parent[at] !== at) {
      const above = parent[at] ?? at;
      parent[at] = parent[above] ?? above;
      at = above;
    }
    return at;
  };
  horizontal.forEach((across, first) => {
    vertical.forEach((down, second) => {
      if (!meet(across, down)) return;
      parent[root(first)] = root(horizontal.length + second);
    });
  });
  const groups = new Map<number, { horizontal: Ruling[]; vertical: Ruling[] }>();
  const groupAt = (index: number): { horizontal: Ruling[]; vertical: Ruling[] } => {
    const group = groups.get(root(index)) ?? { horizontal: [], vertical: [] };
    groups.set(root(index), group);
    return group;
  };
  horizontal.forEach((ruling, index) => groupAt(index).horizontal.push(ruling));
  vertical.forEach((ruling, index) => groupAt(horizontal.length + index).vertical.push(ruling));
  return [...groups.values()].filter((group) => group.horizontal.length > 0 && group.vertical.length > 0);
}

function meet(across: Ruling, down: Ruling): boolean {
  return (
    down.at >= across.from - TOUCH &&
    down.at <= across.to + TOUCH &&
    across.at >= down.from - TOUCH &&
    across.at <= down.to + TOUCH
  );
}

/** A border of the grid: where it lies and which stretches of it are drawn. */
interface Border {
  readonly at: number;
  readonly drawn: readonly (readonly [number, number])[];
}

function latticeOf({ horizontal, vertical }: Rulings, limits: PdfLimits): Lattice | undefined {
  const top = Math.min(...horizontal.map(({ at }) => at), ...vertical.map(({ from }) => from));
  const bottom = Math.max(...horizontal.map(({ at }) => at), ...vertical.map(({ to }) => to));
  const left = Math.min(...vertical.map(({ at }) => at), ...horizontal.map(({ from }) => from));
  const right = Math.max(...vertical.map(({ at }) => at), ...horizontal.map(({ to }) => to));
  if (right - left < SMALLEST_SIDE * 2 || bottom - top < SMALLEST_SIDE) return undefined;
  // Tables open at their sides end where their lines end.
  const across = borders(horizontal, [top, bottom], [left, right]);
  const down = borders(vertical, [left, right], [top, bottom]);
  const cellCount = (across.length - 1) * (down.length - 1);
  if (cellCount < 2 || cellCount > limits.cellsPerTable) return undefined;
  return compact(cellsBetween(across, down), across, down);
}

function borders(
  rulings: readonly Ruling[],
  [first, last]: readonly [number, number],
  whole: readonly [number, number],
): readonly Border[] {
  const all = [...rulings];
  if (!rulings.some(({ at }) => at - first <= UNEVEN)) all.push({ at: first, from: whole[0], to: whole[1] });
  if (!rulings.some(({ at }) => last - at <= UNEVEN)) all.push({ at: last, from: whole[0], to: whole[1] });
  const groups: Ruling[][] = [];
  for (const ruling of all.toSorted((one, two) => one.at - two.at)) {
    const group = groups.at(-1);
    const start = group?.[0]?.at;
    if (group !== undefined && start !== undefined && ruling.at - start <= UNEVEN) group.push(ruling);
    else groups.push([ruling]);
  }
  return groups.map((group) => ({
    at: group.reduce((sum, { at }) => sum + at, 0) / group.length,
    drawn: group.map(({ from, to }) => [from, to] as const),
  }));
}

function isDrawn({ drawn }: Border, from: number, to: number): boolean {
  let length = 0;
  for (const [start, end] of drawn) length += Math.max(0, Math.min(end, to) - Math.max(start, from));
  return length >= (to - from) * DRAWN_SHARE;
}

/** Grows each cell to the right and then down until a border is met. */
function cellsBetween(across: readonly Border[], down: readonly Border[]): readonly LatticeCell[] {
  const rows = across.length - 1;
  const columns = down.length - 1;
  const taken = new Uint8Array(rows * columns);
  const yAt = (index: number): number => across[index]?.at ?? 0;
  const xAt = (index: number): number => down[index]?.at ?? 0;
  const isOpen = (border: Border | undefined, from: number, to: number): boolean =>
    border !== undefined && !isDrawn(border, from, to);
  const isFree = (row: number, column: number): boolean => taken[row * columns + column] === 0;
  const opensRight = (row: number, column: number): boolean =>
    column < columns && isFree(row, column) && isOpen(down[column], yAt(row), yAt(row + 1));
  const opensDown = (row: number, from: number, to: number): boolean => {
    if (row >= rows) return false;
    for (let column = from; column < to; column += 1) {
      if (!isFree(row, column) || !isOpen(across[row], xAt(column), xAt(column + 1))) return false;
      if (column > from && !isOpen(down[column], yAt(row), yAt(row + 1))) return false;
    }
    return true;
  };
  const cells: LatticeCell[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      if (!isFree(row, column)) continue;
      let right = column + 1;
      while (opensRight(row, right)) right += 1;
      let bottom = row + 1;
      while (opensDown(bottom, column, right)) bottom += 1;
      for (let at = row; at < bottom; at += 1) taken.fill(1, at * columns + column, at * columns + right);
      cells.push({
        row,
        column,
        rowSpan: bottom - row,
        columnSpan: right - column,
        box: [xAt(column), yAt(row), xAt(right), yAt(bottom)],
      });
    }
  }
  return cells;
}

/** Takes out borders at which no cell begins: they came from lines too short to divide anything. */
function compact(
  cells: readonly LatticeCell[],
  across: readonly Border[],
  down: readonly Border[],
): Lattice | undefined {
  const rows = [...new Set(cells.map(({ row }) => row))].toSorted((first, second) => first - second);
  const columns = [...new Set(cells.map(({ column }) => column))].toSorted((first, second) => first - second);
  if (rows.length * columns.length < 2) return undefined;
  const rowAt = newIndexes(rows, across.length);
  const columnAt = newIndexes(columns, down.length);
  const yOf = [...rows.map((row) => across[row]?.at ?? 0), across.at(-1)?.at ?? 0];
  const xOf = [...columns.map((column) => down[column]?.at ?? 0), down.at(-1)?.at ?? 0];
  return {
    box: [xOf[0] ?? 0, yOf[0] ?? 0, xOf.at(-1) ?? 0, yOf.at(-1) ?? 0],
    rows: yOf,
    columns: xOf,
    cells: cells.map(({ row, column, rowSpan, columnSpan, box }) => ({
      row: rowAt[row] ?? 0,
      column: columnAt[column] ?? 0,
      rowSpan: (rowAt[row + rowSpan] ?? 0) - (rowAt[row] ?? 0),
      columnSpan: (columnAt[column + columnSpan] ?? 0) - (columnAt[column] ?? 0),
      box,
    })),
  };
}

/** For every old border, how many kept ones lie before it. */
function newIndexes(kept: readonly number[], count: number): readonly number[] {
  const indexes: number[] = [];
  let before = 0;
  for (let index = 0; index < count; index += 1) {
    indexes.push(before);
    if (kept[before] === index) before += 1;
  }
  return indexes;
}
