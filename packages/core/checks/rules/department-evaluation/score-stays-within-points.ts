import { Decimal } from "decimal.js";

import type { CellValue } from "../../../figures/figure.ts";
import { EVALUATION_PROCEDURE } from "../../basis.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notApplicable, notChecked } from "../../finding.ts";
import { formatGap } from "../../outcome-format.ts";
import { decimalOf, plain } from "../../../evaluation/scoring/printed-scores.ts";
import { operand } from "../project-evaluation/project-rule.ts";
import type { DepartmentJudge } from "./department-rule.ts";
import { departmentRule } from "./department-rule.ts";

interface Scored {
  readonly name: string;
  readonly points: CellValue | null;
  readonly score: CellValue | null;
}

function overPoints(rows: readonly Scored[]): readonly CheckOutcome[] {
  return rows.flatMap(({ name, points, score }) => {
    const [most, got] = [decimalOf(points), decimalOf(score)];
    if (most === undefined || got === undefined || (got.lte(most) && !got.isNegative())) return [];
    return [
      finding({
        subject: name,
        message: `“${name}”得分${plain(got)}分，超出分值${plain(most)}分的范围。`,
        advice: "请更正得分。",
        operands: [operand("分值", points, score?.place ?? {}), operand("得分", score, score?.place ?? {})],
        expected: plain(most),
        actual: plain(got),
        gap: formatGap(got.minus(most)),
      }),
    ];
  });
}

function sumOutcome(rows: readonly Scored[], total: CellValue | null): readonly CheckOutcome[] {
  const printed = decimalOf(total);
  const scores = rows.flatMap(({ score }) => decimalOf(score) ?? []);
  if (printed === undefined || scores.length < rows.length || rows.length === 0) return [];
  const sum = scores.reduce((all, one) => all.plus(one), new Decimal(0));
  if (sum.eq(printed)) return [];
  return [
    finding({
      subject: "部门自评得分",
      message: `部门自评得分${plain(printed)}分，分项得分之和为${plain(sum)}分，相差${formatGap(printed.minus(sum))}分。`,
      advice: "请核对分项得分与总分。",
      operands: [operand("部门自评得分", total, total?.place ?? {})],
      expected: plain(sum),
      actual: plain(printed),
      gap: formatGap(printed.minus(sum)),
      envelope: "0",
    }),
  ];
}

const judge: DepartmentJudge = (evaluation) => {
  const subject = "部门自评得分";
  const total = decimalOf(evaluation.score);
  if (evaluation.score?.kind === "unreadable") return [notChecked(subject, "得分无法识别")];
  const system = evaluation.system.map((one): Scored => ({
    name: one.level3,
    points: one.points,
    score: one.score,
  }));
  const scored = system.some(({ score }) => decimalOf(score) !== undefined) ? system : evaluation.indicators;
  const hasScores = scored.some(({ score }) => decimalOf(score) !== undefined);
  if (total === undefined && !hasScores) return [notApplicable(subject, "未列得分")];
  const isOutside = total !== undefined && (total.isNegative() || total.gt(100));
  const outcomes = [
    ...overPoints(scored),
    ...sumOutcome(scored, evaluation.score),
    ...(isOutside
      ? [
          finding({
            subject,
            message: `部门自评得分${plain(total)}分，不在0至100分之间。`,
            advice: "请更正得分。",
            operands: [operand("部门自评得分", evaluation.score, evaluation.place)],
            actual: plain(total),
          }),
        ]
      : []),
  ];
  return outcomes.length === 0 ? [held(subject)] : outcomes;
};

export const scoreStaysWithinPoints = departmentRule(
  {
    id: "score-stays-within-points",
    code: "D-02",
    title: "分项得分不超过分值，合计等于部门自评得分",
    kind: "logic",
    severity: "error",
    basis: `${EVALUATION_PROCEDURE}关于评分的规定`,
    example: { passes: "分项得分合计94.85分，自评得分94.85分", fails: "某项分值3分得4.5分" },
  },
  judge,
);
