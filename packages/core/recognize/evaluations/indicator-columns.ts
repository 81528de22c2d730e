// The typed columns of the indicator groups, as the aligner weighs them: what a cell's text fits,
// how far it was moved, and what an empty column costs.

import { barePattern, comparatorOf, isUnit } from "../../evaluation/indicator-value.ts";
import { matchTier } from "../../evaluation/qualitative-tier.ts";
import { remembered } from "../../figures/remembered.ts";
import { findUnit } from "../../figures/unit.ts";
import type { EvaluationLayout, IndicatorField } from "../../forms/evaluation-layout.ts";
import { alignCells, type Alignment, type ColumnModel } from "./align.ts";
import type { FormCell } from "./form-lines.ts";
import type { HeaderColumns } from "./header-columns.ts";
import { hanCount, plainWords } from "./word-match.ts";

const SHIFTS = [-1, 1, -2, 2, -3, 3] as const;
const SHIFT_COST = 0.3;
const MOVE_COST = 0.4;
const MOVE_LIMIT = 4;
const NO = Number.NEGATIVE_INFINITY;
const SMALL_NUMBER = /^\d{1,3}(?:\.\d{1,4})?\s*[,.;:·、，。：；]?$/u;
/** Slivers of neighbouring lines at the edge of a reason. */
const STRAY = /^[\d.,\s]{4,}|[A-Za-z]{2}/u;
const WEIGHT = /^\d{1,3}(?:\.\d{1,4})?\s*[%％]$/u;

/** Aligns the cells after the levels with the form's columns; whole rows may stand shifted. */
export function alignIndicatorRow(
  cells: readonly FormCell[],
  columns: HeaderColumns<IndicatorField>,
  layout: EvaluationLayout,
): Alignment<IndicatorField> {
  const fields = layout.indicators.columns
    .map(({ field }) => field)
    .filter((field) => field !== "level1" && field !== "level2");
  const fit = rememberedFit(layout);
  const align = (shift: number): Alignment<IndicatorField> => {
    const models = fields.map((field) => model(field, columns[field], shift, fit));
    const alignment = alignCells(cells, models, (cell) => skipCost(cell, cells));
    return { ...alignment, score: alignment.score - SHIFT_COST * Math.abs(shift) };
  };
  const plain = align(0);
  if (!plain.strained && fields.every((field) => stands(plain.cells[field], columns[field]))) return plain;
  return SHIFTS.map(align).reduce((best, other) => (other.score > best.score ? other : best), plain);
}

const LONGEST_VALUE = 60;

/** True when the text may stand in the column, where its place says that it does. */
export function mayStandIn(field: IndicatorField, text: string, layout: EvaluationLayout): boolean {
  switch (field) {
    case "name":
      return hanCount(text) >= 2 && matchTier(text, layout.tiers) === undefined;
    case "target":
    case "initialTarget":
      return [...text].length <= LONGEST_VALUE && matchTier(text, layout.tiers) === undefined;
    case "actual":
      return [...text].length <= LONGEST_VALUE;
    case "unit":
    case "note":
      return !SMALL_NUMBER.test(text);
    default:
      return FITS[field](text, layout) > 0;
  }
}

/** True when the cell stands under its header, or there is none. */
function stands(cell: FormCell | undefined, header: number | undefined): boolean {
  return cell === undefined || header === undefined || cell.column === header;
}

type JudgeFit = (field: IndicatorField, text: string) => number;

const judges = new WeakMap<EvaluationLayout, JudgeFit>();

/** How well texts fit the columns of a layout; the same few texts stand in row after row. */
function rememberedFit(layout: EvaluationLayout): JudgeFit {
  const known = judges.get(layout) ?? makeFit(layout);
  judges.set(layout, known);
  return known;
}

function makeFit(layout: EvaluationLayout): JudgeFit {
  const fits = new Map<IndicatorField, (text: string) => number>();
  return (field, text) => {
    const fit = fits.get(field) ?? remembered((printed) => FITS[field](printed, layout));
    fits.set(field, fit);
    return fit(text);
  };
}

function skipCost(cell: FormCell, cells: readonly FormCell[]): number {
  const next = cells[cells.indexOf(cell) + 1];
  if (next !== undefined && plainWords(next.text) === plainWords(cell.text) && hanCount(cell.text) > 1)
    return 0.2;
  if (SMALL_NUMBER.test(cell.text)) return 2.5;
  return hanCount(cell.text) < 2 ? 0.6 : 4;
}

function model(
  field: IndicatorField,
  header: number | undefined,
  shift: number,
  judge: JudgeFit,
): ColumnModel<IndicatorField> {
  return {
    field,
    missing: MISSING[field],
    merge: MERGE[field] ?? 1,
    fit: (cell, merged) => {
      const moved =
        header === undefined || cell.column < 0
          ? 0
          : Math.min(Math.abs(cell.column - header - shift), MOVE_LIMIT);
      return judge(field, cell.text) - MOVE_COST * moved - (merged - 1) * (field === "reason" ? 0.2 : 1.2);
    },
  };
}

const MISSING: Readonly<Record<IndicatorField, number>> = {
  level1: 0,
  level2: 0,
  name: 4,
  comparator: 2,
  initialTarget: 0,
  target: 1.5,
  unit: 0.5,
  actual: 1.5,
  note: 0,
  points: 3,
  score: 1,
  reason: 0,
};

const MERGE: Readonly<Partial<Record<IndicatorField, number>>> = { name: 2, reason: 4, note: 2 };

type Fit = (text: string, layout: EvaluationLayout) => number;

const FITS: Readonly<Record<IndicatorField, Fit>> = {
  level1: () => NO,
  level2: () => NO,
  name: (text, layout) => {
    if (barePattern(text) !== undefined || SMALL_NUMBER.test(text)) return NO;
    if (comparatorOf(text) !== null || matchTier(text, layout.tiers) !== undefined) return -4;
    return hanCount(text) >= 2 ? 3 : -1;
  },
  comparator: (text) =>
    /^定\s*性$/u.test(text) || (text.length === 1 && comparatorOf(text) !== null) ? 5 : NO,
  initialTarget: (text, layout) => (barePattern(text) !== undefined ? 4 : valueFit(text, layout) - 1.5),
  target: (text, layout) => (barePattern(text) !== undefined ? -3 : valueFit(text, layout)),
  unit: (text) => {
    const unit = plainWords(text);
    if (unit === "其他" || findUnit(unit) !== undefined || (unit.includes("/") && isUnit(unit))) return 3;
    return isUnit(unit) ? -0.5 : NO;
  },
  actual: (text, layout) => {
    if (barePattern(text) !== undefined) return text.trim().length === 1 ? -1 : -3;
    return matchTier(text, layout.tiers) === undefined ? valueFit(text, layout) : 4;
  },
  note: (text, layout) =>
    /\d/u.test(text) || hanCount(text) === 0 ? -2 : matchTier(text, layout.tiers) === undefined ? 0.5 : -2,
  points: (text, layout) => {
    if (layout.indicators.pointsAs === "percent") return WEIGHT.test(text) ? 4 : NO;
    return SMALL_NUMBER.test(text) ? 3 : NO;
  },
  score: (text) => (SMALL_NUMBER.test(text) ? 3 : NO),
  reason: (text) =>
    /^[\d.%]+$/u.test(text) ? NO : hanCount(text) >= 1 ? (STRAY.test(text) ? 0.7 : 1.5) : -0.5,
};

function valueFit(text: string, layout: EvaluationLayout): number {
  if (matchTier(text, layout.tiers) !== undefined) return -3;
  if (comparatorOf(text) !== null) return 3;
  return /^\d/u.test(text) ? 2 : 1;
}
