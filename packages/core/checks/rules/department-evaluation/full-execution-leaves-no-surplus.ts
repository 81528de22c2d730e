import type { ProjectGroup } from "../../../evaluation/department-evaluation.ts";
import { EVALUATION_PROCEDURE } from "../../basis.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notApplicable } from "../../finding.ts";
import { decimalOf, plain } from "../../../evaluation/scoring/printed-scores.ts";
import { operand } from "../project-evaluation/project-rule.ts";
import { departmentRule } from "./department-rule.ts";

function judge(group: ProjectGroup): CheckOutcome {
  const rate = decimalOf(group.rate);
  const surplus = decimalOf(group.surplusOver10);
  if (rate === undefined || surplus === undefined)
    return notApplicable(group.name, "未列执行进度或结余项目数");
  if (rate.lt(100) || surplus.isZero()) return held(group.name);
  return finding({
    subject: group.name,
    message: `${group.name}预算执行总体进度为${plain(rate)}%，又写有${plain(surplus)}个项目预算结余率大于10%，两者矛盾。`,
    advice: "请核对执行进度和结余项目数，统一按同一预算口径计算。",
    operands: [
      operand("执行进度", group.rate, group.place),
      operand("结余率大于10%的项目", group.surplusOver10, group.place),
    ],
    expected: "0",
    actual: plain(surplus),
  });
}

export const fullExecutionLeavesNoSurplus = departmentRule(
  {
    id: "full-execution-leaves-no-surplus",
    code: "D-15",
    title: "执行进度100%的项目类别不应有结余率大于10%的项目",
    kind: "explain",
    severity: "warning",
    basis: `${EVALUATION_PROCEDURE}关于预算执行率的规定`,
    example: { passes: "执行进度92%，结余率大于10%的项目1个", fails: "执行进度100%，结余率大于10%的项目1个" },
  },
  ({ projectGroups }) =>
    projectGroups.length === 0
      ? [notApplicable("项目预算执行", "未列项目执行进度")]
      : projectGroups.map(judge),
);
