import { Decimal } from "decimal.js";

import { finding, held, notApplicable, notChecked } from "../../finding.ts";
import {
  decimalOf,
  executionScore,
  plain,
  totalFunding,
} from "../../../evaluation/scoring/printed-scores.ts";
import { operand, projectRule, statedOperand } from "./project-rule.ts";

const RED = new Decimal("0.05");

const percent = (value: Decimal): string =>
  `${value.times(100).toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toString()}%`;

export const indicatorScoresKeepPaceWithExecution = projectRule(
  {
    id: "indicator-scores-keep-pace-with-execution",
    code: "P-39",
    title: "指标得分率不应明显高于预算执行得分率",
    kind: "explain",
    severity: "hint",
    basis: "预算绩效管理系统预警口径：（指标得分率－执行得分率）÷指标得分率大于5%的为红色预警",
    example: { passes: "指标得分率95%，执行得分率95%", fails: "指标得分率100%，执行得分率58.6%" },
  },
  ({ evaluation, name }) => {
    const score = executionScore(evaluation);
    const points = decimalOf(totalFunding(evaluation)?.fields.points) ?? new Decimal(10);
    const scores = evaluation.indicators.map(
      (indicator) => [decimalOf(indicator.score), decimalOf(indicator.points)] as const,
    );
    if (
      score === undefined ||
      scores.length === 0 ||
      scores.some(([won, worth]) => won === undefined || worth === undefined)
    ) {
      return [notChecked(name, "有分值或得分空白或无法识别")];
    }
    const won = scores.reduce((sum, [one]) => sum.plus(one ?? 0), new Decimal(0));
    const worth = scores.reduce((sum, [, one]) => sum.plus(one ?? 0), new Decimal(0));
    if (won.isZero() || worth.isZero() || points.isZero()) return [notApplicable(name, "指标未得分")];
    const indicatorRate = won.div(worth);
    const executionRate = new Decimal(score.value).div(points);
    const ahead = indicatorRate.minus(executionRate).div(indicatorRate);
    if (ahead.lte(RED)) return [held(name)];
    return [
      finding({
        subject: name,
        message: `项目“${name}”指标得分率${percent(indicatorRate)}，预算执行得分率${percent(executionRate)}，指标得分领先执行${percent(ahead)}，自评可能偏高。`,
        advice: "请复核各项指标的完成情况与佐证材料。",
        operands: [
          statedOperand("指标得分合计", plain(won), evaluation.place),
          operand("预算执行率得分", score, score.place),
        ],
      }),
    ];
  },
);
