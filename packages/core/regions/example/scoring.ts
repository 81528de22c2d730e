// A set of scoring rules that shows the full range of options. It is an example, in force nowhere, found
// only by its id, and every figure in it is made up.

import type { ScoringRules } from "../../evaluation/scoring/scoring-rules.ts";
import { nationalScoring } from "../national/scoring.ts";

export const exampleScoring: ScoringRules = {
  ...nationalScoring,
  id: "example/full-range",
  name: "示例：各种选项（不在任何地方施行）",
  inForce: false,
  executionBase: "per-form",
  withoutBudget: "not-scored",
  aboveBudget: "two-minus-ratio",
  scoreDecimals: 1,
  rounding: "half-up",
  formulas: {
    atLeast: {
      bands: [
        { from: "0.95", share: "0.9" },
        { from: "0.8", share: "0.7" },
        { from: "0.6", share: "0.4" },
      ],
    },
    atMost: "inverse-ratio",
    exactShort: "proportional",
    exactExceeded: "two-minus-ratio",
  },
  overAchievement: "1.2",
  overAchievementConsequence: {
    kind: "deduct-by-bands",
    bands: [
      { from: "2", deduct: "0.3" },
      { from: "1.5", deduct: "0.2" },
      { from: "1.2", deduct: "0.1" },
    ],
    waivedByReason: true,
  },
  executionReasonBelow: "80",
  manualReason: "always",
  caps: [
    { kind: "total", executionBelow: "60", most: "79" },
    { kind: "grade", executionBelow: "80", most: "良" },
  ],
  basis: "示例评分规则，不在任何地方施行",
  sources: [{ about: "全部数值", source: "为演示而设", certainty: "configuration" }],
};
