// Rows where no lines divide them. Lines of text at one height are a row; a label's wrapped lines, and figures
// that stand a little above or below their label, are brought to the row they belong to; the wrapped words of
// the head are put together column by column.

import { isFigure } from "./cell-text.ts";
import type { TextLine } from "./text-lines.ts";

/** Fragment: a line of text in a column. */
export interface Fragment {
  readonly column: number;
  readonly columnSpan: number;
  /** Rows that the cell of this line takes; one where nothing is said. */
  readonly rowSpan?: number;
  readonly line: TextLine;
}

/** FragmentRow: what stands in one row. */
export interface FragmentRow {
  readonly fragments: readonly Fragment[];
}

const SAME_HEIGHT = 0.45;
/** Lines of one wrapped text stand at most this many font sizes apart. */
const LINE_PITCH = 1.6;
/** Lines nearer than this share of the usual distance of rows are parts of one row. */
const ROW_SHARE = 0.92;
/** Above so many rows on one page nothing is brought together. */
const MOST_BANDS = 1500;
/** What begins a row of its own: a code or a number in the order of the form. */
const OWN_ROW =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\d{3,}|其中|合计|总计)/u;

/** Bands of text; `at` is the height of its figures where it has any. */
interface Band {
  readonly fragments: readonly Fragment[];
  readonly at: number;
  readonly size: number;
}

/** Groups fragments into rows from top to bottom; the part of a table on a later page has no head. */
export function rowsOfFragments(fragments: readonly Fragment[], hasHead = true): readonly FragmentRow[] {
  const bands = bandsOf(fragments);
  if (bands.length > MOST_BANDS) return bands;
  const firstFigures = bands.findIndex(hasFigure);
  if (firstFigures === -1) return bands;
  const measure = { reach: pitchOf(bands) * ROW_SHARE, edges: rightEdges(fragments) };
  const start = hasHead ? startOfBody(bands, firstFigures, measure) : 0;
  const body = mergeBands(bands.slice(start), (above, below) => areParts(above, below, measure));
  return [...headRows(bands.slice(0, start), measure.reach), ...body];
}

/** The first row's label may begin above its figures. */
function startOfBody(bands: readonly Band[], firstFigures: number, measure: Measure): number {
  const above = bands[firstFigures - 1];
  const first = bands[firstFigures];
  const isLabel = above !== undefined && first !== undefined && areParts(above, first, measure);
  return isLabel ? firstFigures - 1 : firstFigures;
}

function bandsOf(fragments: readonly Fragment[]): readonly Band[] {
  const bands: { fragments: Fragment[]; at: number; size: number }[] = [];
  for (const fragment of fragments.toSorted((one, two) => one.line.baseline - two.line.baseline)) {
    const { baseline, size } = fragment.line;
    const band = bands.at(-1);
    if (band !== undefined && baseline - band.at <= SAME_HEIGHT * Math.min(size, band.size)) {
      band.fragments.push(fragment);
    } else bands.push({ fragments: [fragment], at: baseline, size });
  }
  return bands;
}

const hasFigure = ({ fragments }: FragmentRow): boolean => fragments.some(({ line }) => isFigure(line.text));

/** The usual distance between rows with figures. */
function pitchOf(bands: readonly Band[]): number {
  const heights = bands.filter(hasFigure).map(({ at }) => at);
  const distances = heights
    .slice(1)
    .map((height, index) => height - (heights[index] ?? height))
    .toSorted((one, two) => one - two);
  return distances[Math.floor(distances.length / 2)] ?? Number.POSITIVE_INFINITY;
}

/** Where each column's text ends at most: a line that reaches there may go on below. */
function rightEdges(fragments: readonly Fragment[]): ReadonlyMap<number, number> {
  const edges = new Map<number, number>();
  for (const { column, columnSpan, line } of fragments) {
    if (columnSpan === 1) edges.set(column, Math.max(edges.get(column) ?? 0, line.right));
  }
  return edges;
}

/** Joins bands that are parts of one row, the nearest first. */
function mergeBands(bands: readonly Band[], areOne: (above: Band, below: Band) => boolean): readonly Band[] {
  const merged = [...bands];
  for (;;) {
    let best = -1;
    let bestDistance = Number.POSITIVE_INFINITY;
    for (const [index, band] of merged.entries()) {
      const next = merged[index + 1];
      const distance = (next?.at ?? Number.POSITIVE_INFINITY) - band.at;
      if (next === undefined || distance >= bestDistance || !areOne(band, next)) continue;
      best = index;
      bestDistance = distance;
    }
    const above = merged[best];
    const below = merged[best + 1];
    if (above === undefined || below === undefined) return merged;
    const anchor = hasFigure(below) && !hasFigure(above) ? below : above;
    merged.splice(best, 2, { ...anchor, fragments: [...above.fragments, ...below.fragments] });
  }
}

interface Measure {
  readonly reach: number;
  readonly edges: ReadonlyMap<number, number>;
}

/** Figures without label and the label without figures are one row, and so are the lines of a wrapped label. */
function areParts(above: Band, below: Band, { reach, edges }: Measure): boolean {
  if (hasFigure(above) === hasFigure(below)) return false;
  const upper = above.fragments.at(-1)?.line.baseline ?? above.at;
  const lower = below.fragments[0]?.line.baseline ?? below.at;
  if (lower - upper > LINE_PITCH * Math.max(above.size, below.size)) return false;
  const words = hasFigure(above) ? below : above;
  const figures = hasFigure(above) ? above : below;
  const filled = new Set(figures.fragments.map(({ column }) => column));
  if (words.fragments.every(({ column }) => !filled.has(column)))
    return Math.abs(below.at - above.at) < reach;
  return words.fragments.every(({ column }) =>
    isWrap(above, below, { column, edge: edges.get(column) ?? 0 }),
  );
}

/** The upper line of a wrapped text reaches the end of its column, and the lower begins nothing new. */
function isWrap(
  above: Band,
  below: Band,
  { column, edge }: { readonly column: number; readonly edge: number },
): boolean {
  const upper = above.fragments.findLast((fragment) => fragment.column === column)?.line;
  const lower = below.fragments.find((fragment) => fragment.column === column)?.line;
  if (upper === undefined || lower === undefined) return upper === lower;
  return edge - upper.right <= upper.size * 1.3 && !OWN_ROW.test(lower.text);
}

/** The head: texts that stand close below one another in one column are one; their middles make the rows. */
function headRows(bands: readonly Band[], reach: number): readonly FragmentRow[] {
  const texts: { fragments: Fragment[]; bottom: number; middle: number }[] = [];
  for (const fragment of bands.flatMap((band) => band.fragments)) {
    const { baseline, size } = fragment.line;
    const near = Math.min(LINE_PITCH * size, reach);
    const above = texts.findLast(
      ({ fragments: [first], bottom }) =>
        first?.column === fragment.column &&
        first.columnSpan === fragment.columnSpan &&
        baseline - bottom > SAME_HEIGHT * size &&
        baseline - bottom <= near,
    );
    if (above === undefined) texts.push({ fragments: [fragment], bottom: baseline, middle: baseline });
    else {
      above.fragments.push(fragment);
      above.bottom = baseline;
      above.middle = ((above.fragments[0]?.line.baseline ?? baseline) + baseline) / 2;
    }
  }
  const rows: { fragments: Fragment[]; middle: number }[] = [];
  for (const text of texts.toSorted((one, two) => one.middle - two.middle)) {
    const row = rows.at(-1);
    const size = text.fragments[0]?.line.size ?? 0;
    if (row !== undefined && text.middle - row.middle <= 0.8 * size) row.fragments.push(...text.fragments);
    else rows.push({ fragments: [...text.fragments], middle: text.middle });
  }
  return rows;
}
