import { describe, expect, test } from "vitest";

import { incomeParts, threePublicItems } from "../regions/national/sentence-rows.ts";
import { plainWords } from "./plain-words.ts";
import { rowFinder, UNKNOWN_ROW } from "./row-names.ts";
import type { RowSet } from "./template.ts";

const functions: RowSet = { kind: "function-codes", id: "function-codes" };
const economics: RowSet = { kind: "economic-codes", id: "economic-codes" };

describe("finding the rows that words name", () => {
  test.each<[string, RowSet, readonly string[]]>([
    ["财政拨款收入", incomeParts, ["appropriation"]],
    ["其中：事业收入1万元，经营收入", incomeParts, ["undertaking", "operating"]],
    ["公务用车购置及运行维护费支出", threePublicItems, ["vehicles"]],
    ["因公出国(境)费用", threePublicItems, ["abroad"]],
    ["一般公共服务支出（类）", functions, ["201"]],
    ["住房保障（类）支出", functions, ["221"]],
    ["住房保障（类）住房改革支出（款）住房公积金（项）", functions, ["2210201"]],
    ["住房保障支出(类)住房改革支出(款)住房公积金(项)", functions, ["2210201"]],
    ["1.“一般公共服务”", functions, ["201"]],
    ["用于一般公共服务", functions, []],
    ["“文化体育与传媒支出”", functions, ["207"]],
    ["教育支出（类）普通教育（款）示例教育（项）", functions, [`${UNKNOWN_ROW}示例教育`]],
    ["对个人和家庭的补助", economics, ["303"]],
    ["与上年相比", functions, []],
  ])("reads %s", (text, rows, keys) => {
    expect(rowFinder(rows, [])(plainWords(text)).keys).toEqual(keys);
  });

  test("knows a name in which one character in four is misread, where a clause begins", () => {
    const find = rowFinder(functions, []);
    expect(find(plainWords("。社会保漳和就业支出年初预算")).keys).toEqual(["208"]);
    expect(find(plainWords("主要为社会保漳和就业支出")).keys).toEqual([]);
  });

  test("knows the 项 that the document's own tables print, and no economic class by mistake", () => {
    const find = rowFinder(functions, [
      { code: "2050202", name: "示例教育" },
      { code: "310", name: "资本性支出" },
    ]);
    expect(find(plainWords("教育支出（类）普通教育（款）示例教育（项）")).keys).toEqual(["2050202"]);
    expect(find(plainWords("资本性支出")).keys).toEqual([]);
  });
});

test.each([
  [
    "环境保护法规、规划及标准",
    "2110105",
    "节能环保支出（类）环境保护管理事务（款）环境保护法规、规划及标准（项），主要用于规划",
  ],
  [
    "文化产业发展专项支出",
    "2079903",
    "文化旅游体育与传媒支出（类）其他文化旅游体育与传媒支出（款）文化产业发展专项支出（项）",
  ],
])("the name %s holds a mark itself", (name, code, text) => {
  expect(rowFinder(functions, [{ code, name }])(plainWords(text)).keys).toEqual([code]);
});

test("a name that no list knows ends where its mark is followed by other words", () => {
  const find = rowFinder(functions, []);
  expect(find(plainWords("教育支出（类）普通教育（款）示例专项支出（项）。主要用于事项")).keys).toEqual([
    `${UNKNOWN_ROW}示例专项支出`,
  ]);
});

test("a 项 that several tables print is one, also under a 款 that is not its own", () => {
  const printed = { code: "2210201", name: "住房公积金" };
  const find = rowFinder(functions, [printed, printed]);
  expect(find(plainWords("住房保障支出（类）住房保障支出（款）住房公积金（项）")).keys).toEqual(["2210201"]);
});

describe("the plain form of words", () => {
  test("makes wordings that mean the same equal", () => {
    expect(plainWords("与上年相比，收入总计增加", 2024)).toBe(plainWords("较2023年度,收入总计 增长", 2024));
    expect(plainWords("支出决算数占比")).toBe(plainWords("决算支出占"));
    expect(plainWords("减少（增加）")).toBe(plainWords("下降"));
  });

  test("tells this year from the year before", () => {
    expect(plainWords("2024年度", 2024)).not.toBe(plainWords("2023年度", 2024));
  });
});
