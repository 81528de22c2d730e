// Duties of giving reasons (应说明原因): a low execution rate, lost points and over-achievement, by the rules of
// the place and as far as the form gives none.

import { Decimal } from "decimal.js";

import type { ProjectEvaluation } from "../project-evaluation.ts";
import type { IndicatorScore } from "./indicator-score.ts";
import { decimalOf, isEmptyReason, plain } from "./printed-scores.ts";
import type { ScoringRules } from "./scoring-rules.ts";
import { percent } from "./share-of-points.ts";

/** ReasonDuty: whose reason is missing, and why one is due. */
export interface ReasonDuty {
  readonly subject: string;
  readonly duty: string;
}

/** The reasons that an evaluation still owes. */
export function reasonDuties(
  evaluation: ProjectEvaluation,
  { rate, indicators }: { readonly rate: Decimal | null; readonly indicators: readonly IndicatorScore[] },
  rules: ScoringRules,
): readonly ReasonDuty[] {
  return [
    ...executionDuty(evaluation, rate, rules),
    ...indicators.flatMap((score) => indicatorDuties(score, rules)),
  ];
}

function executionDuty(
  { funding, indicators }: ProjectEvaluation,
  rate: Decimal | null,
  { executionReasonBelow }: ScoringRules,
): readonly ReasonDuty[] {
  if (rate === null || rate.times(100).toDecimalPlaces(2).gte(executionReasonBelow)) return [];
  // A form without a column of its own for the money explains it where points were lost.
  if ([...funding, ...indicators].some(({ reason }) => !isEmptyReason(reason?.text))) return [];
  return [
    { subject: "预算执行率", duty: `执行率 ${percent(rate)} 低于 ${executionReasonBelow}%，应说明原因` },
  ];
}

function indicatorDuties(
  { indicator, overAchieved }: IndicatorScore,
  rules: ScoringRules,
): readonly ReasonDuty[] {
  if (!isEmptyReason(indicator.reason?.text)) return [];
  const [points, score] = [decimalOf(indicator.points), decimalOf(indicator.score)];
  const isLost = points !== undefined && score?.lt(points) === true;
  const lost =
    rules.lossNeedsReason && isLost
      ? [`得 ${plain(score)} 分，少于分值 ${plain(points)}，应说明原因和改进措施`]
      : [];
  const over =
    overAchieved && rules.overAchievementConsequence.kind !== "note"
      ? [`超额达到指标值的 ${percentOf(rules)} 以上，必须说明原因`]
      : [];
  return [...lost, ...over].map((duty) => ({ subject: indicator.name, duty }));
}

const percentOf = ({ overAchievement }: ScoringRules): string => percent(new Decimal(overAchievement));
