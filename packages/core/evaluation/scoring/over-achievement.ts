// Over-achievement (超额完成): from which ratio it matters, and what the rules make of it. 财预〔2020〕10号 asks for
// the reason and for a deduction by the degree where the target was set too low, and names no figures.

import { Decimal } from "decimal.js";

import type { Indicator } from "../project-evaluation.ts";
import { compareRatio, hasRatio, ratioOf } from "../targets/attainment.ts";
import { pointsOf } from "./due-points.ts";
import { decimalFrom, isEmptyReason, plain } from "./printed-scores.ts";
import type { ScoringRules } from "./scoring-rules.ts";
import type { Earned } from "./share-formula.ts";
import { percent } from "./share-of-points.ts";
import type { QuantityJudgement } from "./stated-result.ts";
import { shareText } from "./written-ratio.ts";

/** True when a result exceeds its target by so much that the rules ask for a reason. */
export function isOverAchieved(
  judgement: QuantityJudgement,
  rules: Pick<ScoringRules, "overAchievement">,
): boolean {
  return (
    judgement.kind === "reached" &&
    judgement.direction === "higher-is-better" &&
    hasRatio(judgement) &&
    compareRatio(judgement, decimalFrom(rules.overAchievement)) >= 0
  );
}

interface Setting {
  readonly points: Decimal;
  readonly rules: ScoringRules;
}

/** The points left after the deduction for over-achievement; undefined where the rules deduct nothing. */
export function afterDeduction(
  indicator: Indicator,
  judgement: QuantityJudgement,
  { rules, points }: Setting,
): Earned | undefined {
  const consequence = rules.overAchievementConsequence;
  if (consequence.kind === "note" || consequence.kind === "reason") return undefined;
  if (!isOverAchieved(judgement, rules)) return undefined;
  if (consequence.waivedByReason && !isEmptyReason(indicator.reason?.text)) return undefined;
  const ratio = ratioOf(judgement);
  const deduction = ratio === null ? undefined : deductionOf(ratio, rules);
  if (ratio === null || deduction === undefined) return undefined;
  const due = pointsOf(points.times(new Decimal(1).minus(deduction.share)), points, rules);
  return {
    due,
    derivation: `${shareText(judgement)} = ${percent(ratio)}，${deduction.how}：${plain(points)} × (1 - ${percent(deduction.share)}) = ${due.text}`,
  };
}

interface Deduction {
  readonly share: Decimal;
  readonly how: string;
}

function deductionOf(ratio: Decimal, rules: ScoringRules): Deduction | undefined {
  const consequence = rules.overAchievementConsequence;
  if (consequence.kind === "deduct-by-bands") {
    const band = consequence.bands.find(({ from }) => ratio.gte(from));
    if (band === undefined) return undefined;
    const share = new Decimal(band.deduct);
    return { share, how: `达到 ${percent(new Decimal(band.from))} 扣 ${percent(share)}` };
  }
  if (consequence.kind !== "deduct-by-degree") return undefined;
  const beyond = ratio.minus(rules.overAchievement);
  const how = `超过 ${percent(new Decimal(rules.overAchievement))} 的部分为 ${percent(beyond)}`;
  if (beyond.lte(consequence.most)) return { share: beyond, how };
  const most = new Decimal(consequence.most);
  return { share: most, how: `${how}，最多扣 ${percent(most)}` };
}
