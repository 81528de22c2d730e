// Random and mutated text is thrown at reading, recognition and checking: whatever it is, there is a
// result or a DocumentError, before the time of the test is over.

import { readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";

import { contextOf, runChecks } from "@jueming/core/checks/run-checks.ts";
import { checkRules } from "@jueming/core/checks/rules/index.ts";
import { fromDisclosureJson, toDisclosureJson } from "@jueming/core/disclosure/disclosure-json.ts";
import { findEdition, nationalEdition } from "@jueming/core/regions/index.ts";
import { DocumentError } from "@jueming/documents/document-error.ts";
import { readText } from "@jueming/documents/text/reader.ts";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { disclosureIn } from "./recognition.ts";

const folder = resolve(import.meta.dirname, "../../samples");
const samples = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));

/** Reads and checks a text; the number of findings, or the code of the error. */
function outcomeOf(text: string): number | string {
  try {
    const disclosure = disclosureIn(readText(new TextEncoder().encode(text), "任意.txt"));
    const edition = findEdition(disclosure.region.edition) ?? nationalEdition;
    const again = fromDisclosureJson(JSON.parse(JSON.stringify(toDisclosureJson(disclosure))));
    expect(again.ok).toBe(true);
    return runChecks(contextOf(disclosure, { edition }), checkRules).findings.length;
  } catch (error) {
    if (error instanceof DocumentError) return error.code;
    throw error;
  }
}

/** The words and marks by which recognition steers, in any order. */
const pieces = fc.oneof(
  fc.constantFrom(
    "\t",
    "\n",
    "\t\t",
    "\n\n",
    "|",
    "——",
    "0",
    "1236.03",
    "1,236.03",
    "100%",
    "≥95%",
    "2024年度",
  ),
  fc.constantFrom(
    "收入支出决算总表",
    "公开01表",
    "公开09表",
    "行次",
    "栏次",
    "合计",
    "总计",
    "金额单位：万元",
  ),
  fc.constantFrom(
    "项目名称",
    "一级指标",
    "产出指标",
    "数量指标",
    "总分",
    "年度资金总额",
    "项目支出绩效自评表",
  ),
  fc.constantFrom(
    "第三部分 情况说明",
    "一、收入支出决算总体情况说明",
    "增加",
    "减少",
    "万元",
    "占比",
    "其中：",
    "。",
  ),
  fc.constantFrom("部门整体支出绩效目标完成情况自评表", "自评得分", "2010301", "201", "30101", "行政运行"),
  fc.string({ unit: "binary", maxLength: 4 }),
);

/** Mutations of one line: as scanning, copying and haste damage it. */
const mutations: readonly ((line: string, salt: number) => string)[] = [
  () => "",
  (line) => `${line}\n${line}`,
  (line) => line.replaceAll("\t", ""),
  (line) => line.replaceAll("\t", "\t\t"),
  (line) => `\t${line}`,
  (line) => [...line].toReversed().join(""),
  (line, salt) => line.slice(0, salt % (line.length + 1)),
  (line, salt) => line.slice(salt % (line.length + 1)),
  (line, salt) => line.replace(/\d/gu, (digit) => String((Number(digit) + salt) % 10)),
  (line) => line.replace(/[.:：]/gu, "，"),
  (line, salt) => `${line.slice(0, salt % (line.length + 1))}\n\n${line.slice(salt % (line.length + 1))}`,
  (line) => line.repeat(40),
];

const damage = fc.record({ at: fc.nat(), kind: fc.nat(), salt: fc.nat(1000) });

function damaged(text: string, damages: readonly { at: number; kind: number; salt: number }[]): string {
  const lines = text.split("\n");
  for (const { at, kind, salt } of damages) {
    const index = at % lines.length;
    lines[index] = mutations[kind % mutations.length]?.(lines[index] ?? "", salt) ?? "";
  }
  return lines.join("\n");
}

describe("reading and checking never crash or hang", () => {
  test("on pieces of forms in any order", { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 200 }), (parts) => {
        expect(outcomeOf(parts.join(""))).toEqual(expect.anything());
      }),
      { numRuns: 150 },
    );
  });

  test("on damaged samples", { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(fc.constantFrom(...samples), fc.array(damage, { maxLength: 60 }), (sample, damages) => {
        expect(outcomeOf(damaged(sample, damages))).toEqual(expect.anything());
      }),
      { numRuns: 60 },
    );
  });

  test("on lines of samples in any order", { timeout: 120_000 }, () => {
    const lines = samples.join("\n").split("\n");
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...lines), { maxLength: 300 }), (chosen) => {
        expect(outcomeOf(chosen.join("\n"))).toEqual(expect.anything());
      }),
      { numRuns: 40 },
    );
  });

  test.each([
    ["one table of 20,000 rows", "2010301\t行政运行\t1.00\t2.00\n".repeat(20_000)],
    ["one row of 10,000 cells", "1.00\t".repeat(10_000)],
    ["20,000 titles", "收入支出决算总表\n".repeat(20_000)],
    ["5,000 forms begun", "项目名称\t甲\n一级指标\t二级指标\t三级指标\n".repeat(5_000)],
    [
      "a sentence of 2,000 figures",
      `一、收入支出决算总体情况说明\n${"收入总计1,236.03万元，".repeat(2_000)}`,
    ],
    ["2,000 sentences", "2024年度收入总计1,236.03万元，支出总计1,236.03万元。\n".repeat(2_000)],
    ["a paragraph of 200,000 characters", "增加减少万元占比".repeat(25_000)],
  ])("on %s", { timeout: 120_000 }, (_, text) => {
    expect(outcomeOf(`2024年度部门决算公开\n${text}`)).toEqual(expect.anything());
  });
});
