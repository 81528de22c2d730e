// A score as computed and as printed, side by side.

import type { Decimal } from "decimal.js";

import type { Place } from "../../document/document.ts";
import type { CellValue } from "../../figures/figure.ts";
import { compareFigures } from "../../figures/whole-number.ts";

/** ScoreVerdictWord (对得分的判断): 得分有据、偏高、偏低、需人工判断、不可比. */
export type ScoreVerdictWord = "justified" | "generous" | "strict" | "judgement" | "not-comparable";

/** ScoreJudgement (得分判断): what a score ought to be, how that follows, and what the printed one is to it. */
export interface ScoreJudgement {
  readonly printed: CellValue | null;
  readonly computed: Decimal | null;
  /** One line with the figures in it (推算过程). */
  readonly derivation: string | null;
  readonly basis: string | null;
  readonly verdict: ScoreVerdictWord;
  /** Points by which a printed score is generous or strict. */
  readonly by: Decimal | null;
  readonly reason: string | null;
  readonly notes: readonly string[];
  /** What goes into the total: the computed score, else the printed one within what is allowed. */
  readonly counted: Decimal | null;
  readonly place: Place;
}

/** The verdict on a printed score against the lowest and highest that would do. */
export function verdictAgainst(
  printed: Decimal,
  low: Decimal,
  high: Decimal,
): Pick<ScoreJudgement, "verdict" | "by"> {
  if (compareFigures(printed, high) > 0) return { verdict: "generous", by: printed.minus(high) };
  if (compareFigures(printed, low) < 0) return { verdict: "strict", by: low.minus(printed) };
  return { verdict: "justified", by: null };
}

/** A score within the bounds. */
export function within(score: Decimal, low: Decimal, high: Decimal): Decimal {
  if (compareFigures(score, low) < 0) return low;
  return compareFigures(score, high) > 0 ? high : score;
}
