import { describe, expect, test } from "vitest";
import { statedFigure } from "../figures/figure.ts";
import { WAN_YUAN } from "../figures/unit.ts";
import { barePattern, readIndicatorValue } from "./indicator-value.ts";

const read = (text: string, context = {}) => {
  const value = readIndicatorValue(text, {}, context)?.value;
  if (value === undefined) return null;
  return value.unreadable ? "unreadable" : [value.comparator, value.value, value.unit];
};

describe("a number with its unit is value and unit", () => {
  test.each([
    ["≥95%", ["≥", "95", "%"]],
    ["=44800元", ["=", "44800", "元"]],
    ["≤155 名", ["≤", "155", "名"]],
    ["= 100%", ["=", "100", "%"]],
    ["2 万元/人/年", [null, "2", "万元/人/年"]],
    ["≥30平方 米", ["≥", "30", "平方米"]],
    ["＞９９％", [">", "99", "%"]],
    ["<15 万元", ["<", "15", "万元"]],
    ["31家单位", [null, "31", "家单位"]],
    ["≥6年", ["≥", "6", "年"]],
    ["1,200元", [null, "1200", "元"]],
    ["59.9315", [null, "59.9315", null]],
    ["−5%", [null, "-5", "%"]],
  ])("%s", (text, expected) => expect(read(text)).toEqual(expected));
});

describe("words, tiers, dates and limits have no value", () => {
  test.each([
    ["及时", [null, null, null]],
    ["≥良", ["≥", null, null]],
    ["≤万分之一", ["≤", null, null]],
    ["2024年12月底前", [null, null, null]],
    ["2024 年度", [null, null, null]],
    ["2025年12月31日前", [null, null, null]],
    ["12月底", [null, null, null]],
    ["3-5个", [null, null, null]],
    ["90%-95%", [null, null, null]],
    ["90～95", [null, null, null]],
    ["3-5", [null, null, null]],
    ["100±5%", [null, null, null]],
    ["100%以上", [null, null, null]],
    ["8%以内", [null, null, null]],
    ["7*24小时", [null, null, null]],
    ["办公费 36.8 万元； 印刷费 10 万 元", [null, null, null]],
  ])("%s", (text, expected) => expect(read(text)).toEqual(expected));
});

test("nothing printed is no value", () => {
  expect([read(""), read("—"), read("/")]).toEqual([null, null, null]);
});

test("comparator and unit of columns of their own belong to the value", () => {
  const value = readIndicatorValue("95", {}, { comparator: "≥", unit: "%" })?.value;
  expect(value).toMatchObject({ raw: "≥95%", comparator: "≥", value: "95", unit: "%" });
  expect(readIndicatorValue("据实保障", {}, { comparator: "定性", unit: "其他" })?.value).toMatchObject({
    raw: "据实保障",
    comparator: null,
    value: null,
    unit: null,
  });
});

test("a bare pattern is told from a target", () => {
  expect(["= %", "≥次", "=元/年", "≥良", "≥5%", "及时"].map((text) => barePattern(text)?.unit)).toEqual([
    "%",
    "次",
    "元/年",
    undefined,
    undefined,
    undefined,
  ]);
});

describe("a misread 元 is decided by the form's pattern and repeats, never silently", () => {
  const amount = statedFigure("12.00007", WAN_YUAN, {});
  const amounts = amount === undefined ? [] : [amount];
  test.each([
    ["1200007G", {}, "unreadable"],
    ["1200007G", { expectedUnit: "%" }, "unreadable"],
    ["1200007G", { expectedUnit: "元" }, [null, "120000", "元"]],
    ["12000077G", { expectedUnit: "元" }, [null, "1200007", "元"]],
    ["540007C", { expectedUnit: "元" }, [null, "54000", "元"]],
    ["= 310000 $\\pi$", { expectedUnit: "元" }, ["=", "310000", "元"]],
    ["= 41114.82 5", { expectedUnit: "元" }, ["=", "41114.82", "元"]],
    ["= 2700 7 0", { expectedUnit: "万元" }, ["=", "2700", "万元"]],
    ["≥11000000 1%", { expectedUnit: "次" }, "unreadable"],
  ])("%s with %o", (text, context, expected) => expect(read(text, context)).toEqual(expected));

  test("an amount that the money block repeats wins over the shape of the letters", () => {
    expect(read("120000.77G", { expectedUnit: "元", amounts })).toEqual([null, "120000.7", "元"]);
    const repeated = readIndicatorValue(
      "1200007G",
      {},
      { expectedUnit: "元", amounts: [statedFigure("120.0007", WAN_YUAN, {})].flatMap((one) => one ?? []) },
    );
    expect(repeated).toMatchObject({ doubtful: true, value: { value: "1200007" } });
  });
});

test("a comparator alone is printed but unreadable", () => {
  expect(read("=")).toBe("unreadable");
});
