import { Decimal } from "decimal.js";

import type { ProjectEvaluation } from "../../../evaluation/project-evaluation.ts";
import { finding, held, notApplicable, notChecked } from "../../finding.ts";
import { decimalOf, fundingFigure, plain } from "../../../evaluation/scoring/printed-scores.ts";
import { operand, projectRule, statedOperand } from "./project-rule.ts";

/** Reasons under which money may be unspent and the work done all the same. */
const PAID_OTHERWISE =
  /其他单位|其他部门|其他渠道|上级|上年|以前年度|次年|下年|下一年|预付|结转|垫付|欠付|未付|免费|无需|改由/u;

function pointsWon(evaluation: ProjectEvaluation): Decimal {
  return evaluation.indicators.reduce((sum, { score }) => sum.plus(decimalOf(score) ?? 0), new Decimal(0));
}

function paidOtherwise(evaluation: ProjectEvaluation): string | undefined {
  const reasons = [
    ...evaluation.funding.map((row) => row.reason?.text ?? ""),
    ...evaluation.indicators.map((indicator) => indicator.reason?.text ?? ""),
  ];
  return reasons.find((reason) => PAID_OTHERWISE.test(reason));
}

export const zeroExecutionHasNoOutput = projectRule(
  {
    id: "zero-execution-has-no-output",
    code: "P-22",
    title: "预算执行数为0的项目，产出、效益不应得分",
    kind: "logic",
    severity: "error",
    basis: "《项目支出绩效评价管理办法》（财预〔2020〕10号）：自评结果应与资金使用、任务完成的实际相符",
    example: { passes: "执行数为0，各项指标得0分", fails: "执行数为0，效益、满意度指标得满分" },
  },
  ({ evaluation, name }) => {
    const executed = fundingFigure(evaluation, "executed");
    if (executed === undefined) return [notChecked(name, "执行数空白或无法识别")];
    if (executed.millionths !== 0n) return [notApplicable(name, "执行数不为0")];
    const won = pointsWon(evaluation);
    if (won.isZero()) return [held(name)];
    const scored = evaluation.indicators.filter(({ score }) => decimalOf(score)?.gt(0) === true);
    const reason = paidOtherwise(evaluation);
    const note = reason === undefined ? "" : `（已填原因：${reason}）`;
    return [
      finding({
        subject: name,
        message: `项目“${name}”全年执行数为0，仍有${scored.length}项指标得分合计${plain(won)}分，缺乏依据${note}。`,
        advice: "资金未使用的，产出和效益一般不应得分；由其他渠道完成的请说明，并附佐证。",
        operands: [
          operand("执行数", executed, executed.place),
          statedOperand("指标得分合计", plain(won), evaluation.place),
          ...scored.slice(0, 5).map((indicator) => operand(indicator.name, indicator.score, indicator.place)),
        ],
        expected: "0",
        actual: plain(won),
        severity: reason === undefined ? "error" : "warning",
        kind: reason === undefined ? "logic" : "explain",
      }),
    ];
  },
);
