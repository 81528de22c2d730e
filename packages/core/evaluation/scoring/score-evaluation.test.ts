import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { EvaluationSketch, FundingSketch } from "../../checks/rules/testing/evaluation-builder.ts";
import { evaluationOf } from "../../checks/rules/testing/evaluation-builder.ts";
import { form, indicator, withFunding } from "../../checks/rules/project-evaluation/cases/sketches.ts";
import { nationalScoring } from "../../regions/national/scoring.ts";
import type { EvaluationScore } from "./score-evaluation.ts";
import { scoreEvaluation } from "./score-evaluation.ts";
import type { ScoringRules } from "./scoring-rules.ts";

const scored = (sketch: EvaluationSketch, rules: ScoringRules = nationalScoring): EvaluationScore =>
  scoreEvaluation(evaluationOf(sketch, 0), rules);

const execution = (funding: FundingSketch, rules: ScoringRules = nationalScoring): readonly unknown[] => {
  const score = scored(form(withFunding(funding)), rules).execution;
  return [
    score?.computed?.toFixed() ?? null,
    score?.verdict,
    score?.by?.toFixed() ?? null,
    score?.derivation,
    score?.notes,
  ];
};

describe("the score of execution", () => {
  test.each<readonly [string, FundingSketch, readonly unknown[]]>([
    [
      "all of the adjusted budget",
      { initial: "135", adjusted: "134.20", executed: "134.20", score: "10" },
      ["10", "justified", null, "134.20 ÷ 134.20 × 10 = 10", []],
    ],
    [
      "a share of it",
      { adjusted: "15", executed: "14.264", score: "9.51" },
      ["9.51", "justified", null, "14.264 ÷ 15 × 10 = 9.51", []],
    ],
    [
      "a score on the budget at the beginning of the year",
      { initial: "200", adjusted: "117.23", executed: "117.23", rate: "58.62", score: "5.86" },
      ["10", "strict", "4.14", "117.23 ÷ 117.23 × 10 = 10", ["与按年初预算 117.23 ÷ 200 × 10 = 5.86 一致"]],
    ],
    [
      "a score that follows a rate of no base",
      { initial: "50", adjusted: "40", executed: "20", rate: "70", score: "7" },
      ["5", "generous", "2", "20 ÷ 40 × 10 = 5", ["与所列执行率 70% 一致"]],
    ],
    [
      "more than the budget",
      { adjusted: "20", executed: "25", score: "10" },
      ["10", "justified", null, "25 ÷ 20 超过 100%，得满分 10", []],
    ],
    [
      "no budget",
      { adjusted: "0", executed: "0", score: "0" },
      ["0", "justified", null, "全年预算数为 0，无从计算执行率，得 0", []],
    ],
    [
      "money without a budget",
      { adjusted: "0", executed: "3", score: "10" },
      [null, "not-comparable", null, null, []],
    ],
    [
      "a budget below nothing",
      { adjusted: "-4", executed: "3", score: "0" },
      [null, "not-comparable", null, null, []],
    ],
    ["a blank", { adjusted: "", executed: "3", score: "10" }, [null, "not-comparable", null, null, []]],
    [
      "no score printed",
      { adjusted: "4", executed: "3", score: "" },
      ["7.5", "not-comparable", null, "3 ÷ 4 × 10 = 7.50", []],
    ],
    [
      "other points",
      { adjusted: "4", executed: "3", points: "20", score: "15" },
      ["15", "justified", null, "3 ÷ 4 × 20 = 15", []],
    ],
  ])("of %s", (_, funding, expected) => {
    expect(execution(funding)).toEqual(expected);
  });

  test("rests on the budget at the beginning of the year where the place has it so", () => {
    const rules: ScoringRules = { ...nationalScoring, executionBase: "initial" };
    const funding = { initial: "200", adjusted: "117.23", executed: "117.23", score: "10" };
    expect(execution(funding, rules)).toEqual([
      "5.86",
      "generous",
      "4.14",
      "117.23 ÷ 200 × 10 = 5.86",
      ["与按全年预算 117.23 ÷ 117.23 × 10 = 10 一致"],
    ]);
  });

  test("is none where the form has neither money nor a score for it", () => {
    expect(scored(form({ funding: [] })).execution).toBeNull();
  });

  test("never falls when more is executed, and stays within its points", () => {
    const amount = fc.integer({ min: 1, max: 1_000_000 });
    fc.assert(
      fc.property(amount, amount, amount, (budget, one, other) => {
        const of = (executed: number) =>
          scored(form(withFunding({ adjusted: `${budget}`, executed: `${executed}` }))).execution?.computed;
        const [less, more] = [of(Math.min(one, other)), of(Math.max(one, other))];
        expect(less?.gte(0) === true && more?.lte(10) === true && more.gte(less)).toBe(true);
      }),
    );
  });
});

describe("total and grade", () => {
  test("of a form that is right are those printed", () => {
    const score = scored(form({ grade: "优" }));
    expect([score.sumOfPrinted?.toFixed(), score.computedTotal?.toFixed()]).toEqual(["100", "100"]);
    expect(score.grade).toEqual({ printed: "优", computed: "优" });
  });

  test("follow from the computed scores, and take what people judge as printed", () => {
    const words = indicator({ target: "提升", actual: "有所提升", points: "30", score: "24" });
    const missed = indicator({ target: "≥60份", actual: "30份", points: "60", score: "60" });
    const score = scored(form({ indicators: [missed, words], grade: "优", totalScore: "94" }));
    expect([score.sumOfPrinted?.toFixed(), score.computedTotal?.toFixed()]).toEqual(["94", "64"]);
    expect(score.grade).toEqual({ printed: "优", computed: "中" });
  });

  test("take no more from a tier than it allows", () => {
    const partly = indicator({ target: "提升", actual: "部分达成预期指标并具有一定效果", score: "90" });
    expect(scored(form({ indicators: [partly] })).computedTotal?.toFixed()).toBe("82");
  });

  test("are unknown where a score that people give is missing", () => {
    const words = indicator({ target: "提升", actual: "有所提升", score: "" });
    const score = scored(form({ indicators: [words] }));
    expect([score.sumOfPrinted, score.computedTotal, score.grade.computed]).toEqual([null, null, null]);
  });
});
