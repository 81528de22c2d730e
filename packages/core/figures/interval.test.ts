import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { StatedFigure } from "./figure.ts";
import { formatMillionths, statedFigure } from "./figure.ts";
import { add, compareIntervals, comparePercent, divide, intervalOf, ZERO } from "./interval.ts";
import { countUnit, PERCENT, WAN_YUAN, YUAN } from "./unit.ts";

const wan = (value: string): StatedFigure => figure(value, WAN_YUAN);
const percent = (value: string): StatedFigure => figure(value, PERCENT);

function figure(value: string, unit: StatedFigure["unit"]): StatedFigure {
  const made = statedFigure(value, unit, {});
  if (made === undefined) throw new Error(`no figure: ${value}`);
  return made;
}

const sumOf = (...values: readonly string[]): ReturnType<typeof intervalOf> =>
  values.reduce((sum, value) => add(sum, intervalOf(wan(value))), ZERO);

const printed = (yuan: bigint): string => formatMillionths(yuan * 1_000_000n, 2, WAN_YUAN);

function share(part: string, whole: string): NonNullable<ReturnType<typeof divide>> {
  const ratio = divide(intervalOf(wan(part)), intervalOf(wan(whole)));
  if (ratio === undefined) throw new Error("no ratio");
  return ratio;
}

describe("comparing printed figures", () => {
  test("equal figures hold", () => {
    expect(compareIntervals(intervalOf(wan("1236.03")), sumOf("204.64", "1031.39")).verdict).toBe("holds");
  });

  test("a gap of a last digit between two figures is explained by rounding", () => {
    expect(compareIntervals(intervalOf(wan("2381.36")), intervalOf(wan("2381.35"))).verdict).toBe("rounding");
  });

  test("a gap of two last digits between two figures is impossible", () => {
    const result = compareIntervals(intervalOf(wan("2381.37")), intervalOf(wan("2381.35")));
    expect(result.verdict).toBe("impossible");
    expect(formatMillionths(result.gap, 2, WAN_YUAN)).toBe("0.02");
    expect(formatMillionths(result.envelope, 3, WAN_YUAN)).toBe("0.010");
  });

  test("a count without decimals is exact", () => {
    const two = intervalOf(figure("2", countUnit("辆")));
    expect(compareIntervals(two, intervalOf(figure("3", countUnit("辆")))).verdict).toBe("impossible");
    expect(two.low).toBe(two.high);
  });

  test("figures of different units compare by their value", () => {
    expect(compareIntervals(intervalOf(figure("80000", YUAN)), intervalOf(wan("8.00"))).verdict).toBe(
      "holds",
    );
  });

  test("a sum of correctly rounded parts is never impossible", () => {
    fc.assert(
      fc.property(
        fc.array(fc.bigInt({ min: 0n, max: 10n ** 11n }), { minLength: 1, maxLength: 30 }),
        (parts) => {
          const total = parts.reduce((sum, part) => sum + part, 0n);
          const sum = parts.reduce((all, part) => add(all, intervalOf(wan(printed(part)))), ZERO);
          expect(compareIntervals(intervalOf(wan(printed(total))), sum).verdict).not.toBe("impossible");
        },
      ),
    );
  });
});

describe("judging a printed percentage", () => {
  test("a share that follows from its figures holds", () => {
    expect(comparePercent(percent("16.56"), share("204.64", "1236.03")).verdict).toBe("holds");
  });

  test("a percentage of a small base is explained by the base's rounding", () => {
    expect(comparePercent(percent("2538.89"), share("36.56", "1.44")).verdict).toBe("holds");
    expect(comparePercent(percent("2540.00"), share("36.56", "1.44")).verdict).toBe("rounding");
  });

  test("a transposed percentage is impossible and says what is due", () => {
    const result = comparePercent(percent("15.66"), share("204.64", "1236.03"));
    expect(result.verdict).toBe("impossible");
    expect(result.expected.toFixed()).toBe("16.56");
    expect(result.gap.toFixed()).toBe("-0.9");
  });

  test("fewer printed decimals widen what is possible", () => {
    expect(comparePercent(percent("6.1"), share("0.33", "5.41")).verdict).toBe("holds");
  });

  test("there is no ratio to a whole that may be zero", () => {
    expect(divide(intervalOf(wan("7.57")), intervalOf(wan("0.00")))).toBeUndefined();
  });
});
