import { describe, expect, test } from "vitest";

import { causesOf } from "./causes.ts";
import type { Finding } from "./finding.ts";

const broken = (gap: string, cells: readonly string[], changes: Partial<Finding> = {}): Finding => ({
  rule: "rule",
  code: "T",
  kind: "logic",
  severity: "error",
  basis: "",
  subject: "",
  message: "",
  advice: "",
  operands: [],
  expected: null,
  actual: null,
  gap,
  envelope: null,
  sourceDoubt: false,
  causedBy: null,
  repair: null,
  explanation: null,
  cells,
  covers: [],
  ...changes,
});

describe("findings with one cause", () => {
  test("identities broken by one cell by the same amount are gathered under one", () => {
    const findings = causesOf([
      broken("9.00", ["a", "b"]),
      broken("-9.00", ["a", "c"]),
      broken("9.00", ["a", "d"]),
    ]);
    expect(findings.map(({ causedBy }) => causedBy)).toEqual([null, 0, 0]);
  });

  test("findings that share a cell but differ in their gap stand alone", () => {
    const findings = causesOf([broken("9.00", ["a", "b"]), broken("2.50", ["a", "c"])]);
    expect(findings.map(({ causedBy }) => causedBy)).toEqual([null, null]);
  });

  test("a gap that rounding changed by a last digit is still the same cause", () => {
    const envelope = { envelope: "0.010" };
    const findings = causesOf([broken("9.00", ["a", "b"], envelope), broken("9.01", ["a", "c"], envelope)]);
    expect(findings.map(({ causedBy }) => causedBy)).toEqual([null, 0]);
  });

  test("what a finding covers is folded under it, whatever the gaps", () => {
    const findings = causesOf([
      broken("9.00", ["a"]),
      broken("1.00", ["b"], { gap: null }),
      broken("0", [], { gap: null, covers: ["a", "b"] }),
    ]);
    expect(findings.map(({ causedBy }) => causedBy)).toEqual([2, 2, null]);
  });

  test("judgements without a gap are never folded away", () => {
    const findings = causesOf([broken("9.00", ["a"]), broken("9.00", ["a"], { gap: null })]);
    expect(findings.map(({ causedBy }) => causedBy)).toEqual([null, null]);
  });
});
