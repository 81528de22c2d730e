// Tables that stand close below one another with other columns. Taken together they would set two texts of one
// line into one column; the run of lines is divided where that ends.

import { isFigure } from "./cell-text.ts";
import type { TextColumn } from "./text-columns.ts";
import { columnsUnder, textColumnsOf } from "./text-columns.ts";
import type { TextLine } from "./text-lines.ts";

/** Lines of text, each cut into the texts of its cells. */
export type CutLines = readonly (readonly TextLine[])[];

/** Lines on which two texts fall into one column, before a run is divided. */
const FEWEST_CLASHES = 2;
/** Cells of a row that is a table by itself. */
const FEWEST_CELLS = 4;
/** Parts of one run. */
const MOST_PARTS = 12;
/** A run of more lines on one page is one table, whatever clashes. */
const MOST_LINES = 600;
const SAME_EDGE = 1;

/** Divides a run of lines into tables; each part says how many lines it takes. */
export function tableParts(lines: CutLines, inherited: readonly TextColumn[]): readonly number[] {
  if (lines.length > MOST_LINES) return [lines.length];
  const parts: number[] = [];
  let start = 0;
  while (start < lines.length && parts.length < MOST_PARTS) {
    const rest = lines.slice(start);
    const end = endOfPart(rest, start === 0 ? inherited : []);
    parts.push(end);
    start += end;
  }
  if (start < lines.length) parts.push(lines.length - start);
  return parts;
}

function endOfPart(lines: CutLines, inherited: readonly TextColumn[]): number {
  if (clashes(lines, inherited) < FEWEST_CLASHES) {
    return endsInStrangeRow(lines, inherited) ? lines.length - 1 : lines.length;
  }
  const first = longestSound((count) => clashes(lines.slice(0, count), inherited), lines.length);
  if (first === lines.length) return lines.length;
  // The lines before the first clash may hold the beginning of the next table.
  const after = lines.slice(first);
  const soundAfter = longestSound((count) => clashes(after.slice(0, count), []), after.length);
  const next = lines.slice(0, first + soundAfter);
  const back = longestSound((count) => clashes(next.slice(next.length - count), []), next.length);
  const earliest = next.length - back;
  const cut = bestCut(next, Math.max(1, earliest), first);
  return cut < 2 || lines.length - cut < 2 ? lines.length : cut;
}

/** A last row of figures whose own columns alone disturb the others is a table by itself. */
function endsInStrangeRow(lines: CutLines, inherited: readonly TextColumn[]): boolean {
  const last = lines.at(-1) ?? [];
  const isRow = last.length >= FEWEST_CELLS && last.filter(({ text }) => isFigure(text)).length >= 2;
  if (!isRow || lines.length < 3 || clashes(lines, inherited) === 0) return false;
  return clashes(lines.slice(0, -1), inherited) === 0;
}

/** The greatest count for which there is no more than a stray clash. */
function longestSound(clashesOf: (count: number) => number, length: number): number {
  let low = 1;
  let high = length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (clashesOf(middle) < FEWEST_CLASHES) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Each line between goes with the part whose edges its texts share. */
function bestCut(lines: CutLines, earliest: number, latest: number): number {
  if (earliest >= latest) return latest;
  const above = edgesOf(lines.slice(0, earliest));
  const below = edgesOf(lines.slice(latest));
  let best = latest;
  let gain = 0;
  let bestGain = 0;
  for (let at = latest - 1; at >= earliest; at -= 1) {
    for (const { left, right } of lines[at] ?? []) {
      const isAbove = above.has(edge(left)) || above.has(edge(right));
      const isBelow = below.has(edge(left)) || below.has(edge(right));
      gain += Number(isBelow) - Number(isAbove);
    }
    if (gain > bestGain) {
      best = at;
      bestGain = gain;
    }
  }
  return best;
}

const edge = (at: number): number => Math.round(at / SAME_EDGE);

function edgesOf(lines: CutLines): ReadonlySet<number> {
  return new Set(lines.flat().flatMap(({ left, right }) => [edge(left), edge(right)]));
}

/** How many lines have two texts in one column. */
function clashes(lines: CutLines, inherited: readonly TextColumn[]): number {
  const columns = textColumnsOf(
    lines.flatMap((parts, row) => parts.map((line) => ({ row, line }))),
    inherited,
  );
  if (columns.length === 0) return 0;
  return lines.filter((parts) => {
    let last = -1;
    return parts.some((part) => {
      const [from, to] = columnsUnder(part, columns);
      const isClash = from <= last;
      last = to;
      return isClash;
    });
  }).length;
}
