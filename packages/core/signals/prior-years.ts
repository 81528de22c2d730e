// The same project in the year before, where several years are at hand.

import { comparable } from "../figures/normalize.ts";
import type { EvaluationExtract } from "./evaluation-extract.ts";

const YEAR_WORDS = /[（(]?(?:19|20)\d{2}年?度?[）)]?/gu;

/** The name of a project without its year: 2024年培训经费 is the 培训经费 of 2023 again. */
export function plainProjectName(name: string): string {
  const plain = comparable(name).replace(YEAR_WORDS, "").replace(/[()]/gu, "");
  return plain === "" ? comparable(name) : plain;
}

/** Finds the same unit's evaluation of the same project in the year before; none where several could be it. */
export function priorFinder(
  extracts: readonly EvaluationExtract[],
): (extract: EvaluationExtract) => EvaluationExtract | undefined {
  const dated = extracts.filter(({ year }) => year !== null);
  const byKey = Map.groupBy(dated, (extract) => keyOf(extract, extract.year ?? 0));
  return (extract) => {
    if (extract.year === null) return undefined;
    const before = byKey.get(keyOf(extract, extract.year - 1)) ?? [];
    return before.length === 1 ? before[0] : undefined;
  };
}

function keyOf({ unit, project }: EvaluationExtract, year: number): string {
  return `${unit.key}|${plainProjectName(project)}|${year}`;
}
