// Pieces of drawn lines joined into ruling lines: borders are drawn cell by cell, with corner squares, in
// dashes, or twice.

import type { Box } from "./page-frame.ts";

/** Ruling: a drawn line; `at` is y of a horizontal one and x of a vertical one. */
export interface Ruling {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Rulings: the lines of a page by direction. */
export interface Rulings {
  readonly horizontal: readonly Ruling[];
  readonly vertical: readonly Ruling[];
}

/** Dashes and corners leave gaps up to this between pieces of one line. */
const GAP = 3.6;
/** Pieces this near beside each other are one line. */
const BESIDE = 1.2;
const SHORTEST = 6;
/** A dot may belong to a line of either direction. */
const DOT = 3.6;

/** Joins pieces into lines. */
export function rulingsOf(pieces: readonly Box[]): Rulings {
  const horizontal: Ruling[] = [];
  const vertical: Ruling[] = [];
  for (const [left, top, right, bottom] of pieces) {
    const width = right - left;
    const height = bottom - top;
    const isDot = width <= DOT && height <= DOT;
    if (isDot || width >= height) horizontal.push({ at: (top + bottom) / 2, from: left, to: right });
    if (isDot || height > width) vertical.push({ at: (left + right) / 2, from: top, to: bottom });
  }
  return { horizontal: joined(horizontal), vertical: joined(vertical) };
}

function joined(pieces: readonly Ruling[]): readonly Ruling[] {
  return bands(pieces)
    .flatMap(joinBand)
    .filter(({ from, to }) => to - from >= SHORTEST);
}

/** Groups pieces that lie on one line. */
function bands(pieces: readonly Ruling[]): readonly (readonly Ruling[])[] {
  const groups: Ruling[][] = [];
  let start = Number.NEGATIVE_INFINITY;
  for (const piece of pieces.toSorted((first, second) => first.at - second.at)) {
    const group = groups.at(-1);
    if (group !== undefined && piece.at - start <= BESIDE) group.push(piece);
    else {
      groups.push([piece]);
      start = piece.at;
    }
  }
  return groups;
}

function joinBand(band: readonly Ruling[]): readonly Ruling[] {
  const lines: Ruling[] = [];
  for (const piece of band.toSorted((first, second) => first.from - second.from)) {
    const last = lines.at(-1);
    if (last === undefined || piece.from - last.to > GAP) lines.push(piece);
    else if (piece.to > last.to)
      lines.splice(-1, 1, { ...longer(last, piece), from: last.from, to: piece.to });
  }
  return lines;
}

const longer = (first: Ruling, second: Ruling): Ruling =>
  second.to - second.from > first.to - first.from ? second : first;
