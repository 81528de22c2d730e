import { finding, held, notApplicable, notChecked } from "../../finding.ts";
import type { StatedText } from "../../../document/stated-text.ts";
import { initialBudget } from "../../../evaluation/scoring/printed-scores.ts";
import { operand, projectRule, statedOperand } from "./project-rule.ts";

const NO_BUDGET = /(?:年初)?未(?:下达|安排|批复)(?:年初)?预算|无年初预算/u;

export const budgetWordsAgreeWithForm = projectRule(
  {
    id: "budget-words-agree-with-form",
    code: "P-65",
    title: "写“年初未下达预算”的，表中不应有年初预算数",
    kind: "logic",
    severity: "warning",
    basis: "《项目支出绩效评价管理办法》（财预〔2020〕10号）：自评结果应真实、准确",
    example: {
      passes: "年初预算数为0，文字写“年初未下达预算”",
      fails: "年初预算数80,000元，文字写“年初未下达预算”",
    },
  },
  ({ evaluation, name }) => {
    const texts: readonly StatedText[] = [
      ...Object.values(evaluation.text),
      ...evaluation.funding.map((row) => row.reason),
      ...evaluation.indicators.map((one) => one.reason),
    ].flatMap((text) => (text === null ? [] : [text]));
    const claim = texts.find(({ text }) => NO_BUDGET.test(text));
    if (claim === undefined) return [notApplicable(name, "文字未写未下达预算")];
    const initial = initialBudget(evaluation);
    if (initial === undefined) return [notChecked(name, "年初预算数空白或无法识别")];
    if (initial.millionths === 0n) return [held(name)];
    const words = NO_BUDGET.exec(claim.text)?.[0] ?? "";
    return [
      finding({
        subject: name,
        message: `项目“${name}”文字写“${words}”，自评表年初预算数为${initial.value}${initial.unit?.name ?? ""}，两者矛盾。`,
        advice: "请核对年初预算是否已下达，更正文字或自评表。",
        operands: [statedOperand("文字", words, claim.place), operand("年初预算数", initial, initial.place)],
      }),
    ];
  },
);
