import { describe, expect, it, test } from "vitest";
import * as fc from "fast-check";

import { judgeMeasures } from "./judge-measures.ts";
import { pairMeasures } from "./pair-measures.ts";
import { problemItems } from "./problem-items.ts";
import { sameness } from "./word-likeness.ts";

describe("the items of a section", () => {
  it.each([
    ["numbered lines", "1.预算执行偏慢。\n2.资产台账不全。", ["预算执行偏慢", "资产台账不全"]],
    [
      "an introduction before the numbers",
      "主要有：（1）预算执行偏慢；（2）资产台账不全。",
      ["预算执行偏慢", "资产台账不全"],
    ],
    ["一是 and 二是", "一是预算执行偏慢，二是资产台账不全。", ["预算执行偏慢", "资产台账不全"]],
    [
      "numbers within numbers",
      "1.执行偏慢：（1）合同未签。（2）验收偏晚。\n2.台账不全。",
      ["执行偏慢：（1）合同未签。（2）验收偏晚", "台账不全"],
    ],
    [
      "a decimal that is no number of an item",
      "执行率1.5倍于上年，\n增速2.3个百分点。",
      ["执行率1.5倍于上年", "增速2.3个百分点"],
    ],
    ["sentences", "预算执行偏慢；资产台账不全。", ["预算执行偏慢", "资产台账不全"]],
    [
      "an annex after the last",
      "1.加快支付进度。\n2.补齐资产台账。\n附表：目标完成情况表",
      ["加快支付进度", "补齐资产台账"],
    ],
  ])("are told apart by %s", (_, text, items) => {
    const read = problemItems(text);
    expect(read.kind === "items" ? read.items : read.kind).toEqual(items);
  });

  it.each([
    ["无", "none"],
    ["无。", "none"],
    ["本单位不存在问题。", "none"],
    ["暂无改进措施", "none"],
    ["——", "none"],
    ["光", "unreadable"],
    ["无法按期完成招标。", "items"],
    ["没有及时支付尾款。", "items"],
  ])("of “%s” are %s", (text, kind) => {
    expect(problemItems(text).kind).toBe(kind);
  });
});

describe("the verdict on measures", () => {
  it.each([
    ["1.支付偏慢。2.台账不全。", "1.加快支付。2.补齐台账。", "answered"],
    ["1.支付偏慢。2.台账不全。3.档案缺失。", "1.加快支付。2.找回档案。", "unequal"],
    ["支付偏慢。", "加快支付。加强培训。健全考核。", "answered"],
    ["差旅审批不严；合同执行节奏不均。", "严格差旅审批，厉行节约。", "unequal"],
    ["支付偏慢。", null, "no-measures"],
    [null, "加强资金监管。", "no-problems"],
    [null, "无", "none"],
    ["无", null, "none"],
  ])("of “%s” and “%s” is %s", (problems, measures, kind) => {
    expect(judgeMeasures(problems, measures).kind).toBe(kind);
  });

  test("names the problem in the middle that no measure takes up", () => {
    expect(
      judgeMeasures("1.支付进度偏慢。2.资产台账不全。3.会计档案缺失。", "1.加快支付进度。2.补齐会计档案。"),
    ).toEqual({
      kind: "unequal",
      isSure: true,
      problemsLeft: ["资产台账不全"],
      measuresLeft: [],
    });
  });
});

test("pairing uses every item once, whatever the items are", () => {
  const items = fc.array(
    fc.string({ unit: fc.constantFrom("预", "算", "执", "资", "产", "台", "账"), maxLength: 8 }),
    {
      maxLength: 12,
    },
  );
  fc.assert(
    fc.property(items, items, (problems, measures) => {
      const { pairs, problemsLeft, measuresLeft } = pairMeasures(problems, measures);
      expect(pairs.length).toBeLessThanOrEqual(Math.min(problems.length, measures.length));
      expect([...pairs.map(({ problem }) => problem), ...problemsLeft].toSorted()).toEqual(
        problems.toSorted(),
      );
      expect([...pairs.map(({ measure }) => measure), ...measuresLeft].toSorted()).toEqual(
        measures.toSorted(),
      );
    }),
  );
});

test("a text is the same as itself, and sameness has no side", () => {
  expect(sameness("会议室预算执行偏慢", "会议室预算执行偏慢")).toBe(1);
  fc.assert(
    fc.property(fc.string(), fc.string(), (left, right) => {
      expect(sameness(left, right)).toBe(sameness(right, left));
    }),
  );
});
