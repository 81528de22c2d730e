import { Decimal } from "decimal.js";

import type { ProjectEvaluation } from "../../../evaluation/project-evaluation.ts";
import { finding, held, notChecked } from "../../finding.ts";
import { formatGap } from "../../outcome-format.ts";
import type { ProjectSubject } from "./project-rule.ts";
import { decimalOf, plain, totalFunding } from "../../../evaluation/scoring/printed-scores.ts";
import { evaluationCell, isDoubtful, projectRule, statedOperand } from "./project-rule.ts";

/** Points of all indicators and of the execution rate; undefined when one of them is missing. */
function sumOfPoints(evaluation: ProjectEvaluation): Decimal | undefined {
  let sum = new Decimal(0);
  for (const indicator of evaluation.indicators) {
    const points = decimalOf(indicator.points);
    if (points === undefined) return undefined;
    sum = sum.plus(points);
  }
  return sum;
}

function cells(subject: ProjectSubject): readonly string[] {
  return [evaluationCell(subject.index, "points")];
}

export const indicatorPointsSumToHundred = projectRule(
  {
    id: "indicator-points-sum-to-hundred",
    code: "P-01",
    title: "各项指标分值与预算执行率分值之和应为100分",
    kind: "logic",
    severity: "error",
    basis: "《项目支出绩效评价管理办法》（财预〔2020〕10号）：单位自评总分为100分",
    example: {
      passes: "预算执行率10分，产出50分，效益30分，满意度10分，合计100分",
      fails: "预算执行率10分，各项指标分值合计92分，合计102分",
    },
  },
  (subject, { edition }) => {
    const { evaluation, name } = subject;
    if (evaluation.indicators.length === 0) return [notChecked(name, "未读到绩效指标")];
    const indicators = sumOfPoints(evaluation);
    if (indicators === undefined) return [notChecked(name, "有指标的分值空白或无法识别")];
    const printed = decimalOf(totalFunding(evaluation)?.fields.points);
    const execution = printed ?? new Decimal(edition.scoring.executionPoints);
    const total = indicators.plus(execution);
    if (total.eq(100)) return [held(name)];
    const executionText =
      printed === undefined
        ? `预算执行率${plain(execution)}分（按本地办法）`
        : `预算执行率${plain(execution)}分`;
    return [
      finding({
        subject: name,
        message: `项目“${name}”各项指标分值合计${plain(indicators)}分，${executionText}，共${plain(total)}分，应为100分，相差${formatGap(total.minus(100))}分。`,
        advice: "请核对各三级指标的分值（权重），使总分值为100分。",
        operands: [
          statedOperand("指标分值合计", plain(indicators), evaluation.place),
          statedOperand("预算执行率分值", plain(execution), evaluation.place),
        ],
        expected: "100",
        actual: plain(total),
        gap: formatGap(total.minus(100)),
        envelope: "0",
        sourceDoubt: isDoubtful(evaluation),
        severity: isDoubtful(evaluation) ? "warning" : "error",
        cells: cells(subject),
      }),
    ];
  },
);
