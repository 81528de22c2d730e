import { findFigures } from "../../../figures/find-figures.ts";
import { isCostIndicator } from "../../../evaluation/target-judgement.ts";
import { statedFigure } from "../../../figures/figure.ts";
import type { StatedFigure } from "../../../figures/figure.ts";
import { add, compareIntervals, intervalOf, middle, ZERO } from "../../../figures/interval.ts";
import { finding, held, notApplicable, notChecked } from "../../finding.ts";
import { formatUnitGap } from "../../outcome-format.ts";
import { fundingFigure, initialBudget } from "../../../evaluation/scoring/printed-scores.ts";
import { operand, projectRule, statedOperand } from "./project-rule.ts";

export const listedCostsSumToBudget = projectRule(
  {
    id: "listed-costs-sum-to-budget",
    code: "P-62",
    title: "成本指标列出的各项费用之和应等于项目预算",
    kind: "explain",
    severity: "warning",
    basis:
      "《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》（财预〔2021〕101号）：成本指标值应与项目预算相匹配",
    example: {
      passes: "办公费5万元；印刷费3万元，项目预算8万元",
      fails: "办公费36.8万元；印刷费10万元，项目预算75.8万元",
    },
  },
  ({ evaluation, name }) => {
    const lists = evaluation.indicators.filter(isCostIndicator).flatMap((indicator) => {
      const place = indicator.target?.place ?? indicator.place;
      const amounts = findFigures(indicator.target?.raw ?? "").flatMap(
        ({ value, unit }): readonly StatedFigure[] => {
          const figure =
            value !== null && unit?.dimension === "money" ? statedFigure(value, unit, place) : undefined;
          return figure === undefined ? [] : [figure];
        },
      );
      return amounts.length > 1 ? [{ indicator, amounts }] : [];
    });
    if (lists.length === 0) return [notApplicable(name, "成本指标未列多项费用")];
    const budgets = [initialBudget(evaluation), fundingFigure(evaluation, "adjusted")].filter(
      (one) => one !== undefined,
    );
    const first = budgets[0];
    if (first === undefined) return [notChecked(name, "预算数空白或无法识别")];
    return lists.map(({ indicator, amounts }) => {
      const sum = amounts.reduce((total, one) => add(total, intervalOf(one)), ZERO);
      if (budgets.some((budget) => compareIntervals(sum, intervalOf(budget)).verdict !== "impossible"))
        return held(name);
      const result = compareIntervals(sum, intervalOf(first));
      const unit = amounts[0]?.unit ?? null;
      const total = formatUnitGap(middle(sum), unit, 2);
      return finding({
        subject: name,
        message: `项目“${name}”成本指标“${indicator.name}”所列${amounts.length}项费用合计${total}${unit?.name ?? ""}，项目预算为${first.value}${first.unit?.name ?? ""}，两者不符。`,
        advice: "请核对各项费用与项目预算；如有漏项请补充。",
        operands: [
          statedOperand(indicator.name, indicator.target?.raw ?? "", indicator.place),
          operand("项目预算", first, first.place),
        ],
        actual: total,
        expected: formatUnitGap(first.millionths, unit, 2),
        gap: formatUnitGap(result.gap, unit, 2),
        envelope: formatUnitGap(result.envelope, unit, 4),
        sourceDoubt: true,
      });
    });
  },
);
