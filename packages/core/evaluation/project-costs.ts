// The projects of a department as the annex prices them: one cost indicator for each, planned and spent.

import { Decimal } from "decimal.js";

import type { DepartmentEvaluation, ProjectGroup } from "./department-evaluation.ts";
import type { Indicator } from "./project-evaluation.ts";
import type { StatedFigure } from "../figures/figure.ts";
import { statedFigure } from "../figures/figure.ts";
import { WAN_YUAN } from "../figures/unit.ts";
import { decimalOf } from "./scoring/printed-scores.ts";

/** Above this number of projects the groups are not told apart by their sums. */
const MOST_PROJECTS = 12;

/** ProjectCost: the cost of one project in the annex, planned and spent. */
export interface ProjectCost {
  readonly indicator: Indicator;
  readonly planned: StatedFigure;
  readonly spent: StatedFigure;
}

/** The cost indicators of the annex that state an amount of money for one project each. */
export function projectCosts(evaluation: DepartmentEvaluation): readonly ProjectCost[] {
  return evaluation.indicators.flatMap((indicator) => {
    const { target, actual, level1, level2 } = indicator;
    const isCost = /成本/u.test(level1 + level2) && target?.unit === "万元";
    if (!isCost || target.value === null || actual === null || actual.value === null) return [];
    const planned = statedFigure(target.value, WAN_YUAN, target.place);
    const spent = statedFigure(actual.value, WAN_YUAN, actual.place);
    return planned === undefined || spent === undefined || planned.millionths <= 0n
      ? []
      : [{ indicator, planned, spent }];
  });
}

/** The costs, when the annex prices exactly as many projects as the groups count. */
export function completeCosts(evaluation: DepartmentEvaluation): readonly ProjectCost[] | undefined {
  const costs = projectCosts(evaluation);
  const counts = evaluation.projectGroups.map(({ count }) => decimalOf(count));
  if (costs.length === 0 || counts.length === 0 || counts.includes(undefined)) return undefined;
  const projects = counts.reduce<Decimal>((sum, count) => sum.plus(count ?? 0), new Decimal(0));
  return projects.eq(costs.length) ? costs : undefined;
}

/** The projects of a group, when exactly one choice of them has its number and its budget. */
export function membersOf(
  group: ProjectGroup,
  costs: readonly ProjectCost[],
): readonly ProjectCost[] | undefined {
  const [count, budget] = [decimalOf(group.count), decimalOf(group.budget)];
  if (count === undefined || budget === undefined || costs.length > MOST_PROJECTS) return undefined;
  const choices: (readonly ProjectCost[])[] = [];
  for (let mask = 0; mask < 2 ** costs.length; mask += 1) {
    const chosen = costs.filter((_, index) => Math.floor(mask / 2 ** index) % 2 === 1);
    const sum = chosen.reduce((total, cost) => total.plus(cost.planned.value), new Decimal(0));
    if (count.eq(chosen.length) && sum.eq(budget)) choices.push(chosen);
  }
  return choices.length === 1 ? choices[0] : undefined;
}
