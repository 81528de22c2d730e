import { expect, test } from "vitest";

import { exactText } from "./decimal-text.ts";
import { builtInFormat, formatNumber, formatText, numberFormat } from "./number-format.ts";

const ACCOUNTING = '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ';

test.each<[number, string, string]>([
  [12.345678, "0.00", "12.35"],
  [1.005, "0.00", "1.01"],
  [-1.005, "0.00", "-1.01"],
  [0.285, "0%", "29%"],
  [1234567.891, "#,##0.00", "1,234,567.89"],
  [999.999, "#,##0.00", "1,000.00"],
  [1e15, "0", "1000000000000000"],
  [0.98, "0.00%", "98.00%"],
  [0.5, "#.00", ".50"],
  [5, "0.##", "5"],
  [7, "000", "007"],
  [1, '"第"0"名"', "第1名"],
  [12.5, '#,##0.00"万元"', "12.50万元"],
  [123456.7, '0!.0,"万"', "12.3万"],
  [12345678, '0.00,,"百万"', "12.35百万"],
  [1234, "[$¥-804]#,##0.00", "¥1,234.00"],
  [12345.6789, "0.00E+00", "1.23E+04"],
  [0.5, "# ?/?", "0.5"],
])("the number %d in the format %s shows %s", (value, code, shown) => {
  expect(formatNumber(value, numberFormat(code))).toBe(shown);
});

test.each<[number, string, string]>([
  [-12.5, "0.00_);[Red]\\(0.00\\)", "(12.50)"],
  [0, "0.00;-0.00;", ""],
  [3, ";;;", ""],
  [12, ACCOUNTING, "12.00"],
  [-12, ACCOUNTING, "-12.00"],
  [0, ACCOUNTING, "-"],
  [150, '[>=100]"高";[<0]"负";"低"', "高"],
  [5, '[>=100]"高";[<0]"负";"低"', "低"],
])("the section for %d of %s shows %j", (value, code, shown) => {
  expect(formatNumber(value, numberFormat(code))).toBe(shown);
});

test.each<[number, string, string]>([
  [45657, 'yyyy"年"m"月"d"日"', "2024年12月31日"],
  [45657, '[DBNum1][$-804]yyyy"年"m"月"d"日"', "二〇二四年十二月三十一日"],
  [45657.5, "yyyy-mm-dd hh:mm:ss", "2024-12-31 12:00:00"],
  [45657.75, "h:mm AM/PM", "6:00 PM"],
  [45657.75, "上午/下午h:mm", "下午6:00"],
  [1.5, "[h]:mm", "36:00"],
  [1, "yyyy-m-d", "1900-1-1"],
  [60, "yyyy-m-d", "1900-2-29"],
  [61, "yyyy-m-d", "1900-3-1"],
  [45657, "aaaa", "星期二"],
  [-1, "yyyy-m-d", "-1"],
])("the day %d in the format %s shows %s", (value, code, shown) => {
  expect(formatNumber(value, numberFormat(code))).toBe(shown);
});

test.each<[number, string]>([
  [1236.0299999999997, "1236.03"],
  [0.1 + 0.2, "0.3"],
  [1 / 3, "0.333333333"],
  [123456789012, "123456789012"],
  [0.00001, "0.00001"],
  [-5, "-5"],
])("the number %d without a format shows %s", (value, shown) => {
  expect(formatNumber(value, numberFormat("General"))).toBe(shown);
});

test("the 1904 system begins four years later", () => {
  expect(formatNumber(44195, numberFormat("yyyy/m/d"), true)).toBe("2024/12/31");
});

test("numbers are said in Chinese where the format says so", () => {
  expect(formatNumber(100205, numberFormat("[DBNum1]General"))).toBe("十万零二百零五");
  expect(formatNumber(12, numberFormat("[DBNum2]General"))).toBe("壹拾贰");
});

test("texts change only by a section with @", () => {
  expect(formatText("甲", numberFormat('@"单位"'))).toBe("甲单位");
  expect(formatText("甲", numberFormat("0.00"))).toBe("甲");
});

test("formats known by number are those of a Chinese installation", () => {
  expect(formatNumber(45657, numberFormat(builtInFormat(31)))).toBe("2024年12月31日");
  expect(formatNumber(45657, numberFormat(builtInFormat(14)))).toBe("2024/12/31");
  expect(formatNumber(0, numberFormat(builtInFormat(43)))).toBe("-");
  expect(builtInFormat(163)).toBe("General");
});

test("exact strings are plain decimals of fifteen digits", () => {
  expect([1236.0299999999997, 1e-7, -12.5, 1e20, 0, -0, NaN].map(exactText)).toEqual([
    "1236.03",
    "0.0000001",
    "-12.5",
    "100000000000000000000",
    "0",
    "0",
    undefined,
  ]);
});

test("strange formats never fail", () => {
  for (const code of [
    "",
    ";",
    '"',
    "\\",
    "[",
    "[>",
    "_",
    "*",
    "!",
    "@@@",
    "0".repeat(2_000),
    "e+",
    "%%%",
    ",,,",
    ".",
  ]) {
    for (const value of [0, -1.5, 1e300, -1e-300, 45657]) {
      expect(formatNumber(value, numberFormat(code))).toBeTypeOf("string");
    }
  }
});
