import { expect, test } from "vitest";

import { disclosureOf } from "../checks/rules/testing/disclosure-builder.ts";
import type { DisclosureSketch } from "../checks/rules/testing/disclosure-builder.ts";
import { nationalEdition } from "../regions/index.ts";
import { compose } from "./compose.ts";
import { factsOf } from "./facts.ts";
import type { Facts } from "./facts.ts";

const materialOf = (sketch: DisclosureSketch) => ({
  disclosure: disclosureOf(sketch),
  edition: nationalEdition,
  prior: null,
  budget: null,
});
const valueOf = (sketch: DisclosureSketch): Facts["value"] => factsOf(materialOf(sketch)).value;

const statistics = (line5: string | null, line6: string | null): DisclosureSketch => ({
  tables: [
    {
      concept: "disclosure-statistics",
      rows: [
        { line: "5", name: "行政单位", cells: { amount: line5 } },
        { line: "6", name: "参照公务员法管理事业单位", cells: { amount: line6 } },
      ],
    },
  ],
});
const line = (at: string) => ({ concept: "disclosure-statistics", line: at, column: "amount" }) as const;
const WAN = 10_000n * 1_000_000n;

test("a blank cell is nothing, a fixed line that was not read is not known", () => {
  expect(valueOf(statistics(null, null))(line("5"))).toBe(0n);
  expect(valueOf(statistics("1.00", null))(line("7"))).toBeNull();
});

test("two lines of one matter are told together, unless one of them cannot be read", () => {
  expect(valueOf(statistics("1.00", "2.00"))(line("5"))).toBe(3n * WAN);
  expect(valueOf(statistics("1.00", "2.O#"))(line("5"))).toBeNull();
});

test("a total that cannot be read is not worked out from its parts", () => {
  const value = valueOf({
    tables: [
      {
        concept: "expenditure",
        rows: [{ code: null, name: "合计", cells: { total: "1?.#0", basic: "1.00", project: "2.00" } }],
      },
    ],
  });
  expect(value({ concept: "expenditure", code: null, column: "total" })).toBeNull();
});

test("what cannot be read, and a year that is not known, keep a document from being final", () => {
  const { missing } = compose(materialOf({ ...statistics("2.O#", null), year: null }), "report");
  expect(missing.some((words) => words.endsWith("2.O#"))).toBe(true);
  expect(missing.some((words) => words.includes("【待填写：年度】"))).toBe(true);
});
