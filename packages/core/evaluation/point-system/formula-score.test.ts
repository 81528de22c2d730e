import { Decimal } from "decimal.js";
import { describe, expect, test } from "vitest";

import { formulaScore } from "./formula-score.ts";
import type { Quantity, ScoreFormula, SystemItem } from "./point-system.ts";
import type { InputName, SystemInputs } from "./system-inputs.ts";
import { inputsOf, itemOf } from "./testing/made-inputs.ts";

const input = (name: InputName): Quantity => ({ kind: "input", name });
const ratio = (of: InputName, by: InputName): Quantity => ({ kind: "ratio", of: input(of), by: input(by) });
const deviation: Quantity = { kind: "deviation", of: input("finalProject"), from: input("initialProject") };
const surplus: Quantity = {
  kind: "ratio",
  of: input("closing"),
  by: { kind: "sum", parts: [input("finalExpenditure"), input("closing")] },
};

/** The score with two decimals and the line, or the kind of what there is instead. */
function said(item: SystemItem, inputs: SystemInputs): readonly [string, string] {
  const score = formulaScore(item, inputs);
  switch (score.kind) {
    case "computed":
      return [score.score.toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toFixed(), score.derivation];
    case "missing":
      return ["missing", score.names.join(",")];
    case "not-computable":
      return ["not-computable", score.reason];
    case "manual":
      return ["manual", ""];
  }
}

const declining: ScoreFormula = { kind: "linear", of: deviation, zero: "0.4", full: "0.1" };
const rising: ScoreFormula = {
  kind: "linear",
  of: ratio("procurementContracted", "procurementBudget"),
  zero: "0",
  full: "1",
};
const bands: ScoreFormula = {
  kind: "bands",
  of: surplus,
  bands: [
    { upTo: "0.05", share: "1" },
    { upTo: "0.1", share: "0.8" },
  ],
  beyond: "0.5",
};
const within: ScoreFormula = {
  kind: "full-if",
  of: ratio("threePublicFinal", "threePublicBudget"),
  sign: "≤",
  limit: "1",
  otherwise: "0.25",
};
const deduct: ScoreFormula = { kind: "deduct", count: input("fundProblems"), each: "1.5" };
const rest: ScoreFormula = {
  kind: "share-of-count",
  part: input("projectsOverSurplus"),
  whole: input("projectCount"),
  counts: "rest",
};
const part: ScoreFormula = {
  kind: "share-of-count",
  part: input("problemsRectified"),
  whole: input("problemsFound"),
  counts: "part",
};

const checkpoint = (name: string, executed: InputName, target: string) => ({
  name,
  of: ratio(executed, "adjustedBudget"),
  target,
});
const target = (level1: string, weight: string, share: string | null) => ({
  name: "指标",
  level1,
  weight: new Decimal(weight),
  share: share === null ? null : new Decimal(share),
});

describe("formulas, worked by hand for four points", () => {
  test.each<readonly [string, ScoreFormula, Partial<Record<InputName, string>>, string, string]>([
    // |620.68 − 492.31| = 128.37; ÷ 492.31 = 26.075…%; (40 − 26.075) ÷ 30 × 4 = 1.8567
    [
      "deviation between the limits",
      declining,
      { finalProject: "620.68", initialProject: "492.31" },
      "1.86",
      "|620.68 − 492.31| ÷ 492.31 = 26.08%，超过 10%，(40% − 26.08%) ÷ (40% − 10%) × 4 = 1.86 分",
    ],
    [
      "deviation at the limit",
      declining,
      { finalProject: "110", initialProject: "100" },
      "4",
      "|110 − 100| ÷ 100 = 10%，不超过 10%，得满分 4 分",
    ],
    [
      "deviation downwards",
      declining,
      { finalProject: "80", initialProject: "100" },
      "2.67",
      "|80 − 100| ÷ 100 = 20%，超过 10%，(40% − 20%) ÷ (40% − 10%) × 4 = 2.67 分",
    ],
    [
      "deviation beyond",
      declining,
      { finalProject: "150", initialProject: "100" },
      "0",
      "|150 − 100| ÷ 100 = 50%，达到 40%，得 0 分",
    ],
    [
      "a rate as a share of the points",
      rising,
      { procurementContracted: "76", procurementBudget: "80" },
      "3.8",
      "76 ÷ 80 = 95%，95% × 4 = 3.8 分",
    ],
    [
      "a rate above one",
      rising,
      { procurementContracted: "90", procurementBudget: "80" },
      "4",
      "90 ÷ 80 = 112.5%，达到 100%，得满分 4 分",
    ],
    // 8.69 ÷ 1140.52 = 0.7619%
    [
      "the first band",
      bands,
      { closing: "8.69", finalExpenditure: "1131.83" },
      "4",
      "8.69 ÷ (1131.83 + 8.69) = 0.76%，不超过 5%，4 × 100% = 4 分",
    ],
    [
      "the second band at its edge",
      bands,
      { closing: "10", finalExpenditure: "90" },
      "3.2",
      "10 ÷ (90 + 10) = 10%，不超过 10%，4 × 80% = 3.2 分",
    ],
    [
      "beyond all bands",
      bands,
      { closing: "11", finalExpenditure: "89" },
      "2",
      "11 ÷ (89 + 11) = 11%，超过 10%，4 × 50% = 2 分",
    ],
    [
      "a condition that holds",
      within,
      { threePublicFinal: "3.2", threePublicBudget: "3.2" },
      "4",
      "3.2 ÷ 3.2 = 100%，符合 ≤ 100%，得 4 分",
    ],
    [
      "a condition that does not",
      within,
      { threePublicFinal: "3.21", threePublicBudget: "3.2" },
      "1",
      "3.21 ÷ 3.2 = 100.31%，不符合 ≤ 100%，得 1 分",
    ],
    ["deductions", deduct, { fundProblems: "2" }, "1", "资金使用问题数 2，每个扣 1.5 分，4 − 2 × 1.5 = 1 分"],
    [
      "deductions that use all up",
      deduct,
      { fundProblems: "3" },
      "0",
      "资金使用问题数 3，每个扣 1.5 分，4 − 3 × 1.5 = 0 分，扣完为止",
    ],
    [
      "the rest of a number",
      rest,
      { projectsOverSurplus: "4", projectCount: "6" },
      "1.33",
      "(6 − 4) ÷ 6 = 33.33%，33.33% × 4 = 1.33 分",
    ],
    [
      "a part of a number",
      part,
      { problemsRectified: "3", problemsFound: "4" },
      "3",
      "3 ÷ 4 = 75%，75% × 4 = 3 分",
    ],
  ])("%s", (_, formula, values, ...result) => {
    expect(said(itemOf(formula), inputsOf(values))).toEqual(result);
  });

  test("the mean over checkpoints, each at most whole", () => {
    const formula: ScoreFormula = {
      kind: "checkpoints",
      checkpoints: [
        checkpoint("6月", "executedByJune", "0.4"),
        checkpoint("9月", "executedBySeptember", "0.6"),
      ],
    };
    // 20 ÷ 40 = 50 %, 70 ÷ 60 counts as whole: 75 % of four points.
    const inputs = inputsOf({ adjustedBudget: "100", executedByJune: "20", executedBySeptember: "70" });
    expect(said(itemOf(formula), inputs)).toEqual([
      "3",
      "6月 20 ÷ 100 = 20%（应达 40%，计 50%）；9月 70 ÷ 100 = 70%（应达 60%，计 100%）；平均 75% × 4 = 3 分",
    ]);
    expect(said(itemOf(formula), inputsOf({ executedByJune: "20" }))).toEqual([
      "missing",
      "adjustedBudget,executedBySeptember",
    ]);
  });

  test("the weighted mean of targets leaves out what people judge", () => {
    const targets = [
      target("产出指标", "3", "1"),
      target("产出指标", "1", "0.5"),
      target("效益指标", "2", null),
      target("成本指标", "5", "0"),
    ];
    const inputs = inputsOf({}, { annex: { origin: "附表 4 项指标", targets } });
    const formula: ScoreFormula = { kind: "targets", of: "annex", levels: ["产出指标", "效益指标"] };
    expect(said(itemOf(formula), inputs)).toEqual([
      "3.5",
      "2 项可比较的指标按权重计，完成 3.5 ÷ 4 = 87.5%，× 4 = 3.5 分；另有 1 项须由评价人员判断，未计入（附表 4 项指标）",
    ]);
    expect(said(itemOf(formula), inputsOf({}))).toEqual(["missing", "annex"]);
    expect(said(itemOf({ ...formula, levels: ["效益指标"] }), inputs)[0]).toBe("not-computable");
  });

  test("what people judge is not computed", () => {
    expect(said(itemOf({ kind: "manual" }), inputsOf({}))[0]).toBe("manual");
  });
});

describe("what is not there", () => {
  test("a missing input is named", () => {
    expect(said(itemOf(declining), inputsOf({ finalProject: "1" }))).toEqual(["missing", "initialProject"]);
    expect(said(itemOf(bands), inputsOf({}))).toEqual(["missing", "closing,finalExpenditure"]);
  });

  test("a zero denominator is no score, unless the system says what it earns", () => {
    const inputs = inputsOf({ threePublicFinal: "0", threePublicBudget: "0" });
    expect(said(itemOf(within), inputs)).toEqual(["not-computable", "“三公”经费预算数为 0，无法计算"]);
    const whenZero = { share: "1", reason: "未安排预算" };
    expect(said(itemOf(within, { whenZero }), inputs)).toEqual([
      "4",
      "“三公”经费预算数为 0，无法计算；未安排预算，得 4 分",
    ]);
    expect(said(itemOf(within, { whenZero }), inputsOf({ threePublicBudget: "0" }))[0]).toBe("missing");
  });

  test("a part larger than its whole is no score", () => {
    const inputs = inputsOf({ problemsRectified: "5", problemsFound: "4" });
    expect(said(itemOf(part), inputs)).toEqual(["not-computable", "5 大于总数 4，请核对"]);
  });

  test("the first quantity whose inputs are there is taken", () => {
    const first: Quantity = {
      kind: "first",
      choices: [ratio("procurementContracted", "procurementBudget"), input("procurementRate")],
    };
    const formula: ScoreFormula = { kind: "linear", of: first, zero: "0", full: "1" };
    expect(said(itemOf(formula), inputsOf({ procurementRate: "0.9" }))).toEqual([
      "3.6",
      "采购项目执行率 90%，90% × 4 = 3.6 分",
    ]);
    expect(said(itemOf(formula), inputsOf({}))).toEqual([
      "missing",
      "procurementContracted,procurementBudget",
    ]);
  });
});

test("a cap holds the score where its limit is reached", () => {
  const cap = {
    of: ratio("projectsOverSurplus", "projectCount"),
    atLeast: "0.5",
    most: "0.25",
    reason: "半数以上项目有结余",
  };
  const item = itemOf(rest, { caps: [cap] });
  expect(said(item, inputsOf({ projectsOverSurplus: "3", projectCount: "6" }))).toEqual([
    "1",
    "(6 − 3) ÷ 6 = 50%，50% × 4 = 2 分；3 ÷ 6 = 50%，达到 50%，半数以上项目有结余，最高 1 分",
  ]);
  expect(said(item, inputsOf({ projectsOverSurplus: "2", projectCount: "6" }))[0]).toBe("2.67");
});
