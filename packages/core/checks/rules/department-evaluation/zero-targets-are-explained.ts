import { TARGET_GUIDELINE } from "../../basis.ts";
import { finding, held, notApplicable } from "../../finding.ts";
import { decimalOf } from "../../../evaluation/scoring/printed-scores.ts";
import { departmentRule } from "./department-rule.ts";

const SUBJECT = "部门整体绩效指标";

export const zeroTargetsAreExplained = departmentRule(
  {
    id: "zero-targets-are-explained",
    code: "D-12",
    title: "指标值为0的指标不能按比例计分，应说明评分方法",
    kind: "explain",
    severity: "hint",
    basis: `${TARGET_GUIDELINE}关于指标取值的规定`,
    example: { passes: "安全事故=0起，完成0起，满分", fails: "培训人次≥0人次，完成12人次，满分" },
  },
  (evaluation) => {
    if (evaluation.indicators.length === 0) return [notApplicable(SUBJECT, "未列绩效指标")];
    // "≤0" and "=0" ask that nothing happens; "≥0" asks nothing.
    const zero = evaluation.indicators.filter(
      ({ target, points }) =>
        target?.value !== null &&
        target?.value !== undefined &&
        /^0+(?:\.0+)?$/u.test(target.value) &&
        (target.comparator === "≥" || target.comparator === ">") &&
        decimalOf(points)?.isZero() !== true,
    );
    if (zero.length === 0) return [held(SUBJECT)];
    return [
      finding({
        subject: SUBJECT,
        message: `${zero.map(({ name, target }) => `“${name}”指标值为${target?.raw ?? "0"}`).join("、")}，任何完成值都达标，无法体现绩效。`,
        advice: "请设置可衡量的指标值。",
        operands: zero.map(({ name, target, place }) => ({ label: name, value: target?.raw ?? null, place })),
      }),
    ];
  },
);
