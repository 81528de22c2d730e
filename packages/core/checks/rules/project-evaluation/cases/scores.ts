// Cases of the rules on points, money and scores.

import type { FormCase } from "./sketches.ts";
import { cost, form, indicator, withFunding } from "./sketches.ts";

export const scoreCases: readonly FormCase[] = [
  { rule: "indicator-points-sum-to-hundred", says: "held", of: "90 and 10 points", given: [form()] },
  {
    rule: "indicator-points-sum-to-hundred",
    says: "finding",
    of: "92 and 10 points",
    given: [form({ indicators: [indicator({ points: "92" })] })],
    actual: "102",
  },
  {
    rule: "indicator-points-sum-to-hundred",
    says: "not-checked",
    of: "a blank among the points",
    given: [form({ indicators: [indicator({ points: "" })] })],
  },
  {
    rule: "execution-points-follow-edition",
    says: "finding",
    of: "20 points for execution",
    given: [form(withFunding({ points: "20" }))],
  },
  {
    rule: "execution-points-follow-edition",
    says: "not-applicable",
    of: "no points printed",
    given: [form(withFunding({ points: "" }))],
  },
  {
    rule: "level-points-equal-sum",
    says: "not-applicable",
    of: "a form without stated level points",
    given: [form()],
  },
  { rule: "level-points-follow-edition", says: "finding", of: "90 points of output alone", given: [form()] },
  {
    rule: "indicator-has-points",
    says: "finding",
    of: "an indicator of zero points",
    given: [form({ indicators: [indicator({ points: "0" })] })],
  },
  {
    rule: "score-within-points",
    says: "finding",
    of: "4.5 of 3 points",
    given: [form({ indicators: [indicator({ points: "3", score: "4.5" })] })],
    actual: "4.5",
  },
  {
    rule: "score-within-points",
    says: "held",
    of: "2.7 of 3 points",
    given: [form({ indicators: [indicator({ points: "3", score: "2.7" })] })],
  },
  {
    rule: "score-within-points",
    says: "not-checked",
    of: "a blank score",
    given: [form({ indicators: [indicator({ score: "" })] })],
  },
  {
    rule: "indicator-scores-sum-to-total",
    says: "finding",
    of: "86.34 where the parts make 90.34",
    given: [
      form({
        ...withFunding({ score: "5.86" }),
        indicators: [indicator({ score: "84.48" })],
        totalScore: "86.34",
      }),
    ],
    actual: "86.34",
  },
  {
    rule: "indicator-scores-sum-to-total",
    says: "held",
    of: "90.34",
    given: [
      form({
        ...withFunding({ score: "5.86" }),
        indicators: [indicator({ score: "84.48" })],
        totalScore: "90.34",
      }),
    ],
  },
  {
    rule: "execution-rate-follows-amounts",
    says: "finding",
    of: "a rate on the initial budget",
    given: [form(withFunding({ initial: "200", adjusted: "117.23", executed: "117.23", rate: "58.62" }))],
    actual: "58.62",
  },
  {
    rule: "execution-rate-follows-amounts",
    says: "held",
    of: "95.09 of 14.264 by 15, within rounding",
    given: [form(withFunding({ adjusted: "15", executed: "14.264", rate: "95.09" }))],
  },
  {
    rule: "execution-rate-follows-amounts",
    says: "not-applicable",
    of: "a budget of zero",
    given: [form(withFunding({ adjusted: "0", executed: "0", rate: "0" }))],
  },
  {
    rule: "execution-score-follows-rate",
    says: "finding",
    of: "2.95 for full execution",
    given: [form(withFunding({ score: "2.95", rate: "100" }))],
    actual: "2.95",
  },
  {
    rule: "execution-score-follows-rate",
    says: "held",
    of: "10 for 99.98 %, which rounds to 10.00",
    given: [form(withFunding({ adjusted: "18", executed: "17.996", rate: "99.98", score: "10" }))],
  },
  {
    rule: "executed-within-budget",
    says: "finding",
    of: "20.5 of 20",
    given: [form(withFunding({ executed: "20.50", adjusted: "20.00" }))],
  },
  {
    rule: "fund-sources-sum-to-total",
    says: "finding",
    of: "a total of 20 and a source of 12",
    given: [
      form({
        funding: [
          { source: "total", adjusted: "20.00" },
          { source: "appropriation", adjusted: "12.00" },
        ],
      }),
    ],
  },
  {
    rule: "remaining-follows-execution",
    says: "finding",
    of: "5 left of 20 spent",
    given: [form(withFunding({ remaining: "5.00", adjusted: "20.00", executed: "20.00" }))],
  },
  {
    rule: "adjusted-budget-has-reason",
    says: "finding",
    of: "65 cut to 16.18 without a word",
    given: [form(withFunding({ initial: "65.00", adjusted: "16.18" }))],
  },
  {
    rule: "adjusted-budget-has-reason",
    says: "held",
    of: "the same with a reason",
    given: [form(withFunding({ initial: "65.00", adjusted: "16.18", reason: "财政调减" }))],
  },
  {
    rule: "missed-target-not-full-marks",
    says: "finding",
    of: "1 of 3 vehicles with full marks",
    given: [form({ indicators: [indicator({ target: "=3辆", actual: "1辆" })] })],
  },
  {
    rule: "missed-target-not-full-marks",
    says: "held",
    of: "99 for a target >99 %, which a scan makes of ≥",
    given: [form({ indicators: [indicator({ target: ">99%", actual: "99%" })] })],
  },
  {
    rule: "missed-target-not-full-marks",
    says: "held",
    of: "one piece of thousands short, which rounds to full marks",
    given: [form({ indicators: [indicator({ target: "≥30254份", actual: "30253份" })] })],
  },
  {
    rule: "missed-target-not-full-marks",
    says: "not-checked",
    of: "words that cannot be compared",
    given: [form({ indicators: [indicator({ target: "及时", actual: "完成" })] })],
  },
  {
    rule: "cost-over-target-not-full-marks",
    says: "finding",
    of: "18 for a limit of 15 with full marks",
    given: [form({ indicators: [cost({ actual: "18万元" })] })],
  },
  {
    rule: "cost-over-target-not-full-marks",
    says: "held",
    of: "a cost of 4236 元 beside =44800元",
    given: [form({ indicators: [cost({ target: "=44800元", actual: "4236元" })] })],
  },
  {
    rule: "missed-score-is-proportional",
    says: "finding",
    of: "2.5 of 5 for 35.66 %",
    given: [
      form({ indicators: [indicator({ target: "60人", actual: "35.66%", points: "5", score: "2.5" })] }),
    ],
  },
  {
    rule: "missed-score-is-proportional",
    says: "held",
    of: "5 of 10 for half",
    given: [
      form({ indicators: [indicator({ target: "3200份", actual: "1600份", points: "10", score: "5" })] }),
    ],
  },
  {
    rule: "over-limit-score-is-proportional",
    says: "finding",
    of: "9.5 of 10 for 12 beside a limit of 10",
    given: [form({ indicators: [indicator({ target: "≤10%", actual: "12%", points: "10", score: "9.5" })] })],
  },
  {
    rule: "reached-target-gets-full-marks",
    says: "finding",
    of: "10 of 20 for a reached target",
    given: [form({ indicators: [indicator({ points: "20", score: "10" })] })],
  },
  {
    rule: "cost-saving-gets-full-marks",
    says: "finding",
    of: "9 of 10 for a saving",
    given: [form({ indicators: [cost({ target: "=250000元", actual: "249919元", score: "9" })] })],
  },
  {
    rule: "score-within-tier",
    says: "finding",
    of: "0 of 10 for 达成预期指标",
    given: [
      form({
        indicators: [indicator({ target: "2024年度", actual: "达成预期指标", points: "10", score: "0" })],
      }),
    ],
  },
  {
    rule: "score-within-tier",
    says: "held",
    of: "8 of 10 for 达成预期指标",
    given: [
      form({ indicators: [indicator({ target: "及时", actual: "达成预期指标", points: "10", score: "8" })] }),
    ],
  },
  {
    rule: "exact-target-exceeded-explained",
    says: "finding",
    of: "5 where exactly 4 were due",
    given: [form({ indicators: [indicator({ target: "=4个", actual: "5个" })] })],
  },
  {
    rule: "over-achievement-has-reason",
    says: "finding",
    of: "46 of 20",
    given: [form({ indicators: [indicator({ target: "≥20场次", actual: "46场次" })] })],
  },
  {
    rule: "over-achievement-has-reason",
    says: "held",
    of: "22 of 20",
    given: [form({ indicators: [indicator({ target: "≥20场次", actual: "22场次" })] })],
  },
  {
    rule: "score-loss-has-reason",
    says: "finding",
    of: "a lost point without a reason",
    given: [form({ indicators: [indicator({ points: "10", score: "9" })] })],
  },
  {
    rule: "score-loss-has-reason",
    says: "held",
    of: "a lost point with a reason",
    given: [form({ indicators: [indicator({ points: "10", score: "9", reason: "文件减少" })] })],
  },
  {
    rule: "score-loss-reason-is-specific",
    says: "finding",
    of: "the reason 正常",
    given: [form({ indicators: [indicator({ points: "10", score: "9", reason: "正常" })] })],
  },
  {
    rule: "zero-execution-has-no-output",
    says: "finding",
    of: "90 points without a 分 spent",
    given: [form(withFunding({ executed: "0", rate: "0", score: "0" }))],
  },
  {
    rule: "zero-execution-has-no-output",
    says: "held",
    of: "no points without a 分 spent",
    given: [form({ ...withFunding({ executed: "0" }), indicators: [indicator({ score: "0" })] })],
  },
  {
    rule: "low-execution-not-full-output",
    says: "finding",
    of: "full output at 15 %",
    given: [form(withFunding({ executed: "3", rate: "15" }))],
  },
];
