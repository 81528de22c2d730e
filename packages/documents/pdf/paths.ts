// Straight pieces of drawn lines on a page: strokes, thin filled rectangles, and the frames that browsers fill
// between two rectangles. Forms drawn on the page are walked into. Curves and areas are left out.

import type { Engine } from "./engine.ts";
import type { PageSource } from "./glyphs.ts";
import { tooLarge } from "./limits.ts";
import type { Box, Matrix, Turn } from "./page-frame.ts";
import { boxAround, composed, frameMatrix, transform, transformBox } from "./page-frame.ts";
import { objectMatrix } from "./separate-objects.ts";

const PATH_OBJECT = 2;
const IMAGE_OBJECT = 3;
const FORM_OBJECT = 5;
const LINE_TO = 0;
const BEZIER_TO = 1;
const MOVE_TO = 2;

/** A filled area up to this thickness is a line; table borders are rarely above 2.25 points. */
const LINE_THICKNESS = 3.5;
const SEGMENT_LIMIT = 100_000;

/** PageDrawing: thin boxes in the upright frame, and whether the page shows an image. */
export interface PageDrawing {
  readonly pieces: readonly Box[];
  readonly hasImage: boolean;
}

/** The walk over one page; `pieces` grows. */
interface Walk {
  readonly source: PageSource;
  readonly pieces: Box[];
  objects: number;
  hasImage: boolean;
}

/** Collects the drawn lines of a page. A page without paths costs no more than a look at its objects. */
export function readDrawing(source: PageSource, turn: Turn): PageDrawing {
  const { api } = source.engine;
  const walk: Walk = { source, pieces: [], objects: 0, hasImage: false };
  const matrix = frameMatrix(turn, source.bounds);
  walkObjects(walk, api.FPDFPage_CountObjects(source.page), {
    at: (index) => api.FPDFPage_GetObject(source.page, index),
    matrix,
    depth: 0,
  });
  return { pieces: walk.pieces, hasImage: walk.hasImage };
}

interface Objects {
  readonly at: (index: number) => number;
  readonly matrix: Matrix;
  readonly depth: number;
}

function walkObjects(walk: Walk, count: number, objects: Objects): void {
  const { api } = walk.source.engine;
  for (let index = 0; index < count; index += 1) {
    walk.objects += 1;
    if (walk.objects % 1024 === 0) walk.source.deadline();
    if (walk.objects > walk.source.limits.objectsPerPage) {
      throw tooLarge(`一页有超过 ${walk.source.limits.objectsPerPage.toLocaleString("zh-CN")} 个图形`);
    }
    const object = objects.at(index);
    const type = api.FPDFPageObj_GetType(object);
    if (type === PATH_OBJECT) addPath(walk, object, objects.matrix);
    else if (type === IMAGE_OBJECT) walk.hasImage = true;
    else if (type === FORM_OBJECT) walkForm(walk, object, objects);
  }
}

function walkForm(walk: Walk, form: number, { matrix, depth }: Objects): void {
  const { engine, limits } = walk.source;
  if (depth >= limits.formDepth) return;
  const inner = objectMatrix(engine, form);
  walkObjects(walk, engine.api.FPDFFormObj_CountObjects(form), {
    at: (index) => engine.api.FPDFFormObj_GetObject(form, index),
    matrix: composed(inner, matrix),
    depth: depth + 1,
  });
}

function addPath(walk: Walk, path: number, matrix: Matrix): void {
  const { engine } = walk.source;
  const { api, scratch } = engine;
  api.FPDFPath_GetDrawMode(path, scratch, scratch + 4);
  const isFilled = engine.integer(0) !== 0;
  const isStroked = engine.integer(1) !== 0;
  if (!isFilled && !isStroked) return;
  const segments = api.FPDFPath_CountSegments(path);
  if (segments > SEGMENT_LIMIT) throw tooLarge("一个图形的线段过多");
  if (segments <= 5 && !isStroked) addThin(walk, filledBox(engine, path, matrix));
  else addSubpaths(walk, path, { segments, isStroked, matrix: composed(objectMatrix(engine, path), matrix) });
}

/** Bounds of a fill need no look at its points; those of a stroke would include its width. */
function filledBox(engine: Engine, path: number, matrix: Matrix): Box {
  const { api, scratch } = engine;
  api.FPDFPageObj_GetBounds(path, scratch, scratch + 4, scratch + 8, scratch + 12);
  return transformBox([engine.float(0), engine.float(1), engine.float(2), engine.float(3)], matrix);
}

function addThin(walk: Walk, box: Box): void {
  const thickness = Math.min(box[2] - box[0], box[3] - box[1]);
  if (thickness <= LINE_THICKNESS && box.every(Number.isFinite)) walk.pieces.push(box);
}

interface PathShape {
  readonly segments: number;
  readonly isStroked: boolean;
  readonly matrix: Matrix;
}

type Point = readonly [number, number];

function addSubpaths(walk: Walk, path: number, shape: PathShape): void {
  const subpaths = subpathsOf(walk, path, shape);
  if (shape.isStroked) {
    for (const points of subpaths) addStroke(walk, points);
    return;
  }
  const boxes = subpaths
    .map((points) => boxAround(points.map(([x, y]): Box => [x, y, x, y])))
    .filter((box) => box !== undefined);
  for (const box of boxes) addThin(walk, box);
  for (const box of boxes.slice(0, 200)) {
    if (boxes.some((other) => isFrame(box, other))) addEdges(walk, box);
  }
}

/** The points of each part of a path; a part with curves is left out. */
function subpathsOf(
  walk: Walk,
  path: number,
  { segments, matrix }: PathShape,
): readonly (readonly Point[])[] {
  const { engine, deadline } = walk.source;
  const { api, scratch } = engine;
  const subpaths: Point[][] = [];
  let points: Point[] = [];
  let isCurved = false;
  const finish = (): void => {
    if (points.length > 1 && !isCurved) subpaths.push(points);
    points = [];
    isCurved = false;
  };
  for (let index = 0; index < segments; index += 1) {
    if (index % 4096 === 4095) deadline();
    const segment = api.FPDFPath_GetPathSegment(path, index);
    const type = api.FPDFPathSegment_GetType(segment);
    if (type === MOVE_TO) finish();
    if (type === BEZIER_TO) isCurved = true;
    if (type !== LINE_TO && type !== MOVE_TO) continue;
    api.FPDFPathSegment_GetPoint(segment, scratch, scratch + 4);
    points.push(transform(engine.float(0), engine.float(1), matrix));
    const [first] = points;
    if (first !== undefined && api.FPDFPathSegment_GetClose(segment)) points.push(first);
  }
  finish();
  return subpaths;
}

const SLANT = 0.6;

function addStroke(walk: Walk, points: readonly Point[]): void {
  points.forEach(([x, y], index) => {
    const before = points[index - 1];
    if (before === undefined) return;
    if (Math.abs(before[0] - x) > SLANT && Math.abs(before[1] - y) > SLANT) return;
    addThin(walk, [
      Math.min(before[0], x),
      Math.min(before[1], y),
      Math.max(before[0], x),
      Math.max(before[1], y),
    ]);
  });
}

/** Two rectangles a border's width apart: the space between them is what is filled. */
function isFrame(inner: Box, outer: Box): boolean {
  const margins = [inner[0] - outer[0], inner[1] - outer[1], outer[2] - inner[2], outer[3] - inner[3]];
  return (
    margins.every((margin) => margin >= 0 && margin <= LINE_THICKNESS) && margins.some((margin) => margin > 0)
  );
}

function addEdges(walk: Walk, [left, top, right, bottom]: Box): void {
  walk.pieces.push(
    [left, top, right, top],
    [left, bottom, right, bottom],
    [left, top, left, bottom],
    [right, top, right, bottom],
  );
}
