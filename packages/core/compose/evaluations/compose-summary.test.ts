import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { ProjectEvaluation } from "../../evaluation/project-evaluation.ts";
import { parseFigure } from "../../figures/parse-figure.ts";
import { WAN_YUAN, YUAN } from "../../figures/unit.ts";
import { nationalForm } from "../../regions/national/evaluation.ts";
import { nationalScoring } from "../../regions/national/scoring.ts";
import { composeSummary } from "./compose-summary.ts";
import { evaluationFor } from "./testing/made-evaluation.ts";

const { grades } = nationalScoring;

interface Sketch {
  readonly name: string;
  readonly unit: typeof YUAN;
  readonly amounts: readonly [budget: string, executed: string];
  readonly score: string | null;
  readonly grade: string | null;
}

function entry({ name, unit, amounts: [budget, executed], score, grade }: Sketch) {
  const [made] = fc.sample(evaluationFor(nationalForm), { numRuns: 1, seed: 5 });
  const [total] = made?.funding ?? [];
  if (made === undefined || total === undefined) throw new Error("one is sampled, with a total");
  const fields = {
    ...total.fields,
    adjusted: parseFigure(budget, unit, {}),
    executed: parseFigure(executed, unit, {}),
  };
  const evaluation: ProjectEvaluation = {
    ...made,
    name,
    funding: [{ ...total, fields }],
    totalScore: score === null ? null : parseFigure(score, null, {}),
    grade: grade === null ? null : { text: grade, place: {} },
    department: null,
    unit: null,
  };
  return { evaluation, unit: "某局", grades };
}

function rowsOf(sketches: readonly Sketch[]): readonly string[] {
  const blocks = composeSummary(sketches.map(entry), { year: 2024 });
  const table = blocks.find((block) => block.kind === "table");
  return table?.rows.map(({ cells }) => cells.map(({ text }) => text).join("|")) ?? [];
}

test("amounts of forms in 元 and 万元 are listed in one unit, with totals and counts by grade", () => {
  expect(
    rowsOf([
      { name: "甲", unit: WAN_YUAN, amounts: ["1000.00", "990.50"], score: "95", grade: "优" },
      { name: "乙", unit: YUAN, amounts: ["80000", "0"], score: "50.5", grade: null },
      { name: "丙", unit: WAN_YUAN, amounts: ["0", "0"], score: null, grade: null },
    ]),
  ).toEqual([
    "序号|项目名称|主管部门（单位）|全年预算数|全年执行数|执行率|自评得分|自评等级",
    "1|甲|某局|1,000.00|990.50|99.05%|95|优",
    "2|乙|某局|8.00|0.00|0.00%|50.5|差",
    "3|丙|某局|0.00|0.00|||",
    "合计|共3个项目||1,008.00|990.50|98.26%|平均72.75|",
    "按等级统计|优1个，良0个，中0个，差1个，未评等级1个",
  ]);
});

test("an amount that a form does not state leaves no rate of the whole", () => {
  const rows = rowsOf([
    { name: "甲", unit: WAN_YUAN, amounts: ["10", "5"], score: "90", grade: "优" },
    { name: "乙", unit: WAN_YUAN, amounts: ["10", "l0"], score: "90", grade: "优" },
  ]);
  expect(rows.at(-2)).toBe("合计|共2个项目||20.00|5.00||平均90.00|");
});

test("without evaluations there is no list", () => {
  expect(composeSummary([], { year: 2024 })).toEqual([]);
});
