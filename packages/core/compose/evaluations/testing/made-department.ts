// Arbitrary evaluations of a whole department's year, in the form of an annex.

import * as fc from "fast-check";
import {
  FINANCE_FIELDS,
  type DepartmentEvaluation,
  type FinanceField,
  type ProjectGroup,
  type SystemPoint,
} from "../../../evaluation/department-evaluation.ts";
import type { PointSystem } from "../../../evaluation/point-system/point-system.ts";
import type { CellValue } from "../../../figures/figure.ts";
import { parseFigure } from "../../../figures/parse-figure.ts";
import { countUnit, PERCENT, WAN_YUAN, type Unit } from "../../../figures/unit.ts";
import type { EvaluationLayout } from "../../../forms/evaluation-layout.ts";
import { indicatorsFor } from "./made-evaluation.ts";

const figure = (raw: string, unit: Unit | null): CellValue => parseFigure(raw, unit, {});

/** An amount in 万元 as prose prints it. */
const stated = fc.integer({ min: 1, max: 99_999 }).map((cents) => {
  const text = `${Math.floor(cents / 100)}.${`${cents % 100}`.padStart(2, "0")}`;
  return figure(`${text}万元`, WAN_YUAN);
});
const amount = fc
  .integer({ min: 1, max: 9_999_999 })
  .map((cents) => figure((cents / 100).toFixed(2), WAN_YUAN));

const finance: fc.Arbitrary<Readonly<Record<FinanceField, CellValue>>> = fc
  .tuple(...FINANCE_FIELDS.map(() => stated))
  .map(
    (values) =>
      // One value for every name of FINANCE_FIELDS.
      Object.fromEntries(FINANCE_FIELDS.map((field, at) => [field, values[at]])) as Record<
        FinanceField,
        CellValue
      >,
  );

const group = (name: string): fc.Arbitrary<ProjectGroup> =>
  fc
    .record({
      count: fc.integer({ min: 0, max: 30 }),
      budget: stated,
      rate: fc.integer({ min: 0, max: 100 }),
      surplus: fc.integer({ min: 0, max: 9 }),
    })
    .map(({ count, budget, rate, surplus }) => ({
      name,
      count: figure(`${count}个`, countUnit("个")),
      budget,
      rate: figure(`${rate}%`, PERCENT),
      surplusOver10: figure(`${surplus}个`, countUnit("个")),
      place: {},
    }));

/** Scores for every item of a point system, in hundredths of its points. */
const scored = ({ items }: PointSystem): fc.Arbitrary<readonly SystemPoint[]> =>
  fc.tuple(...items.map(() => fc.integer({ min: 0, max: 100 }))).map((shares) =>
    items.map(({ level1, level2, level3, points }, at) => ({
      level1,
      level2,
      level3,
      points: figure(`${points}分`, countUnit("分")),
      score: figure(`${(Number(points) * (shares[at] ?? 0)) / 100}分`, countUnit("分")),
    })),
  );

/** An evaluation whose report is yet to be written: figures, goal, tasks and indicators. */
export function departmentFor(
  layout: EvaluationLayout,
  grades: readonly string[],
  pointSystem: PointSystem,
): fc.Arbitrary<DepartmentEvaluation> {
  return fc
    .record({
      score: fc.integer({ min: 0, max: 10_000 }),
      grade: fc.constantFrom(...grades),
      goal: fc.constantFrom("1.保障单位日常工作正常开展。2.保障帮扶工作开展。", "完成全年工作任务"),
      budget: fc.record({
        total: amount,
        appropriation: fc.option(amount, { nil: null }),
        other: fc.option(amount, { nil: null }),
      }),
      tasks: fc.array(
        fc
          .constantFrom("保运转类专项", "会议培训", "2025年度网络改造")
          .map((name) => ({ name, content: "支付印刷费、邮电费、维修费", place: {} })),
        { minLength: 1, maxLength: 4 },
      ),
      indicators: indicatorsFor(layout),
      finance,
      system: scored(pointSystem),
      groups: fc.tuple(group("常年项目"), group("阶段（一次性）项目")),
    })
    .map(({ score, grade, goal, groups, ...parts }) => ({
      ...parts,
      score: figure(`${score / 100}分`, countUnit("分")),
      grade: { text: grade, place: {} },
      goal: { text: goal, place: {} },
      sections: [],
      projectGroups: groups,
      place: {},
      unit: { text: "中共某县委员会办公室", place: {} },
    }));
}
