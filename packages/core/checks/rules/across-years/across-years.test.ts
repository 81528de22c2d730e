import { describe, expect, it } from "vitest";

import type { DisclosureSketch, RowSketch, TableSketch } from "../testing/disclosure-builder.ts";
import type { RuleCase } from "../testing/rule-cases.ts";
import { answerOf, uncovered } from "../testing/rule-cases.ts";
import { acrossYearsRules } from "./index.ts";

const table = (concept: string, ...rows: readonly RowSketch[]): TableSketch => ({ concept, rows });
const summary = (line: string, amount: string): TableSketch =>
  table("income-expenditure-summary", { line, cells: { amount } });
const before = (...tables: readonly TableSketch[]): { readonly prior: DisclosureSketch } => ({
  prior: { year: 2023, tables },
});
const openings = (amount: string): TableSketch =>
  table("appropriation-summary", { line: "30", cells: { amount } });
const closings = (amount: string): TableSketch =>
  table("appropriation-summary", { line: "60", cells: { governmentFund: amount } });
const fundItem = (cells: Record<string, string>): TableSketch =>
  table("government-fund", { code: "2120803", name: "示例科目", cells });
const vehicles = (count: string): TableSketch =>
  table("disclosure-statistics", { line: "7", cells: { amount: count } });

const total = { concept: "general-budget-expenditure", code: null, column: "total" } as const;
const spent = (amount: string): TableSketch =>
  table("general-budget-expenditure", { code: null, cells: { total: amount } });
const changed: DisclosureSketch = {
  tables: [spent("1236.03")],
  narrative: [
    {
      section: "一般公共预算",
      sentence: "支出1236.03万元，比上年增加590.70万元",
      figures: [
        { text: "1236.03", refersTo: total },
        { text: "590.70", refersTo: total, derived: "change", direction: 1 },
      ],
    },
  ],
};

const cases: readonly RuleCase[] = [
  {
    rule: "opening-equals-prior-closing",
    when: "the balance is not carried on",
    sketch: { tables: [summary("29", "10.59")] },
    around: before(summary("60", "4.36")),
    says: "warning",
    names: ["10.59", "4.36"],
  },
  {
    rule: "opening-equals-prior-closing",
    when: "it is carried on",
    sketch: { tables: [summary("29", "4.36")] },
    around: before(summary("60", "4.36")),
    says: "held",
  },
  {
    rule: "opening-equals-prior-closing",
    when: "blank stands for zero",
    sketch: { tables: [summary("29", "")] },
    around: before(summary("60", "0.00")),
    says: "held",
  },
  {
    rule: "opening-equals-prior-closing",
    when: "a figure is unreadable",
    sketch: { tables: [summary("29", "1o.x")] },
    around: before(summary("60", "4.36")),
    says: "not-checked",
  },
  {
    rule: "opening-equals-prior-closing",
    when: "last year is not given",
    sketch: { tables: [summary("29", "4.36")] },
    says: "not-checked",
  },
  {
    rule: "opening-equals-prior-closing",
    when: "another year is given",
    sketch: { tables: [summary("29", "4.36")] },
    around: { prior: { year: 2021, tables: [summary("60", "9.99")] } },
    says: "not-checked",
  },
  {
    rule: "opening-equals-prior-closing",
    when: "another unit is given",
    sketch: { tables: [summary("29", "4.36")] },
    around: { prior: { year: 2023, unit: { name: "甲市水务管理中心" }, tables: [summary("60", "9.99")] } },
    says: "not-checked",
  },
  {
    rule: "opening-equals-prior-closing",
    when: "the document holds no accounts",
    sketch: { kind: "project-evaluations" },
    around: before(summary("60", "4.36")),
    says: "not-applicable",
  },

  {
    rule: "fund-openings-equal-prior-closings",
    when: "fund money is lost",
    sketch: { tables: [openings("")] },
    around: before(closings("20.00")),
    says: "warning",
    names: ["政府性基金", "20.00"],
  },
  {
    rule: "fund-openings-equal-prior-closings",
    when: "it is carried on",
    sketch: { tables: [openings("20.00")] },
    around: before(closings("20.00")),
    says: "held",
  },

  {
    rule: "item-openings-equal-prior-closings",
    when: "an item is not carried on",
    sketch: { tables: [fundItem({ opening: "15.00" })] },
    around: before(fundItem({ closing: "20.00" })),
    says: "warning",
    names: ["2120803"],
  },
  {
    rule: "item-openings-equal-prior-closings",
    when: "it is carried on",
    sketch: { tables: [fundItem({ opening: "20.00" })] },
    around: before(fundItem({ closing: "20.00" })),
    says: "held",
  },

  {
    rule: "implied-prior-matches-prior",
    when: "last year's table has another figure",
    sketch: changed,
    around: before(spent("654.33")),
    says: "warning",
    names: ["645.33", "654.33"],
  },
  {
    rule: "implied-prior-matches-prior",
    when: "both agree",
    sketch: changed,
    around: before(spent("645.33")),
    says: "held",
  },
  {
    rule: "implied-prior-matches-prior",
    when: "rounding explains the gap",
    sketch: changed,
    around: before(spent("645.34")),
    says: "held",
  },
  {
    rule: "implied-prior-matches-prior",
    when: "there is no prose",
    sketch: { tables: [spent("1.00")] },
    around: before(spent("1.00")),
    says: "not-checked",
  },

  {
    rule: "vehicle-change-is-explained",
    when: "a car came from nowhere",
    sketch: { tables: [vehicles("3")] },
    around: before(vehicles("2")),
    says: "hint",
    names: ["2辆", "3辆"],
  },
  {
    rule: "vehicle-change-is-explained",
    when: "a car was bought",
    sketch: { tables: [vehicles("3")], outline: [{ heading: "三公", paragraphs: ["购置公务用车1辆"] }] },
    around: before(vehicles("2")),
    says: "held",
  },
];

const byId = new Map(acrossYearsRules.map((rule) => [rule.id, rule]));

describe("rules across years", () => {
  it.each(cases)("$rule says $says when $when", (one) => {
    const rule = byId.get(one.rule);
    if (rule === undefined) throw new Error(`no rule ${one.rule}`);
    const { says, message } = answerOf(rule, one);
    expect(says).toBe(one.says);
    for (const words of one.names ?? []) expect(message).toContain(words);
  });

  it("each have a case that finds something and one that does not", () => {
    expect(uncovered(acrossYearsRules, cases)).toEqual([]);
  });
});
