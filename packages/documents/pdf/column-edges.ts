// Cells that nearly touch. A narrow gap between two characters divides cells where many lines of the table
// begin or end at it, and fewer print across it.

import type { TextLine } from "./text-lines.ts";
import { cutLine } from "./text-lines.ts";

/** A gap of so many font sizes divides cells wherever it stands. */
const CELL_GAP = 0.45;
/** So does one of this width where no blank is printed: letters of other scripts stand no further apart. */
const PLACED_GAP = 0.28;
/** Two characters that both fill their squares stand no further apart than this in one text. */
const SQUARE_GAP = 0.2;
const SQUARE = /^[\p{Script=Han}（）、，。：；]$/u;
/** A narrower one, down to this, divides them at an edge of a column. */
const EDGE_GAP = 0.1;
/** Where cells touch, a clear edge: so many lines begin or end there for each that prints across. */
const CLEAR_EDGE = 4;
const TOUCHING_GAP = -0.02;
/** Lines that begin or end together within this many points make an edge. */
const SAME_EDGE = 0.8;
const FEWEST_AT_EDGE = 3;

/** Cuts the lines of a table into the texts of its cells. */
export function cellStretches(lines: readonly TextLine[]): readonly (readonly TextLine[])[] {
  const wide = lines.map((line) => {
    const usual = usualGap(line);
    return cutLine(line, ({ before, next, hasBlank }) => {
      const gap = (next.left - before.right) / next.size;
      const areSquare = SQUARE.test(before.text) && SQUARE.test(next.text);
      return gap > CELL_GAP || (!hasBlank && gap > (areSquare ? SQUARE_GAP : PLACED_GAP) + usual);
    });
  });
  const lefts = ascending(wide.flat().map(({ left }) => left));
  const rights = ascending(wide.flat().map(({ right }) => right));
  const covers = coverCounter(wide.flat());
  return wide.map((stretches) =>
    stretches.flatMap((stretch) =>
      cutLine(stretch, ({ before, next, hasBlank }) => {
        const gap = (next.left - before.right) / next.size;
        if (hasBlank || gap < TOUCHING_GAP) return false;
        const isInside = !SQUARE.test(before.text) && !SQUARE.test(next.text);
        if (gap < EDGE_GAP && isInside) return false;
        const support = Math.max(countNear(lefts, next.left), countNear(rights, before.right));
        const across = covers((before.right + next.left) / 2);
        return gap >= EDGE_GAP
          ? support >= FEWEST_AT_EDGE && support >= across
          : support >= FEWEST_AT_EDGE * 2 && support >= across * CLEAR_EDGE;
      }),
    ),
  );
}

/** The gap, in font sizes, between most characters of a line: none unless the line was stretched. */
function usualGap({ glyphs }: TextLine): number {
  const printed = glyphs.filter(({ text }) => text !== " ");
  const gaps = printed
    .slice(1)
    .map((glyph, index) => (glyph.left - (printed[index] ?? glyph).right) / glyph.size)
    .toSorted((one, two) => one - two);
  return Math.max(0, gaps[Math.floor(gaps.length / 2)] ?? 0);
}

const ascending = (values: readonly number[]): readonly number[] => values.toSorted((one, two) => one - two);

/** How many of the ascending values are no further away than an edge is uneven. */
function countNear(values: readonly number[], at: number): number {
  return firstAbove(values, at + SAME_EDGE) - firstAbove(values, at - SAME_EDGE);
}

function firstAbove(values: readonly number[], at: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) > at) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** How many stretches print across a point without a gap there. */
function coverCounter(stretches: readonly TextLine[]): (at: number) => number {
  const starts: number[] = [];
  const ends: number[] = [];
  for (const stretch of stretches) {
    const solid = cutLine(stretch, ({ before, next }) => next.left - before.right >= EDGE_GAP * next.size);
    for (const { left, right } of solid) {
      starts.push(left);
      ends.push(right);
    }
  }
  const [lefts, rights] = [ascending(starts), ascending(ends)];
  return (at) => firstAbove(lefts, at) - firstAbove(rights, at);
}
