// Where a table without lines begins and ends: runs of text lines with wide gaps, with the lines between them
// and around them that are parts of their cells.

import { isFigure } from "./cell-text.ts";
import type { TextLine } from "./text-lines.ts";
import { cutLine } from "./text-lines.ts";

/** A line with a gap of so many font sizes may be a row of a table. */
const TABLE_GAP = 1.2;
/** So may one with a smaller gap in which no blank is printed: the next words were put there. */
const PLACED_GAP = 0.6;
/** Lines of a table are at most this many font sizes apart. */
const ROW_DISTANCE = 4;
/** Lines with columns that make a table. */
export const FEWEST_ROWS = 3;
/** A line alone that is wider than this share of the page's text is running text. */
const WIDE_SHARE = 0.6;
/** Running text begins at the margin or with an indent, no further than this from it. */
const INDENT = 2.6;
/** A line alone in larger letters than the table's, by this ratio, is a heading. */
const LARGER = 1.15;
/** Lines of one text stand at least so many font sizes below one another. */
const BESIDE = 0.8;
/** Lines of one cell stand at most this many font sizes apart. */
const CELL_PITCH = 1.8;
/** So many lines of one cell may stand above the first line with columns, or below the last. */
const MOST_ALONE = 12;

/** SplitLine: a line, its stretches, and whether it has columns. */
export interface SplitLine {
  readonly line: TextLine;
  readonly parts: readonly TextLine[];
  readonly hasColumns: boolean;
}

/** Runs of lines that may be tables, each from its first line to its last. */
export function tableRegions(
  lines: readonly TextLine[],
  continues: boolean,
): readonly (readonly SplitLine[])[] {
  const split = lines.map((line, index): SplitLine => {
    const parts = placedParts(line);
    const hasColumns =
      parts.length > 1 || standsBeside(line, lines[index - 1]) || standsBeside(line, lines[index + 1]);
    return { line, parts, hasColumns };
  });
  const isRunning = runningTest(lines);
  const regions: (readonly SplitLine[])[] = [];
  let start = 0;
  let end = 0;
  let region: SplitLine[] = [];
  const finish = (): void => {
    const kept = region.slice(0, endOfTable(region, isRunning) + 1);
    const isContinued = continues && kept[0] === split[0];
    const rows = kept.filter(({ hasColumns }) => hasColumns);
    if (rows.length >= FEWEST_ROWS || (rows.length > 0 && (isContinued || isSmallTable(rows)))) {
      const above = beginningAbove(split.slice(Math.max(end, start - MOST_ALONE), start), kept, isRunning);
      regions.push([...above, ...kept]);
      end = start + kept.length;
    }
    region = [];
  };
  for (const [index, line] of split.entries()) {
    if (endsRegion(region, line, isRunning)) finish();
    // A page may begin in the middle of a row: with the wrapped label of what follows.
    const isRest = continues && index === 0 && !isRunning(line.line);
    if (region.length === 0) start = index;
    if (line.hasColumns || region.length > 0 || isRest) region.push(line);
  }
  finish();
  return regions;
}

/** Words set a little higher or lower than their neighbours, less than a line, are cells of one row. */
function standsBeside(line: TextLine, other: TextLine | undefined): boolean {
  if (other === undefined) return false;
  const isNear = Math.abs(other.baseline - line.baseline) < BESIDE * Math.min(line.size, other.size);
  return isNear && (other.left > line.right || other.right < line.left);
}

/** Two rows of three columns and more, the second with figures below the words of the first. */
function isSmallTable(rows: readonly SplitLine[]): boolean {
  const [head, body] = rows;
  return (
    head !== undefined &&
    body !== undefined &&
    head.parts.length >= 3 &&
    head.parts.length === body.parts.length &&
    !head.parts.some(({ text }) => isFigure(text)) &&
    body.parts.filter(({ text }) => isFigure(text)).length >= 2
  );
}

/** The parts of a line that were put beside one another. */
export function placedParts(line: TextLine): readonly TextLine[] {
  return cutLine(
    line,
    ({ before, next, hasBlank }) =>
      next.left - before.right > (hasBlank ? TABLE_GAP : PLACED_GAP) * next.size,
  );
}

type IsRunning = (line: TextLine) => boolean;

/** Running text is wide or ends in full stops, and begins at the left margin. */
function runningTest(lines: readonly TextLine[]): IsRunning {
  const sample = lines.slice(0, 500);
  const left = Math.min(...sample.map((line) => line.left));
  const right = Math.max(...sample.map((line) => line.right));
  return (line) =>
    line.left - left <= INDENT * line.size &&
    (/[。；]/u.test(line.text) || line.right - line.left > (right - left) * WIDE_SHARE);
}

function endsRegion(
  region: readonly SplitLine[],
  { line, hasColumns }: SplitLine,
  isRunning: IsRunning,
): boolean {
  const before = region.at(-1)?.line;
  if (before === undefined) return false;
  if (line.baseline - before.baseline > ROW_DISTANCE * line.size) return true;
  if (hasColumns) return false;
  const size = region.find((one) => one.hasColumns)?.line.size ?? line.size;
  return isRunning(line) || line.size > size * LARGER;
}

/** Lines above the first with columns that are the upper lines of its cells. */
function beginningAbove(
  above: readonly SplitLine[],
  region: readonly SplitLine[],
  isRunning: IsRunning,
): readonly SplitLine[] {
  const taken: SplitLine[] = [];
  for (const line of above.toReversed()) {
    const near = [...taken.toReversed(), ...region].slice(0, MOST_ALONE);
    if (line.hasColumns || isRunning(line.line) || !isCellLine(line.line, near)) break;
    taken.push(line);
  }
  return taken.toReversed();
}

/** Labels after the last row with figures are still rows when they begin where the labels do. */
function endOfTable(region: readonly SplitLine[], isRunning: IsRunning): number {
  const last = region.findLastIndex(({ hasColumns }) => hasColumns);
  const labels = region[last]?.line;
  if (labels === undefined) return last;
  let end = last;
  for (const [index, { line }] of region.entries()) {
    if (index <= last) continue;
    const isLabel = Math.abs(line.left - labels.left) <= line.size * 0.5;
    const near = region.slice(Math.max(0, index - MOST_ALONE), index).toReversed();
    if (!isLabel && (isRunning(line) || !isCellLine(line, near))) break;
    if (/^(?:注|说明|备注)/u.test(line.text)) break;
    end = index;
  }
  return end;
}

/** A line of a cell stands close to another one of the same letters, below or above it, or beside it. */
function isCellLine(line: TextLine, near: readonly SplitLine[]): boolean {
  const distance = (other: TextLine): number => Math.abs(other.baseline - line.baseline) / line.size;
  const parts = near.filter((one) => distance(one.line) <= CELL_PITCH).flatMap((one) => one.parts);
  return parts.some((part) => {
    const isSameSize = Math.abs(part.size - line.size) <= line.size * 0.1;
    const areInLine =
      Math.abs(part.left - line.left) <= 1 ||
      Math.abs(part.left + part.right - line.left - line.right) <= 2 ||
      Math.abs(part.right - line.right) <= 1;
    return isSameSize && areInLine;
  });
}
