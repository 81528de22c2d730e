import { describe, expect, test } from "vitest";

import { disclosureOf } from "../checks/rules/testing/disclosure-builder.ts";
import type { DisclosureSketch } from "../checks/rules/testing/disclosure-builder.ts";
import { alterationsSince, carriedFigures } from "./carried-figures.ts";
import { compareDisclosures } from "./compare-disclosures.ts";
import { reunite } from "./reunite.ts";

const table = (amount: string | null): NonNullable<DisclosureSketch["tables"]> => [
  {
    concept: "income-expenditure-summary",
    title: "收入支出决算总表",
    rows: [
      { line: "27", name: "本年收入合计", cells: { amount: "100.00" } },
      { line: "31", name: "总计", cells: { amount } },
    ],
  },
];
const with31 = (amount: string | null, more: DisclosureSketch = {}) =>
  disclosureOf({ tables: table(amount), ...more });
const total = { concept: "income-expenditure-summary", line: "31", column: "amount" } as const;

const narrative = (direction: 1 | -1): DisclosureSketch["narrative"] => [
  {
    section: "总体情况",
    sentence: "收入总计变动5.00万元。",
    figures: [{ text: "5.00万元", refersTo: total, derived: "change", direction }],
  },
];

const outline = (...paragraphs: readonly string[]) => ({
  outline: [{ heading: "机构设置", paragraphs }],
});

describe("comparing two readings", () => {
  test("finds nothing between equal ones, however their figures are printed", () => {
    expect(compareDisclosures(with31("1236.00"), with31("1,236.00"))).toEqual([]);
    expect(compareDisclosures(with31("0.00"), with31("0"))).toEqual([]);
  });

  test.each([
    ["another figure", "100.00", "101.00"],
    ["a figure that became blank", "100.00", null],
    ["a figure where there was none", null, "100.00"],
    ["a zero in place of a blank", null, "0.00"],
  ])("names %s with both sides and the cell", (_, left, right) => {
    const [difference, ...others] = compareDisclosures(with31(left), with31(right));
    expect(others).toEqual([]);
    expect(difference).toMatchObject({
      kind: "figure",
      where: "收入支出决算总表",
      what: "总计",
      left: { value: left },
      right: { value: right },
    });
  });

  test("tells a change of direction from a change of amount", () => {
    const found = compareDisclosures(
      with31("100.00", { narrative: narrative(1) ?? [] }),
      with31("100.00", { narrative: narrative(-1) ?? [] }),
    );
    expect(found.map(({ where }) => where)).toEqual(["总体情况"]);
  });

  test("tells a paragraph that was rewritten as one difference, a new one as another", () => {
    const found = compareDisclosures(
      disclosureOf(outline("内设综合股、业务股两个股室。")),
      disclosureOf(outline("内设综合股、业务股、财务股三个股室。", "下属一个事业单位。")),
    );
    expect(found.map(({ left, right }) => [left.value, right.value])).toEqual([
      ["内设综合股、业务股两个股室。", "内设综合股、业务股、财务股三个股室。"],
      [null, "下属一个事业单位。"],
    ]);
  });
});

describe("a document that carries its figures", () => {
  const asWritten = JSON.parse(JSON.stringify(carriedFigures(with31("1236.03")))) as unknown;

  test("has no alterations as long as it states the same", () => {
    expect(alterationsSince(asWritten, with31("1,236.03"))).toEqual([]);
  });

  test("names a figure that was changed by hand, as it was and as it is", () => {
    expect(alterationsSince(asWritten, with31("1263.03"))).toMatchObject([
      { where: "收入支出决算总表", what: "总计", from: "1236.03", to: "1263.03" },
    ]);
  });

  test.each([
    ["no list", {}],
    ["half an item", [["key", "where"]]],
    ["other types", [[1, 2, 3, 4, 5]]],
  ])("says nothing when what it carries is %s", (_, list) => {
    expect(alterationsSince(list, with31("1.00"))).toBeNull();
  });

  test("takes codes and exact amounts from what it carries, but no figure that print cannot have come of", () => {
    const carried = with31("1236.0314", { unit: { code: "041001" } });
    const visible = with31("1236.03");
    const reunited = reunite(visible, carried, []);
    expect(reunited.unit.code).toBe("041001");
    expect(reunited.tables[0]?.rows[1]?.cells["amount"]).toMatchObject({ value: "1236.0314" });
    const forged = reunite(visible, with31("9999.99"), []);
    expect(forged.tables[0]?.rows[1]?.cells["amount"]).toMatchObject({ value: "1236.03" });
  });
});
