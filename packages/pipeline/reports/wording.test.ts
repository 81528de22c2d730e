import { expect, test } from "vitest";

import { placeText } from "./wording.ts";

test.each([
  [{ line: 117 }, "行 117"],
  [{ line: 117, paragraph: 20 }, "第 20 段"],
  [{ line: 117, table: 3, row: 5 }, "第 3 个表 第 5 行"],
  [{ page: 3 }, "第 3 页"],
  [{ page: 3, row: 5, column: 2 }, "第 3 页 第 5 行第 2 列"],
  [{ sheet: "收入", row: 7, column: 2 }, "收入!B7"],
  [{ sheet: "收入", row: 7, column: 28 }, "收入!AB7"],
  [{ sheet: "收入", row: 7 }, "工作表“收入”第 7 行"],
  [{ sheet: "收入" }, "工作表“收入”"],
  [{ source: "甲.txt", line: 1 }, "甲.txt 行 1"],
  [{}, ""],
])("%j is %j", (place, text) => expect(placeText(place)).toBe(text));

test("the file that a report is about is not named again", () => {
  expect(placeText({ source: "甲.txt", line: 1 }, "甲.txt")).toBe("行 1");
});
