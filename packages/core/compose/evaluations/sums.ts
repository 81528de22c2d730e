// Whether a printed figure is the sum of others: only then may a workbook work it out.

import type { CellValue } from "../../figures/figure.ts";

/** True when all are figures and the total is exactly their sum. */
export function isSumOf(
  total: CellValue | null | undefined,
  parts: readonly (CellValue | null | undefined)[],
): boolean {
  if (total?.kind !== "figure" || parts.length === 0) return false;
  const sum = parts.reduce<bigint | null>(
    (known, part) => (known === null || part?.kind !== "figure" ? null : known + part.millionths),
    0n,
  );
  return sum === total.millionths;
}
