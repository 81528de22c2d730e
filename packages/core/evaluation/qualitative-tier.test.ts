import { expect, test } from "vitest";
import { matchTier } from "./qualitative-tier.ts";

const TIERS = ["达成预期指标", "部分达成预期指标并具有一定效果", "未完成预期指标且效果较差"];

test("a whole tier is matched exactly, line breaks aside", () => {
  expect(matchTier("达成预期指 标", TIERS)).toEqual({ tier: TIERS[0], rank: 0, whole: true });
});

test.each([
  ["预期指标且 效", 2],
  ["前期指标并具", 1],
  ["部分达成预期指", 1],
  ["达成預期指标", 0],
  ["标且效果较差", 2],
])("the clipped tier %s is tier %i", (text, rank) => {
  expect(matchTier(text, TIERS)).toMatchObject({ rank });
});

test.each(["及时", "有效保障", "保障部门正常运转", "=100%", "指标"])("%s is no tier", (text) => {
  expect(matchTier(text, TIERS)).toBeUndefined();
});
