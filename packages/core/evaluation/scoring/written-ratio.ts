// How a result over its target is written in derivations: "54 ÷ 60", "完成率 90%".

import { Decimal } from "decimal.js";

import { ratioOf } from "../targets/attainment.ts";
import { plain } from "./printed-scores.ts";
import { percent } from "./share-of-points.ts";
import type { QuantityJudgement } from "./stated-result.ts";

const ZERO = new Decimal(0);

/** A quantity in full: rounding it would make the arithmetic on the line untrue. */
export function figureText(value: Decimal): string {
  const full = value.decimalPlaces() <= 8 ? value : value.toDecimalPlaces(8, Decimal.ROUND_HALF_UP);
  return full.toFixed();
}

/** Actual ÷ target in percent, for messages. */
export const ratePercent = (judgement: QuantityJudgement): Decimal => (ratioOf(judgement) ?? ZERO).times(100);

/** Actual ÷ target as it is written; a printed rate of completion is that share itself. */
export function shareText(judgement: QuantityJudgement): string {
  const { asCompletionRate, direction, actual, target } = judgement;
  if (!asCompletionRate) return `${figureText(actual)} ÷ ${figureText(target)}`;
  const rate = `${plain(ratePercent(judgement))}%`;
  return direction === "lower-is-better" ? rate : `完成率 ${rate}`;
}

/** The same upside down. */
export function inverseText(judgement: QuantityJudgement): string {
  const { asCompletionRate, actual, target } = judgement;
  if (!asCompletionRate) return `${figureText(target)} ÷ ${figureText(actual)}`;
  return `1 ÷ ${percent(ratioOf(judgement) ?? ZERO)}`;
}
