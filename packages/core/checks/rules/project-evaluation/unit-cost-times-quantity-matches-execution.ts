import { Decimal } from "decimal.js";

import type { Indicator } from "../../../evaluation/project-evaluation.ts";
import { MILLIONTHS } from "../../../figures/figure.ts";
import { findUnit } from "../../../figures/unit.ts";
import { finding, held, notApplicable, notChecked } from "../../finding.ts";
import { fundingFigure, plain } from "../../../evaluation/scoring/printed-scores.ts";
import { isDoubtful, operand, projectRule, statedOperand } from "./project-rule.ts";

const PER_PIECE = /^(元|万元)\/([^/]+)$/u;
/** Unit costs are often averages of different models; a smaller gap is no contradiction. */
const NOTABLE = new Decimal("0.02");

interface Pair {
  readonly cost: Indicator;
  readonly quantity: Indicator;
  readonly product: Decimal;
}

function pairsOf(indicators: readonly Indicator[]): readonly Pair[] {
  return indicators.flatMap((cost) => {
    const [, money, piece] = PER_PIECE.exec(cost.actual?.unit ?? cost.target?.unit ?? "") ?? [];
    const scale = findUnit(money ?? "")?.scale;
    if (piece === undefined || scale === undefined || cost.actual?.value == null) return [];
    const counted = indicators.filter(
      (one) => one !== cost && (one.actual?.unit ?? one.target?.unit) === piece && one.actual?.value != null,
    );
    const quantity = counted[0];
    if (quantity?.actual?.value == null || counted.length > 1) return [];
    return [
      {
        cost,
        quantity,
        product: new Decimal(cost.actual.value).times(quantity.actual.value).times(scale.toString()),
      },
    ];
  });
}

export const unitCostTimesQuantityMatchesExecution = projectRule(
  {
    id: "unit-cost-times-quantity-matches-execution",
    code: "P-61",
    title: "单位成本乘以数量应与执行数大体一致",
    kind: "explain",
    severity: "warning",
    basis:
      "《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》（财预〔2021〕101号）：成本指标与产出数量、支出相匹配",
    example: {
      passes: "单位成本8,567元/台，865台，执行数7,410,600元",
      fails: "单位成本8,047元/台，865台，执行数7,410,600元",
    },
  },
  ({ evaluation, name }) => {
    const executed = fundingFigure(evaluation, "executed");
    const pairs = pairsOf(evaluation.indicators);
    if (pairs.length === 0) return [notApplicable(name, "没有单位成本与数量指标")];
    if (executed === undefined) return [notChecked(name, "执行数空白或无法识别")];
    const paid = new Decimal(executed.millionths.toString()).div(MILLIONTHS.toString());
    return pairs.map(({ cost, quantity, product }) => {
      if (paid.isZero() || product.minus(paid).abs().lte(paid.times(NOTABLE))) return held(name);
      return finding({
        subject: name,
        message: `项目“${name}”单位成本${cost.actual?.raw ?? ""}${cost.target?.unit ?? ""}×数量${quantity.actual?.raw ?? ""}＝${plain(product)}元，执行数${plain(paid)}元，相差${plain(product.minus(paid))}元。`,
        advice: "请核对单位成本、数量与执行数；另有其他支出的请说明。",
        operands: [
          statedOperand(cost.name, cost.actual?.raw ?? "", cost.place),
          statedOperand(quantity.name, quantity.actual?.raw ?? "", quantity.place),
          operand("执行数", executed, executed.place),
        ],
        expected: plain(paid),
        actual: plain(product),
        gap: plain(product.minus(paid)),
        envelope: plain(paid.times(NOTABLE)),
        sourceDoubt: isDoubtful(evaluation),
      });
    });
  },
);
