import { Decimal } from "decimal.js";

import type { Indicator } from "../../../evaluation/project-evaluation.ts";
import { isCostIndicator } from "../../../evaluation/target-judgement.ts";
import type { StatedFigure } from "../../../figures/figure.ts";
import { statedFigure } from "../../../figures/figure.ts";
import { add, compareIntervals, intervalOf, middle, ZERO } from "../../../figures/interval.ts";
import { findUnit } from "../../../figures/unit.ts";
import { finding, held, notApplicable, notChecked } from "../../finding.ts";
import { formatUnitGap } from "../../outcome-format.ts";
import { fundingFigure } from "../../../evaluation/scoring/printed-scores.ts";
import { isDoubtful, operand, projectRule, statedOperand } from "./project-rule.ts";

/** Names of prices and averages, which are not what was spent in all. */
const PER_PIECE = /均(?!衡|等)|单位成本|单价|标准|每/u;

/** The money that a cost indicator says was spent; undefined for rates, prices per piece and words. */
function spent({ name, target, actual, place }: Indicator): StatedFigure | undefined {
  const unit = findUnit(actual?.unit ?? target?.unit ?? "");
  if (PER_PIECE.test(name) || actual?.value == null || unit?.dimension !== "money") return undefined;
  return statedFigure(actual.value, unit, place);
}

export const costActualsMatchExecution = projectRule(
  {
    id: "cost-actuals-match-execution",
    code: "P-60",
    title: "成本指标的实际金额合计应与执行数一致",
    kind: "explain",
    severity: "warning",
    basis:
      "《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》（财预〔2021〕101号）：成本指标反映完成产出的实际支出",
    example: {
      passes: "成本指标实际59.9315万元，执行数599,315元",
      fails: "成本指标实际18万元，执行数150,000元",
    },
  },
  ({ evaluation, name }) => {
    const costs = evaluation.indicators.filter(isCostIndicator);
    const amounts = costs.map(spent);
    const executed = fundingFigure(evaluation, "executed");
    if (costs.length === 0) return [notApplicable(name, "无成本指标")];
    if (executed === undefined) return [notChecked(name, "执行数空白或无法识别")];
    const figures = amounts.filter((one): one is StatedFigure => one !== undefined);
    if (figures.length < costs.length) return [notApplicable(name, "成本指标不都是金额")];
    const sum = figures.reduce((total, one) => add(total, intervalOf(one)), ZERO);
    const result = compareIntervals(sum, intervalOf(executed));
    if (result.verdict !== "impossible") return [held(name)];
    const unit = executed.unit;
    const decimals = Math.max(2, executed.decimals);
    const total = formatUnitGap(middle(sum), unit, decimals);
    const gap = formatUnitGap(result.gap, unit, decimals);
    return [
      finding({
        subject: name,
        message: `项目“${name}”成本指标的实际金额合计${new Decimal(total).toString()}${unit?.name ?? ""}，执行数${executed.value}${unit?.name ?? ""}，相差${gap}${unit?.name ?? ""}。`,
        advice: "请核对成本指标的完成值与执行数；口径不同的请说明。",
        operands: [
          operand("执行数", executed, executed.place),
          ...costs.map((cost) => statedOperand(cost.name, cost.actual?.raw ?? "", cost.place)),
        ],
        expected: executed.value,
        actual: total,
        gap,
        envelope: formatUnitGap(result.envelope, unit, decimals + 1),
        sourceDoubt: isDoubtful(evaluation),
      }),
    ];
  },
);
