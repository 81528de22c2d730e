import { Decimal } from "decimal.js";

import { executionRatio } from "../../../evaluation/scoring/execution.ts";
import { finding, held, notApplicable, notChecked } from "../../finding.ts";
import {
  decimalOf,
  executionScore,
  fundingFigure,
  plain,
} from "../../../evaluation/scoring/printed-scores.ts";
import { evaluationCell, operand, projectRule } from "./project-rule.ts";

const FULL = new Decimal(100);

export const fullTotalNeedsFullExecution = projectRule(
  {
    id: "full-total-needs-full-execution",
    code: "P-37",
    title: "执行率不足的项目总分不可能为100分",
    kind: "logic",
    severity: "error",
    basis: "《项目支出绩效评价管理办法》（财预〔2020〕10号）：预算执行率得分＝执行率×分值",
    example: {
      passes: "执行率99.98%，执行得分按两位小数为10.00分，总分100分",
      fails: "执行率93.14%，总分100分",
    },
  },
  ({ evaluation, name, index }, { edition }) => {
    const total = decimalOf(evaluation.totalScore);
    const executed = fundingFigure(evaluation, "executed");
    const adjusted = fundingFigure(evaluation, "adjusted");
    if (total === undefined || executed === undefined || adjusted === undefined)
      return [notChecked(name, "总分、预算数或执行数空白或无法识别")];
    if (!total.eq(FULL)) return [notApplicable(name, "总分不是100分")];
    const ratio = executionRatio(executed, adjusted);
    if (ratio === undefined) return [notApplicable(name, "全年预算数为0")];
    const { executionPoints, scoreDecimals } = edition.scoring;
    const best = Decimal.min(1, ratio.high)
      .times(executionPoints)
      .toDecimalPlaces(scoreDecimals, Decimal.ROUND_HALF_UP);
    if (best.gte(executionPoints)) return [held(name)];
    const short = new Decimal(executionPoints).minus(best);
    const isRounded = short.lt("0.5") && executionScore(evaluation)?.decimals === 0;
    return [
      finding({
        subject: name,
        message: `项目“${name}”执行率为${plain(ratio.printed.times(100).toDecimalPlaces(2))}%，预算执行率得分最多${plain(best)}分，总分不可能为100分。`,
        advice: "请核对预算执行率得分与总分。",
        operands: [
          operand("总分", evaluation.totalScore, evaluation.place),
          operand("执行数", executed, executed.place),
          operand("全年预算数", adjusted, adjusted.place),
        ],
        expected: `不高于${plain(FULL.minus(executionPoints).plus(best))}`,
        actual: plain(total),
        gap: plain(short),
        envelope: "0",
        // Whole points round a rate of 95 % and more up, which P-09 lets pass with a warning.
        severity: isRounded ? "warning" : "error",
        cells: [evaluationCell(index, "funding.total.score")],
      }),
    ];
  },
);
