// Dates, periods and frequencies as forms print them; each case worked by hand.

import { describe, expect, test } from "vitest";

import { dayText } from "./days.ts";
import { readTime } from "./read-time.ts";

const said = (text: string): string | undefined => {
  const time = readTime(text);
  if (time === undefined) return undefined;
  if (time.kind === "frequency") return `every ${time.days}`;
  const [first, last] = [dayText(time.first), dayText(time.last)];
  return time.kind === "period" ? `${first} to ${last}` : first === last ? last : `${first}…${last}`;
};

describe("a deadline lies between its first and last possible day", () => {
  test.each([
    ["2024年12月底前", "2024-12-31"],
    ["2024年12月底之前", "2024-12-31"],
    ["2024年11月30日前", "2024-11-30"],
    ["12月31日前", "12-31"],
    ["12月31号前完成", "12-31"],
    ["2025年底", "2025-12-31"],
    ["年底前", "12-31"],
    ["当年年末", "12-31"],
    ["年内", "01-01…12-31"],
    ["2024年度", "2024-01-01…2024-12-31"],
    ["2024年2月", "2024-02-01…2024-02-29"],
    ["2023年2月底", "2023-02-28"],
    ["2100年2月底", "2100-02-28"],
    ["2024.6.30", "2024-06-30"],
    ["2024-06", "2024-06-01…2024-06-30"],
    ["2024/6/15", "2024-06-15"],
    ["12月底前", "12-31"],
    ["6月上旬", "06-01…06-10"],
    ["6月下旬", "06-21…06-30"],
    ["第四季度", "10-01…12-31"],
    ["2024年第一季度", "2024-01-01…2024-03-31"],
    ["4季度末", "10-01…12-31"],
    ["上半年", "01-01…06-30"],
    ["2024年下半年完成", "2024-07-01…2024-12-31"],
    ["已于2024年11月完成", "2024-11-01…2024-11-30"],
  ])("%s is %s", (text, days) => expect(said(text)).toBe(days));
});

describe("a period goes from its first to its last day", () => {
  test.each([
    ["全年", "01-01 to 12-31"],
    ["2024年全年", "2024-01-01 to 2024-12-31"],
    ["1-12月", "01-01 to 12-31"],
    ["1月至6月", "01-01 to 06-30"],
    ["2024年1月-12月", "2024-01-01 to 2024-12-31"],
    ["2024年1月1日至2025年2月28日", "2024-01-01 to 2025-02-28"],
    ["2024.3-2024.12", "2024-03-01 to 2024-12-31"],
    ["2023-2025年", "2023-01-01 to 2025-12-31"],
  ])("%s is %s", (text, days) => expect(said(text)).toBe(days));
});

describe("a frequency says how often", () => {
  test.each([
    ["按月", "every 30"],
    ["每季度", "every 91"],
    ["按月发放", "every 30"],
    ["每半年", "every 182"],
    ["逐年", "every 365"],
  ])("%s is %s", (text, days) => expect(said(text)).toBe(days));
});

test.each([
  "及时",
  "12月前",
  "第四季度前",
  "2024年前",
  "2024年13月",
  "2024年2月30日",
  "100%",
  "",
  "3日",
  "2024",
  "3-5个",
  "3-5年",
  "按月足额发放",
])("%s names no day that is certain", (text) => expect(readTime(text)).toBeUndefined());
