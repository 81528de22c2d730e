// Dates as targets and results of timeliness print them: 2024年12月底前, 2024年底, 2024年度, 12月底.

import { halfWidthText } from "../../figures/normalize.ts";
import { comparatorOf } from "../indicator-value.ts";

const IN_WORDS =
  /^(?:(\d{4})年(?:度)?)?(?:(\d{1,2})月(?:份)?)?(?:(\d{1,2})日)?(底|末|内|终)?(之前|以前|前)?(?:完成)?$/u;
const IN_SIGNS = /^(\d{4})([-./])(\d{1,2})(?:\2(\d{1,2}))?$/u;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/**
 * The last day that a text names, as "2024-12-31", or "12-31" where it names no year; undefined for
 * anything else, and for "12月前", of which nobody can say whether December belongs to it.
 */
export function statedDate(raw: string): string | undefined {
  const plain = halfWidthText(raw).replace(/\s+/gu, "");
  const text = comparatorOf(plain) === null ? plain : plain.slice(1);
  const signs = IN_SIGNS.exec(text);
  if (signs !== null) return lastDay(signs[1], signs[3], signs[4]);
  const [, year, month, day, end, before] = IN_WORDS.exec(text) ?? [];
  if (year === undefined && month === undefined) return undefined;
  if (day !== undefined && month === undefined) return undefined;
  if (before !== undefined && end === undefined && day === undefined) return undefined;
  return lastDay(year, month, day);
}

function lastDay(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): string | undefined {
  const inYear = month === undefined ? 12 : Number(month);
  const length = daysIn(inYear, year === undefined ? undefined : Number(year));
  const inMonth = day === undefined ? length : Number(day);
  if (length === undefined || inMonth === undefined || inMonth < 1 || inMonth > length) return undefined;
  const parts = [inYear, inMonth].map((part) => String(part).padStart(2, "0"));
  return [...(year === undefined ? [] : [year]), ...parts].join("-");
}

function daysIn(month: number, year: number | undefined): number | undefined {
  const isLeap = year === undefined || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
  return month === 2 && isLeap ? 29 : DAYS[month - 1];
}
