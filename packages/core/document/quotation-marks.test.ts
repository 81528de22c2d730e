import { expect, test } from "vitest";

import { nestedQuotes, quoted } from "./quotation-marks.ts";

test.each([
  ["“（一）“三公”经费情况”写0.80万元", "“（一）‘三公’经费情况”写0.80万元"],
  ["“甲“乙“丙”乙”甲”", "“甲‘乙“丙”乙’甲”"],
  ["“优”和“良”", "“优”和“良”"],
  ["没有引号", "没有引号"],
  ["一处“没有写完", "一处“没有写完"],
  ["先”后“", "先”后“"],
])("marks inside marks are single: %s", (text, shown) => {
  expect(nestedQuotes(text)).toBe(shown);
});

test("a name between marks keeps its own as single ones", () => {
  expect(quoted("“三公”经费")).toBe("“‘三公’经费”");
});
