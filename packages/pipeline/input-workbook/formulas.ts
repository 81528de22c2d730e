// Formulas of the input workbook: sums that stay blank while nothing is filled in, and checks that say so in
// red when two sums differ.

import type { SignedCell } from "@jueming/core/accounts/concept.ts";
import { cellKey, type IdentityInstance } from "@jueming/core/accounts/identity-instances.ts";
import { rangesOf } from "@jueming/documents/workbook/cell-ranges.ts";

export type Positions = ReadonlyMap<
  string,
  { readonly row: number; readonly column: number; readonly sheet?: string }
>;

function rangesFor(
  cells: readonly SignedCell[],
  sign: 1 | -1,
  positions: Positions,
  sheet: string,
): readonly string[] {
  const found = cells.flatMap(({ cell, sign: own }) => {
    const position = positions.get(cellKey(cell));
    return position === undefined || own !== sign ? [] : [{ sheet, ...position }];
  });
  return rangesOf(found, sheet);
}

/** SUM of the cells as a formula without "="; undefined where none of them is on the sheet. */
export function sumFormulaOf(
  cells: readonly SignedCell[],
  positions: Positions,
  sheet: string,
): string | undefined {
  const plus = rangesFor(cells, 1, positions, sheet);
  const minus = rangesFor(cells, -1, positions, sheet);
  if (plus.length === 0) return undefined;
  const less = minus.length === 0 ? "" : `-SUM(${minus.join(",")})`;
  return `IF(COUNT(${[...plus, ...minus].join(",")})=0,"",ROUND(SUM(${plus.join(",")})${less},6))`;
}

/** The text of a check, by its title; undefined where a side has no cell. */
export function checkFormula(
  instance: Pick<IdentityInstance, "left" | "right" | "relation">,
  positions: Positions,
  sheet: string,
): ((title: string) => string) | undefined {
  const [left, right] = [instance.left, instance.right].map((cells) => {
    const plus = rangesFor(cells, 1, positions, sheet);
    const minus = rangesFor(cells, -1, positions, sheet);
    if (plus.length === 0) return undefined;
    return `SUM(${plus.join(",")})${minus.length === 0 ? "" : `-SUM(${minus.join(",")})`}`;
  });
  if (left === undefined || right === undefined) return undefined;
  const gap = `ROUND(${left}-(${right}),6)`;
  const isFine = instance.relation === "=" ? `${gap}=0` : `${gap}<=0`;
  return (title) => {
    const words = title.replaceAll('"', '""');
    return `IF(${isFine},"✓ ${words}","✗ 不符：${words}，相差 "&TEXT(${gap},"#,##0.00####"))`;
  };
}
