// Rules on the explanation that tells every 项, and on sums that only prose states, in the words of a form that does so.

import { describe, expect, test } from "vitest";

import { readProse } from "../../../recognize/prose/read-prose.ts";
import { shanghai } from "../../../regions/shanghai/index.ts";
import type { FindingDraft } from "../../finding.ts";
import { contextOf } from "../../run-checks.ts";
import type { SectionSketch, TableSketch } from "../testing/disclosure-builder.ts";
import { disclosureOf, sectionsOf } from "../testing/disclosure-builder.ts";
import { narrativeRules } from "./index.ts";

const table: TableSketch = {
  concept: "general-budget-expenditure",
  rows: [
    { code: "221", name: "住房保障支出", cells: { total: "30.00" } },
    { code: "22102", name: "住房改革支出", cells: { total: "30.00" } },
    { code: "2210201", name: "住房公积金", cells: { total: "20.00" } },
    { code: "2210203", name: "购房补贴", cells: { total: "10.00" } },
    { code: null, name: "合计", cells: { total: "30.00" } },
  ],
};
const names = [
  { code: "2210201", name: "住房公积金" },
  { code: "2210203", name: "购房补贴" },
];

function findingsOf(heading: string, paragraphs: readonly string[]): readonly FindingDraft[] {
  const outline: readonly SectionSketch[] = [{ heading, number: "一", paragraphs }];
  const sections = sectionsOf(outline);
  const { narrative } = readProse(sections, shanghai.sentences, { year: 2024, names });
  const disclosure = { ...disclosureOf({ year: 2024, tables: [table], outline }), narrative };
  const context = contextOf(disclosure, { edition: shanghai });
  return narrativeRules
    .flatMap((rule) => rule.check(context))
    .flatMap((outcome) => (outcome.status === "finding" ? [outcome.finding] : []));
}

const detail = "一般公共预算财政拨款支出决算具体情况";
const total =
  "一般公共预算财政拨款支出年初预算为31.00万元，支出决算为30.00万元，完成年初预算的96.77%。决算数小于预算数的主要原因：示例。其中：";
type Item = readonly [section: string, name: string, budget: string, spent: string, words: string];
const item = ([section, name, budget, spent, words]: Item): string =>
  `1、住房保障支出（类）${section}（款）${name}（项）。主要用于：示例。年初预算为${budget}万元，支出决算为${spent}万元。${words}。`;
const same = "决算数同预算数持平";
const less = "决算数小于预算数的主要原因：示例";
const first = item(["住房改革支出", "住房公积金", "21.00", "20.00", less]);
const second = item(["住房改革支出", "购房补贴", "10.00", "10.00", same]);

describe("an explanation item by item", () => {
  test("says nothing against items that make up the total", () => {
    expect(findingsOf(detail, [total, first, second])).toEqual([]);
  });

  test.each([
    ["a budget", [total, item(["住房改革支出", "住房公积金", "23.00", "20.00", less]), second], "33.00"],
    ["an item left out", [total, first], "购房补贴"],
    [
      "a 款 that the item does not belong to",
      [total, first, item(["住房保障支出", "购房补贴", "10.00", "10.00", same])],
      "住房改革支出",
    ],
    [
      "持平 of amounts that differ",
      [total, item(["住房改革支出", "住房公积金", "21.00", "20.00", same]), second],
      "小于",
    ],
  ])("reports %s", (_, paragraphs, words) => {
    expect(
      findingsOf(detail, paragraphs)
        .map(({ message }) => message)
        .join(),
    ).toContain(words);
  });
});

const procurement = (goods: string): readonly string[] => [
  `示例局2024年度政府采购金额（以合同签订为准）为60.00万元，其中：货物采购金额${goods}万元、工程采购金额20.00万元、服务采购金额30.00万元。`,
];

describe("sums of a table that the place does not print", () => {
  test("hold", () => {
    expect(findingsOf("政府采购支出情况", procurement("10.00"))).toEqual([]);
  });
  test("are missed by a part", () => {
    expect(findingsOf("政府采购支出情况", procurement("12.00"))).toMatchObject([
      { expected: "60.00", actual: "62.00" },
    ]);
  });
  test("are missed by grades of projects", () => {
    const text =
      "绩效自评的2024年度项目9个，涉及预算金额5.00万元，平均得分95分（其中，绩效评级为“优”的项目8个；绩效评级为“良”的项目2个；绩效评级为“合格”的项目0个；绩效评级为“不合格”的项目0个。绩效自评中共发现问题0个）。";
    expect(findingsOf("预算绩效管理情况", [text])).toMatchObject([{ expected: "9", actual: "10" }]);
  });
});
