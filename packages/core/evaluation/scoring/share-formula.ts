// The points that a missed target earns by a formula of the rules (计分公式), with the arithmetic.

import { Decimal } from "decimal.js";

import { signOf } from "../../figures/whole-number.ts";
import { isAboveRange } from "../target-judgement.ts";
import { compareRatio, ratioOf } from "../targets/attainment.ts";
import { pointsOf, sharedPoints, type DuePoints } from "./due-points.ts";
import { plain } from "./printed-scores.ts";
import type { PlainFormula, ScoringRules, ShareBand, ShareFormula } from "./scoring-rules.ts";
import { bounded, percent } from "./share-of-points.ts";
import type { QuantityJudgement } from "./stated-result.ts";
import { inverseText, shareText } from "./written-ratio.ts";

const ZERO = new Decimal(0);
const TWO = new Decimal(2);

/** Earned (得分): the points that are due, and the line that derives them. */
export interface Earned {
  readonly due: DuePoints;
  readonly derivation: string;
}

interface Setting {
  readonly points: Decimal;
  readonly rules: ScoringRules;
}

/** The points that a result earns which does not reach its target; the target must be above 0. */
export function earnedBy(formula: ShareFormula, judgement: QuantityJudgement, setting: Setting): Earned {
  if (typeof formula === "object") return earnedInBand(formula.bands, judgement, setting);
  const { points, rules } = setting;
  if (formula === "zero")
    return {
      due: pointsOf(ZERO, points, rules),
      derivation: `${shareText(judgement)} 未达到目标，不得分，得 0`,
    };
  const { actual, target } = judgement;
  const due = sharedPoints({ formula, actual, target }, points, rules);
  const floor = isBelowNothing(formula, judgement) ? "，不足 0 的得 0" : "";
  const written = TEXTS[formula](judgement);
  return { due, derivation: `${written} × ${plain(points)} = ${due.text}${floor}` };
}

const TEXTS: Readonly<Record<PlainFormula, (judgement: QuantityJudgement) => string>> = {
  proportional: shareText,
  "two-minus-ratio": (judgement) => `(2 - ${shareText(judgement)})`,
  "inverse-ratio": inverseText,
};

/** True where the formula gives less than 0, which is then said. */
function isBelowNothing(formula: PlainFormula, judgement: QuantityJudgement): boolean {
  if (formula === "two-minus-ratio") return compareRatio(judgement, TWO) > 0;
  return formula === "proportional" && signOf(judgement.actual) < 0;
}

/** True where the result lies above a target that it should not exceed. */
const isOver = (judgement: QuantityJudgement): boolean =>
  judgement.direction === "lower-is-better" || judgement.kind === "reached" || isAboveRange(judgement);

function earnedInBand(
  bands: readonly ShareBand[],
  judgement: QuantityJudgement,
  { points, rules }: Setting,
): Earned {
  const ratio = ratioOf(judgement) ?? ZERO;
  const degree = bounded(isOver(judgement) ? TWO.minus(ratio) : ratio);
  const written = isOver(judgement) ? `2 - ${shareText(judgement)}` : shareText(judgement);
  const rate = percent(degree);
  // A rate that the form itself prints needs no equation.
  const reached = written.endsWith(` ${rate}`) ? written : `${written} = ${rate}`;
  const band = bands.find(({ from }) => degree.gte(from));
  if (band === undefined) {
    const last = bands.at(-1);
    const below = last === undefined ? "" : `，低于 ${percent(new Decimal(last.from))}`;
    return { due: pointsOf(ZERO, points, rules), derivation: `${reached}${below}，得 0` };
  }
  const due = pointsOf(points.times(band.share), points, rules);
  const share = percent(new Decimal(band.share));
  return {
    due,
    derivation: `${reached}，达到 ${percent(new Decimal(band.from))} 得 ${share}：${plain(points)} × ${share} = ${due.text}`,
  };
}
