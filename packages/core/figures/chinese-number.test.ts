import { expect, test } from "vitest";

import { parseChineseNumber } from "./chinese-number.ts";

test.each([
  ["二十六", 26],
  ["十", 10],
  ["两", 2],
  ["一百零五", 105],
  ["三万", 30_000],
  ["一千二百三十六", 1236],
])("%s is %i", (text, value) => {
  expect(parseChineseNumber(text)).toBe(value);
});

test.each(["", "二二", "二元", "abc"])("%j is no Chinese numeral", (text) => {
  expect(parseChineseNumber(text)).toBeUndefined();
});
