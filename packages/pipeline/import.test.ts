import { writeXlsx } from "hucre/xlsx";
import type { CellValue } from "hucre/xlsx";
import { expect, test } from "vitest";

import { gathered } from "./import.ts";
import { disclosureOf } from "./recognition.ts";

const read = async (name: string, rows: CellValue[][]) =>
  disclosureOf(await writeXlsx({ sheets: [{ name, rows }] }), `${name}.xlsx`);

const income: CellValue[][] = [
  ["收入决算表"],
  ["财决03表"],
  ["编制单位：示例市图书馆 金额单位：元"],
  [
    "科目编码",
    "科目名称",
    "本年收入合计",
    "财政拨款收入",
    "上级补助收入",
    "事业收入",
    "经营收入",
    "附属单位上缴收入",
    "其他收入",
  ],
  ["合计", null, 3_000_000, 2_900_000, 0, 100_000, 0, 0, 0],
  [207, "文化旅游体育与传媒支出", 3_000_000, 2_900_000, 0, 100_000, 0, 0, 0],
  [20_701, "文化和旅游", 3_000_000, 2_900_000, 0, 100_000, 0, 0, 0],
  [2_070_104, "图书馆", 3_000_000, 2_900_000, 0, 100_000, 0, 0, 0],
];
const expenditure: CellValue[][] = [
  ["支出决算表"],
  ["财决04表"],
  ["编制单位：示例市图书馆 金额单位：元"],
  [
    "科目编码",
    "科目名称",
    "本年支出合计",
    "基本支出",
    "项目支出",
    "上缴上级支出",
    "经营支出",
    "对附属单位补助支出",
  ],
  ["合计", null, 3_000_000, 2_000_000, 1_000_000, 0, 0, 0],
  [207, "文化旅游体育与传媒支出", 3_000_000, 2_000_000, 1_000_000, 0, 0, 0],
  [20_701, "文化和旅游", 3_000_000, 2_000_000, 1_000_000, 0, 0, 0],
  [2_070_104, "图书馆", 3_000_000, 2_000_000, 1_000_000, 0, 0, 0],
];

test("tables of a finance system, with codes and whole yuan as numbers, become one disclosure", async () => {
  const disclosure = gathered([
    await read("财决03", income),
    await read("财决04", expenditure),
    await read("又一份", expenditure),
  ]);
  expect(disclosure?.tables.map(({ concept }) => concept)).toEqual(["income", "expenditure"]);
  const item = disclosure?.tables[0]?.rows.find(({ code }) => code === "2070104");
  expect(item?.cells).toMatchObject({
    total: { value: "3000000", place: { source: "财决03.xlsx", sheet: "财决03" } },
    appropriation: { value: "2900000" },
    superiorSubsidy: { value: "0" },
    undertaking: { value: "100000" },
  });
  expect(disclosure?.problems.map(({ code }) => code)).toContain("repeated-table");
});

test("of columns for budget and final figures, the final ones are taken; columns that no form prints are passed over", async () => {
  const summary: CellValue[][] = [
    ["收入支出决算总表"],
    ["编制单位：示例市图书馆", null, null, null, null, null, null, null, null, "金额单位：元"],
    ["收入", null, null, null, null, "支出", null, null, null, null],
    [
      "项目",
      "行次",
      "年初预算数",
      "全年预算数",
      "决算数",
      "项目(按功能分类)",
      "行次",
      "年初预算数",
      "全年预算数",
      "决算数",
    ],
    ["栏次", null, 1, 2, 3, "栏次", null, 4, 5, 6],
    ["一、一般公共预算财政拨款收入", 1, 10, 20, 30, "一、一般公共服务支出", 32, 0, 0, 0],
    ["五、事业收入", 5, 1, 2, 3, "七、文化旅游体育与传媒支出", 38, 11, 22, 33],
    ["本年收入合计", 27, 11, 22, 33, "本年支出合计", 58, 11, 22, 33],
    ["总计", 31, 11, 22, 33, "总计", 62, 11, 22, 33],
  ];
  const { tables } = await read("财决01", summary);
  const values = new Map(
    tables[0]?.rows.map(({ line, cells }) => {
      const amount = cells["amount"];
      return [line, amount?.kind === "figure" ? amount.value : null];
    }),
  );
  expect(["1", "5", "27", "31", "38", "58", "62"].map((line) => values.get(line))).toEqual([
    "30",
    "3",
    "33",
    "33",
    "33",
    "33",
    "33",
  ]);
});
