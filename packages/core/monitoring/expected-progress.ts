// The progress that is due at the end of a month: the project's own plan, else what the edition sets.

import { Decimal } from "decimal.js";

import type { Known } from "./execution-series.ts";
import { isKnown } from "./execution-series.ts";
import { percentText } from "./lights.ts";
import { MONTHS } from "./monitored-project.ts";
import type { MonitoringRules } from "./monitoring-rules.ts";

/** Expected (应达进度): percent, and how it follows. */
export interface Expected {
  readonly percent: Decimal;
  readonly how: string;
}

/** What the calendar asks for: month ÷ 12, or between the edition's checkpoints in a straight line. */
export function calendarProgress(month: number, { checkpoints }: MonitoringRules): Expected {
  if (checkpoints.length === 0) {
    const percent = new Decimal(month).div(MONTHS).times(100);
    return { percent, how: `应达${percentText(percent)}（${month}÷12）` };
  }
  const points = [{ month: 0, rate: "0" }, ...checkpoints, { month: MONTHS, rate: "100" }];
  const next = points.findIndex((point) => point.month >= month);
  const [before, after] = [
    points[next - 1] ?? { month: 0, rate: "0" },
    points[next] ?? { month: MONTHS, rate: "100" },
  ];
  const share = new Decimal(month - before.month).div(Math.max(1, after.month - before.month));
  const percent = share.times(new Decimal(after.rate).minus(before.rate)).plus(before.rate);
  const how =
    after.month === month
      ? `${month}月末节点`
      : `${before.month}月末${before.rate}%至${after.month}月末${after.rate}%之间按月推算`;
  return { percent, how: `应达${percentText(percent)}（${how}）` };
}

/** What a plan asks for of a budget; undefined where the plan does not say. */
export function plannedProgress(
  planned: Known | undefined,
  budget: bigint,
  month: number,
): Expected | undefined {
  if (planned === undefined || !isKnown(planned) || budget <= 0n) return undefined;
  const percent = new Decimal(planned.fen.toString()).div(budget.toString()).times(100);
  return { percent, how: `应达${percentText(percent)}（用款计划至${month}月）` };
}
