import { array, assert, constant, constantFrom, property, record, shuffledSubarray, tuple } from "fast-check";
import { expect, test } from "vitest";

import type { EvaluationExtract } from "./evaluation-extract.ts";
import { findSignals } from "./find-signals.ts";
import type { Signal } from "./signal.ts";
import { madeExtract, madeIndicator, madeTotal, madeUnit } from "./testing/made-extract.ts";

function signalIn(extracts: readonly EvaluationExtract[], id: string): Signal {
  const signal = findSignals(extracts, { by: "unit" }).signals.find((one) => one.id === id);
  if (signal === undefined) throw new Error(`there is no signal ${id}`);
  return signal;
}

const counted = (counts: Signal["apart"]): number => counts.reduce((sum, { count }) => sum + count, 0);

/** What a signal says in short: "shown/judged" of each group, and counts of what it did not judge. */
function summaryOf(extracts: readonly EvaluationExtract[], id: string): object {
  const { groups, apart, notJudged, silentGroups } = signalIn(extracts, id);
  return {
    groups: groups.map(({ shown, judged }) => `${shown}/${judged}`),
    apart: counted(apart),
    open: counted(notJudged),
    silent: silentGroups,
  };
}

const NONE = { groups: [], apart: 0, open: 0, silent: 0 };
const indicators = (count: number, changes: Parameters<typeof madeIndicator>[0]) =>
  Array.from({ length: count }, (_, index) => madeIndicator({ name: `指标${index}`, ...changes }));
const full = { indicators: indicators(2, {}), rate: 6999 };

const cases: readonly (readonly [string, string, readonly EvaluationExtract[], object])[] = [
  [
    "a printed grade above the recomputed one shows",
    "grade-above-computed",
    madeUnit(2, (at) => ({
      grade: { printed: "优", computed: "良", printedRank: 0, computedRank: at === 0 ? 1 : 0 },
    })),
    { ...NONE, groups: ["1/2"] },
  ],
  [
    "a grade that is no word of the place, or none, is not judged",
    "grade-above-computed",
    madeUnit(2, (at) => ({
      grade: { printed: at === 0 ? null : "好", computed: "良", printedRank: null, computedRank: 1 },
    })),
    { ...NONE, open: 2 },
  ],
  [
    "79.99 % with 90 points shows; 80 %, or 89.99 points, does not; no rate is not judged",
    "high-score-low-execution",
    madeUnit(4, (at) => ({
      rate: [7999, 8000, 7999, null][at] ?? null,
      total: madeTotal(at === 2 ? "89.99" : "90"),
    })),
    { ...NONE, groups: ["1/3"], open: 1 },
  ],
  [
    "full marks below 70 % show; one point lost, 70 %, or a blank score do not",
    "full-marks-low-execution",
    madeUnit(
      4,
      (at) =>
        [
          full,
          { ...full, indicators: [madeIndicator({ score: 900 })] },
          { ...full, rate: 7000 },
          { ...full, indicators: [madeIndicator({ score: null })] },
        ][at] ?? {},
    ),
    { ...NONE, groups: ["1/3"], open: 1 },
  ],
  [
    "three totals of 98 and more show",
    "all-nearly-full",
    madeUnit(3, (at) => ({ total: madeTotal(["98", "99.5", "100"][at] ?? "") })),
    { ...NONE, groups: ["3/3"] },
  ],
  [
    "one total of 97.99 among them, and the unit does not show",
    "all-nearly-full",
    madeUnit(4, (at) => ({ total: madeTotal(at === 0 ? "97.99" : "100") })),
    NONE,
  ],
  [
    "two are too few",
    "all-nearly-full",
    madeUnit(2, () => ({ total: madeTotal("100") })),
    { ...NONE, silent: 1 },
  ],
  [
    "four of five the same total show, and 100 is counted apart",
    "identical-totals",
    madeUnit(7, (at) => ({ total: madeTotal(at < 4 ? "95" : at === 4 ? "93.1" : "100") })),
    { ...NONE, groups: ["4/5"], apart: 2 },
  ],
  [
    "whole totals where execution earns 9.53 show; where it earns 9 they are counted apart",
    "round-totals",
    madeUnit(4, (at) => ({ total: madeTotal("95"), executionScore: at < 3 ? 953 : 900 })),
    { ...NONE, groups: ["3/3"], apart: 1 },
  ],
  [
    "a generous score shows, and what people judge is not judged",
    "generous-scores",
    [
      madeExtract({
        generous: [{ name: "合格率", printed: "10", by: 200, derivation: "8 ÷ 10 × 10 = 8", place: {} }],
        judgedScores: 5,
        openScores: 3,
      }),
    ],
    { ...NONE, groups: ["1/5"], open: 3 },
  ],
  [
    "lost points without a reason show; with a reason, or told as a problem, they do not",
    "unexplained-losses",
    madeUnit(
      4,
      (at) =>
        [
          { indicators: [madeIndicator({ score: 800 })] },
          { indicators: [madeIndicator({ score: 800, hasReason: true })] },
          {
            indicators: [madeIndicator({ score: 800 })],
            texts: [{ name: "problems" as const, text: "参与单位少于预期，组织不力", place: {} }],
          },
          {},
        ][at] ?? {},
    ),
    { ...NONE, groups: ["1/3"], open: 1 },
  ],
  [
    "nine of ten to the digit show; 100 % and 1 are counted apart, words are not judged",
    "actual-equals-target",
    [
      madeExtract({
        indicators: [
          ...indicators(9, { target: "≥20次", actual: "20次" }),
          madeIndicator(),
          madeIndicator({ target: "＝100%".replace("＝", "="), actual: "100%" }),
          madeIndicator({ target: "1个", actual: "1个" }),
          madeIndicator({ target: "明显提升", actual: "明显提升" }),
        ],
      }),
    ],
    { ...NONE, groups: ["9/10"], apart: 2, open: 1 },
  ],
  [
    "eight of ten do not show, and nine of nine are too few",
    "actual-equals-target",
    [
      madeExtract({ indicators: [...indicators(8, { actual: "20次" }), ...indicators(2, {})] }),
      madeExtract({ unitName: "示例县教育局", indicators: indicators(9, { actual: "20次" }) }),
    ],
    { ...NONE, silent: 1 },
  ],
  [
    "a target lowered shows, one raised does not, a limit is lowered by being raised",
    "target-lowered",
    [
      madeExtract({
        indicators: [
          madeIndicator({ initialTarget: "≥30次" }),
          madeIndicator({ initialTarget: "≥10次" }),
          madeIndicator({ initialTarget: "≤10次", target: "≤12次", isLowerBetter: true }),
          madeIndicator({ initialTarget: "≥30人" }),
          madeIndicator(),
        ],
      }),
    ],
    { ...NONE, groups: ["2/3"], open: 2 },
  ],
  [
    "a target below last year's result shows",
    "target-below-last-year",
    [
      madeExtract({ source: "2023.txt", year: 2023, project: "2023年档案整理费" }),
      madeExtract({ project: "档案整理费（2024年）", indicators: [madeIndicator({ target: "≥22次" })] }),
    ],
    { ...NONE, groups: ["1/1"], open: 1 },
  ],
  [
    "five indicators that do not move show across the years",
    "indicator-unmoved",
    [
      madeExtract({ source: "2023.txt", year: 2023, indicators: indicators(5, {}) }),
      madeExtract({ indicators: indicators(5, {}) }),
    ],
    { ...NONE, groups: ["5/5"], open: 5 },
  ],
  [
    "only words show; a date is a figure; two targets are too few to judge",
    "only-qualitative",
    madeUnit(3, (at) => ({
      indicators: indicators(at === 2 ? 2 : 3, { target: at === 1 ? "12月底前" : "明显提升" }),
    })),
    { ...NONE, groups: ["1/2"], open: 1 },
  ],
  [
    "the same satisfaction in four projects shows",
    "same-satisfaction",
    madeUnit(5, (at) => ({
      indicators: [
        madeIndicator({ level1: "满意度指标", target: "≥90%", actual: at === 4 ? "满意" : "98%" }),
      ],
    })),
    { ...NONE, groups: ["4/4"], open: 1 },
  ],
  [
    "budgets adjusted to what was spent show; what was spent as planned is counted apart",
    "adjusted-equals-executed",
    madeUnit(5, (at) => ({
      money: { initial: 90n, adjusted: 100n, executed: [100n, 100n, 100n, 90n][at] ?? null },
    })),
    { ...NONE, groups: ["3/3"], apart: 1, open: 1 },
  ],
  [
    "nothing spent of a budget shows; of no budget it is not judged",
    "nothing-spent",
    madeUnit(3, (at) => ({
      money: { initial: 0n, adjusted: at === 2 ? 0n : 9n, executed: at === 1 ? 1n : 0n },
    })),
    { ...NONE, groups: ["1/2"], open: 1 },
  ],
];

test.each(cases)("%s (%s)", (_, id, extracts, expected) => {
  expect(summaryOf(extracts, id)).toEqual(expected);
});

test("blank and unreadable figures are not judged by any signal in money and scores", () => {
  const blank = madeExtract({
    total: null,
    computedTotal: null,
    grade: { printed: null, computed: null, printedRank: null, computedRank: null },
    money: { initial: null, adjusted: null, executed: null },
    rate: null,
    executionScore: null,
    indicators: [],
    judgedScores: 0,
  });
  const { signals } = findSignals([blank], { by: "unit" });
  expect(signals.map(({ groups, judged }) => [groups.length, judged])).toEqual(signals.map(() => [0, 0]));
});

test("the same evaluation in two files counts once, two alike in one file are two", () => {
  const twice = [madeExtract(), madeExtract({ source: "又一份.pdf" })];
  expect(findSignals(twice, { by: "unit" })).toMatchObject({ evaluations: 1, duplicates: 1 });
  expect(findSignals([madeExtract(), madeExtract({ number: 2 })], { by: "unit" })).toMatchObject({
    evaluations: 2,
    duplicates: 0,
  });
});

test("a unit of fifteen is stronger than one of three, and comes first", () => {
  const few = madeUnit(3, () => ({ unitName: "示例县档案馆", total: madeTotal("99") }));
  const many = madeUnit(15, () => ({ unitName: "示例县教育局", total: madeTotal("99") }));
  const { groups } = signalIn([...few, ...many], "all-nearly-full");
  expect(groups.map(({ name, strength }) => [name, strength])).toEqual([
    ["示例县教育局", 88],
    ["示例县档案馆", 60],
  ]);
});

test("by department, units are judged together", () => {
  const extracts = ["示例县档案馆", "示例县党史办"].flatMap((unitName) =>
    madeUnit(2, () => ({ unitName, total: madeTotal("99") })),
  );
  expect(signalIn(extracts, "all-nearly-full").groups).toEqual([]);
  const { signals } = findSignals(extracts, { by: "department" });
  expect(signals.find(({ id }) => id === "all-nearly-full")?.groups).toMatchObject([{ shown: 4, judged: 4 }]);
});

const pairs = (count: number): readonly EvaluationExtract[] =>
  madeUnit(count, (at) => ({ rate: 9000 + at * 100, total: madeTotal(String(80 + at)) }));
const correlationIn = (extracts: readonly EvaluationExtract[]): string | undefined =>
  signalIn(extracts, "high-score-low-execution").figures[0]?.value;

test("rate and score: the correlation is given from ten pairs on", () => {
  expect([pairs(9), pairs(10)].map(correlationIn)).toEqual(["不足以计算", "1.00"]);
});

const anyExtract = record({
  unit: constantFrom("示例县档案馆", "示例县教育局", "示例县统计局"),
  total: constantFrom("95", "98.5", "99", "100"),
  rate: constantFrom(null, 5000, 9531, 10_000),
  executed: constantFrom(null, 0n, 95n, 100n),
  actual: constantFrom("20次", "23次", "明显提升"),
}).map(({ unit, total, rate, executed, actual }) =>
  madeExtract({
    unitName: unit,
    total: madeTotal(total),
    rate,
    money: { initial: 90n, adjusted: 100n, executed },
    indicators: indicators(4, { actual, level1: "满意度指标" }),
  }),
);
const manyExtracts = array(anyExtract, { maxLength: 25 }).map((extracts) =>
  extracts.map((extract, at) => ({ ...extract, number: at + 1, project: `项目${at}` })),
);

test("the order of the evaluations is nothing to the result", () => {
  const shuffled = manyExtracts.chain((extracts) =>
    tuple(constant(extracts), shuffledSubarray(extracts, { minLength: extracts.length })),
  );
  assert(
    property(shuffled, ([extracts, other]) => {
      expect(findSignals(other, { by: "unit" })).toEqual(findSignals(extracts, { by: "unit" }));
    }),
    { numRuns: 60 },
  );
});

test("another unit changes no group of the signals that are counted by unit", () => {
  const other = madeUnit(6, () => ({ unitName: "示例县水务局", total: madeTotal("100"), rate: 3000 }));
  assert(
    property(manyExtracts, (extracts) => {
      const before = findSignals(extracts, { by: "unit" }).signals;
      const after = new Map(
        findSignals([...extracts, ...other], { by: "unit" }).signals.map((one) => [one.id, one]),
      );
      for (const { id, groups } of before) {
        const own = after.get(id)?.groups.filter(({ name }) => name !== "示例县水务局");
        expect([id, own]).toEqual([id, groups]);
      }
    }),
    { numRuns: 60 },
  );
});
