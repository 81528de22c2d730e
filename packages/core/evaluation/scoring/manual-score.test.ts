// Scores that people give: cases worked by hand from the three tiers of 财预〔2020〕10号.

import { Decimal } from "decimal.js";
import { describe, expect, test } from "vitest";

import { indicatorOf } from "../../checks/rules/testing/evaluation-builder.ts";
import { exampleScoring } from "../../regions/example/scoring.ts";
import { nationalScoring } from "../../regions/national/scoring.ts";
import { judgeManualScore, type ManualFault } from "./manual-score.ts";
import type { ScoringRules } from "./scoring-rules.ts";

const BEST = "达成预期指标";
const PARTLY = "部分达成预期指标并具有一定效果";
const POOR = "未达成预期指标且效果较差";

interface Case {
  readonly actual: string;
  readonly target?: string;
  readonly score: string;
  readonly reason?: string;
  readonly rules?: ScoringRules;
  readonly faults: readonly ManualFault[];
}

describe("a score given by people", () => {
  test.each<Case>([
    { actual: BEST, score: "10", faults: [] },
    { actual: BEST, score: "8", reason: "人员变动", faults: [] },
    { actual: BEST, score: "8", faults: ["reason-missing"] },
    { actual: BEST, score: "7.9", reason: "人员变动", faults: ["outside-tier"] },
    { actual: PARTLY, score: "8", reason: "人员变动", faults: ["outside-tier"] },
    { actual: PARTLY, score: "7.99", reason: "人员变动", faults: [] },
    { actual: PARTLY, score: "6", reason: "人员变动", faults: [] },
    { actual: POOR, score: "6", reason: "无", faults: ["outside-tier", "reason-missing"] },
    { actual: POOR, score: "0", reason: "未实施", faults: [] },
    { actual: "有所提升", score: "11", faults: ["outside-points"] },
    { actual: "有所提升", score: "-1", faults: ["outside-points"] },
    { actual: "有所提升", score: "9.125", reason: "人员变动", faults: ["too-precise"] },
    { actual: "有所提升", score: "10", faults: [] },
    { actual: "有所提升", score: "10", rules: exampleScoring, faults: ["reason-missing"] },
    { target: "≥60份", actual: "54份", score: "9", reason: "人员变动", faults: [] },
    { target: "≥60份", actual: "54份", score: "10", faults: ["not-computed-score"] },
  ])("$score for “$actual” has the faults $faults", ({ actual, target, score, reason, rules, faults }) => {
    const indicator = indicatorOf({ name: "指标", points: "10", target: target ?? "提升", actual }, {});
    const found = judgeManualScore(
      indicator,
      { score: new Decimal(score), reason: reason ?? null },
      rules ?? nationalScoring,
    );
    expect(found.map(({ fault }) => fault)).toEqual(faults);
  });

  test("needs points to be judged against", () => {
    const indicator = indicatorOf({ name: "指标", points: "", target: "提升", actual: "提升" }, {});
    const [fault] = judgeManualScore(indicator, { score: new Decimal(1), reason: null }, nationalScoring);
    expect(fault?.fault).toBe("no-points");
  });
});
