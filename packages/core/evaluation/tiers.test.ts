import { expect, test } from "vitest";

import { nationalScoring } from "../regions/national/scoring.ts";
import { findTier } from "./tiers.ts";

test.each([
  ["达成预期指标", 0, false],
  ["达成预期指 标", 0, false],
  ["部分达成预期指标并具有一定效果", 1, false],
  ["间期指标并具", 1, true],
  ["预期指标且效", 2, true],
  ["未完成预期指标且效果较差", 2, false],
])("%s is tier %i", (text, index, clipped) => {
  expect(findTier(text, nationalScoring.tiers)).toMatchObject({ index, clipped });
});

test.each(["完成", "100%", "有效保障", "预期", ""])("%j is no tier, or fits several", (text) => {
  expect(findTier(text, nationalScoring.tiers)).toBeUndefined();
});
