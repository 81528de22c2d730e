// Trials: what changes, what stays, and how cells are named.

import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { form, indicator, withFunding } from "../../checks/rules/project-evaluation/cases/sketches.ts";
import type { EvaluationSketch } from "../../checks/rules/testing/evaluation-builder.ts";
import { evaluationOf } from "../../checks/rules/testing/evaluation-builder.ts";
import { exampleScoring } from "../../regions/example/scoring.ts";
import { nationalScoring } from "../../regions/national/scoring.ts";
import { findWhatIfChange } from "./what-if-address.ts";
import type { WhatIf, WhatIfChange } from "./what-if.ts";
import { whatIf } from "./what-if.ts";

const sketch: EvaluationSketch = form({
  ...withFunding({ initial: "20", adjusted: "10", executed: "10", score: "10" }),
  indicators: [
    indicator({ name: "编印份数", target: "≥60份", actual: "54份", points: "40", score: "36" }),
    indicator({
      name: "编印成本",
      level2: "成本指标",
      target: "≤2万元",
      actual: "2万元",
      points: "20",
      score: "20",
    }),
    indicator({ name: "服务水平", target: "提升", actual: "有所提升", points: "30", score: "27" }),
  ],
});
const evaluation = evaluationOf(sketch);

const tried = (...changes: readonly WhatIfChange[]): WhatIf => whatIf(evaluation, changes, nationalScoring);
const actual = (index: number, text: string): WhatIfChange => ({
  target: { kind: "actual", indicator: index },
  text,
});
const totals = ({ before, after }: WhatIf): readonly (string | undefined)[] =>
  [before, after].map(({ computedTotal }) => computedTotal?.toFixed());

describe("a trial", () => {
  test("of a result changes its score, the total and the grade, and nothing else", () => {
    const result = tried(actual(0, "30份"));
    expect(totals(result)).toEqual(["93", "77"]);
    expect(
      result.changed.map(({ name, before, after }) => [name, before?.toFixed(), after?.toFixed()]),
    ).toEqual([["编印份数", "36", "20"]]);
    expect([result.before.grade.computed, result.after.grade.computed]).toEqual(["优", "中"]);
  });

  test("understands a bare number in the unit of the target", () => {
    expect(totals(tried(actual(0, "60")))).toEqual(["93", "97"]);
    expect(totals(tried(actual(1, "3")))).toEqual(["93", "83"]);
  });

  test("of the executed amount changes the score of execution", () => {
    const result = tried({ target: { kind: "funding", field: "executed" }, text: "5" });
    expect(totals(result)).toEqual(["93", "88"]);
    expect(result.after.execution?.derivation).toBe("5 ÷ 10 × 10 = 5");
  });

  test("of a score that people give changes the total by it", () => {
    expect(totals(tried({ target: { kind: "score", indicator: 2 }, text: "20" }))).toEqual(["93", "86"]);
  });

  test("takes several changes together", () => {
    const both = tried(actual(0, "60"), { target: { kind: "funding", field: "executed" }, text: "5" });
    expect(totals(both)).toEqual(["93", "92"]);
  });

  test("of a result that cannot be read computes nothing, keeps the printed score and says so", () => {
    const { after, remarks } = tried(actual(0, "60？？$x"));
    expect(after.indicators[0]?.computed).toBeNull();
    expect(after.computedTotal?.toFixed()).toBe("93");
    expect(remarks).toEqual([expect.stringMatching(/^编印份数：不可比，.+，总分中仍按所列得分计入$/u)]);
  });

  test("of an amount that leaves no rate says why", () => {
    const { remarks } = tried({ target: { kind: "funding", field: "adjusted" }, text: "0" });
    expect(remarks).toEqual(["预算执行率：不可比，全年预算数为 0 而有执行数，总分中仍按所列得分计入"]);
  });

  test.each([
    [2, "31", "服务水平：得分 31 应在 0 至分值 30 之间"],
    [0, "40", "编印份数：定量指标按公式计分，应为 36：54 ÷ 60 × 40 = 36"],
    [2, "20.125", "服务水平：得分 20.125 最多保留 2 位小数"],
  ])("of indicator %i given %s points says that this may not stand", (index, text, remark) => {
    expect(tried({ target: { kind: "score", indicator: index }, text }).remarks).toEqual([remark]);
  });

  test("of a score that may stand has no remark, and each change says how its score follows", () => {
    expect(tried({ target: { kind: "score", indicator: 2 }, text: "20" }).remarks).toEqual([]);
    expect(tried(actual(0, "30份")).changed[0]?.why).toBe("30 ÷ 60 × 40 = 20");
  });

  test("with the same values changes nothing, for any figures and both sets of rules", () => {
    const figure = fc.nat({ max: 99_999 }).map((hundredths) => (hundredths / 100).toFixed(2));
    fc.assert(
      fc.property(figure, figure, fc.constantFrom("≥", "=", "≤"), (target, done, sign) => {
        const one = evaluationOf({
          ...sketch,
          indicators: [
            indicator({ target: `${sign}${target}份`, actual: `${done}份`, points: "90", score: "1" }),
          ],
        });
        for (const rules of [nationalScoring, exampleScoring]) {
          const same = whatIf(
            one,
            [actual(0, `${done}份`), { target: { kind: "funding", field: "executed" }, text: "10" }],
            rules,
          );
          expect(same.changed).toEqual([]);
          expect(same.after.computedTotal?.toFixed()).toBe(same.before.computedTotal?.toFixed());
        }
      }),
    );
  });
});

describe("the address of a cell", () => {
  const repeated = evaluationOf({
    ...sketch,
    name: "印刷费",
    indicators: [
      indicator({ name: "印刷费", level2: "数量指标" }),
      indicator({ name: "印刷费", level2: "成本指标" }),
      indicator({ name: "差旅费", level2: "成本指标" }),
    ],
  });
  const all = [evaluation, repeated];
  const target = (text: string): unknown => {
    const found = findWhatIfChange(text, all);
    return found.kind === "found"
      ? [found.change.evaluation, found.change.target, found.change.text]
      : found.reason;
  };

  test.each([
    ["1::编印份数=54", [0, { kind: "actual", indicator: 0 }, "54"]],
    [`${sketch.name}::编印份数=≥54`, [0, { kind: "actual", indicator: 0 }, "≥54"]],
    ["1::份数=54", [0, { kind: "actual", indicator: 0 }, "54"]],
    ["1::2=54", [0, { kind: "actual", indicator: 1 }, "54"]],
    ["2::成本指标/印刷费=3", [1, { kind: "actual", indicator: 1 }, "3"]],
    ["1::执行数=3.5", [0, { kind: "funding", field: "executed" }, "3.5"]],
    ["1::服务水平@得分=25", [0, { kind: "score", indicator: 2 }, "25"]],
  ])("%s is one cell", (text, expected) => {
    expect(target(text)).toEqual(expected);
  });

  test.each([
    ["编印份数=54", "请写明项目"],
    ["3::编印份数=54", "没有第 3 个项目"],
    ["2::印刷费=3", "有 2 个指标与“印刷费”相符"],
    ["1::车辆=3", "没有名为“车辆”的指标"],
    ["1::执行数=很多", "应为数"],
    ["1::编印份数=", "没有给出新的值"],
    ["编印份数", "应写成"],
  ])("%s is refused: %s", (text, words) => {
    expect(target(text)).toContain(words);
  });
});
