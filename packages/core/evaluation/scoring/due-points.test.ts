// Scores in whole numbers are those of decimals, digit by digit.

import { Decimal } from "decimal.js";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { DuePoints, PlainShare } from "./due-points.ts";
import { inDecimals, sharedPoints } from "./due-points.ts";
import type { RoundingRule } from "./rounding.ts";

const HUNDREDTHS: RoundingRule = { scoreDecimals: 2, rounding: "half-up" };

const said = ({ rounded, text, isFull, exact }: DuePoints): readonly (string | boolean)[] => [
  rounded.toFixed(),
  text,
  isFull,
  exact().toFixed(),
];

/** A figure as forms print them: most are short, some have the digits of an amount in 元. */
const figure = fc
  .tuple(
    fc.oneof(
      { weight: 3, arbitrary: fc.nat(300) },
      fc.nat(10_000_000),
      fc.bigInt({ min: 0n, max: 10n ** 18n }),
    ),
    fc.nat(8),
  )
  .map(([digits, decimals]) => new Decimal(`${digits}e-${decimals}`));
const points = fc
  .tuple(fc.nat(10_000), fc.nat(4))
  .map(([digits, decimals]) => new Decimal(`${digits}e-${decimals}`));
const share: fc.Arbitrary<PlainShare> = fc.record({
  formula: fc.constantFrom("proportional", "two-minus-ratio", "inverse-ratio"),
  actual: figure,
  target: figure.filter((target) => !target.isZero()),
});
const rule: fc.Arbitrary<RoundingRule> = fc.record({
  scoreDecimals: fc.nat(4),
  rounding: fc.constantFrom("half-up", "half-up", "half-up", "half-even", "down"),
});

describe("points that a share earns", () => {
  test("are the same in whole numbers as in decimals, for any figures, points and rounding", () => {
    fc.assert(
      fc.property(share, points, rule, (earning, all, rounding) => {
        expect(said(sharedPoints(earning, all, rounding))).toEqual(said(inDecimals(earning, all, rounding)));
      }),
      { numRuns: 3000 },
    );
  });

  test("are the same at and beside the half that rounding turns on", () => {
    const nearHalf = fc.record({
      units: fc.nat(2000),
      beside: fc.constantFrom(-1, 0, 1),
      target: fc.integer({ min: 1, max: 3000 }),
      all: fc.constantFrom("1", "3", "4.5", "10", "12.5"),
    });
    fc.assert(
      fc.property(nearHalf, ({ units, beside, target, all }) => {
        const due = new Decimal(units).plus(0.5).div(100);
        const actual = due.times(target).div(all).toDecimalPlaces(6).plus(new Decimal(beside).div(1_000_000));
        const earning = { formula: "proportional", actual, target: new Decimal(target) } as const;
        const full = new Decimal(all);
        expect(said(sharedPoints(earning, full, HUNDREDTHS))).toEqual(
          said(inDecimals(earning, full, HUNDREDTHS)),
        );
      }),
      { numRuns: 3000 },
    );
  });

  test.each([
    ["proportional", ["54", "60"], "3", "2.70"],
    ["proportional", ["60", "60"], "3", "3"],
    ["proportional", ["0", "60"], "3", "0"],
    ["proportional", ["1", "8"], "0.1", "0.01"],
    ["proportional", ["1", "8"], "1", "0.13"],
    ["two-minus-ratio", ["12", "10"], "10", "8"],
    ["two-minus-ratio", ["30", "10"], "10", "0"],
    ["inverse-ratio", ["12", "10"], "10", "8.33"],
    ["proportional", ["123456789.12", "987654321.98"], "10", "1.25"],
  ] as const)("%s of %s, of %s points, are %s", (formula, [actual, target], all, expected) => {
    const earning = { formula, actual: new Decimal(actual), target: new Decimal(target) };
    expect(sharedPoints(earning, new Decimal(all), HUNDREDTHS).text).toBe(expected);
  });
});
