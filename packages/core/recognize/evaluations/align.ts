// Monotone alignment of a row's printed cells with the typed columns of a form: a cell is kept for a
// column, moved, merged with its neighbours or skipped; a column may stay empty. Best total wins.

import type { FormCell } from "./form-lines.ts";

/** ColumnModel: what the aligner must know of one column. */
export interface ColumnModel<Field extends string> {
  readonly field: Field;
  /** How well the text fits the column, from its type and position; -Infinity forbids. */
  readonly fit: (cell: FormCell, merged: number) => number;
  /** Cost of leaving the column empty. */
  readonly missing: number;
  /** Most cells that may be joined for it. */
  readonly merge: number;
}

export interface Alignment<Field extends string> {
  readonly score: number;
  readonly cells: Readonly<Partial<Record<Field, FormCell>>>;
  readonly skipped: readonly FormCell[];
  /** True when cells were joined or skipped. */
  readonly strained: boolean;
}

interface Step {
  readonly score: number;
  /** Cells taken for this column: 0 leaves it empty, -1 skips a cell. */
  readonly take: number;
}

const FORBIDDEN: Step = { score: Number.NEGATIVE_INFINITY, take: 0 };

/** Aligns cells with columns, both from left to right. */
export function alignCells<Field extends string>(
  cells: readonly FormCell[],
  columns: readonly ColumnModel<Field>[],
  skipCost: (cell: FormCell) => number,
): Alignment<Field> {
  const best: Step[][] = Array.from({ length: cells.length + 1 }, () => []);
  const at = (cell: number, column: number): Step => best[cell]?.[column] ?? FORBIDDEN;
  const most = columns.reduce((most, { merge }) => Math.max(most, merge), 0);
  for (let cell = cells.length; cell >= 0; cell -= 1) {
    const current = cells[cell];
    const rest: Rest = {
      skipCost: current === undefined ? null : skipCost(current),
      joined: joinedFrom(cells, cell, most),
    };
    for (let column = columns.length; column >= 0; column -= 1) {
      const model = columns[column];
      (best[cell] ?? [])[column] = bestStep(
        rest,
        model,
        (taken, next) => at(cell + taken, column + next).score,
      );
    }
  }
  return trace(cells, columns, at);
}

/** Rest: the cells from one on. */
interface Rest {
  /** Cost of skipping the first of them; null when none remains. */
  readonly skipCost: number | null;
  /** The first of them, the first two as one, and so on. */
  readonly joined: readonly FormCell[];
}

function joinedFrom(cells: readonly FormCell[], from: number, most: number): readonly FormCell[] {
  const count = Math.min(most, cells.length - from);
  return Array.from({ length: count }, (_, more) => joinCells(cells.slice(from, from + more + 1)));
}

/** The best first step with the cells that remain; `after` is the best score once cells and a column are done. */
function bestStep<Field extends string>(
  { skipCost, joined }: Rest,
  model: ColumnModel<Field> | undefined,
  after: (cells: number, columns: number) => number,
): Step {
  if (skipCost === null && model === undefined) return { score: 0, take: 0 };
  let step = model === undefined ? FORBIDDEN : { score: after(0, 1) - model.missing, take: 0 };
  if (skipCost === null) return step;
  const skipped = after(1, 0) - skipCost;
  if (skipped > step.score) step = { score: skipped, take: -1 };
  if (model === undefined) return step;
  for (let take = 1; take <= model.merge; take += 1) {
    const cell = joined[take - 1];
    if (cell === undefined) break;
    const score = model.fit(cell, take) + after(take, 1);
    if (score > step.score) step = { score, take };
  }
  return step;
}

function trace<Field extends string>(
  cells: readonly FormCell[],
  columns: readonly ColumnModel<Field>[],
  at: (cell: number, column: number) => Step,
): Alignment<Field> {
  const taken: Partial<Record<Field, FormCell>> = {};
  const skipped: FormCell[] = [];
  let cell = 0;
  let column = 0;
  let merged = false;
  while (cell < cells.length || column < columns.length) {
    const { take, score } = at(cell, column);
    if (score === Number.NEGATIVE_INFINITY) break;
    const model = columns[column];
    if (take < 0) skipped.push(...cells.slice(cell, cell + 1));
    else if (take > 0 && model !== undefined) taken[model.field] = joinCells(cells.slice(cell, cell + take));
    merged ||= take > 1;
    cell += Math.abs(take);
    if (take >= 0) column += 1;
  }
  return { score: at(0, 0).score, cells: taken, skipped, strained: merged || skipped.length > 0 };
}

/** Cells side by side as one; the first tells the column and the place. */
export function joinCells(cells: readonly FormCell[]): FormCell {
  const [first] = cells;
  return {
    text: cells.map((cell) => cell.text).join(""),
    column: first?.column ?? 0,
    place: first?.place ?? {},
  };
}
