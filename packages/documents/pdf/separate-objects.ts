// PDFium drops a text object that says the same as one of the five before it, taking it for letters printed
// twice for bold. Where a font is not in the file it knows no heights, and then looks only at the left edge:
// equal figures below one another would be lost. Such objects are moved apart before reading, and the
// characters are moved back.

import type { Engine } from "./engine.ts";
import type { PageSource } from "./glyphs.ts";
import type { Matrix } from "./page-frame.ts";
import { composed, IDENTITY } from "./page-frame.ts";

const TEXT_OBJECT = 1;
const FORM_OBJECT = 5;
/** More objects than PDFium looks back at. */
const PLACES = 8;
/** Wider than a page's columns, small enough to keep a float's hundredths. */
const STEP = 4096;

/** Beyond this a page is no table; so many objects on one line would cost the library minutes. */
const MOST_SHIFTS = 20_000;

/** Shift: how far an object was moved on the page. */
export type Shift = readonly [number, number];

/** Moves apart the text objects whose height is not known; gives how far by object. */
export function separateObjects(source: PageSource): ReadonlyMap<number, Shift> {
  const { api } = source.engine;
  const walk: Walk = { source, shifts: new Map(), seen: 0 };
  walkObjects(walk, api.FPDFPage_CountObjects(source.page), {
    at: (index) => api.FPDFPage_GetObject(source.page, index),
    matrix: IDENTITY,
    depth: 0,
  });
  return walk.shifts;
}

interface Walk {
  readonly source: PageSource;
  readonly shifts: Map<number, Shift>;
  seen: number;
}

interface Objects {
  readonly at: (index: number) => number;
  readonly matrix: Matrix;
  readonly depth: number;
}

function walkObjects(walk: Walk, count: number, { at, matrix, depth }: Objects): void {
  const { engine, deadline, limits } = walk.source;
  const { api } = engine;
  for (let index = 0; index < count; index += 1) {
    walk.seen += 1;
    if (walk.seen % 1024 === 0) deadline();
    if (walk.seen > limits.objectsPerPage || walk.shifts.size >= MOST_SHIFTS) return;
    const object = at(index);
    const type = api.FPDFPageObj_GetType(object);
    if (type === TEXT_OBJECT && hasNoHeight(engine, object)) {
      const step = (walk.shifts.size % PLACES) * STEP;
      api.FPDFPageObj_Transform(object, 1, 0, 0, 1, step, 0);
      walk.shifts.set(object, [step * matrix[0], step * matrix[1]]);
    } else if (type === FORM_OBJECT && depth < limits.formDepth) {
      walkObjects(walk, api.FPDFFormObj_CountObjects(object), {
        at: (inner) => api.FPDFFormObj_GetObject(object, inner),
        matrix: composed(objectMatrix(engine, object), matrix),
        depth: depth + 1,
      });
    }
  }
}

/** Blanks have no height either, but in a font that the file holds they are told apart by it. */
function hasNoHeight({ api, scratch, float }: Engine, object: number): boolean {
  if (api.FPDFFont_GetIsEmbedded(api.FPDFTextObj_GetFont(object)) === 1) return false;
  if (!api.FPDFPageObj_GetBounds(object, scratch, scratch + 4, scratch + 8, scratch + 12)) return true;
  return float(2) <= float(0) || float(3) <= float(1);
}

/** The matrix of an object, of a form the one that places it. */
export function objectMatrix(engine: Engine, object: number): Matrix {
  const { api, scratch, float } = engine;
  if (!api.FPDFPageObj_GetMatrix(object, scratch)) return IDENTITY;
  return [float(0), float(1), float(2), float(3), float(4), float(5)];
}
