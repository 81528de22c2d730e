import type { DepartmentEvaluation, ProjectGroup } from "../../../evaluation/department-evaluation.ts";
import { comparePercent, divide } from "../../../figures/interval.ts";
import { EVALUATION_PROCEDURE } from "../../basis.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notApplicable, notChecked } from "../../finding.ts";
import { operand } from "../project-evaluation/project-rule.ts";
import { departmentRule, sumOf, wanYuan } from "./department-rule.ts";
import type { ProjectCost } from "../../../evaluation/project-costs.ts";
import { completeCosts, membersOf } from "../../../evaluation/project-costs.ts";

function judge(
  group: ProjectGroup,
  costs: readonly ProjectCost[],
  evaluation: DepartmentEvaluation,
): CheckOutcome {
  const { rate, name } = group;
  if (rate?.kind !== "figure") return notApplicable(name, "未列执行进度");
  const members = evaluation.projectGroups.length === 1 ? costs : membersOf(group, costs);
  if (members === undefined) return notChecked(name, "无法确定该类别包含附表中的哪些项目");
  const planned = sumOf(members.map((cost) => cost.planned));
  const spent = sumOf(members.map((cost) => cost.spent));
  const ratio = divide(spent, planned);
  if (ratio === undefined) return notApplicable(name, "预算为0");
  const comparison = comparePercent(rate, ratio);
  if (comparison.verdict !== "impossible") return held(name);
  return finding({
    subject: name,
    message: `${name}写明预算执行总体进度${rate.value}%；附表中该类${members.length}个项目成本指标值合计${wanYuan(planned)}万元，实际${wanYuan(spent)}万元，为${ratio.printed.times(100).toFixed(2)}%。`,
    advice: "请核对执行进度；如按调整后预算计算，请写明口径和调整情况。",
    operands: [
      operand(`${name}执行进度`, rate, group.place),
      ...members.flatMap(({ indicator, planned: target, spent: actual }) => [
        operand(`${indicator.name} 指标值`, target, target.place),
        operand(`${indicator.name} 完成值`, actual, actual.place),
      ]),
    ],
    expected: comparison.expected.toFixed(),
    actual: rate.value,
    gap: comparison.gap.toFixed(),
    envelope: comparison.envelope.toFixed(4),
  });
}

export const groupRatesFollowCosts = departmentRule(
  {
    id: "group-rates-follow-costs",
    code: "D-18",
    title: "各类项目的执行进度应与附表成本指标复算一致",
    kind: "explain",
    severity: "warning",
    basis: `${EVALUATION_PROCEDURE}关于预算执行率的规定`,
    needs: "部门自评报告、附表成本指标",
    example: {
      passes: "附表计划209.92万元、实际180.10万元，报告写85.79%",
      fails: "附表计划209.92万元、实际180.10万元，报告写100%",
    },
  },
  (evaluation) => {
    if (evaluation.projectGroups.length === 0) return [notApplicable("项目预算执行", "未列项目执行进度")];
    const costs = completeCosts(evaluation);
    if (costs === undefined) return [notChecked("项目预算执行", "附表成本指标与项目个数不对应，无法复算")];
    return evaluation.projectGroups.map((group) => judge(group, costs, evaluation));
  },
);
