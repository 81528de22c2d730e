// Every rule on project evaluations by a table of cases: what it says of a form that is right, of one
// that is wrong, and of one where it cannot tell.

import { describe, expect, test } from "vitest";

import type { EvaluationSketch, IndicatorSketch } from "../testing/evaluation-builder.ts";
import { nationalScoring } from "../../../regions/national/scoring.ts";
import { outcomesOf } from "../testing/rule-context.ts";
import { projectEvaluationRules } from "./index.ts";

const indicator = (changes: Partial<IndicatorSketch> = {}): IndicatorSketch => ({
  level1: "产出指标",
  level2: "数量指标",
  name: "购置数量",
  target: "≥3辆",
  actual: "3辆",
  points: "90",
  score: "90",
  ...changes,
});

const form = (changes: Partial<EvaluationSketch> = {}): EvaluationSketch => ({
  name: "车辆购置",
  funding: [
    {
      source: "total",
      initial: "20",
      adjusted: "20",
      executed: "20",
      remaining: "0",
      rate: "100",
      points: "10",
      score: "10",
    },
    { source: "appropriation", initial: "20", adjusted: "20", executed: "20", remaining: "0" },
  ],
  indicators: [indicator()],
  totalScore: "100",
  goal: "购买3辆公务用车",
  achievement: "已购买3辆公务用车",
  ...changes,
});

const withFunding = (
  fields: NonNullable<EvaluationSketch["funding"]>[number],
): Partial<EvaluationSketch> => ({
  funding: [
    {
      source: "total",
      initial: "20",
      adjusted: "20",
      executed: "20",
      rate: "100",
      points: "10",
      score: "10",
      ...fields,
    },
  ],
});

const cost = (changes: Partial<IndicatorSketch>): IndicatorSketch =>
  indicator({
    level2: "成本指标",
    name: "购置成本",
    target: "≤15万元",
    actual: "15万元",
    points: "10",
    score: "10",
    ...changes,
  });

type Outcome = "held" | "finding" | "not-checked" | "not-applicable";
interface Case {
  readonly rule: string;
  readonly says: Outcome;
  readonly of: string;
  readonly given: readonly EvaluationSketch[];
  readonly actual?: string;
}

const cases: readonly Case[] = [
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
  {
    rule: "cost-target-is-upper-limit",
    says: "finding",
    of: "a cost of at least",
    given: [form({ indicators: [cost({ target: "≥1万元" })] })],
  },
  {
    rule: "cost-target-within-budget",
    says: "finding",
    of: "a cost target of 35 for a project of 20",
    given: [form({ indicators: [cost({ target: "=35万元" })] })],
  },
  {
    rule: "timeliness-in-year",
    says: "finding",
    of: "a target of the year before",
    given: [
      form({ indicators: [indicator({ level2: "时效指标", target: "2023年度", actual: "达成预期指标" })] }),
    ],
  },
  {
    rule: "units-agree",
    says: "finding",
    of: "persons beside percent",
    given: [form({ indicators: [indicator({ target: "60人", actual: "90.03%" })] })],
  },
  {
    rule: "indicator-names-unique",
    says: "finding",
    of: "the same name twice",
    given: [form({ indicators: [indicator(), indicator()] })],
  },
  {
    rule: "benefit-targets-differ",
    says: "finding",
    of: "three times ≥95%",
    given: [
      form({
        indicators: ["甲", "乙", "丙"].map((name) => indicator({ level1: "效益指标", name, target: "≥95%" })),
      }),
    ],
  },
  {
    rule: "rate-within-hundred",
    says: "finding",
    of: "a satisfaction of 950 %",
    given: [form({ indicators: [indicator({ name: "群众满意度", target: "≥95%", actual: "950%" })] })],
  },
  {
    rule: "grade-follows-score",
    says: "finding",
    of: "优 for 50 points",
    given: [form({ totalScore: "50", grade: "优" })],
  },
  {
    rule: "grade-follows-score",
    says: "held",
    of: "差 for 50 points",
    given: [form({ totalScore: "50", grade: "差" })],
  },
  {
    rule: "full-total-needs-full-execution",
    says: "finding",
    of: "100 at 93 %",
    given: [form(withFunding({ adjusted: "20.00", executed: "18.60" }))],
  },
  {
    rule: "indicator-scores-keep-pace-with-execution",
    says: "finding",
    of: "full marks beside 5.86 of 10",
    given: [form(withFunding({ score: "5.86" }))],
  },
  {
    rule: "surplus-rate-explained",
    says: "finding",
    of: "78 % without a reason",
    given: [form(withFunding({ executed: "15.60" }))],
  },
  {
    rule: "actuals-in-own-rows",
    says: "finding",
    of: "results moved up by one row",
    given: [
      form({
        indicators: [
          indicator({ name: "网站", target: "=1个", actual: "69个" }),
          indicator({ name: "节点", target: "=69个", actual: "11个" }),
          indicator({ name: "主干网", target: "≥11条", actual: "11条" }),
        ],
      }),
    ],
  },
  {
    rule: "actuals-in-own-rows",
    says: "held",
    of: "results in their rows",
    given: [
      form({
        indicators: [
          indicator({ name: "网站", target: "=1个", actual: "1个" }),
          indicator({ name: "节点", target: "=69个", actual: "69个" }),
        ],
      }),
    ],
  },
  {
    rule: "actual-near-target",
    says: "finding",
    of: "a tenth of the target",
    given: [form({ indicators: [indicator({ target: "≥11000000次", actual: "1100000次" })] })],
  },
  { rule: "required-parts-filled", says: "finding", of: "no funding table", given: [form({ funding: [] })] },
  {
    rule: "achievement-differs-from-goal",
    says: "finding",
    of: "the goal copied",
    given: [form({ goal: "购买3辆公务用车", achievement: "购买3辆公务用车" })],
  },
  {
    rule: "actuals-measured",
    says: "finding",
    of: "two results that repeat ≥",
    given: [
      form({
        indicators: [
          indicator({ target: "≥90%", actual: "≥90%" }),
          indicator({ name: "乙", target: "≥95%", actual: "≥95%" }),
        ],
      }),
    ],
  },
  {
    rule: "goal-figures-reached",
    says: "finding",
    of: "3 planned and 1 bought",
    given: [form({ goal: "购买3辆应急公务用车", achievement: "购买1辆应急公务用车" })],
  },
  {
    rule: "text-belongs-to-project",
    says: "finding",
    of: "a text of another project",
    given: [
      form({ text: { output: "本项目按照年度计划完成了全部设备的采购安装和调试工作" } }),
      form({ name: "另一项目", text: { output: "本项目按照年度计划完成了全部设备的采购安装和调试工作" } }),
    ],
  },
  {
    rule: "cost-actuals-match-execution",
    says: "finding",
    of: "18万元 beside 20 spent",
    given: [form({ indicators: [cost({ actual: "18万元" })] })],
  },
  {
    rule: "cost-actuals-match-execution",
    says: "held",
    of: "20万元 beside 20 spent",
    given: [form({ indicators: [cost({ target: "≤20万元", actual: "20万元" })] })],
  },
  {
    rule: "cost-actuals-match-execution",
    says: "not-applicable",
    of: "a price per event, which is not what was spent",
    given: [form({ indicators: [cost({ name: "场均成本", target: "≤5000元", actual: "4444元" })] })],
  },
  {
    rule: "conclusion-states-total",
    says: "finding",
    of: "96 said beside a total of 100",
    given: [form({ totalScore: "100", text: { conclusion: "本项目自评总分96分。" } })],
  },
  {
    rule: "conclusion-states-total",
    says: "held",
    of: "the total itself",
    given: [form({ totalScore: "98.79", text: { conclusion: "本项目自评总分98.79分，完成较好。" } })],
  },
  {
    rule: "unit-fits-name",
    says: "held",
    of: "万人 for a number of persons",
    given: [form({ indicators: [indicator({ name: "参与活动人数", target: "≥1.5万人" })] })],
  },
  {
    rule: "unit-cost-times-quantity-matches-execution",
    says: "finding",
    of: "8047 for each of 10 beside 20 万元",
    given: [
      form({
        indicators: [
          cost({ target: "≤9550元/台", actual: "8047元/台" }),
          indicator({ target: "≥10台", actual: "10台" }),
        ],
      }),
    ],
  },
  {
    rule: "listed-costs-sum-to-budget",
    says: "finding",
    of: "items of 15 万元 beside a budget of 20",
    given: [form({ indicators: [cost({ target: "办公费10万元；印刷费5万元", actual: "达成预期指标" })] })],
  },
  {
    rule: "unit-fits-name",
    says: "finding",
    of: "期数 counted in 份",
    given: [form({ indicators: [indicator({ name: "编印期数", target: "3200份", actual: "1600份" })] })],
  },
  {
    rule: "conclusion-agrees-with-indicators",
    says: "finding",
    of: "全面完成 beside a missed target",
    given: [
      form({
        indicators: [indicator({ actual: "1辆" })],
        text: { conclusion: "全面完成年度购置绩效目标。" },
      }),
    ],
  },
  {
    rule: "conclusion-agrees-with-indicators",
    says: "held",
    of: "全面完成 where all is reached",
    given: [form({ text: { conclusion: "全面完成年度购置绩效目标。" } })],
  },
  {
    rule: "budget-words-agree-with-form",
    says: "finding",
    of: "未下达预算 beside a budget of 20",
    given: [form({ text: { implementation: "年初未下达预算，项目未实施。" } })],
  },
  {
    rule: "result-figures-agree",
    says: "finding",
    of: "4 and 3 of the same people",
    given: [
      form({
        text: { output: "保障了4名驻村干部的工作需求。", benefit: "部分保障了3名驻村干部的工作需求。" },
      }),
    ],
  },
  {
    rule: "result-figures-agree",
    says: "held",
    of: "counts of different things",
    given: [
      form({ text: { output: "印发文件23个，维修会议室3处。", benefit: "服务单位31个，整修办公室2处。" } }),
    ],
  },
  { rule: "text-amounts-match-form", says: "not-applicable", of: "no figures in the text", given: [form()] },
];

const edition = { scoring: nationalScoring };
const byId = new Map(projectEvaluationRules.map((rule) => [rule.id, rule]));

function ruleOf(id: string, evaluations: readonly EvaluationSketch[]): ReturnType<typeof outcomesOf> {
  const rule = byId.get(id);
  return rule === undefined ? [] : outcomesOf(rule, { evaluations }, { edition });
}

describe("rules on project evaluations", () => {
  test.each(cases)("$rule says $says of $of", ({ rule, says, given, actual }) => {
    const outcomes = ruleOf(rule, given);
    const matching = outcomes.filter((outcome) => outcome.status === says);
    expect(outcomes.map(({ status }) => status)).toContain(says);
    expect(says === "finding" || outcomes.every(({ status }) => status !== "finding")).toBe(true);
    const stated = matching.map((outcome) => (outcome.status === "finding" ? outcome.finding.actual : null));
    expect(actual === undefined || stated.includes(actual)).toBe(true);
  });

  test.each(projectEvaluationRules.map(({ id }) => [id]))("%s has a case of its own", (id) => {
    expect(cases.some(({ rule }) => rule === id)).toBe(true);
  });

  test.each(projectEvaluationRules.map((rule) => [rule.id, rule] as const))(
    "%s does not apply without evaluations",
    (_, rule) => {
      expect(outcomesOf(rule, {}, { edition }).map(({ status }) => status)).toEqual(["not-applicable"]);
    },
  );
});
