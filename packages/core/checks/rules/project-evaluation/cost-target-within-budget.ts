import { Decimal } from "decimal.js";

import type { StatedFigure } from "../../../figures/figure.ts";
import { MILLIONTHS, statedFigure } from "../../../figures/figure.ts";
import { findUnit } from "../../../figures/unit.ts";
import { isCostIndicator } from "../../../evaluation/target-judgement.ts";
import { finding, held, notApplicable, notChecked } from "../../finding.ts";
import { fundingFigure, initialBudget, plain } from "../../../evaluation/scoring/printed-scores.ts";
import { operand, projectRule, statedOperand } from "./project-rule.ts";
import { printedTarget } from "./score-fault-rule.ts";

/** A target above the budget by more than this share is no rounding up. */
const NOTABLE = new Decimal("1.1");

const yuan = (figure: StatedFigure): Decimal =>
  new Decimal(figure.millionths.toString()).div(MILLIONTHS.toString());

export const costTargetWithinBudget = projectRule(
  {
    id: "cost-target-within-budget",
    code: "P-27",
    title: "成本指标的目标不应高于项目预算",
    kind: "explain",
    severity: "warning",
    basis:
      "《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》（财预〔2021〕101号）：成本指标值应与项目预算相匹配",
    example: { passes: "项目预算20万元，成本≤20万元", fails: "项目预算30万元，成本=35万元" },
  },
  ({ evaluation, name }) => {
    const budgets = [initialBudget(evaluation), fundingFigure(evaluation, "adjusted")].filter(
      (one) => one !== undefined,
    );
    const highest = budgets.reduce<StatedFigure | undefined>(
      (best, one) => (best === undefined || yuan(one).gt(yuan(best)) ? one : best),
      undefined,
    );
    if (highest === undefined) return [notChecked(name, "预算数空白或无法识别")];
    return evaluation.indicators.filter(isCostIndicator).map((indicator) => {
      const label = `${name} ${indicator.name}`;
      const unit = findUnit(indicator.target?.unit ?? "");
      if (indicator.target?.value == null || unit?.dimension !== "money")
        return notApplicable(label, "目标不是金额");
      const target = statedFigure(indicator.target.value, unit, indicator.target.place);
      if (target === undefined || yuan(target).lte(yuan(highest))) return held(label);
      return finding({
        subject: name,
        message: `项目“${name}”成本指标“${indicator.name}”的目标${printedTarget(indicator)}高于项目预算${highest.value}${highest.unit?.name ?? ""}。`,
        advice: "请核对成本指标的目标与项目预算。",
        operands: [
          statedOperand("指标值", printedTarget(indicator), indicator.place),
          operand("项目预算", highest, highest.place),
        ],
        gap: plain(yuan(target).minus(yuan(highest))),
        sourceDoubt: indicator.doubtful,
        severity: yuan(target).gt(yuan(highest).times(NOTABLE)) ? "warning" : "hint",
      });
    });
  },
);
