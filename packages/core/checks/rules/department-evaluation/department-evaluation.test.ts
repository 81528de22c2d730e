import { describe, expect, it } from "vitest";

import type { DisclosureSketch } from "../testing/disclosure-builder.ts";
import type { DepartmentSketch } from "../testing/evaluation-builder.ts";
import type { RuleCase } from "../testing/rule-cases.ts";
import { answerOf, uncovered } from "../testing/rule-cases.ts";
import { departmentEvaluationRules } from "./index.ts";

const department = (sketch: DepartmentSketch): DisclosureSketch => ({
  kind: "department-evaluation",
  title: "示例部门预算绩效自评报告",
  departmentEvaluation: sketch,
});

const staff = (text: string): DisclosureSketch =>
  department({ sections: [{ heading: "人员概况", paragraphs: [text] }] });

const weights = (...points: readonly string[]): DisclosureSketch =>
  department({
    indicators: points.map((one, index) => ({
      name: `指标${index}`,
      ...(one === "" ? {} : { points: one }),
    })),
  });

const groups = (surplusOver10: readonly [string, string], rate = "100"): DepartmentSketch => ({
  projectGroups: [
    { name: "常年项目", count: "2", budget: "155", rate, surplusOver10: surplusOver10[0] },
    { name: "一次性项目", count: "1", budget: "65", rate, surplusOver10: surplusOver10[1] },
  ],
  indicators: [
    { level1: "成本指标", level2: "经济成本指标", name: "运转项目成本", target: "≤135万元", actual: "134.2" },
    { level1: "成本指标", level2: "经济成本指标", name: "帮扶项目成本", target: "≤20万元", actual: "15.9" },
    { level1: "成本指标", level2: "经济成本指标", name: "车辆购置成本", target: "≤65万元", actual: "64.18" },
  ],
});

const cases: readonly RuleCase[] = [
  {
    rule: "weights-sum-to-hundred",
    when: "weights total 92",
    sketch: weights("46", "46"),
    says: "error",
    names: ["92"],
  },
  { rule: "weights-sum-to-hundred", when: "they total 100", sketch: weights("46.5", "53.5"), says: "held" },
  {
    rule: "weights-sum-to-hundred",
    when: "execution is scored apart",
    sketch: weights("45", "45"),
    says: "held",
  },
  {
    rule: "weights-sum-to-hundred",
    when: "a weight is blank",
    sketch: weights("46", ""),
    says: "not-checked",
  },
  {
    rule: "weights-sum-to-hundred",
    when: "there is no department evaluation",
    sketch: {},
    says: "not-applicable",
  },

  {
    rule: "score-stays-within-points",
    when: "a score is above its points",
    sketch: department({ indicators: [{ name: "会议", points: "3", score: "4.5" }] }),
    says: "error",
    names: ["4.5", "3"],
  },
  {
    rule: "score-stays-within-points",
    when: "scores do not add up",
    sketch: department({
      score: "98",
      indicators: [
        { name: "甲", points: "50", score: "48" },
        { name: "乙", points: "50", score: "49" },
      ],
    }),
    says: "error",
    names: ["98", "97"],
  },
  {
    rule: "score-stays-within-points",
    when: "scores add up",
    sketch: department({
      score: "97",
      indicators: [
        { name: "甲", points: "50", score: "48" },
        { name: "乙", points: "50", score: "49" },
      ],
    }),
    says: "held",
  },
  {
    rule: "score-stays-within-points",
    when: "nothing is scored",
    sketch: department({}),
    says: "not-applicable",
  },

  {
    rule: "income-equals-its-parts",
    when: "the gap is the opening balance",
    sketch: department({
      finance: {
        finalIncome: "1131.83",
        finalAppropriation: "1088.21",
        finalOtherIncome: "12.40",
        opening: "31.22",
      },
    }),
    says: "warning",
    names: ["1131.83", "31.22", "收入总计"],
  },
  {
    rule: "income-equals-its-parts",
    when: "parts are above the whole",
    sketch: department({
      finance: { finalIncome: "1000.00", finalAppropriation: "1088.21", finalOtherIncome: "12.40" },
    }),
    says: "error",
  },
  {
    rule: "income-equals-its-parts",
    when: "rounding explains the gap",
    sketch: department({
      finance: { finalIncome: "1100.62", finalAppropriation: "1088.21", finalOtherIncome: "12.40" },
    }),
    says: "held",
  },
  {
    rule: "income-equals-its-parts",
    when: "income was not read",
    sketch: department({}),
    says: "not-applicable",
  },

  {
    rule: "expenditure-equals-basic-plus-project",
    when: "the gap is the closing balance",
    sketch: department({
      finance: { finalExpenditure: "1131.83", finalBasic: "502.47", finalProject: "620.68", closing: "8.69" },
    }),
    says: "warning",
    names: ["1123.15", "8.69"],
  },
  {
    rule: "expenditure-equals-basic-plus-project",
    when: "nothing explains the gap",
    sketch: department({
      finance: { finalExpenditure: "1131.83", finalBasic: "502.47", finalProject: "600.68" },
    }),
    says: "error",
  },
  {
    rule: "expenditure-equals-basic-plus-project",
    when: "both agree",
    sketch: department({
      finance: { finalExpenditure: "1123.15", finalBasic: "502.47", finalProject: "620.68" },
    }),
    says: "held",
  },
  {
    rule: "expenditure-equals-basic-plus-project",
    when: "a part is missing",
    sketch: department({ finance: { finalExpenditure: "1123.15", finalBasic: "502.47" } }),
    says: "not-checked",
  },

  {
    rule: "income-and-expenditure-balance",
    when: "uses are above sources",
    sketch: department({
      finance: {
        initialAppropriation: "1040.06",
        initialOtherIncome: "12.40",
        initialOpening: "0.19",
        initialBasic: "560.34",
        initialProject: "492.31",
        initialClosing: "0.24",
      },
    }),
    says: "warning",
    names: ["1052.65", "1052.89"],
  },
  {
    rule: "income-and-expenditure-balance",
    when: "one stage is not stated",
    sketch: department({
      finance: {
        finalAppropriation: "1088.21",
        finalOtherIncome: "12.40",
        opening: "31.22",
        finalBasic: "502.47",
        finalProject: "620.68",
        closing: "8.69",
      },
    }),
    says: "not-checked",
  },
  {
    rule: "income-and-expenditure-balance",
    when: "both stages balance, one within rounding",
    sketch: department({
      finance: {
        initialAppropriation: "10.00",
        initialOtherIncome: "1.00",
        initialOpening: "1.00",
        initialBasic: "6.00",
        initialProject: "5.00",
        initialClosing: "1.00",
        finalAppropriation: "1088.21",
        finalOtherIncome: "12.40",
        opening: "31.22",
        finalBasic: "502.47",
        finalProject: "620.68",
        closing: "8.69",
      },
    }),
    says: "held",
  },

  {
    rule: "project-groups-sum-to-project-expenditure",
    when: "groups miss a part",
    sketch: department({ ...groups(["0", "0"]), finance: { initialProject: "232.40" } }),
    says: "warning",
    names: ["220", "232.40"],
  },
  {
    rule: "project-groups-sum-to-project-expenditure",
    when: "both agree",
    sketch: department({ ...groups(["0", "0"]), finance: { initialProject: "220.00" } }),
    says: "held",
  },
  {
    rule: "project-groups-sum-to-project-expenditure",
    when: "project expenditure is not stated",
    sketch: department(groups(["0", "0"])),
    says: "not-checked",
  },

  {
    rule: "surplus-counts-follow-costs",
    when: "one project has a surplus and none is stated",
    sketch: department(groups(["0", "0"])),
    says: "warning",
    names: ["常年项目", "1个"],
  },
  {
    rule: "surplus-counts-follow-costs",
    when: "the counts agree",
    sketch: department(groups(["1", "0"])),
    says: "held",
  },
  {
    rule: "surplus-counts-follow-costs",
    when: "the annex has fewer costs",
    sketch: department({ ...groups(["1", "0"]), indicators: [] }),
    says: "not-checked",
  },

  {
    rule: "full-execution-leaves-no-surplus",
    when: "all was spent and one has a surplus",
    sketch: department(groups(["1", "0"])),
    says: "warning",
    names: ["100%"],
  },
  {
    rule: "full-execution-leaves-no-surplus",
    when: "less was spent",
    sketch: department(groups(["1", "0"], "92")),
    says: "held",
  },
  {
    rule: "full-execution-leaves-no-surplus",
    when: "no group is listed",
    sketch: department({}),
    says: "not-applicable",
  },

  {
    rule: "staff-numbers-agree",
    when: "parts are above the whole",
    sketch: staff("在编在职人员16人，其中：行政人员13人，事业人员4人。"),
    says: "error",
    names: ["16", "17"],
  },
  {
    rule: "staff-numbers-agree",
    when: "some kinds are not named",
    sketch: staff("在编在职人员18人，其中：行政人员13人，事业人员4人。"),
    says: "hint",
  },
  {
    rule: "staff-numbers-agree",
    when: "all agrees",
    sketch: staff(
      "在编在职人员17人，其中：行政人员13人，事业人员4人，较上年减少3人，减少原因为调出公务员5人，调入公务员2人。",
    ),
    says: "held",
  },
  {
    rule: "staff-numbers-agree",
    when: "movements give another change",
    sketch: staff(
      "在编在职人员17人，其中：行政人员13人，事业人员4人，较上年减少3人，减少原因为调出公务员5人，调入公务员1人。",
    ),
    says: "warning",
    names: ["减少3", "减少4"],
  },
  {
    rule: "staff-numbers-agree",
    when: "no staff is stated",
    sketch: staff("人员情况见附表。"),
    says: "not-applicable",
  },

  {
    rule: "department-grade-follows-score",
    when: "the grade is too good",
    sketch: department({ score: "84.85", grade: "优秀" }),
    says: "error",
    names: ["84.85", "良好"],
  },
  {
    rule: "department-grade-follows-score",
    when: "the word is unknown",
    sketch: department({ score: "84.85", grade: "甲等" }),
    says: "hint",
  },
  {
    rule: "department-grade-follows-score",
    when: "both agree",
    sketch: department({ score: "94.85", grade: "优秀" }),
    says: "held",
  },
  {
    rule: "department-grade-follows-score",
    when: "the national word is used",
    sketch: department({ score: "94.85", grade: "“优”" }),
    says: "held",
  },
  {
    rule: "department-grade-follows-score",
    when: "the score is unreadable",
    sketch: department({ score: "9x", grade: "优秀" }),
    says: "not-checked",
  },

  {
    rule: "zero-targets-are-explained",
    when: "a target asks for nothing",
    sketch: department({ indicators: [{ name: "培训人次", target: "≥0人次", points: "5" }] }),
    says: "hint",
  },
  {
    rule: "zero-targets-are-explained",
    when: "nothing may happen",
    sketch: department({ indicators: [{ name: "安全事故", target: "=0起", points: "5" }] }),
    says: "held",
  },

  {
    rule: "annex-budget-equals-report-budget",
    when: "the annex has the grant only",
    sketch: department({
      budget: { total: "1040.06" },
      finance: { initialIncome: "1052.65", initialAppropriation: "1040.06", initialOtherIncome: "12.40" },
    }),
    says: "warning",
    names: ["1040.06", "12.40"],
  },
  {
    rule: "annex-budget-equals-report-budget",
    when: "both agree",
    sketch: department({ budget: { total: "1052.65" }, finance: { initialExpenditure: "1052.65" } }),
    says: "held",
  },
  {
    rule: "annex-budget-equals-report-budget",
    when: "the report states none",
    sketch: department({ budget: { total: "1052.65" } }),
    says: "not-checked",
  },

  {
    rule: "annex-budget-equals-its-sources",
    when: "a source is missing",
    sketch: department({ budget: { total: "1052.65", appropriation: "1040.06", other: "" } }),
    says: "error",
  },
  {
    rule: "annex-budget-equals-its-sources",
    when: "blank counts as nothing",
    sketch: department({ budget: { total: "1040.06", appropriation: "1040.06", other: "" } }),
    says: "held",
  },
  {
    rule: "annex-budget-equals-its-sources",
    when: "the grant is blank",
    sketch: department({ budget: { total: "1040.06", appropriation: "" } }),
    says: "not-checked",
  },

  {
    rule: "score-can-be-retraced",
    when: "only the total is stated",
    sketch: department({ score: "94.85", indicators: [{ name: "甲", points: "3" }] }),
    says: "hint",
  },
  {
    rule: "score-can-be-retraced",
    when: "items are scored",
    sketch: department({ score: "94.85", system: [{ level3: "甲", points: "100", score: "94.85" }] }),
    says: "held",
  },
];

const byId = new Map(departmentEvaluationRules.map((rule) => [rule.id, rule]));

describe("rules on department evaluations", () => {
  it.each(cases)("$rule says $says when $when", (one) => {
    const rule = byId.get(one.rule);
    if (rule === undefined) throw new Error(`no rule ${one.rule}`);
    const { says, message } = answerOf(rule, one);
    expect(says).toBe(one.says);
    for (const words of one.names ?? []) expect(message).toContain(words);
  });

  it("each have a case that finds something and one that does not", () => {
    expect(uncovered(departmentEvaluationRules, cases)).toEqual([]);
  });
});
