// Dates as people write them in a ledger, and whether an entry is late.

import { isOpen } from "./entry-states.ts";
import type { LedgerEntry } from "./ledger.ts";

const DATE = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/u;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The ISO date of a date as written; undefined for what is none. */
export function parseDate(text: string): string | undefined {
  const match = DATE.exec(text.trim());
  if (match === null) return undefined;
  const [year, month, day] = match.slice(1).map(Number);
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0;
  if (day < 1 || day > (DAYS[month - 1] ?? 0) + leap) return undefined;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** Lateness (是否逾期): late by how many days, in time, without a date that can be read, or finished. */
export type Lateness =
  | { readonly kind: "late"; readonly days: number }
  | { readonly kind: "in-time" | "no-date" | "unreadable-date" | "finished" };

/** Whether an entry is late on a day; the day it is due is not late. What is done waits for others. */
export function latenessOf(
  { state, fields }: Pick<LedgerEntry, "state" | "fields">,
  today: string,
): Lateness {
  if (!isOpen(state) || state === "done") return { kind: "finished" };
  if (fields.dueDate.trim() === "") return { kind: "no-date" };
  const due = parseDate(fields.dueDate);
  if (due === undefined) return { kind: "unreadable-date" };
  const days = dayNumber(today) - dayNumber(due);
  return days > 0 ? { kind: "late", days } : { kind: "in-time" };
}

/** Days since a fixed day, by the calendar alone. */
function dayNumber(iso: string): number {
  const [year = 0, month = 1, day = 1] = iso.split("-").map(Number);
  const shifted = month <= 2 ? year - 1 : year;
  const monthFromMarch = (month + 9) % 12;
  const leaps = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400);
  return 365 * shifted + leaps + Math.floor((153 * monthFromMarch + 2) / 5) + day;
}
