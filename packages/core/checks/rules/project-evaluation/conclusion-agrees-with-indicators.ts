import { compareResult } from "../../../evaluation/targets/compare-result.ts";
import { finding, held, notApplicable, notChecked } from "../../finding.ts";
import { projectRule, statedOperand } from "./project-rule.ts";
import { printedTarget } from "./score-fault-rule.ts";

const ALL_DONE =
  /(?:全面|圆满|全部|均已?|已全部)完成[^。；]{0,12}(?:目标|任务|指标)|(?:目标|任务|指标)[^。；]{0,8}(?:全面|圆满|全部|均已?)(?:完成|实现|达标)/u;

export const conclusionAgreesWithIndicators = projectRule(
  {
    id: "conclusion-agrees-with-indicators",
    code: "P-64",
    title: "写“全面完成目标”的，各项指标应确已达到",
    kind: "logic",
    severity: "warning",
    basis: "《项目支出绩效评价管理办法》（财预〔2020〕10号）：自评结论应客观反映完成情况",
    example: {
      passes: "结论“完成大部分目标”，一项指标未达",
      fails: "结论“全面完成年度绩效目标”，购置数量3辆只完成1辆",
    },
  },
  ({ evaluation, name }) => {
    const texts = Object.values(evaluation.text).flatMap((text) => (text === null ? [] : [text]));
    if (texts.length === 0) return [notChecked(name, "未读到自评文字")];
    const claim = texts.flatMap((text) => {
      const match = ALL_DONE.exec(text.text);
      return match === null ? [] : [{ words: match[0], place: text.place }];
    })[0];
    if (claim === undefined) return [notApplicable(name, "文字未写全面完成")];
    const missed = evaluation.indicators.filter(
      (one) => !one.doubtful && compareResult(one).outcome === "missed",
    );
    if (missed.length === 0) return [held(name)];
    const list = missed
      .map((one) => `“${one.name}”目标${printedTarget(one)}、完成${one.actual?.raw ?? ""}`)
      .join("；");
    return [
      finding({
        subject: name,
        message: `项目“${name}”文字写“${claim.words}”，但有${missed.length}项指标未达到目标：${list}。`,
        advice: "请按指标的实际完成情况修改结论。",
        operands: [
          statedOperand("文字", claim.words, claim.place),
          ...missed.map((one) => statedOperand(one.name, one.actual?.raw ?? "", one.place)),
        ],
      }),
    ];
  },
);
