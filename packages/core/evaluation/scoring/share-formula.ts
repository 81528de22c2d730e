// The share of its points that a result earns by a formula of the rules (计分公式), with the arithmetic.

import { Decimal } from "decimal.js";

import { plain } from "./printed-scores.ts";
import { scoreText } from "./rounding.ts";
import type { ScoringRules, ShareBand, ShareFormula } from "./scoring-rules.ts";

const ZERO = new Decimal(0);
const ONE = new Decimal(1);
const TWO = new Decimal(2);

/** Attained (完成程度): actual ÷ target, how both are written, and which side of the target is good. */
export interface Attained {
  readonly ratio: Decimal;
  /** "54 ÷ 60", or a printed rate of completion. */
  readonly share: string;
  /** "10 ÷ 12", the same upside down. */
  readonly inverse: string;
  /** True where the result lies above a target that it should not exceed. */
  readonly isOver: boolean;
}

/** Earned (得分): points before rounding, and the line that derives them. */
export interface Earned {
  readonly due: Decimal;
  readonly derivation: string;
}

interface Setting {
  readonly points: Decimal;
  readonly rules: ScoringRules;
}

/** The points that a result earns which does not reach its target. */
export function earnedBy(formula: ShareFormula, attained: Attained, setting: Setting): Earned {
  if (typeof formula === "object") return earnedInBand(formula.bands, attained, setting);
  const { points, rules } = setting;
  if (formula === "zero") return { due: ZERO, derivation: `${attained.share} 未达到目标，不得分，得 0` };
  const share = shareOf(formula, attained.ratio);
  const due = bounded(share).times(points);
  const floor = share.lt(0) ? "，不足 0 的得 0" : "";
  const written = TEXTS[formula](attained);
  return { due, derivation: `${written} × ${plain(points)} = ${scoreText(due, rules)}${floor}` };
}

type PlainFormula = Exclude<ShareFormula, object | "zero">;

const TEXTS: Readonly<Record<PlainFormula, (attained: Attained) => string>> = {
  proportional: ({ share }) => share,
  "two-minus-ratio": ({ share }) => `(2 - ${share})`,
  "inverse-ratio": ({ inverse }) => inverse,
};

/** The share of a plain formula for actual ÷ target, before it is bounded. */
export function shareOf(formula: PlainFormula, ratio: Decimal): Decimal {
  switch (formula) {
    case "proportional":
      return ratio;
    case "two-minus-ratio":
      return TWO.minus(ratio);
    case "inverse-ratio":
      return ratio.lte(0) ? ZERO : ONE.div(ratio);
  }
}

function bounded(share: Decimal): Decimal {
  if (share.lt(0)) return ZERO;
  return share.gt(1) ? ONE : share;
}

function earnedInBand(bands: readonly ShareBand[], attained: Attained, setting: Setting): Earned {
  const { points, rules } = setting;
  const degree = bounded(attained.isOver ? TWO.minus(attained.ratio) : attained.ratio);
  const written = attained.isOver ? `2 - ${attained.share}` : attained.share;
  const reached = `${written} = ${percent(degree)}`;
  const band = bands.find(({ from }) => degree.gte(from));
  if (band === undefined) {
    const last = bands.at(-1);
    const below = last === undefined ? "" : `，低于 ${percent(new Decimal(last.from))}`;
    return { due: ZERO, derivation: `${reached}${below}，得 0` };
  }
  const due = points.times(band.share);
  const share = percent(new Decimal(band.share));
  return {
    due,
    derivation: `${reached}，达到 ${percent(new Decimal(band.from))} 得 ${share}：${plain(points)} × ${share} = ${scoreText(due, rules)}`,
  };
}

/** A share as a percentage, cut off rather than rounded, so that 94.999 % does not read as 95 %. */
export function percent(share: Decimal): string {
  return `${share.times(100).toDecimalPlaces(2, Decimal.ROUND_DOWN).toString()}%`;
}
