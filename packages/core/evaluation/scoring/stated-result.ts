// What a result says of its target before any points are reckoned: the edition's tiers and grades
// first, then the comparison of targets/; all other words are left to people.

import type { Decimal } from "decimal.js";

import type { Indicator, IndicatorValue } from "../project-evaluation.ts";
import { compareGraded, compareResult } from "../targets/compare-result.ts";
import type { Comparison, Matter, QuantityJudgement } from "../targets/comparison.ts";
import type { GradeScale } from "../targets/grade-scales.ts";
import type { MatchedTier } from "../tiers.ts";
import { findTier } from "../tiers.ts";
import type { ScoringRules } from "./scoring-rules.ts";

export type { QuantityJudgement } from "../targets/comparison.ts";

/** RankedResult (时间、频次、等级): reached or not, with no proportion between. */
export interface RankedResult {
  readonly kind: "ranked";
  readonly reached: boolean;
  readonly matter: Exclude<Matter, { readonly kind: "quantity" | "completion" }>;
  readonly doubts: readonly string[];
}

/** StatedResult (完成情况): what can be said of a result before any points are reckoned. */
export type StatedResult =
  | { readonly kind: "tier"; readonly tier: MatchedTier }
  | { readonly kind: "quantity"; readonly judgement: QuantityJudgement }
  | { readonly kind: "completion"; readonly share: Decimal; readonly doubts: readonly string[] }
  | RankedResult
  | { readonly kind: "words"; readonly same: boolean }
  | { readonly kind: "not-comparable"; readonly reason: string };

/** Judges the result of an indicator without its score. */
export function statedResult(indicator: Indicator, rules: ScoringRules): StatedResult {
  const { actual } = indicator;
  const tier = actual === null ? undefined : findTier(actual.raw, rules.tiers);
  if (tier !== undefined) return { kind: "tier", tier };
  const graded = hasFigure(indicator) ? undefined : compareGraded(indicator, scalesOf(rules));
  const comparison = graded ?? compareResult(indicator);
  return comparison.outcome === "not-comparable" ? unjudged(indicator, comparison) : stated(comparison);
}

/** A figure on either side is no grade. */
const hasFigure = ({ target, actual }: Indicator): boolean =>
  (target !== null && target.value !== null) || (actual !== null && actual.value !== null);

function stated(comparison: Exclude<Comparison, { readonly outcome: "not-comparable" }>): StatedResult {
  const { matter, outcome, doubts } = comparison;
  if (matter.kind === "quantity") return { kind: "quantity", judgement: matter.judgement };
  if (matter.kind === "completion") return { kind: "completion", share: matter.share, doubts };
  return { kind: "ranked", reached: outcome !== "missed", matter, doubts };
}

const scales = new WeakMap<ScoringRules, readonly GradeScale[]>();

/** The edition's own grades from best to worst. */
function scalesOf(rules: ScoringRules): readonly GradeScale[] {
  const known =
    scales.get(rules) ??
    [rules.grades, rules.departmentGrades].map((bands) =>
      bands.toSorted((a, b) => Number(b.from) - Number(a.from)).map(({ grade }) => grade),
    );
  scales.set(rules, known);
  return known;
}

const isMissing = (value: IndicatorValue | null): value is null => value === null || value.raw === "";

/** Words on both sides are for people to judge; a word beside a figure cannot be judged by anyone. */
function unjudged(
  { target, actual }: Indicator,
  { reason, inWords }: Extract<Comparison, { readonly outcome: "not-comparable" }>,
): StatedResult {
  if (isMissing(target) || isMissing(actual) || target.unreadable || actual.unreadable)
    return { kind: "not-comparable", reason };
  const same = target.raw === actual.raw;
  if (same || inWords) return { kind: "words", same };
  return {
    kind: "not-comparable",
    reason: `${reason}（指标值“${target.raw}”，完成值“${actual.raw}”）`,
  };
}
