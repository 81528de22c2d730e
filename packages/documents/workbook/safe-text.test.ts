import { describe, expect, test } from "vitest";

import { cellText, exactNumber, looksLikeFormula } from "./safe-text.ts";

describe("what a spreadsheet could take for a formula", () => {
  test.each([
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1",
    "\r1",
    " =1",
    "＝1",
    "＋1",
    "－1",
    "＠1",
    "-",
    "--1",
  ])("%j is told", (text) => expect(looksLikeFormula(text)).toBe(true));

  test.each(["-4.00", "0", "12.5", "≥95%", "项目=1", "", "第 3 页"])("%j is none", (text) =>
    expect(looksLikeFormula(text)).toBe(false),
  );
});

test("numbers are numbers where a spreadsheet keeps them exactly", () => {
  expect(["675.48", "-4.00", "0.0135", "123456789012345"].map(exactNumber)).toEqual([
    675.48, -4, 0.0135, 123456789012345,
  ]);
  expect(["1234567890123456", "1,200", "10%", "0—3", ""].map(exactNumber)).toEqual(Array(5).fill(undefined));
});

test("a cell holds no controls, no half characters, and not more than it can", () => {
  expect(cellText("甲\u0000\u001B[31m乙\u202E丙\uD800")).toBe("甲 [31m乙 丙\uFFFD");
  expect(cellText("长".repeat(40_000))).toHaveLength(32_001);
});
