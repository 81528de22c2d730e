import { expect, test } from "vitest";

import { dueOf } from "./finding-due.ts";

test.each([
  ["logic", "error", "逻辑性，须更正"],
  ["logic", "warning", "逻辑性，须更正"],
  ["logic", "hint", "逻辑性，仅供参考"],
  ["explain", "warning", "核实性，须说明"],
  ["explain", "hint", "核实性，仅供参考"],
] as const)("a finding of kind %s that is a %s reads %s", (kind, severity, words) => {
  expect(dueOf({ kind, severity })).toBe(words);
});
