// The rules of scoring as data: a place names its own. docs/scoring.md explains each option with an example.

import type { GradeRule } from "../grades.ts";
import type { TierRule } from "../tiers.ts";

/** ShareBand (分档): an attainment from which a share of the points is earned, best first. */
export interface ShareBand {
  readonly from: string;
  readonly share: string;
}

/**
 * ShareFormula (计分公式): the share of its points that a missed target earns, of a = result and
 * t = target: a/t, 2 − a/t, t/a, nothing, or by bands of the attainment (a/t, or 2 − a/t where lower is better).
 */
export type ShareFormula =
  | "proportional"
  | "two-minus-ratio"
  | "inverse-ratio"
  | "zero"
  | { readonly bands: readonly ShareBand[] };

/** PlainFormula (单一公式): a formula of actual ÷ target alone, without bands. */
export type PlainFormula = Exclude<ShareFormula, object | "zero">;

/** QuantityFormulas: the formula by comparator (指标性质). */
export interface QuantityFormulas {
  /** ≥, > and no sign: short of the target. */
  readonly atLeast: ShareFormula;
  /** ≤, < and cost: above the limit. */
  readonly atMost: ShareFormula;
  /** =: short of the target, and above it. */
  readonly exactShort: ShareFormula;
  readonly exactExceeded: ShareFormula | "full";
}

/**
 * OverAchievementConsequence (超额完成的处理): a remark; a reason that must be given; or a deduction, by
 * the degree beyond the threshold (at most `most` of the points) or by bands of actual ÷ target.
 */
export type OverAchievementConsequence =
  | { readonly kind: "note" }
  | { readonly kind: "reason" }
  | { readonly kind: "deduct-by-degree"; readonly most: string; readonly waivedByReason: boolean }
  | {
      readonly kind: "deduct-by-bands";
      /** From the highest ratio down; `deduct` is a share of the points. */
      readonly bands: readonly { readonly from: string; readonly deduct: string }[];
      readonly waivedByReason: boolean;
    };

/** TotalCap (总分上限): what a total or grade may not exceed where too little was executed. */
export type TotalCap =
  | { readonly kind: "total"; readonly executionBelow: string; readonly most: string }
  | { readonly kind: "grade"; readonly executionBelow: string; readonly most: string };

/** RuleSource (出处): where a part of the rules is from; configuration is our own assumption. */
export interface RuleSource {
  readonly about: string;
  readonly source: string;
  readonly certainty: "regulation" | "form" | "configuration";
}

/** ScoringRules (评分规则) of a place; points and ratios as decimal strings. */
export interface ScoringRules {
  /** "national/2020", by which `--edition` finds it. */
  readonly id: string;
  /** Chinese name. */
  readonly name: string;
  /** False for the example, which is in force nowhere. */
  readonly inForce: boolean;
  /** Base of 执行率: 全年预算数/调整后预算数, 年初预算数, or the one that the form's own rate follows. */
  readonly executionBase: "adjusted" | "initial" | "per-form";
  /** Where neither budget nor money spent is printed as more than 0. */
  readonly withoutBudget: "zero" | "full" | "not-scored";
  /** Where more was spent than the budget: full marks, 2 − rate, or nothing. */
  readonly aboveBudget: "full" | "two-minus-ratio" | "zero";
  readonly executionPoints: string;
  /** Total of indicator points. */
  readonly indicatorPoints: string;
  /** Allowed points by level-1 indicator; several alternatives may be in force. */
  readonly levelPoints: readonly Readonly<Record<string, string>>[];
  readonly scoreDecimals: number;
  readonly rounding: "half-up" | "half-even" | "down";
  readonly formulas: QuantityFormulas;
  /** Actual ÷ target from which over-achievement must be explained, e.g. "1.3". */
  readonly overAchievement: string;
  readonly overAchievementConsequence: OverAchievementConsequence;
  /** Execution rate in percent below which a reason is due. */
  readonly executionReasonBelow: string;
  /** True where less than full marks need a reason. */
  readonly lossNeedsReason: boolean;
  /** When a score that people give to words needs a reason: for less than full marks, or always. */
  readonly manualReason: "loss" | "always";
  readonly caps: readonly TotalCap[];
  readonly grades: readonly GradeRule[];
  /** Other words for grades that the place uses in department reports. */
  readonly departmentGrades: readonly GradeRule[];
  /** Qualitative tiers from best to worst, with their share of the points [from, to]. */
  readonly tiers: readonly TierRule[];
  readonly basis: string;
  readonly sources: readonly RuleSource[];
}
