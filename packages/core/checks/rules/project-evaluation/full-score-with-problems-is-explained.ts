import { decimalOf, plain } from "../../../evaluation/scoring/printed-scores.ts";
import { problemItems } from "../../../rectification/problem-items.ts";
import { EVALUATION_PROCEDURE } from "../../basis.ts";
import { finding, held, notApplicable, notChecked } from "../../finding.ts";
import { operand, projectRule, statedOperand } from "./project-rule.ts";

const FULL = 100;

export const fullScoreWithProblemsIsExplained = projectRule(
  {
    id: "full-score-with-problems-is-explained",
    code: "P-71",
    title: "自评满分又写有存在问题的，应说明问题不影响得分",
    kind: "explain",
    severity: "hint",
    basis: `${EVALUATION_PROCEDURE}：自评结论应客观反映完成情况`,
    example: { passes: "自评98分，存在问题：支付偏慢", fails: "自评100分，存在问题：支付偏慢" },
  },
  ({ evaluation, name }) => {
    const { problems } = evaluation.text;
    if (problems === null) return [notApplicable(name, "表中没有存在问题")];
    const total = decimalOf(evaluation.totalScore);
    if (total === undefined) return [notChecked(name, "总分空白或无法识别")];
    const items = problemItems(problems.text);
    if (items.kind === "unreadable") return [notChecked(name, "存在问题的文字太少或无法识别")];
    if (items.kind === "none" || total.lt(FULL)) return [held(name)];
    return [
      finding({
        subject: name,
        message: `项目“${name}”自评${plain(total)}分，又写有${items.items.length}条存在问题，没有一项扣分，请核实。`,
        advice: "请按问题核实相关指标的得分；问题不影响得分的，请说明。",
        operands: [
          operand("总分", evaluation.totalScore, evaluation.place),
          ...items.items.map((item) => statedOperand("存在问题", item, problems.place)),
        ],
      }),
    ];
  },
);
