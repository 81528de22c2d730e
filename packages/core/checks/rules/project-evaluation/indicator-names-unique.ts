import { comparable } from "../../../figures/normalize.ts";
import { finding, held } from "../../finding.ts";
import { projectRule, statedOperand } from "./project-rule.ts";

export const indicatorNamesUnique = projectRule(
  {
    id: "indicator-names-unique",
    code: "P-32",
    title: "同一项目内同类指标不应重复设置",
    kind: "explain",
    severity: "hint",
    basis:
      "《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》（财预〔2021〕101号）：指标应重点突出、不重复",
    example: { passes: "数量指标“培训人数”“培训班次”", fails: "数量指标“培训人数”出现两次" },
  },
  ({ evaluation, name }) => {
    const seen = new Map<string, number>();
    for (const { level2, name: indicator } of evaluation.indicators) {
      const key = `${comparable(level2)}|${comparable(indicator)}`;
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
    const repeated = evaluation.indicators.filter(
      ({ level2, name: indicator }, index) =>
        (seen.get(`${comparable(level2)}|${comparable(indicator)}`) ?? 0) > 1 &&
        evaluation.indicators.findIndex(
          (one) => comparable(one.name) === comparable(indicator) && one.level2 === level2,
        ) === index,
    );
    if (repeated.length === 0) return [held(name)];
    return repeated.map((indicator) =>
      finding({
        subject: name,
        message: `项目“${name}”的${indicator.level2}中“${indicator.name}”重复设置。`,
        advice: "请合并或删除重复的指标，并相应调整分值。",
        operands: [statedOperand("指标", indicator.name, indicator.place)],
        sourceDoubt: indicator.doubtful,
      }),
    );
  },
);
