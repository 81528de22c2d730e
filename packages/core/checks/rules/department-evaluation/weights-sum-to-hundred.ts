import { Decimal } from "decimal.js";

import type { DepartmentEvaluation } from "../../../evaluation/department-evaluation.ts";
import { TARGET_GUIDELINE } from "../../basis.ts";
import { finding, held, notApplicable, notChecked } from "../../finding.ts";
import { formatGap } from "../../outcome-format.ts";
import { decimalOf, plain } from "../../../evaluation/scoring/printed-scores.ts";
import { statedOperand } from "../project-evaluation/project-rule.ts";
import { departmentRule } from "./department-rule.ts";

const HUNDRED = new Decimal(100);

/** "产出指标46、效益指标22" in the order of the form. */
function byLevel(evaluation: DepartmentEvaluation): string {
  const sums = new Map<string, Decimal>();
  for (const { level1, points } of evaluation.indicators) {
    sums.set(level1, (sums.get(level1) ?? new Decimal(0)).plus(decimalOf(points) ?? 0));
  }
  return [...sums].map(([level, sum]) => `${level}${plain(sum)}`).join("、");
}

export const weightsSumToHundred = departmentRule(
  {
    id: "weights-sum-to-hundred",
    code: "D-01",
    title: "部门整体绩效指标权重合计应为100",
    kind: "logic",
    severity: "error",
    basis: `${TARGET_GUIDELINE}关于指标权重的规定`,
    example: { passes: "各项指标权重合计100%", fails: "各项指标权重合计92%" },
  },
  (evaluation, { edition }) => {
    const { indicators } = evaluation;
    const subject = "部门整体绩效指标";
    if (indicators.length === 0) return [notApplicable(subject, "未列绩效指标")];
    const points = indicators.flatMap((indicator) => decimalOf(indicator.points) ?? []);
    if (points.length === 0) return [notApplicable(subject, "表样未列权重")];
    if (points.length < indicators.length) {
      return [notChecked(subject, `有${indicators.length - points.length}项指标的权重空白或无法识别`)];
    }
    const sum = points.reduce((total, one) => total.plus(one), new Decimal(0));
    // Where the form scores execution apart, its indicators hold the rest of the hundred.
    if (sum.eq(HUNDRED) || sum.eq(edition.scoring.indicatorPoints)) return [held(subject)];
    return [
      finding({
        subject,
        message: `部门整体绩效自评表${indicators.length}项指标权重合计${plain(sum)}，应为100（${byLevel(evaluation)}）。`,
        advice: "请核对各项指标权重；如有漏列的指标，请补列。",
        operands: [statedOperand("权重合计", plain(sum), indicators[0]?.place ?? evaluation.place)],
        expected: "100",
        actual: plain(sum),
        gap: formatGap(sum.minus(HUNDRED)),
        envelope: "0",
        sourceDoubt: indicators.filter(({ doubtful }) => doubtful).length * 4 > indicators.length,
        cells: ["department-evaluation|points"],
      }),
    ];
  },
);
