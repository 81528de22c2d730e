import { expect, test } from "vitest";

import type { TableLayout } from "../../forms/layout.ts";
import { cell, row } from "../blocks.ts";
import { columnShares } from "./column-widths.ts";

const figure = { role: "figure" } as const;
const layout: Pick<TableLayout, "sides"> = {
  sides: [
    {
      side: "only",
      keys: [
        { key: "name", header: ["项目"] },
        { key: "line", header: ["行次"] },
      ],
      figures: [
        { column: "amount", header: ["金额"], number: "1" },
        { column: "share", header: ["占比"], number: "2" },
      ],
      rows: [],
    },
  ],
};

const sharesOf = (name: string, amount: string): readonly number[] =>
  columnShares(layout, [
    row([cell("收入支出决算总表的很长的表头", { role: "header", columnSpan: 4 })]),
    row([
      cell(name, { role: "label" }),
      cell("12", { role: "label" }),
      cell(amount, figure),
      cell("", figure),
    ]),
  ]);

test("a column is as wide as the longest text on one line needs", () => {
  const [name = 0, line = 0, amount = 0] = sharesOf("十四、资源勘探工业信息等支出", "1,236.03");
  expect(name).toBeCloseTo(15 * (amount / 5.4));
  expect(line).toBeLessThan(amount);
});

test("columns of figures are as wide as one another, and together all take the whole width", () => {
  const shares = sharesOf("合计", "12,345,678.90");
  expect(shares[2]).toBe(shares[3]);
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
});

test("a very long name takes no more than its part", () => {
  const shares = sharesOf("对民间非营利组织和群众性自治组织补贴".repeat(5), "1.00");
  expect(shares[2] ?? 0).toBeGreaterThan(0.1);
});
