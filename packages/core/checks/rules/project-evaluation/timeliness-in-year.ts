import { finding, held, notApplicable, notChecked } from "../../finding.ts";
import { projectRule, statedOperand } from "./project-rule.ts";

const YEAR = /(20\d{2})\s*年/gu;

export const timelinessInYear = projectRule(
  {
    id: "timeliness-in-year",
    code: "P-28",
    title: "时效指标的时间应在评价年度内",
    kind: "explain",
    severity: "warning",
    basis: "《项目支出绩效评价管理办法》（财预〔2020〕10号）：单位自评以预算年度为周期",
    example: { passes: "2024年度评价，时效目标“2024年12月底前”", fails: "2024年度评价，时效目标“2023年度”" },
  },
  ({ evaluation, name }, { disclosure }) => {
    const year = evaluation.year ?? disclosure.year;
    if (year === null) return [notChecked(name, "不知评价年度")];
    return evaluation.indicators.map((indicator) => {
      const label = `${name} ${indicator.name}`;
      const years = [...(indicator.target?.raw ?? "").matchAll(YEAR)].map((match) => Number(match[1]));
      if (years.length === 0) return notApplicable(label, "指标值不含年份");
      if (years.some((one) => one >= year)) return held(label);
      return finding({
        subject: name,
        message: `项目“${name}”指标“${indicator.name}”的目标时间为“${indicator.target?.raw ?? ""}”，不在${year}年度内，疑似沿用以前年度的指标。`,
        advice: "请核对指标的时间；以前年度结转的项目请说明。",
        operands: [
          statedOperand("指标值", indicator.target?.raw ?? "", indicator.target?.place ?? indicator.place),
        ],
        expected: `${year}年度`,
        actual: indicator.target?.raw ?? null,
        sourceDoubt: indicator.doubtful,
      });
    });
  },
);
