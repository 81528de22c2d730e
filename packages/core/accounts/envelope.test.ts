import { describe, expect, it } from "vitest";

import type { AccountsRow } from "../disclosure/disclosure.ts";
import { statedFigure } from "../figures/figure.ts";
import { WAN_YUAN } from "../figures/unit.ts";
import { findConcept } from "./concepts.ts";
import { tableCells } from "./envelope.ts";

const row = (
  code: string | null,
  name: string,
  values: Readonly<Record<string, string | null>>,
): AccountsRow => ({
  line: null,
  code,
  name,
  cells: Object.fromEntries(
    Object.entries(values).map(([column, value]) => [
      column,
      value === null ? null : (statedFigure(value, WAN_YUAN, {}) ?? null),
    ]),
  ),
  place: {},
});

const concept = findConcept("general-budget-expenditure")!;
const rows = [
  row(null, "合计", { total: "3.03", basic: "2.02", project: "1.01" }),
  row("201", "甲", { total: "3.03", basic: "2.02", project: "1.01" }),
  row("20101", "乙", { total: "2.02", basic: "1.01", project: "1.01" }),
  row("20103", "丙", { total: "1.01", basic: "1.01", project: null }),
];

describe("the envelope of a total", () => {
  const cells = tableCells(concept, { rows });

  it("is the sum of the leaves' envelopes where that is wider than its own rounding", () => {
    const interval = cells.intervalOf({ code: null, column: "total" })!;
    const halfFen = 50n * 1_000_000n; // 0.005 万元 = 50 元
    expect(interval.high - interval.low).toBe(2n * 3n * halfFen);
  });

  it("is its own rounding for a leaf, and nothing for a blank", () => {
    const leaf = cells.intervalOf({ code: "20101", column: "basic" })!;
    expect(leaf.high - leaf.low).toBe(100n * 1_000_000n);
    expect(cells.intervalOf({ code: "20103", column: "project" })).toEqual({ low: 0n, high: 0n });
  });

  it("of a table that prints its codes over and over is reckoned, not counted out", () => {
    const repeated = Array.from({ length: 300 }, () => rows.slice(1)).flat();
    const many = tableCells(concept, { rows: [rows[0]!, ...repeated] });
    const halfFen = 50n * 1_000_000n;
    // Each 201 is counted 300 times, and so is each of its parts within it.
    expect(many.envelopeOf({ code: null, column: "total" })).toBe(300n * 300n * 3n * halfFen);
  });
});
