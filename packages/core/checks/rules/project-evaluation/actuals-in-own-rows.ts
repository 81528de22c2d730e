import { Decimal } from "decimal.js";

import type { Indicator } from "../../../evaluation/project-evaluation.ts";
import { finding, held, notApplicable } from "../../finding.ts";
import { indicatorCell, projectRule, statedOperand } from "./project-rule.ts";
import { printedTarget } from "./score-fault-rule.ts";

const same = (a: string | null | undefined, b: string | null | undefined): boolean =>
  a != null && b != null && new Decimal(a).eq(b);

/** How many rows in a run have the result that belongs to the row the given step away. */
function shiftedRun(indicators: readonly Indicator[], start: number, step: 1 | -1): number {
  let run = 0;
  for (let index = start; index < indicators.length; index += 1) {
    const own = indicators[index];
    const other = indicators[index + step];
    if (own === undefined || other === undefined) break;
    const mismatch = !same(own.actual?.value, own.target?.value);
    if (!mismatch || !same(own.actual?.value, other.target?.value)) break;
    run += 1;
  }
  return run;
}

/** Rows whose results are swapped or moved by one row; at least two in a row, or one exact swap. */
function misplaced(indicators: readonly Indicator[]): readonly Indicator[] {
  for (let start = 0; start < indicators.length; start += 1) {
    for (const step of [1, -1] as const) {
      const run = shiftedRun(indicators, start, step);
      if (run >= 2) return indicators.slice(start, start + run);
    }
    const [a, b] = [indicators[start], indicators[start + 1]];
    const swapped =
      a !== undefined &&
      b !== undefined &&
      !same(a.target?.value, b.target?.value) &&
      same(a.actual?.value, b.target?.value) &&
      same(b.actual?.value, a.target?.value);
    if (swapped) return [a, b];
    // A run of one counts when the next row's own result repeats its own target after the shift.
    const next = indicators[start + 2];
    if (
      a !== undefined &&
      b !== undefined &&
      shiftedRun(indicators, start, 1) === 1 &&
      next !== undefined &&
      !same(b.actual?.value, b.target?.value) &&
      same(b.actual?.value, next.target?.value)
    ) {
      return [a, b];
    }
  }
  return [];
}

export const actualsInOwnRows = projectRule(
  {
    id: "actuals-in-own-rows",
    code: "P-41",
    title: "完成值应与本行指标对应",
    kind: "logic",
    severity: "error",
    basis: "项目支出绩效自评表填报说明：完成值按指标逐项填列",
    example: {
      passes: "政府网站1个，完成1；网络节点69个，完成69",
      fails: "政府网站1个，完成69；网络节点69个，完成11；主干网11条，完成11",
    },
  },
  (subject) => {
    const { evaluation, name } = subject;
    if (evaluation.indicators.length < 2) return [notApplicable(name, "指标不足两项")];
    const rows = misplaced(evaluation.indicators);
    if (rows.length === 0) return [held(name)];
    // Rates are often alike: that two of them are also a neighbour's target proves nothing yet.
    const isRates = rows.every((row) => row.target?.unit === "%");
    if (isRates && rows.length < 3) return [held(name)];
    const list = rows
      .map((row) => `“${row.name}”目标${printedTarget(row)}、完成${row.actual?.raw ?? ""}`)
      .join("；");
    return [
      finding({
        subject: name,
        message: `项目“${name}”的完成值疑似错行：${list}，与相邻行的指标值相同。`,
        advice: "请逐行核对完成值。",
        operands: rows.map((row) =>
          statedOperand(row.name, `${printedTarget(row)}／${row.actual?.raw ?? ""}`, row.place),
        ),
        sourceDoubt: true,
        ...(isRates ? { severity: "warning" as const, kind: "explain" as const } : {}),
        covers: rows.map((row) => indicatorCell(subject, row, "actual")),
      }),
    ];
  },
);
