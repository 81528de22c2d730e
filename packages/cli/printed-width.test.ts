import { expect, test } from "vitest";

import { alignedRows, clipped, clippedInside, padded, printable, printedWidth } from "./printed-width.ts";

test("a Chinese character takes two columns, a combining mark none", () => {
  expect(printedWidth("收入12.30")).toBe(9);
  expect(printedWidth("（元）")).toBe(6);
  expect(printedWidth("e\u0301")).toBe(1);
  expect(padded("合计", 6)).toBe("合计  ");
  expect(padded("1.00", 6, "right")).toBe("  1.00");
});

test("long texts are cut at the end or inside, never through the width", () => {
  expect(clipped("一二三四", 5)).toBe("一二…");
  expect(clippedInside("行政运行（本年支出合计）", 15)).toBe("行政运…出合计）");
  expect(printedWidth(clippedInside("一般公共服务支出（基本支出）", 20))).toBeLessThanOrEqual(20);
  expect(clipped("短", 5)).toBe("短");
});

test("rows align, figures on the right, no blanks at the end", () => {
  const rows = [
    ["本年收入合计", "1236.03", "行 117"],
    ["a", "7.5", ""],
  ];
  expect(alignedRows(rows, [{}, { side: "right" }, {}])).toEqual([
    "本年收入合计  1236.03  行 117",
    "a                 7.5",
  ]);
});

test("what a document carries cannot steer the terminal", () => {
  expect(printable("a\u001B[31mb\r\nc")).toBe("a [31mb c");
});
