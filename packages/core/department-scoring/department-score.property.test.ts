import { Decimal } from "decimal.js";
import * as fc from "fast-check";
import { expect, test } from "vitest";

import { scoreDepartment } from "../evaluation/point-system/department-score.ts";
import type { DepartmentScore, ManualScore } from "../evaluation/point-system/department-score.ts";
import type { SystemItem } from "../evaluation/point-system/point-system.ts";
import { formulaScore } from "../evaluation/point-system/formula-score.ts";
import type { SystemInputs } from "../evaluation/point-system/system-inputs.ts";
import { INPUT_NAMES, type InputName } from "../evaluation/point-system/system-inputs.ts";
import { inputsOf, itemOf } from "../evaluation/point-system/testing/made-inputs.ts";
import { sichuan } from "../regions/sichuan/index.ts";
import { examplePointSystem } from "../regions/sichuan/point-system.ts";

const value = fc.integer({ min: 0, max: 100_000 }).map((cents) => (cents / 100).toFixed(2));
const values = fc.record(
  // One arbitrary for every name of the catalogue.
  Object.fromEntries(INPUT_NAMES.map((name) => [name, value])) as Record<InputName, fc.Arbitrary<string>>,
);
const share = fc.integer({ min: 0, max: 100 }).map((percent) => new Decimal(percent).div(100));
const targets = fc
  .array(fc.record({ weight: fc.integer({ min: 1, max: 9 }), share: fc.option(share, { nil: null }) }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((all) =>
    all.map((one) => ({
      name: "指标",
      level1: "产出指标",
      weight: new Decimal(one.weight),
      share: one.share,
    })),
  );

const grades = sichuan.scoring.departmentGrades;
const score = (inputs: SystemInputs, manual: ReadonlyMap<string, ManualScore>): DepartmentScore =>
  scoreDepartment(examplePointSystem, { inputs, manual, evaluation: null, grades });

const allManual = new Map(
  examplePointSystem.items.map(({ level3, points }): [string, ManualScore] => [
    level3,
    { score: new Decimal(points).div(2), reason: null, evidence: [] },
  ]),
);

test("every score lies within 0 and its points, and the total within 0 and 100", () => {
  fc.assert(
    fc.property(values, targets, (figures, annex) => {
      const { items, low, high } = score(
        inputsOf(figures, { annex: { origin: "附表", targets: annex } }),
        allManual,
      );
      for (const { counted, item } of items) {
        expect(counted === null || (counted.gte(0) && counted.lte(item.points))).toBe(true);
      }
      expect(low.gte(0) && low.lte(high) && high.lte(100)).toBe(true);
    }),
  );
});

test("the bounds contain the total that the missing inputs lead to, and close in on it", () => {
  fc.assert(
    fc.property(values, targets, fc.subarray([...INPUT_NAMES]), (figures, annex, known) => {
      const sets = { annex: { origin: "附表", targets: annex } };
      const some = Object.fromEntries(known.map((name) => [name, figures[name]]));
      const before = score(inputsOf(some), new Map());
      const after = score(inputsOf(figures, sets), allManual);
      expect(before.low.lte(after.low) && after.high.lte(before.high)).toBe(true);
      const total = after.total ?? after.low;
      expect(after.low.eq(total) && (after.total === null || after.high.eq(total))).toBe(true);
    }),
  );
});

const amount = fc.integer({ min: 0, max: 10_000 }).map(String);

const scored = (item: SystemItem, figures: Partial<Record<InputName, string>>): Decimal => {
  const result = formulaScore(item, inputsOf(figures));
  return result.kind === "computed" ? result.score : new Decimal(-1);
};

test("more execution never scores less, and more problems never more", () => {
  const rising = itemOf({
    kind: "linear",
    of: {
      kind: "ratio",
      of: { kind: "input", name: "procurementContracted" },
      by: { kind: "input", name: "procurementBudget" },
    },
    zero: "0",
    full: "1",
  });
  const falling = itemOf({ kind: "deduct", count: { kind: "input", name: "fundProblems" }, each: "0.5" });
  const contracted = (procurementContracted = "0"): Decimal =>
    scored(rising, { procurementContracted, procurementBudget: "5000" });
  const problems = (fundProblems = "0"): Decimal => scored(falling, { fundProblems });
  fc.assert(
    fc.property(amount, amount, (one, other) => {
      const [less, more] = [one, other].toSorted((a, b) => Number(a) - Number(b));
      expect(contracted(less).lte(contracted(more))).toBe(true);
      expect(problems(less).gte(problems(more))).toBe(true);
    }),
  );
});

test("the points of the example are a hundred, 55, 35 and 10", () => {
  const sums = Map.groupBy(examplePointSystem.items, ({ level1 }) => level1);
  const points = [...sums].map(([level1, items]) => [
    level1,
    items.reduce((sum, item) => sum + Number(item.points), 0),
  ]);
  expect(points).toEqual([
    ["总体绩效", 55],
    ["项目绩效", 35],
    ["绩效结果应用", 10],
  ]);
});

test("a score of people outside 0 and the points is not counted, and says so", () => {
  const manual = new Map([["财务管理制度", { score: new Decimal("2.5"), reason: null, evidence: [] }]]);
  const { items, total } = score(inputsOf({}), manual);
  const item = items.find(({ item: { level3 } }) => level3 === "财务管理制度");
  expect([item?.counted, item?.reason, total]).toEqual([null, "评分 2.5 不在 0—2 分之间，未计入", null]);
});
