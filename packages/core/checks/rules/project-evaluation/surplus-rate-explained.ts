import { Decimal } from "decimal.js";

import { executionRatio } from "../../../evaluation/scoring/execution.ts";
import { finding, held, notApplicable, notChecked } from "../../finding.ts";
import { fundingFigure, plain, isEmptyReason } from "../../../evaluation/scoring/printed-scores.ts";
import { operand, projectRule } from "./project-rule.ts";

export const surplusRateExplained = projectRule(
  {
    id: "surplus-rate-explained",
    code: "P-40",
    title: "执行率偏低的应说明原因",
    kind: "explain",
    severity: "warning",
    basis:
      "《项目支出绩效评价管理办法》（财预〔2020〕10号）：未完成的应分析说明原因；执行率低于规定比例的须说明",
    example: { passes: "执行率77.95%，已填原因", fails: "执行率77.95%，原因栏空白" },
  },
  ({ evaluation, name }, { edition }) => {
    const executed = fundingFigure(evaluation, "executed");
    const adjusted = fundingFigure(evaluation, "adjusted");
    if (executed === undefined || adjusted === undefined)
      return [notChecked(name, "预算数或执行数空白或无法识别")];
    const ratio = executionRatio(executed, adjusted);
    if (ratio === undefined) return [notApplicable(name, "全年预算数为0")];
    // As printed: 89.996% is 90.00%.
    const rate = ratio.printed.times(100).toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
    if (rate.gte(edition.scoring.executionReasonBelow)) return [held(name)];
    const reasons = [
      ...evaluation.funding.map((row) => row.reason?.text),
      ...evaluation.indicators.map((one) => one.reason?.text),
    ];
    if (reasons.some((reason) => !isEmptyReason(reason))) return [held(name)];
    const percent = plain(rate);
    return [
      finding({
        subject: name,
        message: `项目“${name}”执行率${percent}%，低于${edition.scoring.executionReasonBelow}%，未说明原因。`,
        advice: "请说明预算执行率偏低的原因。",
        operands: [
          operand("执行数", executed, executed.place),
          operand("全年预算数", adjusted, adjusted.place),
        ],
        expected: `不低于${edition.scoring.executionReasonBelow}%或说明原因`,
        actual: `${percent}%`,
      }),
    ];
  },
);
