// Money spent by the end of each month, in 分, as far as it can be told: a month that is blank or unreadable
// is not known, and where amounts are of single months neither is any later sum.

import type { CellValue } from "../figures/figure.ts";
import { moneyOf } from "../figures/figure.ts";
import type { AmountBasis, MonitoredProject } from "./monitored-project.ts";

/** Known (已知数): an amount in 分, or why there is none. */
export type Known = { readonly fen: bigint } | { readonly missing: string };

export const isKnown = (known: Known): known is { readonly fen: bigint } => "fen" in known;

/** The amount of a cell; the words say what it is. */
export function knownAmount(value: CellValue | undefined, words: string): Known {
  if (value === undefined || value.kind === "blank") return { missing: `${words}未填` };
  const money = value.kind === "figure" ? moneyOf(value) : undefined;
  return money === undefined ? { missing: `${words}“${value.raw}”无法识别` } : { fen: money.fen };
}

/** The budget that rates are measured by: the adjusted one, or the initial one where none was adjusted. */
export function budgetOf({ adjusted, initial }: Pick<MonitoredProject, "adjusted" | "initial">): Known {
  if (adjusted.kind === "blank" && initial.kind === "figure") return knownAmount(initial, "年初预算");
  return knownAmount(adjusted, "调整后预算");
}

/** Sums by the end of each month; the first stands for January. */
export function cumulativeSums(
  months: readonly CellValue[],
  basis: AmountBasis,
  words: string,
): readonly Known[] {
  const own = months.map((value, index) => knownAmount(value, `${index + 1}月${words}`));
  if (basis === "cumulative") return own;
  const sums: Known[] = [];
  for (const month of own) {
    const before = sums.at(-1) ?? { fen: 0n };
    if (!isKnown(before)) sums.push(before);
    else sums.push(isKnown(month) ? { fen: before.fen + month.fen } : month);
  }
  return sums;
}

/** The last month for which any project reports an amount; undefined where none does. */
export function lastReportedMonth(projects: readonly MonitoredProject[]): number | undefined {
  const last = Math.max(
    0,
    ...projects.map(({ executed }) => executed.findLastIndex(({ kind }) => kind !== "blank") + 1),
  );
  return last === 0 ? undefined : last;
}
