import { Decimal } from "decimal.js";

import { isEmptyReason } from "../../../evaluation/scoring/printed-scores.ts";
import { isCostIndicator, judgeTarget } from "../../../evaluation/target-judgement.ts";
import { ratioOf } from "../../../evaluation/targets/attainment.ts";
import { finding, held, notChecked } from "../../finding.ts";
import { projectRule, statedOperand } from "./project-rule.ts";
import { printedTarget, SCORING_BASIS } from "./score-fault-rule.ts";
import { exceedsExactTarget, isFarFromTarget } from "../../../evaluation/scoring/score-verdict.ts";

export const overAchievementHasReason = projectRule(
  {
    id: "over-achievement-has-reason",
    code: "P-19",
    title: "明显超额完成的应说明原因",
    kind: "explain",
    severity: "warning",
    basis: `${SCORING_BASIS}；偏离目标较大的应分析原因，目标设置明显偏低的相应扣分`,
    example: { passes: "指标值≥20场次，完成22场次", fails: "指标值≥20场次，完成46场次（230%），未说明原因" },
  },
  ({ evaluation, name }, { edition }) =>
    evaluation.indicators.map((indicator) => {
      const label = `${name} ${indicator.name}`;
      const judgement = judgeTarget(indicator);
      if (judgement.kind === "not-comparable") return notChecked(label, judgement.reason);
      if (isCostIndicator(indicator) || judgement.direction === "lower-is-better") return held(label);
      const ratio = ratioOf(judgement);
      if (
        ratio === null ||
        ratio.lt(edition.scoring.overAchievement) ||
        exceedsExactTarget(indicator) ||
        isFarFromTarget(indicator)
      )
        return held(label);
      if (!isEmptyReason(indicator.reason?.text)) return held(label);
      const percent = ratio.times(100).toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toString();
      return finding({
        subject: name,
        message: `项目“${name}”指标“${indicator.name}”目标${printedTarget(indicator)}，完成${indicator.actual?.raw ?? ""}，为目标的${percent}%，未说明原因。`,
        advice: "请说明超额完成的原因；目标设置明显偏低的，按偏离程度扣分并在下年调整目标。",
        operands: [
          statedOperand("指标值", printedTarget(indicator), indicator.place),
          statedOperand("完成值", indicator.actual?.raw ?? "", indicator.place),
        ],
        expected: `不超过${new Decimal(edition.scoring.overAchievement).times(100).toString()}%或说明原因`,
        actual: `${percent}%`,
        sourceDoubt: indicator.doubtful,
      });
    }),
);
