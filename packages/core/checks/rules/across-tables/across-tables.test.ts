// Ties across tables on tables that were made for the purpose.

import { describe, expect, test } from "vitest";

import { concepts } from "../../../accounts/concepts.ts";
import type { TableSketch } from "../testing/disclosure-builder.ts";
import { findingsIn, outcomesOf, statusesOf } from "../testing/rule-context.ts";
import { tieRules } from "./tie-rules.ts";

const expenditure = (): TableSketch => ({
  concept: "expenditure",
  label: "公开03表",
  title: "支出决算表",
  rows: [
    { code: null, name: "合计", cells: { total: "178.24", basic: "178.24", project: "" } },
    { code: "201", name: "一般公共服务支出", cells: { total: "140.24", basic: "140.24", project: "" } },
    { code: "208", name: "社会保障和就业支出", cells: { total: "38.00", basic: "38.00", project: "" } },
  ],
});

const summary = (amount: string): TableSketch => ({
  concept: "income-expenditure-summary",
  label: "公开01表",
  title: "收入支出决算总表",
  rows: [
    { line: "32", name: "一、一般公共服务支出", cells: { amount: "140.24" } },
    { line: "39", name: "八、社会保障和就业支出", cells: { amount: "38.00" } },
    { line: "58", name: "本年支出合计", cells: { amount } },
  ],
});

const findings = (amount: string): ReturnType<typeof findingsIn> =>
  findingsIn(tieRules.flatMap((rule) => outcomesOf(rule, { tables: [summary(amount), expenditure()] })));

describe("identities across tables", () => {
  test("totals that agree break no tie", () => {
    expect(findings("178.24")).toEqual([]);
  });

  test("totals that differ are named with both tables", () => {
    const [first] = findings("187.24");
    expect(first?.gap).toBe("9.00");
    expect(first?.message).toMatch(/公开01表.*公开03表/u);
  });

  test("a missing table that the edition prints is not checked, not passed over", () => {
    const printsAll = { tables: concepts.map(({ id }) => ({ concept: id })) };
    const outcomes = tieRules.flatMap((rule) =>
      // Reason: the rule looks at nothing but the concept of a layout.
      outcomesOf(rule, { tables: [summary("178.24")] }, { edition: printsAll as never }),
    );
    expect(statusesOf(outcomes)).toContain("not-checked");
  });
});
