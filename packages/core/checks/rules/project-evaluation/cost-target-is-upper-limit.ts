import { isCostIndicator, isSaving } from "../../../evaluation/targets/direction.ts";
import { finding, held, notApplicable } from "../../finding.ts";
import { projectRule, statedOperand } from "./project-rule.ts";
import { printedTarget } from "./score-fault-rule.ts";

export const costTargetIsUpperLimit = projectRule(
  {
    id: "cost-target-is-upper-limit",
    code: "P-25",
    title: "成本指标的指标性质应为“≤”",
    kind: "explain",
    severity: "warning",
    basis:
      "《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》（财预〔2021〕101号）：成本指标为反向指标",
    example: { passes: "单位成本≤1万元/台", fails: "单位成本≥1万元/台" },
  },
  ({ evaluation, name }) =>
    evaluation.indicators.map((indicator) => {
      const label = `${name} ${indicator.name}`;
      if (!isCostIndicator(indicator)) return notApplicable(label, "不是成本指标");
      if (isSaving(indicator)) return notApplicable(label, "反映节约的程度，以高为好");
      const comparator = indicator.target?.comparator;
      if (comparator !== "≥" && comparator !== ">") return held(label);
      return finding({
        subject: name,
        message: `项目“${name}”成本指标“${indicator.name}”的目标为${printedTarget(indicator)}，成本越高越好不合情理，应为“≤”。`,
        advice: "请将成本指标的指标性质改为“≤”。",
        operands: [
          statedOperand("指标值", printedTarget(indicator), indicator.target?.place ?? indicator.place),
        ],
        sourceDoubt: indicator.doubtful,
      });
    }),
);
