// Each option of the rules with cases worked by hand, and what must hold for any rules.

import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { form, withFunding } from "../../checks/rules/project-evaluation/cases/sketches.ts";
import type { FundingSketch, IndicatorSketch } from "../../checks/rules/testing/evaluation-builder.ts";
import { evaluationOf, indicatorOf } from "../../checks/rules/testing/evaluation-builder.ts";
import { exampleScoring } from "../../regions/example/scoring.ts";
import { allScoringRules } from "../../regions/index.ts";
import { nationalScoring, nationalScoringWithCost } from "../../regions/national/scoring.ts";
import type { IndicatorScore } from "./indicator-score.ts";
import { scoreIndicator } from "./indicator-score.ts";
import { scoreEvaluation } from "./score-evaluation.ts";
import type {
  OverAchievementConsequence,
  QuantityFormulas,
  ScoringRules,
  ShareFormula,
} from "./scoring-rules.ts";

const scored = (sketch: Partial<IndicatorSketch>, rules: ScoringRules): IndicatorScore =>
  scoreIndicator(indicatorOf({ name: "指标", points: "10", ...sketch }, {}), rules);
const line = (sketch: Partial<IndicatorSketch>, rules: ScoringRules): string | null =>
  scored(sketch, rules).derivation;
const withFormulas = (formulas: Partial<QuantityFormulas>): ScoringRules => ({
  ...nationalScoring,
  formulas: { ...nationalScoring.formulas, ...formulas },
});
const withConsequence = (overAchievementConsequence: OverAchievementConsequence): ScoringRules => ({
  ...nationalScoring,
  overAchievement: "1.2",
  overAchievementConsequence,
});

const BANDS: ShareFormula = {
  bands: [
    { from: "0.9", share: "0.8" },
    { from: "0.6", share: "0.5" },
  ],
};

describe("formulas", () => {
  test.each<readonly [Partial<QuantityFormulas>, string, string, string]>([
    [{ atLeast: "zero" }, "≥60份", "54份", "54 ÷ 60 未达到目标，不得分，得 0"],
    [{ atLeast: BANDS }, "≥60份", "54份", "54 ÷ 60 = 90%，达到 90% 得 80%：10 × 80% = 8"],
    [{ atLeast: BANDS }, "60份", "90%", "完成率 90%，达到 90% 得 80%：10 × 80% = 8"],
    [{ atLeast: BANDS }, "≥60份", "53份", "53 ÷ 60 = 88.33%，达到 60% 得 50%：10 × 50% = 5"],
    [{ atLeast: BANDS }, "≥60份", "30份", "30 ÷ 60 = 50%，低于 60%，得 0"],
    [{ atMost: "inverse-ratio" }, "≤10人", "12人", "10 ÷ 12 × 10 = 8.33"],
    [{ atMost: "two-minus-ratio" }, "≤10人", "12人", "(2 - 12 ÷ 10) × 10 = 8"],
    [{ atMost: "zero" }, "≤10人", "12人", "12 ÷ 10 未达到目标，不得分，得 0"],
    [{ atMost: BANDS }, "≤10人", "11人", "2 - 11 ÷ 10 = 90%，达到 90% 得 80%：10 × 80% = 8"],
    [{ exactExceeded: "full" }, "=10台", "12台", "12 ≥ 10，达到目标，得满分 10"],
    [{ exactExceeded: "two-minus-ratio" }, "=10台", "12台", "(2 - 12 ÷ 10) × 10 = 8"],
    [{ exactExceeded: "zero" }, "=10台", "12台", "12 ÷ 10 未达到目标，不得分，得 0"],
    [{ exactShort: "zero" }, "=10台", "9台", "9 ÷ 10 未达到目标，不得分，得 0"],
    [{}, "=0起", "2起", "目标为 0，完成 2，未达到目标，得 0"],
  ])("%o of %s with %s: %s", (formulas, target, actual, expected) => {
    expect(line({ target, actual }, withFormulas(formulas))).toBe(expected);
  });
});

describe("over-achievement from 120 %", () => {
  const degree: OverAchievementConsequence = { kind: "deduct-by-degree", most: "0.5", waivedByReason: true };
  const bands: OverAchievementConsequence = {
    kind: "deduct-by-bands",
    bands: [
      { from: "2", deduct: "0.3" },
      { from: "1.5", deduct: "0.1" },
    ],
    waivedByReason: false,
  };
  test.each<readonly [OverAchievementConsequence, string, string, string]>([
    [{ kind: "note" }, "40场", "", "40 ≥ 20，达到目标，得满分 10"],
    [{ kind: "reason" }, "40场", "", "40 ≥ 20，达到目标，得满分 10"],
    [degree, "23场", "", "23 ≥ 20，达到目标，得满分 10"],
    [degree, "30场", "", "30 ÷ 20 = 150%，超过 120% 的部分为 30%：10 × (1 - 30%) = 7"],
    [degree, "40场", "", "40 ÷ 20 = 200%，超过 120% 的部分为 80%，最多扣 50%：10 × (1 - 50%) = 5"],
    [degree, "40场", "临时增加任务", "40 ≥ 20，达到目标，得满分 10"],
    [bands, "26场", "", "26 ≥ 20，达到目标，得满分 10"],
    [bands, "30场", "", "30 ÷ 20 = 150%，达到 150% 扣 10%：10 × (1 - 10%) = 9"],
    [bands, "40场", "临时增加任务", "40 ÷ 20 = 200%，达到 200% 扣 30%：10 × (1 - 30%) = 7"],
  ])("%o with %s and the reason “%s”: %s", (consequence, actual, reason, expected) => {
    expect(line({ target: "≥20场", actual, reason }, withConsequence(consequence))).toBe(expected);
  });
});

const execution = (funding: FundingSketch, change: Partial<ScoringRules>): unknown =>
  scoreEvaluation(evaluationOf(form(withFunding(funding))), { ...nationalScoring, ...change }).execution
    ?.derivation;
const total = (executed: string, caps: ScoringRules["caps"]): readonly unknown[] => {
  const evaluation = evaluationOf(form(withFunding({ adjusted: "100", executed, score: "10" })));
  const { total: found, grade } = scoreEvaluation(evaluation, { ...nationalScoring, caps });
  return [found.total?.toFixed(), grade.computed, found.derivation];
};

describe("execution", () => {
  test.each<readonly [FundingSketch, Partial<ScoringRules>, string | null]>([
    [{ adjusted: "0", executed: "0" }, { withoutBudget: "zero" }, "全年预算数为 0，无从计算执行率，得 0"],
    [{ adjusted: "0", executed: "0" }, { withoutBudget: "full" }, "全年预算数为 0，无从计算执行率，得 10"],
    [{ adjusted: "0", executed: "0" }, { withoutBudget: "not-scored" }, null],
    [
      { adjusted: "20", executed: "25" },
      { aboveBudget: "two-minus-ratio" },
      "25 ÷ 20 超过 100%，(2 - 25 ÷ 20) × 10 = 7.50",
    ],
    [{ adjusted: "20", executed: "25" }, { aboveBudget: "zero" }, "25 ÷ 20 超过 100%，不得分，得 0"],
    [{ adjusted: "3", executed: "2" }, { rounding: "down" }, "2 ÷ 3 × 10 = 6.66"],
    [{ adjusted: "3", executed: "2" }, { scoreDecimals: 1 }, "2 ÷ 3 × 10 = 6.7"],
    [
      { adjusted: "8", executed: "5.01" },
      { scoreDecimals: 2, rounding: "half-even" },
      "5.01 ÷ 8 × 10 = 6.26",
    ],
    [
      { initial: "200", adjusted: "100", executed: "100", rate: "50" },
      { executionBase: "per-form" },
      "100 ÷ 200 × 10 = 5",
    ],
    [
      { initial: "200", adjusted: "100", executed: "100", rate: "100" },
      { executionBase: "per-form" },
      "100 ÷ 100 × 10 = 10",
    ],
  ])("of %o by %o: %s", (funding, change, expected) => {
    expect(execution(funding, change)).toBe(expected);
  });
});

describe("caps of total and grade", () => {
  const atMost79 = { kind: "total", executionBelow: "60", most: "79" } as const;

  test.each<readonly [string, ScoringRules["caps"], readonly string[]]>([
    ["45", [], ["94.5", "优", "指标 90 + 预算执行率 4.5，合计 94.5"]],
    [
      "45",
      [atMost79],
      ["79", "中", "指标 90 + 预算执行率 4.5，合计 94.5，执行率 45% 低于 60%，总分不高于 79 → 79"],
    ],
    ["60", [atMost79], ["96", "优", "指标 90 + 预算执行率 6，合计 96"]],
    [
      "70",
      [{ kind: "grade", executionBelow: "80", most: "良" }],
      ["97", "良", "指标 90 + 预算执行率 7，合计 97"],
    ],
    [
      "45",
      [atMost79, { kind: "total", executionBelow: "50", most: "59" }],
      ["59", "差", "指标 90 + 预算执行率 4.5，合计 94.5，执行率 45% 低于 50%，总分不高于 59 → 59"],
    ],
  ])("with %s of 100 executed and %o: %j", (executed, caps, expected) => {
    expect(total(executed, caps)).toEqual(expected);
  });
});

describe("sets of rules", () => {
  test("have ids of their own, one of them an example in force nowhere", () => {
    expect(new Set(allScoringRules.map(({ id }) => id)).size).toBe(allScoringRules.length);
    expect(allScoringRules.filter(({ inForce }) => !inForce)).toEqual([exampleScoring]);
  });

  test("with cost indicators divide a hundred points by 101号", () => {
    expect(nationalScoringWithCost.levelPoints).toEqual([
      { 成本指标: "20", 产出指标: "40", 效益指标: "20", 满意度指标: "10" },
    ]);
  });
});

const share = fc.constantFrom<ShareFormula>("proportional", "zero", BANDS);
const over = fc.constantFrom<ShareFormula>("two-minus-ratio", "inverse-ratio", "zero", BANDS);
const anyRules: fc.Arbitrary<ScoringRules> = fc
  .record({
    atLeast: share,
    exactShort: share,
    atMost: over,
    exactExceeded: fc.oneof(over, fc.constant("full" as const)),
    scoreDecimals: fc.integer({ min: 0, max: 3 }),
    rounding: fc.constantFrom("half-up", "half-even", "down"),
    aboveBudget: fc.constantFrom("full", "two-minus-ratio", "zero"),
    overAchievementConsequence: fc.constantFrom(
      nationalScoring.overAchievementConsequence,
      exampleScoring.overAchievementConsequence,
    ),
    caps: fc.constantFrom(nationalScoring.caps, exampleScoring.caps),
  })
  .map(({ atLeast, exactShort, atMost, exactExceeded, ...rest }) => ({
    ...nationalScoring,
    ...rest,
    formulas: { atLeast, exactShort, atMost, exactExceeded },
  }));
const quantity = fc.nat({ max: 100_000 }).map((hundredths) => (hundredths / 100).toFixed(2));

describe("by any rules", () => {
  test("a score lies between nothing and the points, and printed as computed it is justified", () => {
    const sign = fc.constantFrom("≥", "=", ">", "≤", "<");
    fc.assert(
      fc.property(anyRules, sign, quantity, quantity, (rules, comparator, target, actual) => {
        const given = { target: `${comparator}${target}份`, actual: `${actual}份` };
        const { computed } = scored(given, rules);
        expect(computed?.gte(0) === true && computed.lte(10)).toBe(true);
        expect(scored({ ...given, score: computed?.toFixed() ?? "" }, rules).verdict).toBe("justified");
      }),
    );
  });

  test("a better result never scores less, up to the threshold of over-achievement", () => {
    const sign = fc.constantFrom("≥", ">", "≤", "<");
    fc.assert(
      fc.property(anyRules, sign, fc.tuple(quantity, quantity, quantity), (rules, comparator, figures) => {
        const [target, one, other] = figures;
        const isLower = comparator === "≤" || comparator === "<";
        const most = Number(target) * Number(rules.overAchievement);
        fc.pre(isLower || Math.max(Number(one), Number(other)) < most);
        const [less, more] = Number(one) <= Number(other) ? [one, other] : [other, one];
        const of = (actual: string) =>
          scored({ target: `${comparator}${target}份`, actual: `${actual}份` }, rules);
        const [worse, better] = isLower ? [of(more), of(less)] : [of(less), of(more)];
        expect(better.computed?.gte(worse.computed ?? 0)).toBe(true);
      }),
    );
  });

  test("a total is the sum of what counts, within its cap", () => {
    fc.assert(
      fc.property(anyRules, fc.integer({ min: 1, max: 150 }), (rules, executed) => {
        const funding = withFunding({ adjusted: "100", executed: `${executed}`, score: "10" });
        const { indicators, execution, total } = scoreEvaluation(evaluationOf(form(funding)), rules);
        const counted = indicators.reduce((sum, one) => sum + Number(one.counted ?? 0), 0);
        expect(Number(total.sum)).toBeCloseTo(counted + Number(execution?.counted ?? 0), 8);
        expect(total.total?.lte(total.sum ?? 0)).toBe(true);
        expect(total.total?.eq(total.sum ?? 0)).toBe(total.caps.every(({ kind }) => kind !== "total"));
      }),
    );
  });
});
