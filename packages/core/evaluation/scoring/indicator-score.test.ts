// Cases worked by hand from 财预〔2020〕10号: reached is full marks, missed is the share, words stay in their tier.

import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { IndicatorSketch } from "../../checks/rules/testing/evaluation-builder.ts";
import { indicatorOf } from "../../checks/rules/testing/evaluation-builder.ts";
import { nationalScoring } from "../../regions/national/scoring.ts";
import type { IndicatorScore } from "./indicator-score.ts";
import { scoreIndicator } from "./indicator-score.ts";

const scored = (sketch: Partial<IndicatorSketch>, nothingExecuted = false): IndicatorScore =>
  scoreIndicator(
    indicatorOf({ name: "指标", points: "10", ...sketch }, {}),
    nationalScoring,
    nothingExecuted,
  );

interface Worked {
  readonly of: string;
  readonly given: Partial<IndicatorSketch>;
  readonly computed: string | null;
  readonly verdict: IndicatorScore["verdict"];
  readonly by?: string;
  readonly derivation?: string;
}

const cost = { level2: "成本指标" };
const worked: readonly Worked[] = [
  {
    of: "≥ reached",
    given: { target: "≥50份", actual: "54份", score: "10" },
    computed: "10",
    verdict: "justified",
    derivation: "54 ≥ 50，达到目标，得满分 10",
  },
  {
    of: "≥ missed by a tenth",
    given: { target: "≥60份", actual: "54份", points: "3", score: "4.5" },
    computed: "2.7",
    verdict: "generous",
    by: "1.8",
    derivation: "54 ÷ 60 × 3 = 2.70",
  },
  {
    of: "≥ missed, scored too low",
    given: { target: "≥60份", actual: "54份", score: "5" },
    computed: "9",
    verdict: "strict",
    by: "4",
    derivation: "54 ÷ 60 × 10 = 9",
  },
  {
    of: "= reached",
    given: { target: "=166台", actual: "166台", score: "10" },
    computed: "10",
    verdict: "justified",
    derivation: "166 = 166，达到目标，得满分 10",
  },
  {
    of: "= missed with full marks",
    given: { target: "=4辆", actual: "1辆", points: "20", score: "20" },
    computed: "5",
    verdict: "generous",
    by: "15",
    derivation: "1 ÷ 4 × 20 = 5",
  },
  {
    of: "≤ kept",
    given: { target: "≤10%", actual: "8%", score: "10" },
    computed: "10",
    verdict: "justified",
    derivation: "8 ≤ 10，达到目标，得满分 10",
  },
  {
    of: "≤ exceeded by a fifth",
    given: { target: "≤10%", actual: "12%", score: "8" },
    computed: "8",
    verdict: "justified",
    derivation: "(2 - 12 ÷ 10) × 10 = 8",
  },
  {
    of: "≤ exceeded threefold",
    given: { target: "≤10%", actual: "30%", score: "1" },
    computed: "0",
    verdict: "generous",
    by: "1",
    derivation: "(2 - 30 ÷ 10) × 10 = 0，不足 0 的得 0",
  },
  {
    of: "> met exactly, which a scan confuses with ≥",
    given: { target: ">95%", actual: "95%", score: "10" },
    computed: "10",
    verdict: "justified",
  },
  {
    of: "< missed",
    given: { target: "<20元", actual: "25元", score: "7.5" },
    computed: "7.5",
    verdict: "justified",
    derivation: "(2 - 25 ÷ 20) × 10 = 7.50",
  },
  {
    of: "a cost in another unit",
    given: { ...cost, target: "≤1.5万元", actual: "18000元", score: "8" },
    computed: "8",
    verdict: "justified",
    derivation: "(2 - 1.8 ÷ 1.5) × 10 = 8",
  },
  {
    of: "a cost saved and marked down",
    given: { ...cost, target: "≤20万元", actual: "14.98万元", points: "2", score: "1.5" },
    computed: "2",
    verdict: "strict",
    by: "0.5",
  },
  {
    of: "a cost of nothing",
    given: { ...cost, target: "≤20万元", actual: "0万元", score: "0" },
    computed: null,
    verdict: "judgement",
  },
  {
    of: "a rate of completion beside a count",
    given: { target: "≥60人", actual: "35.66%", points: "5", score: "2.5" },
    computed: "1.78",
    verdict: "generous",
    by: "0.72",
    derivation: "完成率 35.66% × 5 = 1.78",
  },
  {
    of: "whole points within rounding",
    given: { target: "≥300人", actual: "280人", score: "9" },
    computed: "9.33",
    verdict: "justified",
  },
  {
    of: "a share in words",
    given: { target: "≤万分之一", actual: "≤万分之二", score: "10" },
    computed: "0",
    verdict: "generous",
    by: "10",
  },
  {
    of: "a date kept",
    given: { target: "2024年12月底前", actual: "2024年11月30日", score: "10" },
    computed: "10",
    verdict: "justified",
    derivation: "完成时间 2024-11-30 不晚于 2024-12-31，达到目标，得满分 10",
  },
  {
    of: "a date missed",
    given: { target: "2024年10月底前", actual: "2024年11月30日", score: "8" },
    computed: null,
    verdict: "judgement",
  },
  {
    of: "half of the work by a date",
    given: { target: "2024年底", actual: "50%", score: "5" },
    computed: "5",
    verdict: "justified",
  },
  {
    of: "a grade reached",
    given: { target: "≥良", actual: "优", score: "9" },
    computed: "10",
    verdict: "strict",
    by: "1",
  },
  {
    of: "a grade missed",
    given: { target: "≥良", actual: "中", score: "6" },
    computed: null,
    verdict: "judgement",
  },
  {
    of: "the best tier",
    given: { target: "及时", actual: "达成预期指标", score: "9" },
    computed: null,
    verdict: "judgement",
    derivation: "“达成预期指标”：10 × 80%—100% = 8—10 分",
  },
  {
    of: "the best tier with nothing",
    given: { target: "及时", actual: "达成预期指标", score: "0" },
    computed: null,
    verdict: "strict",
    by: "8",
  },
  {
    of: "the middle tier with full marks",
    given: { target: "及时", actual: "部分达成预期指标并具有一定效果", points: "15", score: "15" },
    computed: null,
    verdict: "generous",
    by: "3",
  },
  {
    of: "words",
    given: { target: "持续提升", actual: "提升", score: "10" },
    computed: null,
    verdict: "judgement",
  },
  {
    of: "words above the points",
    given: { target: "持续提升", actual: "提升", score: "12" },
    computed: null,
    verdict: "generous",
    by: "2",
  },
  {
    of: "a word beside a figure",
    given: { target: "≥90%", actual: "提升", score: "10" },
    computed: null,
    verdict: "not-comparable",
  },
  { of: "no target", given: { actual: "3辆", score: "10" }, computed: null, verdict: "not-comparable" },
  {
    of: "no score",
    given: { target: "≥4人", actual: "3人", score: "" },
    computed: "7.5",
    verdict: "not-comparable",
  },
  {
    of: "no points",
    given: { target: "≥4人", actual: "3人", points: "", score: "3" },
    computed: null,
    verdict: "not-comparable",
  },
];

describe("a score worked by hand", () => {
  test.each(worked)("of $of", ({ given, computed, verdict, by, derivation }) => {
    const score = scored(given);
    expect({
      computed: score.computed?.toFixed() ?? null,
      verdict: score.verdict,
      by: score.by?.toFixed(),
      derivation: derivation === undefined ? undefined : score.derivation,
    }).toEqual({ computed, verdict, by, derivation });
  });

  test("of a limit kept where nothing was executed is left to people", () => {
    const given = { target: "≤10次", actual: "0次", score: "0" };
    expect(scored(given, true).verdict).toBe("judgement");
    expect(scored(given).verdict).toBe("strict");
  });
});

describe("what is said beside a score", () => {
  test.each([
    [{ target: "≥20场", actual: "46场", score: "10" }, "为目标的230%，超额较多，应说明原因"],
    [{ target: ">95%", actual: "95%", score: "10" }, "恰为“>”的界限，按达到计，请核对符号"],
    [{ ...cost, target: "≥1万元", actual: "1万元", score: "10" }, "成本指标以低为好，所列“≥”按“≤”计"],
    [{ target: "≥1个", actual: "69个", score: "10" }, "完成值与指标值相差十倍以上，请核对计量单位"],
    [{ target: "≥4人", actual: "4人", score: "5", reason: "付款手续未完善" }, "已填原因：付款手续未完善"],
    [{ target: "≥4人", actual: "2人", score: "12" }, "得分超过分值 10"],
    [{ target: "≥4人", actual: "4人", score: "10", doubtful: true }, "识读存疑，请核对原件"],
  ])("%o: %s", (given, note) => {
    expect(scored(given).notes).toContain(note);
  });

  test("over-achievement with a reason needs none", () => {
    expect(scored({ target: "≥20场", actual: "46场", score: "10", reason: "临时任务增加" }).notes).toEqual(
      [],
    );
  });
});

const quantity = fc.nat({ max: 100_000 }).map((hundredths) => (hundredths / 100).toFixed(2));
const comparator = fc.constantFrom("≥", "=", ">", "≤", "<");

describe("a computed score", () => {
  test("lies between nothing and the points, for every comparator", () => {
    fc.assert(
      fc.property(
        comparator,
        quantity,
        quantity,
        fc.integer({ min: 0, max: 100 }),
        (sign, target, actual, points) => {
          const { computed } = scored({
            target: `${sign}${target}份`,
            actual: `${actual}份`,
            points: `${points}`,
          });
          expect(computed?.gte(0) === true && computed.lte(points)).toBe(true);
        },
      ),
    );
  });

  test("never falls when the result gets better", () => {
    fc.assert(
      fc.property(comparator, quantity, quantity, quantity, (sign, target, one, other) => {
        const [low, high] = Number(one) <= Number(other) ? [one, other] : [other, one];
        const [worse, better] = sign === "≤" || sign === "<" ? [high, low] : [low, high];
        const of = (actual: string): IndicatorScore =>
          scored({ target: `${sign}${target}份`, actual: `${actual}份` });
        expect(of(better).computed?.gte(of(worse).computed ?? 0)).toBe(true);
      }),
    );
  });

  test("printed as computed is justified", () => {
    fc.assert(
      fc.property(comparator, quantity, quantity, (sign, target, actual) => {
        const given = { target: `${sign}${target}份`, actual: `${actual}份` };
        const score = scored(given).computed?.toFixed() ?? "";
        expect(scored({ ...given, score }).verdict).toBe("justified");
      }),
    );
  });
});
