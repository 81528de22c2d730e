import { Decimal } from "decimal.js";

import { executionRatio } from "../../../evaluation/scoring/execution.ts";
import { finding, held, notApplicable, notChecked } from "../../finding.ts";
import { decimalOf, fundingFigure, plain } from "../../../evaluation/scoring/printed-scores.ts";
import { operand, projectRule } from "./project-rule.ts";

const LOW_RATE = new Decimal("0.2");

export const lowExecutionNotFullOutput = projectRule(
  {
    id: "low-execution-not-full-output",
    code: "P-23",
    title: "执行率很低而产出全部满分的应说明",
    kind: "explain",
    severity: "warning",
    basis: "《项目支出绩效评价管理办法》（财预〔2020〕10号）：自评结果应与资金使用的实际相符",
    example: { passes: "执行率15%，产出指标部分扣分", fails: "执行率15%，产出指标全部满分" },
  },
  ({ evaluation, name }) => {
    const executed = fundingFigure(evaluation, "executed");
    const adjusted = fundingFigure(evaluation, "adjusted");
    if (executed === undefined || adjusted === undefined)
      return [notChecked(name, "预算数或执行数空白或无法识别")];
    const ratio = executionRatio(executed, adjusted);
    if (ratio === undefined || executed.millionths === 0n || ratio.printed.gte(LOW_RATE))
      return [notApplicable(name, "执行率不低于20%或执行数为0")];
    const output = evaluation.indicators.filter(({ level1 }) => level1.includes("产出"));
    const full = output.every(({ points, score }) => decimalOf(points)?.eq(decimalOf(score) ?? -1) === true);
    if (output.length === 0 || !full) return [held(name)];
    const rate = plain(ratio.printed.times(100));
    return [
      finding({
        subject: name,
        message: `项目“${name}”执行率仅${rate}%，产出指标却全部满分。`,
        advice: "请核实产出完成情况，说明资金未支付的原因。",
        operands: [
          operand("执行数", executed, executed.place),
          operand("全年预算数", adjusted, adjusted.place),
        ],
      }),
    ];
  },
);
