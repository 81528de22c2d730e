// What is wrong in the reported amounts themselves: sums that fall, months left out, more than the budget.

import type { Place } from "../document/document.ts";
import { yuanText } from "./execution-light.ts";
import type { Known } from "./execution-series.ts";
import { isKnown } from "./execution-series.ts";
import type { AmountBasis, MonitoredProject } from "./monitored-project.ts";

/** ReportFault (填报问题): what is wrong, and where. */
export interface ReportFault {
  readonly code: "falls" | "negative" | "left-out" | "unreadable" | "over-budget" | "no-budget";
  readonly message: string;
  readonly place: Place;
}

/** FaultInput: a project with its sums, up to a month. */
export interface FaultInput {
  readonly project: MonitoredProject;
  readonly basis: AmountBasis;
  readonly budget: Known;
  readonly spent: readonly Known[];
  readonly month: number;
}

/** The faults of a project's amounts up to a month. */
export function faultsOf(input: FaultInput): readonly ReportFault[] {
  return [...budgetFaults(input), ...monthFaults(input), ...overBudget(input)];
}

function budgetFaults({ project, budget }: FaultInput): readonly ReportFault[] {
  return isKnown(budget)
    ? []
    : [{ code: "no-budget", message: `${budget.missing}，执行率无法计算。`, place: project.adjusted.place }];
}

function monthFaults({ project, basis, month }: FaultInput): readonly ReportFault[] {
  const faults: ReportFault[] = [];
  const reported = project.executed.slice(0, month);
  let before: { readonly amount: bigint; readonly month: number } | undefined;
  for (const [index, value] of reported.entries()) {
    const [number, { place }] = [index + 1, value];
    if (value.kind === "unreadable")
      faults.push({ code: "unreadable", message: `${number}月执行数“${value.raw}”无法识别。`, place });
    if (value.kind === "blank") faults.push({ code: "left-out", message: `${number}月执行数未填。`, place });
    if (value.kind !== "figure") continue;
    const amount = value.millionths;
    if (basis === "monthly" && amount < 0n)
      faults.push({
        code: "negative",
        message: `${number}月执行数为${value.value}，是负数，请说明退回或更正。`,
        place,
      });
    if (basis === "cumulative" && before !== undefined && amount < before.amount)
      faults.push({
        code: "falls",
        message: `${number}月累计执行数${value.value}，少于${before.month}月，累计数不应减少；如有退回请说明。`,
        place,
      });
    before = { amount, month: number };
  }
  return faults;
}

/** The first month in which more than the budget was spent. */
function overBudget({ project, budget, spent, month }: FaultInput): readonly ReportFault[] {
  if (!isKnown(budget)) return [];
  const over = spent.slice(0, month).findIndex((sum) => isKnown(sum) && sum.fen > budget.fen);
  const sum = spent[over];
  if (sum === undefined || !isKnown(sum)) return [];
  return [
    {
      code: "over-budget",
      message: `至${over + 1}月累计执行${yuanText(sum.fen)}，超过预算${yuanText(budget.fen)}。`,
      place: project.executed[over]?.place ?? project.place,
    },
  ];
}
