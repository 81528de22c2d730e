// Live sums: a cell that is made of others gets a formula over them, where the printed figures really add
// up to it; a printed sum that differs by rounding stays the figure that is printed.

import type { Cell } from "@jueming/core/document/document.ts";

import type { SheetPosition } from "../../workbook/cell-ranges.ts";
import { rangesOf } from "../../workbook/cell-ranges.ts";

/** FigureCell: a cell with a figure, where it stands in the workbook (1-based). */
export interface FigureCell extends SheetPosition {
  readonly cell: Cell;
  /** True where the cell stores the exact figure as a number. */
  readonly isNumber: boolean;
}

interface Part {
  readonly sign: 1 | -1;
  readonly at: FigureCell;
}

/** References that one SUM takes. */
const ARGUMENTS_LIMIT = 200;

/** The formula of a cell, without "="; undefined where it must stay a plain figure. */
export function sumFormula(total: FigureCell, figures: ReadonlyMap<string, FigureCell>): string | undefined {
  const { cell } = total;
  const parts = (cell.written?.sumOf ?? []).map((id): Part | undefined => {
    const at = figures.get(id.replace(/^-/u, ""));
    return at === undefined ? undefined : { sign: id.startsWith("-") ? -1 : 1, at };
  });
  const known = parts.filter((part) => part !== undefined);
  if (dependsOn(total, total, figures, new Set())) return undefined;
  if (known.length === 0 || known.length < parts.length || cell.exact === undefined || !total.isNumber) {
    return undefined;
  }
  if (!addsUp(cell.exact, known)) return undefined;
  const decimals = cell.exact.split(".")[1]?.length ?? 0;
  const plus = sumOf(known, 1, total);
  const minus = sumOf(known, -1, total);
  if (plus === null || minus === null || plus + minus === "") return undefined;
  // Binary fractions do not add up exactly; the figures do.
  return `ROUND(${plus === "" ? "0" : plus}${minus === "" ? "" : `-${minus}`},${decimals})`;
}

/** True where a cell is made, over however many sums, of another: a ring of formulas has no value. */
function dependsOn(
  from: FigureCell,
  wanted: FigureCell,
  figures: ReadonlyMap<string, FigureCell>,
  seen: Set<FigureCell>,
): boolean {
  return (from.cell.written?.sumOf ?? []).some((id) => {
    const part = figures.get(id.replace(/^-/u, ""));
    if (part === undefined || seen.has(part)) return false;
    seen.add(part);
    return part === wanted || dependsOn(part, wanted, figures, seen);
  });
}

const BLANK = /^[\s—–\-－/]*$/u;
const DECIMALS = 30;

function addsUp(total: string, parts: readonly Part[]): boolean {
  let sum = 0n;
  for (const { sign, at } of parts) {
    const { exact, text } = at.cell;
    if (exact === undefined ? !BLANK.test(text) : !at.isNumber) return false;
    sum += BigInt(sign) * scaled(exact ?? "0");
  }
  return sum === scaled(total);
}

function scaled(decimal: string): bigint {
  const [whole = "0", fraction = ""] = decimal.replace("-", "").split(".");
  const value = BigInt(whole + fraction.padEnd(DECIMALS, "0").slice(0, DECIMALS));
  return decimal.startsWith("-") ? -value : value;
}

/** SUM over the cells of one sign; "" where there is none, null where they are too many. */
function sumOf(parts: readonly Part[], sign: 1 | -1, total: FigureCell): string | null {
  const cells = parts.filter((part) => part.sign === sign).map(({ at }) => at);
  if (cells.length === 0) return "";
  const ranges = rangesOf(cells, total.sheet);
  return ranges.length > ARGUMENTS_LIMIT ? null : `SUM(${ranges.join(",")})`;
}
