import { Decimal } from "decimal.js";

import { finding, held, notApplicable, notChecked } from "../../finding.ts";
import {
  fundingFigure,
  initialBudget,
  plain,
  isEmptyReason,
} from "../../../evaluation/scoring/printed-scores.ts";
import { operand, projectRule } from "./project-rule.ts";

const NOTABLE_CHANGE = new Decimal("0.1");

export const adjustedBudgetHasReason = projectRule(
  {
    id: "adjusted-budget-has-reason",
    code: "P-12",
    title: "年中预算调整较大的应说明理由",
    kind: "explain",
    severity: "warning",
    basis: "项目支出绩效自评表填报说明：年中发生预算调整的（追加或调减），应单独说明理由",
    example: {
      passes: "年初预算65万元调整为16.18万元，原因栏写明调减理由",
      fails: "年初预算65万元调整为16.18万元，原因栏空白",
    },
  },
  ({ evaluation, name }) => {
    const initial = initialBudget(evaluation);
    const adjusted = fundingFigure(evaluation, "adjusted");
    if (initial === undefined || adjusted === undefined)
      return [notChecked(name, "年初预算数或全年预算数空白或无法识别")];
    if (initial.value === adjusted.value || initial.millionths === adjusted.millionths)
      return [notApplicable(name, "预算未调整")];
    const change = new Decimal(adjusted.value).minus(initial.value);
    const rate = new Decimal(initial.value).isZero() ? undefined : change.div(initial.value);
    if (rate !== undefined && rate.abs().lte(NOTABLE_CHANGE)) return [held(name)];
    const reasons = evaluation.funding.map((row) => row.reason?.text);
    if (reasons.some((reason) => !isEmptyReason(reason))) return [held(name)];
    const percent =
      rate === undefined
        ? ""
        : `（${rate.isNegative() ? "调减" : "追加"}${rate.abs().times(100).toFixed(2)}%）`;
    return [
      finding({
        subject: name,
        message: `项目“${name}”预算由年初${initial.value}调整为${adjusted.value}${evaluation.moneyUnit}${percent}，未说明调整理由。`,
        advice: "请在原因栏单独说明预算追加或调减的理由。",
        operands: [
          operand("年初预算数", initial, initial.place),
          operand("全年预算数", adjusted, adjusted.place),
        ],
        expected: plain(new Decimal(initial.value)),
        actual: plain(new Decimal(adjusted.value)),
        gap: plain(change),
      }),
    ];
  },
);
