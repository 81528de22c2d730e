import { describe, expect, it } from "vitest";

import type { DisclosureSketch, TableSketch } from "../testing/disclosure-builder.ts";
import type { RuleCase } from "../testing/rule-cases.ts";
import { answerOf, uncovered } from "../testing/rule-cases.ts";
import { budgetRules } from "./index.ts";

const spending = (total: string): TableSketch => ({
  concept: "general-budget-expenditure",
  rows: [
    { code: null, cells: { total } },
    { code: "201", name: "一般公共服务支出", cells: { total: "1179.25" } },
  ],
});
const threePublic = (amount: string): TableSketch => ({
  concept: "three-public",
  rows: [{ cells: { "budget.total": amount } }],
});
const published = (...tables: readonly TableSketch[]): { readonly budget: DisclosureSketch } => ({
  budget: { title: "2024年部门预算", tables },
});
const stated: DisclosureSketch = {
  tables: [spending("1236.03")],
  narrative: [
    {
      sentence: "年初预算1261.95万元",
      figures: [
        {
          text: "1261.95",
          refersTo: { concept: "general-budget-expenditure", code: null, column: "total", stage: "initial" },
        },
      ],
    },
  ],
};
const reported: DisclosureSketch = {
  kind: "department-evaluation",
  departmentEvaluation: { finance: { initialExpenditure: "1052.65" } },
};
const whole = (amount: string): TableSketch => ({
  concept: "income-expenditure-summary",
  rows: [{ line: "62", cells: { amount } }],
});

const cases: readonly RuleCase[] = [
  {
    rule: "initial-budgets-match-published-budget",
    when: "the published budget is another",
    sketch: stated,
    around: published(spending("1216.95")),
    says: "warning",
    names: ["1261.95", "1216.95"],
  },
  {
    rule: "initial-budgets-match-published-budget",
    when: "both agree",
    sketch: stated,
    around: published(spending("1261.95")),
    says: "held",
  },
  {
    rule: "initial-budgets-match-published-budget",
    when: "the budget lacks the item",
    sketch: stated,
    around: published(threePublic("1.00")),
    says: "not-checked",
  },
  {
    rule: "initial-budgets-match-published-budget",
    when: "no budget is given",
    sketch: stated,
    says: "not-checked",
  },
  {
    rule: "initial-budgets-match-published-budget",
    when: "prose states none",
    sketch: { tables: [spending("1236.03")] },
    around: published(spending("1261.95")),
    says: "not-applicable",
  },
  {
    rule: "initial-budgets-match-published-budget",
    when: "the budget is of another year",
    sketch: stated,
    around: { budget: { year: 2023, tables: [spending("1.00")] } },
    says: "not-checked",
  },

  {
    rule: "three-public-budget-is-adjusted",
    when: "the budget was adjusted",
    sketch: { tables: [threePublic("5.08")] },
    around: published(threePublic("8.00")),
    says: "hint",
    names: ["5.08", "8.00"],
  },
  {
    rule: "three-public-budget-is-adjusted",
    when: "both agree",
    sketch: { tables: [threePublic("5.08")] },
    around: published(threePublic("5.08")),
    says: "held",
  },
  {
    rule: "three-public-budget-is-adjusted",
    when: "the cell is blank on both sides",
    sketch: { tables: [threePublic("")] },
    around: published(threePublic("")),
    says: "not-applicable",
  },

  {
    rule: "report-budget-matches-published-budget",
    when: "the published budget is another",
    sketch: reported,
    around: published(whole("1025.65")),
    says: "warning",
    names: ["1052.65", "1025.65"],
  },
  {
    rule: "report-budget-matches-published-budget",
    when: "both agree",
    sketch: reported,
    around: published(whole("1052.65")),
    says: "held",
  },
  {
    rule: "report-budget-matches-published-budget",
    when: "there is no report",
    sketch: stated,
    around: published(whole("1052.65")),
    says: "not-applicable",
  },
];

const byId = new Map(budgetRules.map((rule) => [rule.id, rule]));

describe("rules against the published budget", () => {
  it.each(cases)("$rule says $says when $when", (one) => {
    const rule = byId.get(one.rule);
    if (rule === undefined) throw new Error(`no rule ${one.rule}`);
    const { says, message } = answerOf(rule, one);
    expect(says).toBe(one.says);
    for (const words of one.names ?? []) expect(message).toContain(words);
  });

  it("each have a case that finds something and one that does not", () => {
    expect(uncovered(budgetRules, cases)).toEqual([]);
  });
});
