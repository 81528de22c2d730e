// The rules on single tables that no identity implies, by a table of cases.

import { describe, expect, test } from "vitest";

import type { DisclosureSketch, RowSketch, TableSketch } from "../testing/disclosure-builder.ts";
import { findingsIn, outcomesOf, statusesOf } from "../testing/rule-context.ts";
import { identityRules } from "./identity-rules.ts";
import { tableRules } from "./index.ts";

const spending = (code: string | null, name: string, basic: string, project: string): RowSketch => ({
  code,
  name,
  cells: { total: "", basic, project },
});

const expenditure = (...rows: readonly RowSketch[]): TableSketch => ({
  concept: "expenditure",
  label: "公开03表",
  title: "支出决算表",
  rows,
});
const chain = [
  spending("201", "一般公共服务支出", "140.24", ""),
  spending("20131", "党委办公厅（室）及相关机构事务", "140.24", ""),
  spending("2013101", "行政运行", "140.24", ""),
];
const detail = (...rows: readonly (readonly [string, string, string])[]): TableSketch => ({
  concept: "general-budget-basic-detail",
  rows: rows.map(([code, name, amount]) => ({ code, name, cells: { amount } })),
});
const statistics = (vehicles: string): TableSketch => ({
  concept: "disclosure-statistics",
  rows: [{ line: "7", name: "车辆数合计(辆)", cells: { amount: vehicles } }],
});

interface Case {
  readonly rule: string;
  readonly says: "held" | "finding" | "not-checked";
  readonly of: string;
  readonly given: readonly TableSketch[];
}

const cases: readonly Case[] = [
  {
    rule: "codes-valid-and-unique",
    says: "held",
    of: "a whole chain of codes",
    given: [expenditure(...chain)],
  },
  {
    rule: "codes-valid-and-unique",
    says: "finding",
    of: "an item without its section",
    given: [expenditure(...chain.slice(0, 1), ...chain.slice(2))],
  },
  {
    rule: "codes-valid-and-unique",
    says: "finding",
    of: "a code of four digits",
    given: [expenditure(spending("2013", "行政运行", "1.00", ""))],
  },
  {
    rule: "names-match-codes",
    says: "held",
    of: "official names, brackets of either width",
    given: [expenditure(spending("20131", "党委办公厅(室)及相关机构事务", "1.00", ""))],
  },
  {
    rule: "names-match-codes",
    says: "finding",
    of: "another item's name",
    given: [expenditure(spending("2080505", "机关事业单位职业年金缴费支出", "1.00", ""))],
  },
  {
    rule: "names-match-codes",
    says: "not-checked",
    of: "a code that the list does not have",
    given: [expenditure(spending("2999999", "某项支出", "1.00", ""))],
  },
  { rule: "rows-reach-items", says: "held", of: "a class with its item", given: [expenditure(...chain)] },
  {
    rule: "rows-reach-items",
    says: "finding",
    of: "a section without items",
    given: [expenditure(...chain.slice(0, 2))],
  },
  {
    rule: "administrative-operation-is-basic",
    says: "held",
    of: "行政运行 as basic",
    given: [expenditure(...chain)],
  },
  {
    rule: "administrative-operation-is-basic",
    says: "finding",
    of: "行政运行 as project",
    given: [expenditure(spending("2013101", "行政运行", "", "20.00"))],
  },
  {
    rule: "institution-operation-is-basic",
    says: "finding",
    of: "事业运行 as project",
    given: [expenditure(spending("2013150", "事业运行", "", "20.00"))],
  },
  {
    rule: "general-affairs-is-project",
    says: "finding",
    of: "一般行政管理事务 as basic",
    given: [expenditure(spending("2013102", "一般行政管理事务", "10.00", ""))],
  },
  {
    rule: "personnel-items-are-basic",
    says: "finding",
    of: "住房公积金 as project",
    given: [expenditure(spending("2210201", "住房公积金", "", "16.16"))],
  },
  {
    rule: "amounts-not-negative",
    says: "finding",
    of: "a negative amount",
    given: [expenditure(spending("2013101", "行政运行", "-1.00", ""))],
  },
  { rule: "amounts-not-negative", says: "held", of: "amounts and blanks", given: [expenditure(...chain)] },
  {
    rule: "capital-construction-not-basic",
    says: "finding",
    of: "30902 with an amount",
    given: [detail(["30902", "办公设备购置", "3.20"])],
  },
  {
    rule: "capital-construction-not-basic",
    says: "held",
    of: "30902 printed as a dash",
    given: [detail(["30902", "办公设备购置", "——"], ["30201", "办公费", "1.00"])],
  },
  {
    rule: "other-goods-share-moderate",
    says: "finding",
    of: "45 per cent of other goods",
    given: [detail(["302", "商品和服务支出", "200.00"], ["30299", "其他商品和服务支出", "90.00"])],
  },
  {
    rule: "other-goods-share-moderate",
    says: "held",
    of: "12 per cent of other goods",
    given: [detail(["302", "商品和服务支出", "200.00"], ["30299", "其他商品和服务支出", "24.00"])],
  },
  { rule: "counts-are-whole", says: "finding", of: "10.5 vehicles", given: [statistics("10.5")] },
  { rule: "counts-are-whole", says: "held", of: "10 vehicles", given: [statistics("10")] },
  {
    rule: "figures-readable",
    says: "finding",
    of: "2.381.35",
    given: [expenditure(spending("2013101", "行政运行", "2.381.35", ""))],
  },
  {
    rule: "figures-readable",
    says: "held",
    of: "2,381.35",
    given: [expenditure(spending("2013101", "行政运行", "2,381.35", ""))],
  },
];

const written = tableRules.filter((rule) => !identityRules.includes(rule));

describe("rules on single tables", () => {
  test.each(cases)("$rule says $says of $of", ({ rule, says, given }) => {
    const sketch: DisclosureSketch = { tables: given };
    const outcomes = written.filter(({ id }) => id === rule).flatMap((one) => outcomesOf(one, sketch));
    expect(statusesOf(outcomes)).toContain(says);
    expect(says === "held" && statusesOf(outcomes).includes("finding")).toBe(false);
  });

  test("a code that lost a digit and was told by its name is reported", () => {
    const rule = written.filter(({ id }) => id === "codes-valid-and-unique");
    const problem = { code: "row-key-doubtful", message: "科目代码印作“201301”", place: { line: 102 } };
    const sketch: DisclosureSketch = { tables: [expenditure(...chain)], problems: [problem] };
    const drafts = findingsIn(rule.flatMap((one) => outcomesOf(one, sketch)));
    expect(drafts.map(({ message }) => message)).toEqual([
      "公开03表 支出决算表：行政运行的科目代码缺失或不完整，按科目名称应为2013101。",
    ]);
  });

  test.each(written.map(({ id }) => [id]))("%s has a case that finds something", (id) => {
    expect(cases.some(({ rule, says }) => rule === id && says === "finding")).toBe(true);
  });

  test.each(written.map((rule) => [rule.id, rule] as const))(
    "%s does not apply without tables",
    (_, rule) => {
      expect(statusesOf(outcomesOf(rule, {}))).toEqual(["not-applicable"]);
    },
  );
});
