// Where things stand on a page. PDF counts from below and lets pages and text be turned; we read in an upright
// frame, in which text runs to the right and y grows downwards, and tell places as a viewer shows the page.

/** Box: left, top, right, bottom in points. */
export type Box = readonly [number, number, number, number];

/** Matrix: a, b, c, d, e, f of PDF: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [number, number, number, number, number, number];

/** Turn: how many quarter turns clockwise show something upright. */
export type Turn = 0 | 1 | 2 | 3;

/** PageBounds: the visible rectangle of a page in its own coordinates. */
export interface PageBounds {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** From the page's own coordinates to a frame turned so many quarters, its origin at the upper left. */
export function frameMatrix(turn: Turn, { left, bottom, right, top }: PageBounds): Matrix {
  if (turn === 0) return [1, 0, 0, -1, -left, top];
  if (turn === 1) return [0, 1, 1, 0, -bottom, -left];
  if (turn === 2) return [-1, 0, 0, 1, right, -bottom];
  return [0, -1, -1, 0, top, right];
}

/** Width and height of the page in a frame turned so many quarters. */
export function frameSize(turn: Turn, bounds: PageBounds): readonly [number, number] {
  const width = bounds.right - bounds.left;
  const height = bounds.top - bounds.bottom;
  return turn % 2 === 0 ? [width, height] : [height, width];
}

/** First `inner`, then `outer`. */
export function composed(inner: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner;
  const [g, h, i, j, k, l] = outer;
  return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l];
}

/** Carries a box from one frame of the page into another. */
export function boxBetween(box: Box, from: Turn, to: Turn, bounds: PageBounds): Box {
  if (from === to) return rounded(box);
  const back = inverse(frameMatrix(from, bounds));
  const matrix = composed(back, frameMatrix(to, bounds));
  return rounded(transformBox(box, matrix));
}

/** The upright rectangle around a transformed box. */
export function transformBox([left, top, right, bottom]: Box, matrix: Matrix): Box {
  const [x1, y1] = transform(left, top, matrix);
  const [x2, y2] = transform(right, bottom, matrix);
  return [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)];
}

/** A point through a matrix. */
export function transform(x: number, y: number, matrix: Matrix): readonly [number, number] {
  return [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]];
}

/** The rectangle around boxes; undefined for none. */
export function boxAround(boxes: readonly Box[]): Box | undefined {
  const [first] = boxes;
  if (first === undefined) return undefined;
  let [left, top, right, bottom] = first;
  for (const box of boxes) {
    left = Math.min(left, box[0]);
    top = Math.min(top, box[1]);
    right = Math.max(right, box[2]);
    bottom = Math.max(bottom, box[3]);
  }
  return [left, top, right, bottom];
}

function inverse([a, b, c, d, e, f]: Matrix): Matrix {
  const determinant = a * d - b * c;
  return [
    d / determinant,
    -b / determinant,
    -c / determinant,
    a / determinant,
    (c * f - d * e) / determinant,
    (b * e - a * f) / determinant,
  ];
}

function rounded([left, top, right, bottom]: Box): Box {
  return [tenth(left), tenth(top), tenth(right), tenth(bottom)];
}

const tenth = (value: number): number => Math.round(value * 10) / 10;
