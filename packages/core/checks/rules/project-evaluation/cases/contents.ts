// Cases of the rules on targets, costs and texts.

import type { FormCase } from "./sketches.ts";
import { cost, form, indicator, withFunding } from "./sketches.ts";

export const contentCases: readonly FormCase[] = [
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
  {
    rule: "problems-have-measures",
    says: "held",
    of: "as many measures as problems",
    given: [form({ text: { problems: "1.支付偏慢。2.台账不全。", measures: "1.加快支付。2.补齐台账。" } })],
  },
  {
    rule: "problems-have-measures",
    says: "finding",
    of: "two problems without a measure",
    given: [form({ text: { problems: "1.支付偏慢。2.台账不全。", measures: "无。" } })],
  },
  {
    rule: "problems-have-measures",
    says: "finding",
    of: "a measure beside no problem",
    given: [form({ text: { problems: "无", measures: "加强采购计划管理。" } })],
  },
  {
    rule: "problems-have-measures",
    says: "held",
    of: "nothing on both sides",
    given: [form({ text: { problems: "无。", measures: "无" } })],
  },
  {
    rule: "problems-have-measures",
    says: "finding",
    of: "prose that leaves a problem out",
    given: [
      form({ text: { problems: "差旅审批不够严格；会议室预算执行偏慢。", measures: "健全差旅审批流程。" } }),
    ],
  },
  {
    rule: "problems-have-measures",
    says: "held",
    of: "one sentence that answers both",
    given: [
      form({
        text: {
          problems: "差旅审批不够严格；会议室使用率偏低。",
          measures: "健全差旅审批流程，盘活会议室。",
        },
      }),
    ],
  },
  {
    rule: "problems-have-measures",
    says: "finding",
    of: "a measure that repeats the problem",
    given: [form({ text: { problems: "本年度未能招标。", measures: "本年度未能招标" } })],
  },
  {
    rule: "problems-have-measures",
    says: "not-checked",
    of: "a text that cannot be read",
    given: [form({ text: { problems: "····", measures: "…光" } })],
  },
  {
    rule: "problems-have-measures",
    says: "not-applicable",
    of: "a form without such parts",
    given: [form({ text: {} })],
  },
  {
    rule: "full-score-with-problems-is-explained",
    says: "finding",
    of: "100 points with a problem",
    given: [form({ text: { problems: "支付进度偏慢。" } })],
  },
  {
    rule: "full-score-with-problems-is-explained",
    says: "held",
    of: "95 points with a problem",
    given: [form({ text: { problems: "支付进度偏慢。" }, totalScore: "95" })],
  },
  {
    rule: "full-score-with-problems-is-explained",
    says: "held",
    of: "100 points without a problem",
    given: [form({ text: { problems: "无。" } })],
  },
  {
    rule: "full-score-with-problems-is-explained",
    says: "not-checked",
    of: "a total that cannot be read",
    given: [form({ text: { problems: "支付进度偏慢。" }, totalScore: "1o0" })],
  },
];
