import { finding, held, notApplicable } from "../../finding.ts";
import { projectRule, statedOperand } from "./project-rule.ts";
import { printedTarget } from "./score-fault-rule.ts";

const MANY = 3;

export const benefitTargetsDiffer = projectRule(
  {
    id: "benefit-targets-differ",
    code: "P-33",
    title: "效益指标的目标值不应千篇一律",
    kind: "explain",
    severity: "hint",
    basis:
      "《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》（财预〔2021〕101号）：指标应能反映项目特点，可衡量",
    example: { passes: "效益指标目标值各不相同", fails: "三项效益指标的目标值均为“≥95%”" },
  },
  ({ evaluation, name }) => {
    const benefit = evaluation.indicators.filter(({ level1 }) => level1.includes("效益"));
    const first = benefit[0];
    if (first === undefined || benefit.length < MANY) return [notApplicable(name, "效益指标不足三项")];
    const target = printedTarget(first);
    if (target === "" || benefit.some((one) => printedTarget(one) !== target)) return [held(name)];
    return [
      finding({
        subject: name,
        message: `项目“${name}”的${benefit.length}项效益指标目标值均为“${target}”，不具考核性。`,
        advice: "请按项目特点设置可衡量的效益指标值。",
        operands: benefit.map((one) => statedOperand(one.name, printedTarget(one), one.place)),
      }),
    ];
  },
);
