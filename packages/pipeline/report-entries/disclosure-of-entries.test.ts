import { editionFor } from "@jueming/core/regions/index.ts";
import { describe, expect, test } from "vitest";

import { disclosureOfEntries } from "./disclosure-of-entries.ts";
import { entryForm } from "./entry-form.ts";
import { keyAtPlace } from "./entry-places.ts";
import type { Entries, EntryRow } from "./entry-plan.ts";
import { entryProblems } from "./entry-problems.ts";

const form = entryForm(editionFor("14", 2024), "final-accounts");
const HEAD = { "identity:unitName": "示例县档案馆", "identity:year": "2024", "identity:moneyUnit": "万元" };
const SUMMARY = "cell:income-expenditure-summary";

const read = (fields: Entries["fields"], lists: Entries["lists"] = {}) =>
  disclosureOfEntries(form, { fields: { ...HEAD, ...fields }, lists }, "editor");

const row = (id: string, cells: EntryRow["cells"]): EntryRow => ({ id, cells });

describe("what is worked out", () => {
  test("are sums of sums with thousands apart, and nothing where nothing was typed", () => {
    const { computed } = read({
      [`${SUMMARY}/line:1/amount`]: "1,200.5",
      [`${SUMMARY}/line:29/amount`]: "34",
    });
    expect(computed.fields[`${SUMMARY}/line:27/amount`]).toBe("1,200.5");
    expect(computed.fields[`${SUMMARY}/line:31/amount`]).toBe("1,234.5");
    expect(`${SUMMARY}/line:62/amount` in computed.fields).toBe(false);
  });

  test("are 合计 of the lowest codes, the sums of rows and the names of codes", () => {
    const { computed, disclosure } = read(
      {},
      {
        "accounts:expenditure": [
          row("a", { code: "2012604", basic: "1", project: "2" }),
          row("b", { code: "2080505", basic: "3.50" }),
        ],
      },
    );
    expect(computed.fields["cell:expenditure/code:/total"]).toBe("6.50");
    expect(computed.lists["accounts:expenditure"]).toEqual({
      a: { total: "3", name: "档案馆" },
      b: { total: "3.50", name: "机关事业单位基本养老保险缴费支出" },
    });
    const codes = disclosure.tables
      .find(({ concept }) => concept === "expenditure")
      ?.rows.map(({ code }) => code);
    expect(codes).toEqual([null, "201", "20126", "2012604", "208", "20805", "2080505"]);
  });

  test("say so where something cannot be read, and are never 0", () => {
    const { computed, problems } = read({ [`${SUMMARY}/line:1/amount`]: "约三万" });
    expect(computed.fields[`${SUMMARY}/line:31/amount`]).toBe("有数无法识别");
    const spot = keyAtPlace(form, { fields: {}, lists: {} }, problems[0]?.place ?? {});
    expect(spot).toEqual({ kind: "field", key: `${SUMMARY}/line:1/amount` });
  });

  test("are checks with their difference, and the money unit of each sheet", () => {
    const typed = { [`${SUMMARY}/line:1/amount`]: "100", [`${SUMMARY}/line:32/amount`]: "90.5" };
    const texts = Object.entries(read({ ...typed, "identity:moneyUnit": "元" }).computed.fields);
    const check = texts.find(([key]) => key.startsWith("check:") && key.includes("summary-totals-balance"));
    expect(check?.[1]).toBe("✗ 不符：收入总计（行31）等于支出总计（行62），相差 9.5");
    const notes = texts.filter(([key]) => key.startsWith("unit-note:")).map(([, text]) => text);
    expect(new Set(notes)).toEqual(new Set(["金额单位：元"]));
  });

  test("a sum that is typed counts as it was typed", () => {
    const { disclosure } = read({
      [`${SUMMARY}/line:1/amount`]: "1.11",
      [`${SUMMARY}/line:27/amount`]: "1.12",
    });
    const table = disclosure.tables.find(({ concept }) => concept === "income-expenditure-summary");
    const value = table?.rows.find(({ line }) => line === "31")?.cells["amount"];
    expect(value).toMatchObject({ kind: "figure", value: "1.12" });
  });
});

describe("what is still missing", () => {
  const empty = entryProblems(form, { fields: {}, lists: {} });

  test("has for each of its items the cell in which it is typed", () => {
    expect(empty.missing.length).toBeGreaterThan(50);
    expect(empty.missing.filter(({ spot }) => spot === null)).toEqual([]);
    expect(empty.missing).toContainEqual(
      expect.objectContaining({ spot: { kind: "field", key: "identity:unitName" }, sheet: "单位信息" }),
    );
  });

  test("grows less by what is filled in", () => {
    const key = "fact:income-expenditure-summary/L31/amount@prior";
    const { missing, parts } = entryProblems(form, { fields: { ...HEAD, [key]: "12" }, lists: {} });
    expect(missing.map(({ spot }) => spot)).not.toContainEqual({ kind: "field", key });
    const before = empty.parts.find(({ name }) => name === "情况说明");
    const after = parts.find(({ name }) => name === "情况说明");
    expect(after?.filled).toBe((before?.filled ?? 0) + 1);
    expect(after?.required).toBe(before?.required);
  });
});
