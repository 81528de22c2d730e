import { finding, held, notApplicable } from "../../finding.ts";
import { projectRule, statedOperand } from "./project-rule.ts";

export const requiredPartsFilled = projectRule(
  {
    id: "required-parts-filled",
    code: "P-44",
    title: "自评材料的必填内容应齐全",
    kind: "logic",
    severity: "warning",
    basis:
      "《项目支出绩效评价管理办法》（财预〔2020〕10号）：单位自评内容包括总体绩效目标、各项绩效指标完成情况以及预算执行情况",
    example: { passes: "项目名称、资金、目标、指标、总分齐全", fails: "缺少资金情况表" },
  },
  ({ evaluation, name }, { edition }) => {
    const layout = edition.evaluations.find(({ id }) => id === evaluation.layout);
    const missing = [
      ...(evaluation.name === "" ? ["项目名称"] : []),
      ...(evaluation.funding.length === 0 ? ["预算执行情况（资金表）"] : []),
      ...(layout?.goal != null && evaluation.goal === null ? ["年度目标"] : []),
      ...(layout?.goal != null && evaluation.achievement === null ? ["年度目标完成情况"] : []),
      ...(evaluation.indicators.length === 0 ? ["绩效指标"] : []),
      ...(evaluation.totalScore === null || evaluation.totalScore.kind === "blank" ? ["总分"] : []),
    ];
    const unscored = evaluation.indicators.filter(({ score }) => score === null || score.kind === "blank");
    const hasScores = unscored.length < evaluation.indicators.length;
    if (missing.length === 0 && (unscored.length === 0 || evaluation.indicators.length === 0))
      return [held(name)];
    const outcomes = missing.map((part) =>
      finding({
        subject: name,
        message: `项目“${name}”的自评材料缺少${part}。`,
        advice: `请补充${part}；如为扫描缺页，请提供完整文件。`,
        operands: [statedOperand("缺少内容", part, evaluation.place)],
        sourceDoubt: true,
      }),
    );
    if (unscored.length === 0) return outcomes.length === 0 ? [notApplicable(name, "无指标")] : outcomes;
    const which = hasScores
      ? `指标${unscored.map((one) => `“${one.name}”`).join("、")}`
      : `全部${unscored.length}项指标`;
    return [
      ...outcomes,
      finding({
        subject: name,
        message: `项目“${name}”${which}未填得分。`,
        advice: "请填写各项指标得分；未完成的填0分并说明原因。",
        operands: unscored.slice(0, 8).map((one) => statedOperand(one.name, "得分为空", one.place)),
        sourceDoubt: unscored.some((one) => one.doubtful),
      }),
    ];
  },
);
