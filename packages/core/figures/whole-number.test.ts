// Whole numbers are exact or not given at all; comparing agrees with decimals.

import { Decimal } from "decimal.js";
import * as fc from "fast-check";
import { expect, test } from "vitest";

import { compareFigures, decimalOfDigits, wholeOf } from "./whole-number.ts";

const plain = fc
  .tuple(
    fc.boolean(),
    fc.oneof(fc.bigInt({ min: 0n, max: 10n ** 22n }), fc.bigInt({ min: 0n, max: 2000n })),
    fc.nat(24),
  )
  .map(([isNegative, digits, decimals]) => new Decimal(`${isNegative ? "-" : ""}${digits}e-${decimals}`));

test("a whole number is the figure in units of its decimal, exactly", () => {
  fc.assert(
    fc.property(plain, fc.nat(9), (value, decimals) => {
      const whole = wholeOf(value, decimals);
      const again = whole === undefined ? value : new Decimal(`${whole}e-${decimals}`);
      expect(again.toFixed()).toBe(value.toFixed());
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ["0", 2, 0],
  ["1.25", 2, 125],
  ["1.25", 1, undefined],
  ["-0.05", 2, -5],
  ["12345678.9", 1, 123_456_789],
  ["100000000000000", 0, 100_000_000_000_000],
  ["123456789.12", 2, 12_345_678_912],
  ["90071992547409.92", 2, undefined],
  ["0.00000001", 7, undefined],
] as const)("%s with %i decimals is %s", (value, decimals, expected) => {
  expect(wholeOf(new Decimal(value), decimals)).toBe(expected);
});

test("infinity and not a number are no whole number", () => {
  expect([wholeOf(new Decimal(Infinity), 0), wholeOf(new Decimal(Number.NaN), 0)]).toEqual([
    undefined,
    undefined,
  ]);
});

test("figures are in the order of their decimals", () => {
  fc.assert(
    fc.property(plain, plain, (one, other) => {
      expect(Math.sign(compareFigures(one, other))).toBe(one.cmp(other));
      expect(compareFigures(one, new Decimal(one.toFixed()))).toBe(0);
    }),
    { numRuns: 2000 },
  );
});

test("a text of digits is the decimal of the text", () => {
  const texts = fc.constantFrom("0", "007", "1234567", "12345678", "-12", "-1.5", "0.25", "123456.789");
  fc.assert(
    fc.property(texts, (text) => {
      expect(decimalOfDigits(text).toFixed()).toBe(new Decimal(text).toFixed());
    }),
  );
});
