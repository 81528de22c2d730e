// Days of the calendar as targets name them: with or without their year.

import type { Day } from "./statement.ts";

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** The number of days of a month; February has 29 where no year is known. */
export function daysIn(month: number, year: number | null): number | undefined {
  const isLeap = year === null || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
  return month === 2 && isLeap ? 29 : LENGTHS[month - 1];
}

/** A day that exists; undefined for 2月30日. */
export function dayOf(year: number | null, month: number, day: number): Day | undefined {
  const length = daysIn(month, year);
  return length === undefined || day < 1 || day > length ? undefined : { year, month, day };
}

/** Days from one day to a later one, negative to an earlier one; years that are missing count as one. */
export const daysBetween = (from: Day, to: Day): number => serial(to) - serial(from);

/** Whole months from one day's month to another's. */
export const monthsBetween = (from: Day, to: Day): number =>
  ((to.year ?? 0) - (from.year ?? 0)) * 12 + to.month - from.month;

/** "2024-12-31", or "12-31" without a year. */
export function dayText({ year, month, day }: Day): string {
  const parts = [month, day].map((part) => String(part).padStart(2, "0"));
  return [...(year === null ? [] : [String(year)]), ...parts].join("-");
}

/** Days since 1 March of year 0: with March first, the leap day stands last. */
function serial({ year, month, day }: Day): number {
  const shifted = (month + 9) % 12;
  // Any leap year stands for one that is not printed, so that 29 February exists.
  const counted = (year ?? 2000) - (month <= 2 ? 1 : 0);
  const leapDays = Math.floor(counted / 4) - Math.floor(counted / 100) + Math.floor(counted / 400);
  return counted * 365 + leapDays + Math.floor((shifted * 306 + 5) / 10) + day - 1;
}
