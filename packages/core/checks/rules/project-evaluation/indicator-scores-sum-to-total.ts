import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notApplicable, notChecked } from "../../finding.ts";
import { formatGap } from "../../outcome-format.ts";
import type { ProjectSubject } from "./project-rule.ts";
import { decimalOf, executionScore, plain, sumOfScores } from "../../../evaluation/scoring/printed-scores.ts";
import { evaluationCell, isDoubtful, operand, projectRule, statedOperand } from "./project-rule.ts";

function judgeTotal(subject: ProjectSubject): CheckOutcome {
  const { evaluation, name, index } = subject;
  const total = decimalOf(evaluation.totalScore);
  if (total === undefined) return notChecked(name, "总分空白或无法识别");
  const { sum, missing } = sumOfScores(evaluation);
  const execution = executionScore(evaluation);
  if (missing > 0 && !(missing === evaluation.indicators.length && total.isZero())) {
    return notChecked(name, `有${missing}项指标的得分空白或无法识别`);
  }
  if (execution === undefined) return notChecked(name, "预算执行率得分空白或无法识别");
  const expected = sum.plus(execution.value);
  if (expected.eq(total)) return held(name);
  const gap = total.minus(expected);
  return finding({
    subject: name,
    message: `项目“${name}”总分${plain(total)}分，各项指标得分合计${plain(sum)}分加预算执行率得分${execution.value}分为${plain(expected)}分，相差${formatGap(gap)}分。`,
    advice: "请核对各项指标得分与总分。",
    operands: [
      operand("总分", evaluation.totalScore, evaluation.place),
      statedOperand("指标得分合计", plain(sum), evaluation.place),
      operand("预算执行率得分", execution, execution.place),
    ],
    expected: plain(expected),
    actual: plain(total),
    gap: formatGap(gap),
    envelope: "0",
    sourceDoubt: isDoubtful(evaluation),
    // Where reading was doubtful a row may be lost: the gap is then the scan's before it is the author's.
    severity: isDoubtful(evaluation) ? "warning" : "error",
    // A wrong execution score breaks its own rule (P-09) and this sum by the same points.
    cells: [evaluationCell(index, "totalScore"), evaluationCell(index, "funding.total.score")],
  });
}

function judgeIndicatorScore(subject: ProjectSubject): CheckOutcome {
  const { evaluation, name, index } = subject;
  const stated = decimalOf(evaluation.indicatorScore);
  if (stated === undefined) return notApplicable(name, "未列指标得分小计");
  const { sum, missing } = sumOfScores(evaluation);
  if (missing > 0 && missing < evaluation.indicators.length)
    return notChecked(name, "有指标得分空白或无法识别");
  if (stated.eq(sum)) return held(name);
  return finding({
    subject: name,
    message: `项目“${name}”结论写明指标完成情况得分${plain(stated)}分，各项指标得分合计为${plain(sum)}分，相差${formatGap(stated.minus(sum))}分。`,
    advice: "请核对结论与指标表。",
    operands: [
      operand("结论所写指标得分", evaluation.indicatorScore, evaluation.place),
      statedOperand("指标得分合计", plain(sum), evaluation.place),
    ],
    expected: plain(sum),
    actual: plain(stated),
    gap: formatGap(stated.minus(sum)),
    envelope: "0",
    sourceDoubt: isDoubtful(evaluation),
    cells: [evaluationCell(index, "indicatorScore")],
  });
}

export const indicatorScoresSumToTotal = projectRule(
  {
    id: "indicator-scores-sum-to-total",
    code: "P-07",
    title: "总分应等于各项指标得分与预算执行率得分之和",
    kind: "logic",
    severity: "error",
    basis: "《项目支出绩效评价管理办法》（财预〔2020〕10号）：自评总分为各项指标得分之和",
    example: {
      passes: "指标得分84.48分，预算执行率得分5.86分，总分90.34分",
      fails: "指标得分84.48分，预算执行率得分5.86分，总分86.34分",
    },
  },
  (subject) => [judgeTotal(subject), judgeIndicatorScore(subject)],
);
