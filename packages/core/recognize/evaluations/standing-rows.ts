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
import { exactLevels, type LevelCells } from "./level-cells.ts";

/** StandingRow: the cells of a row by column, and its levels. */
export interface StandingRow {
  readonly cells: Readonly<Partial<Record<IndicatorField, FormCell>>>;
  readonly levels: LevelCells;
}

/** The row read by its places; undefined when a header is missing, or a cell stands elsewhere or cannot stand there. */
export function standingRow(
  line: FormLine,
  columns: HeaderColumns<IndicatorField>,
  layout: EvaluationLayout,
): StandingRow | undefined {
  if (layout.indicators.columns.some(({ field }) => columns[field] === undefined)) return undefined;
  const placed = line.cells.map((cell) => ({
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
  if (levels === undefined || values.name === undefined || values.points === undefined) return undefined;
  const isFitting = placed.every(
    ({ cell, field }) =>
      field === "level1" ||
      field === "level2" ||
      (field !== undefined && mayStandIn(field, cell.text, layout)),
  );
  if (!isFitting) return undefined;
  const rest = placed.flatMap(({ cell, field }) => (field === "level1" || field === "level2" ? [] : [cell]));
  return { cells: values, levels: { ...levels, unknown2: null, garbled: false, rest } };
}
