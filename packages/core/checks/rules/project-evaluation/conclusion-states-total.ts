import { compareIntervals, intervalOf } from "../../../figures/interval.ts";
import { parseFigure } from "../../../figures/parse-figure.ts";
import { countUnit } from "../../../figures/unit.ts";
import { finding, held, notApplicable, notChecked } from "../../finding.ts";
import { evaluationCell, operand, projectRule, statedOperand } from "./project-rule.ts";

/** "本项目自评总分98.79分": only words that say it is the total of the self-evaluation. */
const TOTAL =
  /(?:自评总分|自评总得分|自评得分|总得分|综合得分)(?:共?计|为|是)?[:：]?\s*(\d{1,3}(?:\.\d{1,2})?)\s*分/u;

export const conclusionStatesTotal = projectRule(
  {
    id: "conclusion-states-total",
    code: "P-68",
    title: "评价结论所写得分应与自评表总分一致",
    kind: "logic",
    severity: "error",
    basis: "《项目支出绩效评价管理办法》（财预〔2020〕10号）：自评结果应真实、准确",
    example: { passes: "总分98.79，结论写自评总分98.79分", fails: "总分100，结论写自评总分96分" },
  },
  ({ evaluation, name, index }, { disclosure }) => {
    // Sentences that the place describes are compared with the form by their own rule (P-49).
    const isDescribed = disclosure.narrative.some(
      (sentence) =>
        sentence.evaluation === index &&
        sentence.figures.some(({ refersTo }) => refersTo.field === "totalScore"),
    );
    const conclusion = evaluation.text.conclusion;
    if (isDescribed || conclusion === null) return [notApplicable(name, "没有写明得分的评价结论")];
    const stated = TOTAL.exec(conclusion.text)?.[1];
    if (stated === undefined) return [notApplicable(name, "评价结论未写得分")];
    const figure = parseFigure(stated, countUnit("分"), conclusion.place);
    const total = evaluation.totalScore;
    if (figure.kind !== "figure" || total?.kind !== "figure") return [notChecked(name, "总分空白或无法识别")];
    if (compareIntervals(intervalOf(figure), intervalOf(total)).verdict !== "impossible") return [held(name)];
    return [
      finding({
        subject: name,
        message: `项目“${name}”评价结论写得分${figure.value}分，自评表总分为${total.value}分。`,
        advice: "请核对评价结论与自评表总分，使其一致。",
        operands: [
          statedOperand("评价结论所写得分", figure.value, conclusion.place),
          operand("自评表总分", total, total.place),
        ],
        expected: total.value,
        actual: figure.value,
        cells: [evaluationCell(index, "text.totalScore")],
      }),
    ];
  },
);
