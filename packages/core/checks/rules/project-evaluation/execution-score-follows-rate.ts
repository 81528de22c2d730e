import { Decimal } from "decimal.js";

import { printedRatio } from "../../../evaluation/scoring/execution-base.ts";
import { NO_RATIO } from "../../../evaluation/scoring/execution-score.ts";
import { compareExecutionScore, executionRatio } from "../../../evaluation/scoring/execution.ts";
import type { ScoringRules } from "../../../evaluation/scoring/scoring-rules.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notChecked } from "../../finding.ts";
import { formatGap } from "../../outcome-format.ts";
import type { ProjectSubject } from "./project-rule.ts";
import {
  decimalOf,
  executionScore,
  fundingFigure,
  initialBudget,
  plain,
  totalFunding,
} from "../../../evaluation/scoring/printed-scores.ts";
import { evaluationCell, operand, projectRule } from "./project-rule.ts";

function judge(subject: ProjectSubject, scoring: ScoringRules): CheckOutcome {
  const { evaluation, name, index } = subject;
  const score = executionScore(evaluation);
  const executed = fundingFigure(evaluation, "executed");
  const adjusted = fundingFigure(evaluation, "adjusted");
  const rate = fundingFigure(evaluation, "rate");
  if (score === undefined) return notChecked(name, "预算执行率得分空白或无法识别");
  if (executed === undefined || adjusted === undefined)
    return notChecked(name, "预算数或执行数空白或无法识别");
  const points = decimalOf(totalFunding(evaluation)?.fields.points) ?? new Decimal(scoring.executionPoints);
  const ratio = executionRatio(executed, adjusted) ?? NO_RATIO;
  const result = compareExecutionScore(score, ratio, points, scoring);
  if (result.possible) return held(name);
  if (rate !== undefined && compareExecutionScore(score, printedRatio(rate), points, scoring).possible) {
    return held(name); // The score follows the printed rate; the rate itself is judged by P-08.
  }
  const initial = initialBudget(evaluation);
  const otherRatio = initial === undefined ? undefined : executionRatio(executed, initial);
  const onInitial =
    otherRatio !== undefined && compareExecutionScore(score, otherRatio, points, scoring).possible;
  const formula =
    adjusted.millionths === 0n
      ? `全年预算数为0，应得${plain(result.expected)}分`
      : `按${executed.value}÷${adjusted.value}×${plain(points)}应为${plain(result.expected)}分`;
  const note = onInitial ? `；所列得分是按年初预算数${initial?.value ?? ""}计算的` : "";
  return finding({
    subject: name,
    message: `项目“${name}”预算执行率得分${score.value}分，${formula}${note}。`,
    advice: "请按规定的基数重新计算预算执行率得分，并更正总分。",
    operands: [
      operand("预算执行率得分", score, score.place),
      operand("执行数", executed, executed.place),
      operand("全年预算数", adjusted, adjusted.place),
      ...(onInitial ? [operand("年初预算数", initial, score.place)] : []),
    ],
    expected: plain(result.expected),
    actual: score.value,
    gap: formatGap(result.gap),
    envelope: result.envelope.toFixed(4),
    severity: result.gap.abs().lt("0.5") && score.decimals === 0 ? "warning" : "error",
    cells: [evaluationCell(index, "funding.total.score")],
  });
}

export const executionScoreFollowsRate = projectRule(
  {
    id: "execution-score-follows-rate",
    code: "P-09",
    title: "预算执行率得分应等于执行率乘以分值，最高得满分",
    kind: "logic",
    severity: "error",
    basis: "《项目支出绩效评价管理办法》（财预〔2020〕10号）：预算执行率得分＝执行率×分值，不超过分值上限",
    example: { passes: "执行率95.09%，分值10分，得分9.51分", fails: "执行率100%，分值10分，得分2.95分" },
  },
  (subject, { edition }) => {
    if (subject.evaluation.funding.length === 0) return [notChecked(subject.name, "未读到资金情况表")];
    return [judge(subject, edition.scoring)];
  },
);
