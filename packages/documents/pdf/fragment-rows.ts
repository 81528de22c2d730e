// Rows where no lines divide them. Lines of text at one height are a row; a label's wrapped lines, and figures
// that stand a little above or below their label, are brought to the row they belong to.

import { isFigure } from "./cell-text.ts";
import type { TextLine } from "./text-lines.ts";

/** Fragment: a line of text in a column. */
export interface Fragment {
  readonly column: number;
  readonly columnSpan: number;
  readonly line: TextLine;
}

/** FragmentRow: what stands in one row. */
export interface FragmentRow {
  readonly fragments: readonly Fragment[];
}

const SAME_HEIGHT = 0.45;
/** Lines of one wrapped label stand at most this many font sizes apart. */
const LINE_PITCH = 1.9;

interface Band {
  fragments: Fragment[];
  baseline: number;
  size: number;
}

/** Groups fragments into rows from top to bottom. */
export function rowsOfFragments(fragments: readonly Fragment[]): readonly FragmentRow[] {
  const bands = bandsOf(fragments);
  const pitch = pitchOf(bands);
  return mergeBands(bands, pitch).map((band) => ({ fragments: band.fragments }));
}

function bandsOf(fragments: readonly Fragment[]): readonly Band[] {
  const bands: Band[] = [];
  for (const fragment of fragments.toSorted((one, two) => one.line.baseline - two.line.baseline)) {
    const { baseline, size } = fragment.line;
    const band = bands.at(-1);
    const isSame =
      band !== undefined &&
      baseline - band.baseline <= SAME_HEIGHT * Math.min(size, band.size) &&
      !band.fragments.some(({ column }) => column === fragment.column);
    if (isSame) band.fragments.push(fragment);
    else bands.push({ fragments: [fragment], baseline, size });
  }
  return bands;
}

const hasFigure = ({ fragments }: Band): boolean => fragments.some(({ line }) => isFigure(line.text));
const columnsOf = ({ fragments }: Band): ReadonlySet<number> =>
  new Set(fragments.map(({ column }) => column));

/** The usual distance between rows with figures. */
function pitchOf(bands: readonly Band[]): number {
  const heights = bands.filter(hasFigure).map(({ baseline }) => baseline);
  const distances = heights
    .map((height, index) => height - (heights[index - 1] ?? height))
    .slice(1)
    .toSorted((one, two) => one - two);
  return distances[Math.floor(distances.length / 2)] ?? Number.POSITIVE_INFINITY;
}

/** Joins bands that are parts of one row, the nearest first. */
function mergeBands(bands: readonly Band[], pitch: number): readonly Band[] {
  const merged = [...bands];
  for (;;) {
    const at = nearestParts(merged, pitch);
    const above = merged[at];
    const below = merged[at + 1];
    if (above === undefined || below === undefined) return merged;
    const anchor = hasFigure(below) ? below : above;
    merged.splice(at, 2, {
      fragments: [...above.fragments, ...below.fragments],
      baseline: anchor.baseline,
      size: anchor.size,
    });
  }
}

function nearestParts(bands: readonly Band[], pitch: number): number {
  let best = -1;
  let bestDistance = Number.POSITIVE_INFINITY;
  bands.forEach((band, index) => {
    const next = bands[index + 1];
    if (next === undefined) return;
    const distance = next.baseline - band.baseline;
    if (distance >= bestDistance || !areParts(band, next, distance, pitch)) return;
    best = index;
    bestDistance = distance;
  });
  return best;
}

/** Two bands are one row when one has figures without label and the other the label, or the label wraps. */
function areParts(above: Band, below: Band, distance: number, pitch: number): boolean {
  const size = Math.max(above.size, below.size);
  if (distance > LINE_PITCH * size || distance >= pitch * 0.8) return false;
  const figures = [above, below].filter(hasFigure);
  if (figures.length !== 1) return false;
  const words = hasFigure(above) ? below : above;
  const wordColumns = columnsOf(words);
  const figureColumns = columnsOf(hasFigure(above) ? above : below);
  if ([...wordColumns].every((column) => !figureColumns.has(column))) return true;
  return wordColumns.size === 1 && isWrap(above, below, [...wordColumns][0] ?? 0);
}

/** The upper line of a wrapped label is about as long as the lower one or longer. */
function isWrap(above: Band, below: Band, column: number): boolean {
  const upper = above.fragments.findLast((fragment) => fragment.column === column)?.line;
  const lower = below.fragments.find((fragment) => fragment.column === column)?.line;
  if (upper === undefined || lower === undefined) return false;
  return upper.right >= lower.right - upper.size && !/^\d{3,}$/u.test(lower.text);
}
