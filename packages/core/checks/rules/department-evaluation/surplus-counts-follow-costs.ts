import { Decimal } from "decimal.js";

import type { DepartmentEvaluation } from "../../../evaluation/department-evaluation.ts";
import { EVALUATION_PROCEDURE } from "../../basis.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notApplicable, notChecked } from "../../finding.ts";
import { decimalOf, plain } from "../../../evaluation/scoring/printed-scores.ts";
import { operand } from "../project-evaluation/project-rule.ts";
import type { DepartmentJudge } from "./department-rule.ts";
import { departmentRule } from "./department-rule.ts";
import type { ProjectCost } from "../../../evaluation/project-costs.ts";
import { completeCosts, membersOf } from "../../../evaluation/project-costs.ts";

const LIMIT = new Decimal("0.1");

function hasSurplus({ planned, spent }: ProjectCost): boolean {
  return new Decimal(planned.value).minus(spent.value).div(planned.value).gt(LIMIT);
}

function list(costs: readonly ProjectCost[]): string {
  return costs
    .map(({ indicator, planned, spent }) => `${indicator.name}${planned.value}→${spent.value}`)
    .join("、");
}

function outcomeOf(
  name: string,
  stated: Decimal,
  members: readonly ProjectCost[],
  evaluation: DepartmentEvaluation,
): CheckOutcome {
  const over = members.filter(hasSurplus);
  if (stated.eq(over.length)) return held(name);
  return finding({
    subject: name,
    message: `${name}写明预算结余率大于10%的项目${plain(stated)}个；以附表成本指标值为预算计算，应为${over.length}个（${over.length === 0 ? "无" : list(over)}，万元）。`,
    advice:
      "请核对结余率的计算基数（年初预算或调整后预算）并统一口径；如按调整后预算计算，请同时说明调整情况。",
    operands: [
      ...evaluation.projectGroups.map((group) =>
        operand(`${group.name}结余率大于10%`, group.surplusOver10, group.place),
      ),
      ...over.map(({ indicator }) => ({
        label: indicator.name,
        value: indicator.actual?.raw ?? null,
        place: indicator.place,
      })),
    ],
    expected: String(over.length),
    actual: plain(stated),
    gap: plain(stated.minus(over.length)),
  });
}

const judge: DepartmentJudge = (evaluation) => {
  const { projectGroups } = evaluation;
  const subject = "预算结余率";
  if (projectGroups.length === 0) return [notApplicable(subject, "未列结余率大于10%的项目数")];
  const stated = projectGroups.flatMap(({ surplusOver10 }) => decimalOf(surplusOver10) ?? []);
  if (stated.length < projectGroups.length)
    return [notChecked(subject, "结余率大于10%的项目数空白或无法识别")];
  const costs = completeCosts(evaluation);
  if (costs === undefined) return [notChecked(subject, "附表成本指标与项目个数不对应，无法复算")];
  const groups = projectGroups.map((group) => ({ group, members: membersOf(group, costs) }));
  if (groups.every(({ members }) => members !== undefined)) {
    return groups.map(({ group, members }) =>
      outcomeOf(group.name, decimalOf(group.surplusOver10) ?? new Decimal(0), members ?? [], evaluation),
    );
  }
  const total = stated.reduce((sum, count) => sum.plus(count), new Decimal(0));
  return [outcomeOf("各类项目", total, costs, evaluation)];
};

export const surplusCountsFollowCosts = departmentRule(
  {
    id: "surplus-counts-follow-costs",
    code: "D-06",
    title: "结余率大于10%的项目数应与附表复算一致",
    kind: "explain",
    severity: "warning",
    basis: `${EVALUATION_PROCEDURE}；部门预算绩效自评报告填报要求`,
    needs: "部门自评报告、附表成本指标",
    example: {
      passes: "附表有1个项目结余率20.50%，报告写1个",
      fails: "附表有4个项目结余率大于10%，报告写1个",
    },
  },
  judge,
);
