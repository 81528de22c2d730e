// The quality of a project's indicators: hints on each, on the set, and near-duplicates within it.

import type { Indicator, ProjectEvaluation } from "../../evaluation/project-evaluation.ts";
import type { TierRule } from "../../evaluation/tiers.ts";
import type { LibraryEntry } from "../entry-group.ts";
import { sameEntry } from "../library/same-entry.ts";
import { categoriesOf } from "../suggest/project-sketch.ts";
import { hintsOfIndicator } from "./indicator-hints.ts";
import { findNearDuplicates, type NamedIndicator } from "./near-duplicates.ts";
import { BASES, type QualityHint } from "./quality-hint.ts";
import { hintsOfSet } from "./set-hints.ts";

/** IndicatorReview (指标质量评审): one project with its hints. */
export interface IndicatorReview {
  readonly project: string;
  readonly indicators: number;
  readonly hints: readonly QualityHint[];
  /** Indicators that are entries of the library under one of their names. */
  readonly known: readonly { readonly indicator: Indicator; readonly entry: LibraryEntry }[];
}

/** Reviews the indicators of a project; the tiers are the edition's. */
export function reviewIndicators(
  evaluation: Pick<ProjectEvaluation, "name" | "indicators">,
  tiers: readonly TierRule[],
): IndicatorReview {
  const { name, indicators } = evaluation;
  const context = { tiers, categories: categoryIds(name) };
  return {
    project: name,
    indicators: indicators.length,
    hints: [
      ...indicators.flatMap((one) => hintsOfIndicator(one, context)),
      ...hintsOfSet(indicators),
      ...duplicateHints(evaluation),
    ],
    known: indicators.flatMap((indicator) => {
      const entry = sameEntry(indicator.name, indicator.level2);
      return entry === undefined ? [] : [{ indicator, entry }];
    }),
  };
}

/** The categories from which examples are taken: the project's own, and the general one. */
function categoryIds(name: string): readonly string[] {
  const sketch = { name, category: null, economicCode: null, amount: null, indicators: [] };
  return [...categoriesOf(sketch).map(({ group }) => group.id), "general"];
}

/** The indicators of an evaluation as they are compared with one another. */
export function namedIndicators(
  { name, indicators }: Pick<ProjectEvaluation, "name" | "indicators">,
  { source, form }: { readonly source: string; readonly form: number },
): readonly NamedIndicator[] {
  return indicators.map((one) => ({
    source,
    form,
    project: name,
    level1: one.level1,
    level2: one.level2,
    name: one.name,
  }));
}

function duplicateHints(evaluation: Pick<ProjectEvaluation, "name" | "indicators">): readonly QualityHint[] {
  return findNearDuplicates(namedIndicators(evaluation, { source: "", form: 0 })).map(
    ({ left, right, explanation }): QualityHint => ({
      code: "indicators-alike",
      severity: "hint",
      indicator: evaluation.indicators.find(({ name }) => name === right.name) ?? null,
      message: `“${left.name}”与“${right.name}”衡量的可能是同一事项：${explanation}。`,
      advice: "请合并，或在名称中写明区别；同一指标在产出和效益中重复的，评审时通常只计一次。",
      basis: BASES.practice,
    }),
  );
}
