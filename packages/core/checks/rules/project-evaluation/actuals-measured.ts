import { finding, held, notApplicable } from "../../finding.ts";
import { projectRule, statedOperand } from "./project-rule.ts";

const FEW = 2;

export const actualsMeasured = projectRule(
  {
    id: "actuals-measured",
    code: "P-57",
    title: "完成值应填实际数，不应照抄带比较符的指标值",
    kind: "explain",
    severity: "hint",
    basis: "项目支出绩效自评表填报说明：完成值填列实际完成数",
    example: { passes: "指标值≥90%，完成值93%", fails: "指标值≥90%，完成值“≥90%”" },
  },
  ({ evaluation, name }) => {
    const quantified = evaluation.indicators.filter(
      ({ target }) => target?.value != null || target?.comparator != null,
    );
    if (quantified.length === 0) return [notApplicable(name, "无定量指标")];
    const copied = quantified.filter(
      ({ target, actual }) =>
        actual?.comparator != null &&
        actual.comparator !== "=" &&
        target?.comparator === actual.comparator &&
        target.value === actual.value,
    );
    if (copied.length < FEW) return [held(name)];
    return [
      finding({
        subject: name,
        message: `项目“${name}”有${copied.length}项指标的完成值照抄指标值并带比较符（如“${copied[0]?.name ?? ""}”：${copied[0]?.actual?.raw ?? ""}），未填实际完成数。`,
        advice: "请按实际完成情况填写完成值。",
        operands: copied.slice(0, 8).map((one) => statedOperand(one.name, one.actual?.raw ?? "", one.place)),
      }),
    ];
  },
);
