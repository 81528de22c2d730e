import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { formatMillionths, isNonZero, moneyOf } from "./figure.ts";
import { parseFigure, proposeNumber } from "./parse-figure.ts";
import { WAN_YUAN, YUAN } from "./unit.ts";

const read = (text: string): ReturnType<typeof parseFigure> => parseFigure(text, WAN_YUAN, { line: 1 });

describe("reading a cell as a figure", () => {
  test.each([
    ["1236.03", "1236.03"],
    ["1,236.03", "1236.03"],
    ["１，２３６．０３", "1236.03"],
    ["4183. 78", "4183.78"],
    ["0. 60", "0.60"],
    ["1 236.03", "1236.03"],
    ["-12.30", "-12.30"],
    ["－12.30", "-12.30"],
    ["(12.30)", "-12.30"],
    ["（12.30）", "-12.30"],
    ["0.00", "0.00"],
    ["12.5 万元", "12.5"],
  ])("%s is read as %s", (text, value) => {
    const result = read(text);
    expect(result.kind === "figure" ? result.value : result.kind).toBe(value);
  });

  test.each(["", "  ", "——", "—", "-", "/", "一", "无", "元"])("%j is blank, which is not zero", (text) => {
    expect(read(text).kind).toBe("blank");
  });

  test.each(["2.381.35", "1,23.45", "12 34", "O.6O", "1236..03", "合计", "1e5", "0x10"])(
    "%s stays unreadable and never becomes 0",
    (text) => {
      const result = read(text);
      expect(result.kind).toBe("unreadable");
      expect(result.raw).toBe(text);
    },
  );

  test("a garbled figure carries a proposal that takes no part in arithmetic", () => {
    expect(read("2.381.35")).toMatchObject({ kind: "unreadable", proposal: "2381.35" });
    expect(proposeNumber("1O.6O")).toBe("10.60");
  });

  test("a unit printed in the cell wins over the column's", () => {
    expect(parseFigure("5元", WAN_YUAN, {})).toMatchObject({ unit: { name: "元" } });
    expect(parseFigure("5", YUAN, {})).toMatchObject({ unit: { name: "元" } });
  });

  test("money is whole 分, rounded half away from zero", () => {
    const result = read("0.0000005");
    expect(result.kind === "figure" ? moneyOf(result)?.fen : undefined).toBe(1n);
  });

  test("zero is a figure but not a non-zero one", () => {
    expect(isNonZero(read("0.00"))).toBe(false);
    expect(read("0.00").kind).toBe("figure");
  });

  test("what is formatted is read back", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }),
        fc.integer({ min: 0, max: 6 }),
        (fen, decimals) => {
          const text = formatMillionths(fen * 10_000n, decimals, WAN_YUAN);
          const result = read(text);
          expect(
            result.kind === "figure" ? formatMillionths(result.millionths, decimals, WAN_YUAN) : result.kind,
          ).toBe(text);
        },
      ),
    );
  });

  test("any text at all is read without an exception, and never as an invented zero", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
        const result = read(text);
        const isZero = result.kind === "figure" && result.millionths === 0n;
        expect(isZero && !/[0０]/u.test(text)).toBe(false);
      }),
    );
  });
});
