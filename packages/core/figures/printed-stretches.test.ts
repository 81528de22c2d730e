import { describe, expect, test } from "vitest";

import { printedStretches, printsAlone } from "./printed-stretches.ts";

const printed = (text: string, named: string): readonly string[] =>
  printedStretches(text, named).map(({ offset, length }) => text.slice(offset, offset + length));

describe("a figure is found in a text however it is printed", () => {
  test.each([
    ["执行率为98.10%，比上年提高1.20%。", "98.10", ["98.10%"]],
    ["执行率为９８.１０％。", "98.10%", ["９８.１０％"]],
    ["执行率为98.10%。", "98.1", ["98.10%"]],
    ["收入总计1,236.03万元，其中1,236.03万元", "1236.03", ["1,236.03", "1,236.03"]],
    ["减少4.00万元", "-4.00", ["4.00"]],
    ["完成100.00%，支出100.00万元", "100.00%", ["100.00%"]],
    ["共5辆，其中15辆、5.5辆", "5", ["5"]],
    ["年度总体目标：按时完成", "按时完成", ["按时完成"]],
    ["没有这个数", "98.10", []],
    ["什么都没有", "", []],
  ])("%s names %s as %j", (text, named, expected) => {
    expect(printed(text, named)).toEqual(expected);
  });
});

test.each([
  ["98.10%", "98.10", true],
  ["1,236.03万元", "1236.03", true],
  ["98.10%（1,236.03）", "98.10", false],
  ["", "98.10", false],
  ["98.10%", "91.80", false],
])("the cell %j prints %s alone: %s", (text, named, expected) => {
  expect(printsAlone(text, named)).toBe(expected);
});
