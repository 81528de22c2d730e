// The lines of one cell in a table without drawn rows. Lines of a wrapped text stand nearer to one another than
// the lines of two cells, and all but the last of them fill the column: both together tell the distance up to
// which lines below one another are one text.

import { isFigure } from "./cell-text.ts";
import type { Fragment } from "./fragment-rows.ts";
import type { Ruling } from "./rulings.ts";
import { firstWordWidth, lineBox, middleOf } from "./text-lines.ts";

/** CellBlock: the lines of one cell, the columns they lie on and the heights between which they stand. */
export interface CellBlock {
  readonly fragments: readonly Fragment[];
  readonly column: number;
  readonly lastColumn: number;
  readonly top: number;
  readonly bottom: number;
}

/** Above so many lines on one page nothing is brought together. */
const MOST_FRAGMENTS = 6000;
/** Lines of one wrapped text stand at least so many font sizes apart. */
const NARROWEST_PITCH = 0.9;
/** Lines of one wrapped text stand at most this many font sizes apart. */
const WIDEST_PITCH = 1.8;
/** Distances that differ by less, in font sizes, are one distance set unevenly. */
const UNEVEN = 0.12;
/** Words of several fonts make the lines of one text stand unevenly, up to this ratio. */
const UNEVEN_RATIO = 1.15;
/** Share of pairs that may speak against a distance. */
const DOUBT = 0.2;
/** Room, in font sizes, that a full line may leave besides the next word. */
const ROOM = 0.6;
/** Columns of fewer lines have no width in common. */
const FEWEST_TO_SHARE = 6;
const SAME_LINE = 0.45;
/** What begins a row of its own: a code or a number in the order of the form. */
const OWN_ROW =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\d{3,}|其中|合计|总计)/u;

/** Two lines of which one stands next above the other. */
interface Pair {
  readonly above: Fragment;
  readonly below: Fragment;
  /** Font sizes between the two. */
  readonly distance: number;
}

/** Groups lines into cells; undefined where their distances do not tell cells apart. */
export function cellBlocksOf(
  fragments: readonly Fragment[],
  rules: readonly Ruling[],
): readonly CellBlock[] | undefined {
  if (fragments.length > MOST_FRAGMENTS) return undefined;
  const pairs = pairsOf(fragments);
  const reach = wrapDistance(pairs, widestLines(fragments));
  if (reach === undefined) return undefined;
  const groups = new Map<Fragment, Fragment[]>();
  for (const fragment of fragments) groups.set(fragment, [fragment]);
  for (const { above, below, distance } of pairs) {
    const isWrapped = distance >= NARROWEST_PITCH && distance <= reach;
    if (distance > SAME_LINE && (!isWrapped || isDivided(above, below, rules))) continue;
    const group = groups.get(above);
    const other = groups.get(below);
    if (group === undefined || other === undefined || group === other) continue;
    for (const fragment of other) {
      group.push(fragment);
      groups.set(fragment, group);
    }
  }
  return [...new Set(groups.values())].map(blockOf);
}

function blockOf(fragments: readonly Fragment[]): CellBlock {
  const boxes = fragments.map(({ line }) => lineBox(line));
  return {
    fragments,
    column: Math.min(...fragments.map(({ column }) => column)),
    lastColumn: Math.max(...fragments.map(({ column, columnSpan }) => column + columnSpan - 1)),
    top: Math.min(...boxes.map((box) => box[1])),
    bottom: Math.max(...boxes.map((box) => box[3])),
  };
}

/** Each line with the next above it in its columns, from top to bottom. */
function pairsOf(fragments: readonly Fragment[]): readonly Pair[] {
  const last: Fragment[] = [];
  const pairs: Pair[] = [];
  const ordered = fragments.toSorted(
    (one, two) => one.line.baseline - two.line.baseline || one.line.left - two.line.left,
  );
  for (const below of ordered) {
    const end = below.column + below.columnSpan;
    const above = last
      .slice(below.column, end)
      .reduce<Fragment | undefined>(
        (near, one) =>
          near === undefined || (one !== undefined && one.line.baseline > near.line.baseline) ? one : near,
        undefined,
      );
    if (above !== undefined && areInLine(above, below)) {
      pairs.push({ above, below, distance: (below.line.baseline - above.line.baseline) / below.line.size });
    }
    for (let column = below.column; column < end; column += 1) last[column] = below;
  }
  return pairs;
}

/** Lines of one text begin together, or the shorter stands inside the longer. */
function areInLine(above: Fragment, below: Fragment): boolean {
  if (Math.abs(above.line.size - below.line.size) > below.line.size * UNEVEN) return false;
  if (above.column === below.column) return true;
  const [short, long] =
    above.columnSpan < below.columnSpan ? [above.line, below.line] : [below.line, above.line];
  return short.left >= long.left - 1 && short.right <= long.right + 1;
}

type WidthOf = (fragment: Fragment) => number;

const keyOf = ({ column, columnSpan }: Fragment): string => `${column} ${columnSpan}`;

/** The width that lines of a column fill: one wider than all others runs over its column. */
function widestLines(fragments: readonly Fragment[]): WidthOf {
  const widths = new Map<string, number>();
  for (const [key, held] of Map.groupBy(fragments, keyOf)) {
    const ordered = held.map(({ line }) => line.right - line.left).toSorted((one, two) => two - one);
    const size = held[0]?.line.size ?? 0;
    const shared = ordered.find((width, index) => width - (ordered[index + 1] ?? 0) <= size);
    widths.set(key, (ordered.length < FEWEST_TO_SHARE ? undefined : shared) ?? ordered[0] ?? 0);
  }
  return (fragment) => widths.get(keyOf(fragment)) ?? 0;
}

/** The greatest distance between lines of one cell: the least one that occurs, where those lines look wrapped. */
function wrapDistance(pairs: readonly Pair[], widthOf: WidthOf): number | undefined {
  const near = pairs
    .filter(({ distance }) => distance >= NARROWEST_PITCH)
    .toSorted((one, two) => one.distance - two.distance);
  let reach: number | undefined;
  for (const cluster of clustersOf(near)) {
    const [first] = cluster;
    const last = cluster.at(-1);
    if (first === undefined || last === undefined || first.distance > WIDEST_PITCH) break;
    if (reach !== undefined && last.distance > reach * UNEVEN_RATIO) break;
    const against = cluster.filter((pair) => !looksWrapped(pair, widthOf)).length;
    if (against > cluster.length * DOUBT) {
      // A stray pair says nothing of the table.
      if (cluster.length > 2) break;
      continue;
    }
    reach = last.distance;
  }
  if (reach === undefined) return undefined;
  // Where every line is that near to the next, rows stand no further apart than lines do.
  const limit = reach + UNEVEN / 3;
  const apart = near.filter(({ distance }) => distance > limit).length;
  return apart < Math.max(2, near.length * 0.1) ? undefined : limit;
}

function clustersOf(ordered: readonly Pair[]): readonly (readonly Pair[])[] {
  const clusters: Pair[][] = [];
  for (const pair of ordered) {
    const cluster = clusters.at(-1);
    const before = cluster?.at(-1);
    if (cluster !== undefined && before !== undefined && pair.distance - before.distance < UNEVEN) {
      cluster.push(pair);
    } else clusters.push([pair]);
  }
  return clusters;
}

function looksWrapped({ above, below }: Pair, widthOf: WidthOf): boolean {
  if (isFigure(above.line.text) && isFigure(below.line.text)) return false;
  if (OWN_ROW.test(below.line.text)) return false;
  const room = widthOf(above) - (above.line.right - above.line.left);
  return room <= firstWordWidth(below.line) + ROOM * above.line.size;
}

/** True where a horizontal rule runs between two lines. */
function isDivided({ line: above }: Fragment, { line: below }: Fragment, rules: readonly Ruling[]): boolean {
  const middle = (below.left + below.right) / 2;
  return rules.some(
    ({ at, from, to }) => at > middleOf(above) && at < middleOf(below) && from <= middle && to >= middle,
  );
}
