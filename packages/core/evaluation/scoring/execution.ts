// 预算执行率: the rate of execution as an interval, and the score that follows from it.
// Source: 财预〔2020〕10号, 预算执行率 = 执行数 ÷ 全年预算数（调整后）; capped at full marks.

import { Decimal } from "decimal.js";

import type { StatedFigure } from "../../figures/figure.ts";
import type { Ratio } from "../../figures/interval.ts";
import type { ScoringRules } from "./scoring-rules.ts";
import { divide, intervalOf } from "../../figures/interval.ts";

/** executed ÷ base as an interval of ratios; undefined when the base is zero. */
export function executionRatio(executed: StatedFigure, base: StatedFigure): Ratio | undefined {
  if (base.millionths === 0n) return undefined;
  return divide(intervalOf(executed), intervalOf(base));
}

const ONE = new Decimal(1);
const ZERO = new Decimal(0);

/** The part of the rules that says what an execution rate earns. */
export type ExecutionRule = Pick<ScoringRules, "scoreDecimals" | "aboveBudget">;

/** The share of the points that an execution rate earns. */
export function executionShare(rate: Decimal, { aboveBudget }: Pick<ScoringRules, "aboveBudget">): Decimal {
  if (rate.lt(0)) return ZERO;
  if (rate.lte(1)) return rate;
  if (aboveBudget === "full") return ONE;
  return aboveBudget === "zero" ? ZERO : Decimal.max(ZERO, new Decimal(2).minus(rate));
}

/** ScoreComparison: a printed score against the range that a rate allows. */
export interface ScoreComparison {
  readonly possible: boolean;
  readonly expected: Decimal;
  readonly gap: Decimal;
  readonly envelope: Decimal;
}

/**
 * Judges a printed execution score against rate × points, capped at the points. Scores are kept with
 * the edition's decimals and printed without trailing zeros ("10" is 10.00), so the printed decimals
 * only widen the interval when they are fewer but present ("9.9").
 */
export function compareExecutionScore(
  score: StatedFigure,
  ratio: Ratio,
  points: Decimal,
  rule: ExecutionRule,
): ScoreComparison {
  const { scoreDecimals } = rule;
  const capped = (rate: Decimal): Decimal => executionShare(rate, rule).times(points);
  const decimals = score.decimals === 0 ? scoreDecimals : Math.min(score.decimals, scoreDecimals);
  const half = new Decimal(5).div(new Decimal(10).pow(decimals + 1));
  const stated = new Decimal(score.value);
  const ends = [capped(ratio.low), capped(ratio.high)];
  const low = Decimal.min(...ends);
  // A share that falls beyond the full rate is highest there.
  const high = ratio.low.lte(1) && ratio.high.gte(1) ? capped(ONE) : Decimal.max(...ends);
  const expected = capped(ratio.printed).toDecimalPlaces(scoreDecimals, Decimal.ROUND_HALF_UP);
  const envelope = high.minus(low).div(2).plus(half);
  const possible = stated.plus(half).gte(low) && stated.minus(half).lte(high);
  return { possible, expected, gap: stated.minus(expected), envelope };
}
