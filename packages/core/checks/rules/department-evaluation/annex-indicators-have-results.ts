import { EVALUATION_PROCEDURE } from "../../basis.ts";
import { finding, held, notApplicable } from "../../finding.ts";
import { departmentRule } from "./department-rule.ts";

const SUBJECT = "部门整体绩效指标";

export const annexIndicatorsHaveResults = departmentRule(
  {
    id: "annex-indicators-have-results",
    code: "D-23",
    title: "每项部门整体绩效指标都应填列完成情况",
    kind: "explain",
    severity: "warning",
    basis: `${EVALUATION_PROCEDURE}：对照绩效目标逐项填列实际完成情况`,
    example: { passes: "35项指标均有完成值", fails: "“保障门户网站正常访问”没有完成值" },
  },
  ({ indicators }) => {
    if (indicators.length === 0) return [notApplicable(SUBJECT, "未列绩效指标")];
    const without = indicators.filter(
      ({ actual }) => actual === null || (actual.raw.trim() === "" && !actual.unreadable),
    );
    if (without.length === 0) return [held(SUBJECT)];
    // Where no indicator has one, the form has no such column.
    if (without.length === indicators.length) return [notApplicable(SUBJECT, "表样未列完成值")];
    return [
      finding({
        subject: SUBJECT,
        message: `${without.map(({ name }) => `“${name}”`).join("、")}未填实际完成值。`,
        advice: "请补填完成情况。",
        sourceDoubt: true,
        operands: without.map(({ name, target, place }) => ({
          label: name,
          value: target?.raw ?? null,
          place,
        })),
      }),
    ];
  },
);
