// What must hold of every comparison, whatever the figures.

import { Decimal } from "decimal.js";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { readIndicatorValue } from "../indicator-value.ts";
import type { Indicator, IndicatorValue } from "../project-evaluation.ts";
import { gapOf } from "./attainment.ts";
import { compareResult } from "./compare-result.ts";
import type { Comparison } from "./comparison.ts";
import { dayOf, daysBetween } from "./days.ts";
import { readStatement } from "./read-statement.ts";

const valueOf = (text: string): IndicatorValue | null => readIndicatorValue(text, {})?.value ?? null;

function compared(target: string, actual: string, level2 = "数量指标"): Comparison {
  const indicator: Indicator = {
    level1: "产出指标",
    level2,
    name: "指标",
    target: valueOf(target),
    initialTarget: null,
    actual: valueOf(actual),
    points: null,
    score: null,
    reason: null,
    place: {},
    doubtful: false,
  };
  return compareResult(indicator);
}

const RANK = { missed: 0, reached: 1, exceeded: 2, "not-comparable": Number.NaN } as const;
const rank = (target: string, actual: string, level2?: string): number =>
  RANK[compared(target, actual, level2).outcome];

const amount = fc.nat({ max: 10_000_000 }).map((hundredths) => new Decimal(hundredths).div(100));
const signs = fc.constantFrom("≥", ">", "=", "≤", "<", "不少于", "不超过", "");
const isLower = (sign: string): boolean => sign === "≤" || sign === "<" || sign === "不超过";

/** Printed in a unit in which it has an end. */
const inUnit = (base: Decimal, [unit, scale]: readonly [string, string]): string => {
  const value = base.div(scale);
  fc.pre(value.decimalPlaces() <= 12);
  return `${value.toFixed()}${unit}`;
};

const listed = (all: readonly Decimal[]): string =>
  all.map((one, index) => `${"甲乙丙丁戊己"[index] ?? ""}费${one.toFixed()}元`).join("；");

const sum = (all: readonly Decimal[]): string => `${Decimal.sum(...all).toFixed()}元`;

const printed = (date: Date): string =>
  `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日`;

describe("a comparison", () => {
  test("never gets worse when the result gets better, for every sign and for cost", () => {
    fc.assert(
      fc.property(
        signs,
        amount,
        fc.tuple(amount, amount),
        fc.boolean(),
        (sign, target, [one, other], isCost) => {
          const level2 = isCost ? "成本指标" : "数量指标";
          const [less, more] = one.lte(other) ? [one, other] : [other, one];
          const [worse, better] = isLower(sign) || isCost ? [more, less] : [less, more];
          const aim = `${sign}${target.toFixed()}元`;
          expect(rank(aim, `${better.toFixed()}元`, level2)).toBeGreaterThanOrEqual(
            rank(aim, `${worse.toFixed()}元`, level2),
          );
        },
      ),
    );
  });

  const families = [
    { 元: "1", 千元: "1000", 万元: "10000", 亿元: "100000000" },
    { "元/人/年": "1", "万元/人/年": "10000", "千元/年/人": "1000", "元/人·年": "1" },
    { "‰": "0.1", "%": "1" },
    { 分钟: "1", 小时: "60", 天: "1440" },
    { 平方米: "1", 公顷: "10000", 平方公里: "1000000" },
    { 米: "1", 公里: "1000" },
    { 人次: "1", 万人次: "10000" },
  ] as const;
  const pairs = fc
    .constantFrom(...families.map((family) => Object.entries(family)))
    .chain((units) =>
      fc.tuple(fc.constantFrom(...units), fc.constantFrom(...units), fc.constantFrom(...units)),
    );

  test("is the same in whatever unit target and result are stated", () => {
    fc.assert(
      fc.property(signs, amount, amount, pairs, (sign, target, actual, [one, other, third]) => {
        const plain = compared(`${sign}${inUnit(target, one)}`, inUnit(actual, one));
        const moved = compared(`${sign}${inUnit(target, other)}`, inUnit(actual, third));
        expect(moved.outcome).toBe(plain.outcome);
      }),
    );
  });

  test("is reached by exactly the target, in any unit of the same kind", () => {
    fc.assert(
      fc.property(signs, amount, pairs, (sign, target, [one, other]) => {
        expect(compared(`${sign}${inUnit(target, one)}`, inUnit(target, other)).outcome).toBe("reached");
      }),
    );
  });

  test("says by how much: target and gap give the result back", () => {
    fc.assert(
      fc.property(signs, amount, amount, (sign, target, actual) => {
        const comparison = compared(`${sign}${target.toFixed()}份`, `${actual.toFixed()}份`);
        if (comparison.outcome === "not-comparable" || comparison.matter.kind !== "quantity")
          throw new Error("two figures of one unit are comparable");
        const gap = gapOf(comparison.matter.judgement);
        expect(gap?.absolute.toFixed() ?? "0").toBe(target.minus(actual).abs().toFixed());
      }),
    );
  });

  test("inside a range is reached, outside is missed by the distance to the nearer end", () => {
    fc.assert(
      fc.property(amount, amount, amount, (one, other, actual) => {
        const [low, high] = one.lte(other) ? [one, other] : [other, one];
        const comparison = compared(`${low.toFixed()}-${high.toFixed()}元`, `${actual.toFixed()}元`);
        const distance = Decimal.max(low.minus(actual), actual.minus(high), 0);
        if (comparison.outcome === "not-comparable" || comparison.matter.kind !== "quantity")
          throw new Error("a figure and a range of one unit are comparable");
        expect(comparison.outcome).toBe(distance.isZero() ? "reached" : "missed");
        expect(gapOf(comparison.matter.judgement)?.absolute.toFixed() ?? "0").toBe(distance.toFixed());
      }),
    );
  });

  test("of lists is that of their totals", () => {
    const parts = fc.array(amount, { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(parts, parts, (targets, results) => {
        expect(rank(listed(targets), listed(results), "成本指标")).toBe(
          rank(sum(targets), sum(results), "成本指标"),
        );
      }),
    );
  });

  test("of dates goes by the calendar, and lateness counts its days", () => {
    const day = fc.date({
      min: new Date("2020-01-01T00:00:00Z"),
      max: new Date("2030-12-31T00:00:00Z"),
      noInvalidDate: true,
    });
    const DAY = 86_400_000;
    fc.assert(
      fc.property(day, day, (due, done) => {
        const comparison = compared(`${printed(due)}前`, printed(done), "时效指标");
        const days = Math.floor(done.getTime() / DAY) - Math.floor(due.getTime() / DAY);
        expect(comparison).toMatchObject(
          days <= 0
            ? { outcome: "reached", matter: { late: null } }
            : { outcome: "missed", matter: { late: { days } } },
        );
      }),
    );
  });
});

describe("a printed target", () => {
  const words = fc.constantFrom(
    ["≥", "", "≥"],
    ["≤", "", "≤"],
    [">", "", ">"],
    ["<", "", "<"],
    ["=", "", "="],
    ["不少于", "", "≥"],
    ["不超过", "", "≤"],
    ["", "以上", "≥"],
    ["", "以内", "≤"],
    ["控制在", "以内", "≤"],
    ["超过", "", ">"],
    ["低于", "", "<"],
  );
  const unit = fc.constantFrom("%", "万元", "元/人/年", "人次", "个工作日", "平方米", "份", "个百分点");

  test("is read as what it says, full-width or with blanks too", () => {
    fc.assert(
      fc.property(words, amount, unit, fc.constantFrom("", " "), (parts, value, name, blank) => {
        const [before = "", after = "", sign] = parts;
        const text = `${before}${blank}${value.toFixed()}${blank}${name}${after}`;
        const wide = text.replace(/[0-9%<>=]/gu, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));
        for (const printed of [text, wide]) {
          const statement = readStatement(valueOf(printed));
          expect(statement).toMatchObject({ kind: "quantity", comparator: sign, measure: { printed: name } });
          expect(statement.kind === "quantity" && statement.value.eq(value)).toBe(true);
        }
      }),
    );
  });

  test("of any characters is read without an error", () => {
    const pieces = fc.constantFrom(
      ..."≥≤=<>0123456789.,年月日底前季度半个人次万元%‰分之一二三十百-~至到、；。:无良优增长以上约 ",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), fc.array(pieces, { maxLength: 30 }), (one, other) => {
        expect(compared(one.join(""), other.join("")).outcome).toBeDefined();
      }),
      { numRuns: 2000 },
    );
  });
});

const between = (a: readonly [number, number, number], b: readonly [number, number, number]): number => {
  const [from, to] = [dayOf(...a), dayOf(...b)];
  return from === undefined || to === undefined ? Number.NaN : daysBetween(from, to);
};

test("days are counted over leap years and centuries", () => {
  expect(between([2024, 2, 28], [2024, 3, 1])).toBe(2);
  expect(between([2023, 2, 28], [2023, 3, 1])).toBe(1);
  expect(between([2024, 1, 1], [2025, 1, 1])).toBe(366);
  expect(between([1999, 12, 31], [2000, 1, 1])).toBe(1);
  expect(between([2100, 2, 28], [2100, 3, 1])).toBe(1);
});
