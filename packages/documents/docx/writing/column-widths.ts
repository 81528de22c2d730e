// How wide the columns of a table are and how large its type is, so that no figure is broken and the table
// never reaches over the edge of the text.

import type { Grid } from "./table-grid.ts";

/** TableFit: column widths in twips that sum to the width of the text, and the size of type in half points. */
export interface TableFit {
  readonly widths: readonly number[];
  readonly size: number;
}

/** 小四, 五号, 小五, 六号, 小六, and smaller only for what would not fit otherwise. */
const SIZES = [24, 21, 18, 15, 13, 11, 9];
/** From how many columns on the larger sizes are not tried. */
const SIZE_LIMITS: readonly (readonly [columns: number, size: number])[] = [
  [10, 18],
  [6, 21],
];
/** The next smaller sizes of type; none below 六号, which is hard to read already. */
export function smallerSizes(size: number, count: number): readonly number[] {
  return SIZES.filter((each) => each < size && each >= SMALLEST_READ).slice(0, count);
}

const SMALLEST_READ = 15;
/** Left and right of the text in a cell. */
export const CELL_MARGIN = 50;
/** A column is never narrower than this. */
const NARROWEST = 200;
const TWIPS_PER_HALF_POINT = 10;

/** Fits a table into a width. */
export function fitTable(grid: Grid, shares: readonly number[], width: number): TableFit {
  const needs = columnNeeds(grid);
  const base = sharedWidths(usable(shares, grid) ? shares : sharesOfContent(grid, needs), width);
  const limit = SIZE_LIMITS.find(([columns]) => grid.columns >= columns)?.[1] ?? Infinity;
  const sizes = SIZES.filter((size) => size <= limit);
  for (const size of sizes) {
    const wanted = needs.map((need) => neededWidth(need, size));
    if (base.every((each, column) => each >= (wanted[column] ?? 0))) return { widths: base, size };
    const shifted = shiftedWidths(base, wanted);
    if (shifted !== undefined) return { widths: shifted, size };
  }
  return { widths: base, size: sizes.at(-1) ?? 9 };
}

function usable(shares: readonly number[], grid: Grid): boolean {
  return shares.length === grid.columns && shares.every((share) => Number.isFinite(share) && share > 0);
}

function neededWidth(need: number, size: number): number {
  return need === 0 ? 0 : Math.ceil(need * size * TWIPS_PER_HALF_POINT) + 2 * CELL_MARGIN + 10;
}

/** Shares as whole twips; what rounding leaves goes to the last column. */
function sharedWidths(shares: readonly number[], width: number): readonly number[] {
  const total = shares.reduce((sum, share) => sum + share, 0);
  const floor = Math.min(NARROWEST, Math.floor(width / shares.length));
  const rest = width - floor * shares.length;
  const widths = shares.map((share) => floor + Math.floor((rest * share) / total));
  const last = widths.length - 1;
  widths[last] = (widths[last] ?? 0) + width - widths.reduce((sum, each) => sum + each, 0);
  return widths;
}

/** Wide columns give up to a third of their width to those whose figures do not fit; undefined if too little. */
function shiftedWidths(base: readonly number[], wanted: readonly number[]): readonly number[] | undefined {
  const missing = base.map((each, column) => Math.max(0, (wanted[column] ?? 0) - each));
  const spare = base.map((each, column) =>
    Math.max(0, Math.min(Math.floor(each / 3), each - (wanted[column] ?? 0))),
  );
  const lacking = missing.reduce((sum, each) => sum + each, 0);
  const offered = spare.reduce((sum, each) => sum + each, 0);
  if (lacking > offered) return undefined;
  let open = lacking;
  return base.map((each, column) => {
    const given = Math.min(open, Math.ceil(((spare[column] ?? 0) * lacking) / Math.max(1, offered)));
    const taken = Math.min(given, spare[column] ?? 0);
    open -= taken;
    return each - taken + (missing[column] ?? 0);
  });
}

/** For each column the longest stretch that may not be broken, in ems. */
function columnNeeds(grid: Grid): readonly number[] {
  const needs = Array.from({ length: grid.columns }, () => 0);
  for (const { cell, column, columnSpan } of grid.rows.flat()) {
    if (cell === undefined || columnSpan > 1) continue;
    needs[column] = Math.max(needs[column] ?? 0, longestStretch(cell.text));
  }
  return needs;
}

/** Figures and Latin words stay whole; Chinese may be broken after every character. */
const STRETCH = /[-+−]?[\d,.，．%％A-Za-z]+|\S/gu;

function longestStretch(text: string): number {
  let longest = 0;
  for (const [stretch] of text.matchAll(STRETCH)) longest = Math.max(longest, emsOf(stretch));
  return longest;
}

/** The width of text in ems, as in Times New Roman for letters and digits. */
function emsOf(text: string): number {
  let ems = 0;
  for (const character of text) {
    if (/\d/u.test(character)) ems += 0.5;
    else if (/[,.-]/u.test(character)) ems += 0.33;
    else if (/[a-z]/u.test(character)) ems += 0.5;
    else if (/[A-Z%]/u.test(character)) ems += 0.8;
    else ems += 1;
  }
  return ems;
}

/** Columns without given widths take room by the length of what stands in them, within bounds. */
function sharesOfContent(grid: Grid, needs: readonly number[]): readonly number[] {
  const lengths = needs.map((need) => Math.max(2, need));
  for (const { cell, column, columnSpan } of grid.rows.flat()) {
    if (cell === undefined || columnSpan > 1) continue;
    lengths[column] = Math.max(lengths[column] ?? 0, Math.min(12, emsOf(cell.text)));
  }
  return lengths;
}

/** Lines that a text takes in a width, about. */
export function lineCount(text: string, width: number, size: number): number {
  const room = Math.max(1, (width - 2 * CELL_MARGIN) / (size * TWIPS_PER_HALF_POINT));
  return text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(emsOf(line) / room)), 0);
}
