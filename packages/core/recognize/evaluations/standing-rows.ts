// Rows of indicators whose every cell stands right under a header that is printed whole: their place tells
// what they are, whatever they say. All other rows are aligned by what fits.

import {
  INDICATOR_FIELDS,
  type EvaluationLayout,
  type IndicatorField,
} from "../../forms/evaluation-layout.ts";
import type { FormCell, FormLine } from "./form-lines.ts";
import type { HeaderColumns } from "./header-columns.ts";
import { mayStandIn } from "./indicator-columns.ts";
import { exactLevels, isBesideLevel, type LevelCells } from "./level-cells.ts";

/** StandingRow: the cells of a row by column, and its levels. */
export interface StandingRow {
  readonly cells: Readonly<Partial<Record<IndicatorField, FormCell>>>;
  readonly levels: LevelCells;
}

const MOSTLY = 1 / 2;
const LONGEST_FIGURE = 8;

/** StandingGrid: the printed header, and whether most rows of a table stand under it. */
export interface StandingGrid {
  readonly columns: HeaderColumns<IndicatorField>;
  readonly layout: EvaluationLayout;
}

/** Tables most of whose rows stand: there a figure that cannot be read, or is not given, moves no cell. */
export function standingBlocks(lines: readonly FormLine[], grid: StandingGrid): ReadonlySet<number> {
  const blocks = Map.groupBy(
    lines.filter((line) => line.kind === "row" && line.cells.length > 2),
    (line) => line.block,
  );
  const standing = [...blocks].filter(([, rows]) => mostStand(rows, grid));
  return new Set(standing.map(([block]) => block));
}

/** Half of the rows stand by themselves; or one does, and every other as soon as it is believed. */
function mostStand(rows: readonly FormLine[], grid: StandingGrid): boolean {
  const standing = rows.filter((row) => standingRow(row, grid) !== undefined).length;
  return (
    standing >= rows.length * MOSTLY ||
    (standing > 0 && rows.every((row) => standingRow(row, grid, true) !== undefined))
  );
}

/**
 * The row read by its places; undefined when a header is missing, or a cell stands elsewhere or cannot stand
 * there. `amongStanding` says that the other rows of its table stand.
 */
export function standingRow(
  line: FormLine,
  { columns, layout }: StandingGrid,
  amongStanding = false,
): StandingRow | undefined {
  if (layout.indicators.columns.some(({ field }) => columns[field] === undefined)) return undefined;
  const [first, second] = line.cells;
  const hasSideLabel = first !== undefined && isBesideLevel(first, second, layout.indicators.levels, columns);
  const placed = line.cells.slice(hasSideLabel ? 1 : 0).map((cell) => ({
    cell,
    field: INDICATOR_FIELDS.find((field) => columns[field] === cell.column),
  }));
  const cells: Partial<Record<IndicatorField, FormCell>> = {};
  for (const { cell, field } of placed) {
    if (field === undefined) return undefined;
    cells[field] = cell;
  }
  const { level1, level2, ...values } = cells;
  const levels = exactLevels({ level1, level2 }, layout.indicators.levels);
  const { name, points, target, actual } = values;
  const isIndicator =
    points !== undefined || (amongStanding && (target !== undefined || actual !== undefined));
  if (levels === undefined || name === undefined || !isIndicator) return undefined;
  const rest = placed.filter(({ field }) => field !== "level1" && field !== "level2");
  const isFitting = rest.every(
    ({ cell: { text }, field }) =>
      field !== undefined &&
      (mayStandIn(field, text, layout) || (amongStanding && isDamagedFigure(field, text))),
  );
  if (!isFitting) return undefined;
  return {
    cells: values,
    levels: { ...levels, garbled: false, rest: rest.map(({ cell }) => cell) },
  };
}

/** A few characters where a figure belongs, with a digit or what is taken for one. */
function isDamagedFigure(field: IndicatorField, text: string): boolean {
  return (
    (field === "points" || field === "score") && /[\dOolI]/u.test(text) && [...text].length <= LONGEST_FIGURE
  );
}
