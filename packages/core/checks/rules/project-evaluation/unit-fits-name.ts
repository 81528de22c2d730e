import { finding, held, notApplicable } from "../../finding.ts";
import { projectRule, statedOperand } from "./project-rule.ts";
import { printedTarget } from "./score-fault-rule.ts";

/** What an indicator's name says it counts, and the units that fit. */
const NAMED_UNITS: readonly (readonly [pattern: RegExp, units: readonly string[]])[] = [
  [/人数|人员数量$|人员数$/u, ["人", "名", "人次"]],
  [/人次数?$/u, ["人次", "人", "次"]],
  [/期数$/u, ["期"]],
  [/批次数?$/u, ["批次", "批", "次"]],
  [/场次数?$/u, ["场次", "场", "次", "个"]],
  [/面积$/u, ["平方米", "平方公里", "亩", "公顷", "㎡"]],
  [/份数$/u, ["份"]],
];

export const unitFitsName = projectRule(
  {
    id: "unit-fits-name",
    code: "P-63",
    title: "指标值的计量单位应与指标名称相符",
    kind: "explain",
    severity: "warning",
    basis:
      "《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》（财预〔2021〕101号）：指标名称、指标值、计量单位应一致",
    example: { passes: "编印期数，4期", fails: "编印期数，3200份" },
  },
  ({ evaluation, name }) =>
    evaluation.indicators.map((indicator) => {
      const label = `${name} ${indicator.name}`;
      const fitting = NAMED_UNITS.find(([pattern]) => pattern.test(indicator.name))?.[1];
      // 万人 counts persons.
      const unit = indicator.target?.unit?.replace(/^[十百千万亿]+(?=.)/u, "") ?? null;
      if (fitting === undefined || unit === null || unit === "%")
        return notApplicable(label, "名称未标明计量内容");
      if (fitting.includes(unit)) return held(label);
      return finding({
        subject: name,
        message: `项目“${name}”指标“${indicator.name}”按名称应以“${fitting[0] ?? ""}”计量，指标值为${printedTarget(indicator)}。`,
        advice: "请核对指标名称与计量单位。",
        operands: [
          statedOperand("指标值", printedTarget(indicator), indicator.target?.place ?? indicator.place),
        ],
        expected: fitting.join("、"),
        actual: unit,
        sourceDoubt: indicator.doubtful,
      });
    }),
);
