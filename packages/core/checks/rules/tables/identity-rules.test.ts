import { describe, expect, test } from "vitest";

import { concepts } from "../../../accounts/concepts.ts";
import { ties } from "../../../accounts/ties.ts";
import { tieRules } from "../across-tables/tie-rules.ts";
import type { RowSketch, TableSketch } from "../testing/disclosure-builder.ts";
import { findingsIn, outcomesOf, statusesOf } from "../testing/rule-context.ts";
import { identityRules } from "./identity-rules.ts";

const row = (
  code: string | null,
  name: string,
  [total, basic, project]: readonly [string, string, string],
): RowSketch => ({
  code,
  name,
  cells: { total, basic, project, toSuperior: "", operating: "", toAffiliated: "" },
});

const expenditure = (changes: Readonly<Record<string, string>> = {}): TableSketch => ({
  concept: "expenditure",
  label: "公开03表",
  title: "支出决算表",
  rows: [
    row(null, "合计", [changes["total"] ?? "178.24", "178.24", ""]),
    row("201", "一般公共服务支出", ["140.24", "140.24", ""]),
    row("20131", "党委办公厅（室）及相关机构事务", ["140.24", "140.24", ""]),
    row("2013101", "行政运行", ["140.24", changes["item"] ?? "140.24", ""]),
    row("208", "社会保障和就业支出", ["38.00", "38.00", ""]),
    row("20805", "行政事业单位养老支出", ["38.00", "38.00", ""]),
    row("2080501", "行政单位离退休", ["38.00", "38.00", ""]),
  ],
});

const judge = (table: TableSketch): ReturnType<typeof outcomesOf> =>
  identityRules.flatMap((rule) => outcomesOf(rule, { tables: [table] }));

describe("identities within a table", () => {
  test("a consistent table breaks none", () => {
    expect(findingsIn(judge(expenditure()))).toEqual([]);
  });

  test("a wrong item breaks its row and its section, each with operands, gap and envelope", () => {
    const findings = findingsIn(judge(expenditure({ item: "104.24" }))).filter(
      ({ severity }) => severity !== "hint",
    );
    expect(findings).toHaveLength(2);
    for (const one of findings) {
      expect(one.gap?.replace("-", "")).toBe("36.00");
      expect(one.operands.length).toBeGreaterThan(1);
      expect(one.message).toContain("公开03表 支出决算表");
      expect(one.cells).toContain("expenditure|C2013101|basic||||");
    }
  });

  test("rows that all lack their parts are one doubt about the columns", () => {
    const rows = expenditure().rows ?? [];
    const bare: TableSketch = {
      ...expenditure(),
      rows: rows.map((each) => ({ ...each, cells: { ...each.cells, basic: "", project: "" } })),
    };
    const parts = findingsIn(judge(bare)).filter(({ message }) => message.includes("均为空白"));
    expect(parts.map(({ severity, sourceDoubt }) => [severity, sourceDoubt])).toEqual([["warning", true]]);
    expect(findingsIn(judge(bare)).filter(({ severity }) => severity === "error")).toEqual([]);
  });

  test("a total off by a last digit is a hint of 尾差, not an error", () => {
    const findings = findingsIn(judge(expenditure({ total: "178.25" })));
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.every(({ severity }) => severity === "hint")).toBe(true);
  });

  test("an unreadable cell makes its identities not checked", () => {
    const outcomes = judge(expenditure({ total: "178..24" }));
    expect(statusesOf(outcomes)).toContain("not-checked");
    expect(findingsIn(outcomes)).toEqual([]);
  });

  test("a blank total beside parts is broken: blank counts as zero", () => {
    expect(
      findingsIn(judge(expenditure({ total: "" }))).some(
        ({ severity }) => severity === undefined || severity === "error",
      ),
    ).toBe(true);
  });

  test("a table without data is not applicable", () => {
    const empty = { concept: "government-fund", rows: [{ code: null, name: "合计", cells: { total: "" } }] };
    const outcomes = identityRules
      .filter(({ code }) => code.startsWith("T7"))
      .flatMap((rule) => outcomesOf(rule, { tables: [empty] }));
    expect(statusesOf(outcomes)).toEqual(["not-applicable"]);
  });
});

test("every identity and tie has a rule of its own with a unique id and code", () => {
  const rules = [...identityRules, ...tieRules];
  const declared = concepts.flatMap(({ identities }) => identities).length + ties.length;
  expect(rules).toHaveLength(declared);
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  expect(new Set(rules.map(({ code }) => code)).size).toBe(rules.length);
});
