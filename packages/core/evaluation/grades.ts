// Grades (等级) by total score; the bands are the edition's.

import { Decimal } from "decimal.js";

/** GradeRule: a grade and the lowest total that earns it. */
export interface GradeRule {
  readonly grade: string;
  readonly from: string;
}

/** The grade that a total earns: the band with the highest lower bound not above it. */
export function gradeOf(total: Decimal, bands: readonly GradeRule[]): string | undefined {
  return bands
    .filter(({ from }) => total.gte(from))
    .toSorted((a, b) => new Decimal(b.from).cmp(a.from))
    .at(0)?.grade;
}
