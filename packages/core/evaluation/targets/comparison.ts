// What comparing a result with its target says: reached, exceeded, missed and by how much, or why not.

import type { Decimal } from "decimal.js";

import type { TargetDirection } from "./direction.ts";

/**
 * QuantityJudgement (定量比较): a result and a target that are figures in one unit; their quotient and
 * distance are reckoned where they are asked for (attainment.ts).
 */
export interface QuantityJudgement {
  readonly kind: "reached" | "missed";
  readonly direction: TargetDirection;
  /** The target, or the end of its range that is nearer to the result. */
  readonly target: Decimal;
  readonly actual: Decimal;
  /** True when the result meets the target exactly, or lies inside its range. */
  readonly isMet: boolean;
  /** Unit of the target as printed, in which both figures are. */
  readonly unit: string | null;
  /** True when the result is printed as a rate of completion beside a target of another unit. */
  readonly asCompletionRate: boolean;
  /** True when > or < was met exactly: a scan confuses them with ≥ and ≤, so it counts as reached. */
  readonly atStrictLimit: boolean;
  /** Ends of the target where it is a range. */
  readonly range: { readonly low: Decimal; readonly high: Decimal } | null;
  /** What the reader should know of the comparison, in Chinese. */
  readonly doubts: readonly string[];
}

/** Lateness (逾期): as exactly as both dates are printed; null where it cannot be told. */
export type Lateness = { readonly days: number } | { readonly months: number } | null;

/** ItemJudgement (分项比较): one item of a list that both sides name. */
export interface ItemJudgement {
  readonly name: string;
  readonly judgement: QuantityJudgement;
}

/** Matter (比较内容): what was compared. */
export type Matter =
  | {
      readonly kind: "quantity";
      readonly judgement: QuantityJudgement;
      readonly items: readonly ItemJudgement[];
    }
  /** Items of different units: each by itself, nothing in all. */
  | { readonly kind: "items"; readonly items: readonly ItemJudgement[] }
  /** A percentage beside a date: how much of the work was done in time. */
  | { readonly kind: "completion"; readonly share: Decimal }
  | {
      readonly kind: "date" | "period" | "frequency" | "grade";
      readonly target: string;
      readonly actual: string;
      readonly late: Lateness;
    };

/** Comparison (目标与完成情况比较). */
export type Comparison =
  | {
      readonly outcome: "reached" | "exceeded" | "missed";
      readonly matter: Matter;
      readonly doubts: readonly string[];
    }
  | {
      readonly outcome: "not-comparable";
      readonly reason: string;
      /** True where both cells are words, which people judge. */
      readonly inWords: boolean;
    };

/** A comparison that cannot be made, with the reason. */
export const notComparable = (reason: string, inWords = false): Comparison => ({
  outcome: "not-comparable",
  reason,
  inWords,
});

/** One list for all that have nothing to say. */
const NONE: readonly never[] = [];

/** The comparison that two figures give. */
export function ofQuantity(
  judgement: QuantityJudgement,
  items: readonly ItemJudgement[] = NONE,
  doubts: readonly string[] = NONE,
): Comparison {
  const outcome = judgement.kind === "missed" ? "missed" : judgement.isMet ? "reached" : "exceeded";
  if (doubts.length === 0)
    return { outcome, matter: { kind: "quantity", judgement, items }, doubts: judgement.doubts };
  const all = [...judgement.doubts, ...doubts];
  return {
    outcome,
    matter: { kind: "quantity", judgement: { ...judgement, doubts: all }, items },
    doubts: all,
  };
}
