// The columns of a table that draws none. Figures come first, because they never run into their neighbours;
// then words, the shorter first. Words over two columns that are both filled in one row span them; otherwise
// the two are one column in which short words stood at different places.

import { isFigure } from "./cell-text.ts";
import type { TextLine } from "./text-lines.ts";

/** TextColumn: the stretch of x that a column prints on. */
export interface TextColumn {
  readonly left: number;
  readonly right: number;
}

/** ColumnStretch: words or a figure without a gap, and the number of its line in the table. */
export interface ColumnStretch {
  readonly row: number;
  readonly line: TextLine;
}

interface Group {
  left: number;
  right: number;
  rows: Set<number>;
  /** Its rows and those beside them. */
  near: Set<number>;
  /** What stands in it: a head alone, or figures whose head stands beside them, belong together. */
  hasFigures: boolean;
  hasWords: boolean;
}

/** Stretches overlap only when they share more than this. */
const TOUCH = 1;
/** Texts of one column stand at least so many font sizes below one another. */
const BESIDE = 0.8;
/** A head stands at most this far, in points, beside the figures of its column. */
const HEAD_DISTANCE = 40;
/** Columns of one table; more are no table. */
const MOST_COLUMNS = 200;

/** Finds the columns; those of the page before are given where the table continues it. */
export function textColumnsOf(
  stretches: readonly ColumnStretch[],
  inherited: readonly TextColumn[] = [],
): readonly TextColumn[] {
  const groups: Group[] = inherited.map(({ left, right }) => ({
    left,
    right,
    rows: new Set(),
    near: new Set(),
    hasFigures: true,
    hasWords: true,
  }));
  const areNear = nearRows(stretches);
  const width = ({ line }: ColumnStretch): number => line.right - line.left;
  const ordered = stretches.toSorted(
    (one, two) =>
      Number(isFigure(two.line.text)) - Number(isFigure(one.line.text)) || width(one) - width(two),
  );
  for (const stretch of ordered) {
    addStretch(groups, stretch, areNear);
    if (groups.length > MOST_COLUMNS) return [];
  }
  return withHeads(groups.toSorted((one, two) => one.left - two.left)).map(({ left, right }) => ({
    left,
    right,
  }));
}

/** A head on the left of its column and figures on the right do not overlap: neighbours, never in one row. */
function withHeads(groups: readonly Group[]): readonly Group[] {
  const joined: Group[] = [];
  for (const group of groups) {
    const before = joined.at(-1);
    if (before !== undefined && areHeadAndFigures(before, group)) absorb(before, group);
    else joined.push(group);
  }
  return joined;
}

function areHeadAndFigures(one: Group, two: Group): boolean {
  const isHeadThenFigures = one.hasWords && !one.hasFigures && two.hasFigures && !two.hasWords;
  const isFiguresThenHead = two.hasWords && !two.hasFigures && one.hasFigures && !one.hasWords;
  return (
    (isHeadThenFigures || isFiguresThenHead) && two.left - one.right < HEAD_DISTANCE && !areBeside(one, two)
  );
}

function absorb(into: Group, other: Group): void {
  into.left = Math.min(into.left, other.left);
  into.right = Math.max(into.right, other.right);
  into.hasFigures ||= other.hasFigures;
  into.hasWords ||= other.hasWords;
  for (const row of other.rows) into.rows.add(row);
  for (const row of other.near) into.near.add(row);
}

/** The rows that a row's texts stand beside, itself among them. */
type RowsBeside = (row: number) => readonly number[];

/** Texts less than a line's height apart stand beside one another, never below one another in one column. */
function nearRows(stretches: readonly ColumnStretch[]): RowsBeside {
  const heights: TextLine[] = [];
  for (const { row, line } of stretches) heights[row] ??= line;
  const near = heights.map((line, row) => {
    const rows = [row];
    for (const step of [-1, 1]) {
      for (let at = row + step; isBeside(line, heights[at]); at += step) rows.push(at);
    }
    return rows;
  });
  return (row) => near[row] ?? [row];
}

function isBeside(line: TextLine, other: TextLine | undefined): boolean {
  if (other === undefined) return false;
  return Math.abs(other.baseline - line.baseline) < BESIDE * Math.min(line.size, other.size);
}

function addStretch(groups: Group[], { row, line }: ColumnStretch, rowsBeside: RowsBeside): void {
  const met = groups.filter(
    ({ left, right }) => Math.min(right, line.right) - Math.max(left, line.left) > TOUCH,
  );
  const [first] = met;
  const figure = isFigure(line.text);
  const own = {
    left: line.left,
    right: line.right,
    rows: new Set([row]),
    near: new Set(rowsBeside(row)),
    hasFigures: figure,
    hasWords: !figure,
  };
  if (first === undefined) {
    groups.push(own);
    return;
  }
  if (met.some((group, index) => met.slice(index + 1).some((other) => areBeside(group, other)))) return;
  for (const other of met.slice(1)) {
    groups.splice(groups.indexOf(other), 1);
    absorb(first, other);
  }
  absorb(first, own);
}

/** Two groups that are filled in one row are two columns; inherited ones are known to be. */
function areBeside(one: Group, two: Group): boolean {
  if (one.rows.size === 0 && two.rows.size === 0) return true;
  const [small, large] = one.rows.size <= two.rows.size ? [one, two] : [two, one];
  return small.rows.size === 0 || [...small.rows].some((row) => large.near.has(row));
}

/** The first and last column that a stretch lies on; the nearest where it lies on none. */
export function columnsUnder(line: TextLine, columns: readonly TextColumn[]): readonly [number, number] {
  const overlap = ({ left, right }: TextColumn): number =>
    Math.min(right, line.right) - Math.max(left, line.left);
  const first = columns.findIndex((column) => overlap(column) > TOUCH);
  if (first !== -1) return [first, columns.findLastIndex((column) => overlap(column) > TOUCH)];
  const distances = columns.map((column) => -overlap(column));
  const nearest = distances.indexOf(Math.min(...distances));
  return [nearest, nearest];
}
