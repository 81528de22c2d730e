// Identities across tables (表间勾稽关系) as data. Terms are addresses; "each" runs over classes or codes.
// A blank cell, and a row that a table of codes does not print, count as zero.

import type { ConditionName, Tie, TieCondition } from "./concept.ts";
import { summary, appropriation, otherIncome } from "./tie-terms.ts";
import { generalBudgetTies, statisticsTies } from "./ties-of-details.ts";
import { appropriationTies, summaryTies } from "./ties-of-summaries.ts";

/** All identities across tables. */
export const ties: readonly Tie[] = [
  ...summaryTies,
  ...appropriationTies,
  ...generalBudgetTies,
  ...statisticsTies,
];

const condition = (
  name: ConditionName,
  title: string,
  parts: Partial<Omit<TieCondition, "name" | "title">>,
): TieCondition => ({ name, title, zero: [], equal: [], unitTypes: [], ...parts });

const fiscalOnly = {
  zero: [...otherIncome.map(([line]) => summary(line).address), summary(28).address, summary(59).address],
  equal: [[summary(29).address, appropriation(28).address]],
} as const;

/** What the conditions of ties mean. */
export const tieConditions: Readonly<Record<ConditionName, TieCondition>> = {
  "all-fiscal-money": condition("all-fiscal-money", "单位只有财政拨款资金", fiscalOnly),
  "all-general-budget-money": condition("all-general-budget-money", "单位只有一般公共预算财政拨款资金", {
    ...fiscalOnly,
    zero: [
      ...fiscalOnly.zero,
      appropriation(2).address,
      appropriation(3).address,
      appropriation(30).address,
      appropriation(31).address,
    ],
  }),
  "office-unit": condition("office-unit", "行政单位或参照公务员法管理的事业单位", {
    unitTypes: ["administrative", "civil-service-like"],
  }),
  "mixed-unit": condition("mixed-unit", "既有行政（参公）单位又有事业单位的部门", { unitTypes: ["mixed"] }),
};
