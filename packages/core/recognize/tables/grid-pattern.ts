// Where the slots of a layout stand in a grid: a monotone alignment of slots and columns by header words,
// 栏次, and what the rows print. Clear rows give the pattern; doubtful rows are then aligned with it.

import type { LayoutIndex, Slot } from "./layout-index.ts";
import { characterPairs, keysNamed, pairSimilarity } from "./layout-index.ts";
import type { PrintedCell } from "./printed-cell.ts";

/** GridRow: the printed cells of a row and how many columns its grid has. */
export interface GridRow {
  readonly cells: readonly PrintedCell[];
  readonly width: number;
}

/** GridPattern: the column of each slot, undefined where the grid has none for it. */
export type GridPattern = readonly (number | undefined)[];

const UNPLACED = -1.2;
const SAMPLE = 80;

/** The pattern of a grid of this width, from its header rows and data rows. */
export function learnPattern(
  index: LayoutIndex,
  width: number,
  rows: { readonly header: readonly GridRow[]; readonly data: readonly GridRow[] },
): GridPattern {
  const header = Array.from({ length: width }, (_, at) => columnHeader(at, rows.header));
  const data = rows.data.slice(0, SAMPLE);
  const columns = Array.from({ length: width }, (_, at) =>
    data.flatMap((row) => row.cells.filter((cell) => cell.at === at)),
  );
  const numbering = isOwnNumbering(index, header);
  const affinity = index.slots.map((slot, slotAt) =>
    columns.map((cells, at) => {
      const words = header[at] ?? { words: "", number: null };
      const prior = slotAt - at;
      return (
        contentScore(slot, index, cells, data.length) +
        headerScore(slot, numbering ? words : { ...words, number: null }) -
        (width === index.slots.length ? 0.5 : 0.15) * Math.abs(prior)
      );
    }),
  );
  return monotone(affinity, width);
}

interface ColumnHeader {
  readonly words: string;
  readonly number: string | null;
}

function columnHeader(at: number, header: readonly GridRow[]): ColumnHeader {
  const cells = header.flatMap((row) => row.cells.filter((cell) => cell.at === at));
  return {
    words: cells
      .filter(({ kind }) => kind !== "integer")
      .map(({ squeezed }) => squeezed)
      .join(""),
    number: cells.find(({ kind }) => kind === "integer")?.squeezed ?? null,
  };
}

/** Numbers beyond those of the layout (栏次) count columns that it does not print. */
function isOwnNumbering(index: LayoutIndex, header: readonly ColumnHeader[]): boolean {
  const own = Math.max(...index.slots.map(({ number }) => Number(number ?? 0)));
  return own === 0 || header.every(({ number }) => Number(number ?? 0) <= own);
}

/** A column of the budget holds no final figure, whatever its number. */
const BUDGET = /预算数/u;
const ELSEWHERE = -6;

function headerScore(slot: Slot, header: ColumnHeader): number {
  if (slot.kind === "figure" && BUDGET.test(header.words) && !BUDGET.test(slot.header)) return ELSEWHERE;
  const words = 2 * pairSimilarity(characterPairs(slot.header), characterPairs(header.words));
  if (slot.number === null || header.number === null) return words;
  return words + (slot.number === header.number ? 4 : -2);
}

function contentScore(
  slot: Slot,
  index: LayoutIndex,
  cells: readonly PrintedCell[],
  rowCount: number,
): number {
  if (cells.length === 0) return slot.kind === "figure" ? 0 : -0.5;
  const fits = cells.reduce((total, cell) => total + fitOf(slot, index, cell), 0) / cells.length;
  const weight = Math.min(1, cells.length / Math.max(1, Math.min(rowCount, 4)));
  return 4 * fits * weight;
}

/** How well a cell suits a slot, from -1 to 1. */
function fitOf(slot: Slot, index: LayoutIndex, cell: PrintedCell): number {
  const side = index.sides[slot.side];
  if (side === undefined) return 0;
  switch (slot.kind) {
    case "code":
      if (!cell.isCode) return cell.kind === "total" ? 0 : -1;
      return side.keys.length === 0 || side.keys.includes(cell.squeezed) ? 1 : -0.5;
    case "line":
      return cell.kind === "integer" && side.keys.includes(cell.squeezed) ? 1 : -1;
    case "name":
      if (cell.kind !== "text" && cell.kind !== "total") return -1;
      if (side.named.length === 0) return 1;
      return keysNamed(side, cell.squeezed).keys.length > 0 ? 1 : -0.3;
    case "figure":
      if (cell.kind === "text" || cell.kind === "total") return -1;
      return cell.kind === "integer" ? 0.2 : 1;
  }
}

/** The best monotone placing of slots on columns; a slot may stay unplaced at a price. */
function monotone(affinity: readonly (readonly number[])[], width: number): GridPattern {
  const slots = affinity.length;
  // best[s][c]: the best score of slots s… on columns c…
  const best: number[][] = Array.from({ length: slots + 1 }, () =>
    Array.from({ length: width + 1 }, () => 0),
  );
  const choice: ("place" | "pass" | "leave")[][] = Array.from({ length: slots }, () => []);
  for (let slot = slots - 1; slot >= 0; slot -= 1) {
    for (let column = width; column >= 0; column -= 1) {
      const leave = (best[slot + 1]?.[column] ?? 0) + UNPLACED;
      const pass = column < width ? (best[slot]?.[column + 1] ?? 0) : Number.NEGATIVE_INFINITY;
      const place =
        column < width
          ? (best[slot + 1]?.[column + 1] ?? 0) + (affinity[slot]?.[column] ?? 0)
          : Number.NEGATIVE_INFINITY;
      const top = Math.max(leave, pass, place);
      const rowOfBest = best[slot];
      if (rowOfBest !== undefined) rowOfBest[column] = top;
      const rowOfChoice = choice[slot];
      if (rowOfChoice !== undefined)
        rowOfChoice[column] = top === place ? "place" : top === pass ? "pass" : "leave";
    }
  }
  return trace(choice);
}

function trace(choice: readonly (readonly ("place" | "pass" | "leave")[])[]): GridPattern {
  const pattern: (number | undefined)[] = [];
  let column = 0;
  for (let slot = 0; slot < choice.length;) {
    const step = choice[slot]?.[column];
    if (step === "pass") column += 1;
    else {
      pattern.push(step === "place" ? column : undefined);
      if (step === "place") column += 1;
      slot += 1;
    }
  }
  return pattern;
}
