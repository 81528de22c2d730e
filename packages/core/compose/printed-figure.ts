// A figure as a document prints it: thousands between commas, in the unit of the form.

import type { CellValue, StatedFigure } from "../figures/figure.ts";
import { formatMillionths } from "../figures/figure.ts";
import type { Unit } from "../figures/unit.ts";

/** PrintedFigure: the text in print and, for a figure, its exact decimal string. */
export interface PrintedFigure {
  readonly text: string;
  readonly exact?: string;
}

/** "1236.03" as "1,236.03". */
export function withThousands(value: string): string {
  const [whole = "", fraction] = value.split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/gu, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

const MONEY_DECIMALS = 2;

/** The decimal string of a figure in a unit: as stated where it is the figure's own, else rounded half up. */
export function valueIn(figure: StatedFigure, unit: Unit): string {
  const isOwn = figure.unit === null || figure.unit.name === unit.name;
  if (isOwn || figure.unit?.dimension !== unit.dimension) return figure.value;
  return formatMillionths(figure.millionths, MONEY_DECIMALS, unit);
}

/** What is printed for a value; a blank keeps its dash, what could not be read its own characters. */
export function printedFigure(value: CellValue | null | undefined, unit: Unit): PrintedFigure {
  if (value === null || value === undefined) return { text: "" };
  if (value.kind !== "figure") return { text: value.raw };
  const exact = valueIn(value, unit);
  return { text: withThousands(exact), exact };
}
