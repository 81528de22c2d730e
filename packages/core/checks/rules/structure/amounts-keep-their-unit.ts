import type { Statement } from "../../../disclosure/facts.ts";
import { addressKey } from "../../../disclosure/address.ts";
import type { StatedFigure } from "../../../figures/figure.ts";
import type { Interval } from "../../../figures/interval.ts";
import { compareIntervals, intervalOf } from "../../../figures/interval.ts";
import { FINAL_ACCOUNTS_FORMS } from "../../basis.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notChecked } from "../../finding.ts";
import { operand } from "../project-evaluation/project-rule.ts";
import type { CheckContext } from "../../rule.ts";
import { accountsRule } from "./structure-rule.ts";

const STEP = 10_000n;

interface MoneyStatement {
  readonly statement: Statement;
  readonly figure: StatedFigure;
}

function moneyStatements(statements: readonly Statement[]): readonly MoneyStatement[] {
  return statements.flatMap((statement) =>
    statement.value.kind === "figure" &&
    statement.value.unit?.dimension === "money" &&
    statement.value.millionths !== 0n
      ? [{ statement, figure: statement.value }]
      : [],
  );
}

function scaled(figure: StatedFigure): Interval {
  const { low, high } = intervalOf(figure);
  return { low: low * STEP, high: high * STEP };
}

/** True when one amount is ten thousand times the other within what both print. */
function isUnitSlip(a: StatedFigure, b: StatedFigure): boolean {
  return (
    compareIntervals(intervalOf(a), scaled(b)).verdict !== "impossible" ||
    compareIntervals(intervalOf(b), scaled(a)).verdict !== "impossible"
  );
}

function slipIn(statements: readonly Statement[]): CheckOutcome | undefined {
  const [first, ...others] = moneyStatements(statements);
  const other =
    first === undefined ? undefined : others.find(({ figure }) => isUnitSlip(first.figure, figure));
  if (first === undefined || other === undefined) return undefined;
  return finding({
    subject: first.statement.where,
    message: `同一数据在${first.statement.where}为${first.figure.value}${first.figure.unit?.name ?? ""}，在${other.statement.where}为${other.figure.value}${other.figure.unit?.name ?? ""}，相差一万倍，疑似元、万元混用。`,
    advice: "请核对计量单位。",
    operands: [
      operand(first.statement.where, first.figure, first.figure.place),
      operand(other.statement.where, other.figure, other.figure.place),
    ],
    expected: first.figure.value,
    actual: other.figure.value,
    cells: [addressKey(first.statement.address)],
  });
}

function check({ facts, disclosure }: CheckContext): readonly CheckOutcome[] {
  if (disclosure.narrative.length === 0) return [notChecked(null, "未识别到情况说明，无法比对计量单位")];
  const slips = [...facts.all()].flatMap((statements) => slipIn(statements) ?? []);
  return slips.length === 0 ? [held("计量单位")] : slips;
}

export const amountsKeepTheirUnit = accountsRule(
  {
    id: "amounts-keep-their-unit",
    code: "S-09",
    title: "同一金额的元、万元不应混用",
    kind: "logic",
    severity: "error",
    basis: `${FINAL_ACCOUNTS_FORMS}：金额单位为万元`,
    needs: "决算表、情况说明",
    example: {
      passes: "公开01表收入总计1236.03，说明写1,236.03万元",
      fails: "公开01表收入总计1236.03，说明写12,360,300万元",
    },
  },
  check,
);
