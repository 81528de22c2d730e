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
  /** What stands in it: a head alone, or figures whose head stands beside them, belong together. */
  hasFigures: boolean;
  hasWords: boolean;
}

/** Stretches overlap only when they share more than this. */
const TOUCH = 1;
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
    hasFigures: true,
    hasWords: true,
  }));
  const width = ({ line }: ColumnStretch): number => line.right - line.left;
  const ordered = stretches.toSorted(
    (one, two) =>
      Number(isFigure(two.line.text)) - Number(isFigure(one.line.text)) || width(one) - width(two),
  );
  for (const stretch of ordered) {
    addStretch(groups, stretch);
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
}

function addStretch(groups: Group[], { row, line }: ColumnStretch): void {
  const met = groups.filter(
    ({ left, right }) => Math.min(right, line.right) - Math.max(left, line.left) > TOUCH,
  );
  const [first] = met;
  const figure = isFigure(line.text);
  const own = {
    left: line.left,
    right: line.right,
    rows: new Set([row]),
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
  return small.rows.size === 0 || [...small.rows].some((row) => large.rows.has(row));
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
