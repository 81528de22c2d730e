// Serial numbers of days as dates and times, as a format's date tokens write them.

import { numeralDigits, numeralWords } from "./chinese-numerals.ts";
import type { FormatSection, FormatToken } from "./format-tokens.ts";

const SECONDS_PER_DAY = 86_400;
const LAST_SERIAL = 2_958_466;
/** Days from 1900-01-00 to 1904-01-01, the other system's first day. */
const DAYS_TO_1904 = 1_462;
/** 1900-02-29, which never was, is day 60 of the 1900 system. */
const DAY_THAT_NEVER_WAS = 60;
const WEEKDAYS = [..."日一二三四五六"];
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

interface Moment {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
  /** Seconds since midnight. */
  readonly seconds: number;
  /** Seconds since day 0, for elapsed hours. */
  readonly elapsed: number;
}

/** Formats a serial by a section with date tokens; undefined where it is no date. */
export function formatDate(serial: number, section: FormatSection, is1904: boolean): string | undefined {
  const moment = momentOf(is1904 ? serial + DAYS_TO_1904 : serial);
  if (moment === undefined) return undefined;
  const { tokens, numerals } = section;
  const isHalfDay = tokens.some(({ kind, text }) => kind === "date" && /^(?:a\/?p|上午|am)/iu.test(text));
  return tokens
    .map((token, index) => {
      if (token.kind !== "date") return token.kind === "text" ? "" : token.text;
      const written = writtenPart(token.text, { moment, isHalfDay, isMinutes: isMinutes(tokens, index) });
      return numerals === undefined ? written : inNumerals(written, token.text, numerals);
    })
    .join("")
    .trim();
}

function momentOf(serial: number): Moment | undefined {
  if (!(serial >= 0 && serial < LAST_SERIAL)) return undefined;
  const elapsed = Math.round(serial * SECONDS_PER_DAY);
  const dayNumber = Math.floor(elapsed / SECONDS_PER_DAY);
  const seconds = elapsed - dayNumber * SECONDS_PER_DAY;
  if (dayNumber === DAY_THAT_NEVER_WAS) {
    return { year: 1900, month: 2, day: 29, weekday: 3, seconds, elapsed };
  }
  const offset = dayNumber < DAY_THAT_NEVER_WAS ? 1 : 0;
  const date = new Date(Date.UTC(1899, 11, 30 + dayNumber + offset));
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
    seconds,
    elapsed,
  };
}

/** Half-day marks stand between hours and minutes and mean neither. */
const isPartOfTime = ({ kind, text }: FormatToken): boolean => kind === "date" && !text.includes("/");

/** "m" means minutes after hours or before seconds. */
function isMinutes(tokens: readonly FormatToken[], at: number): boolean {
  const before = tokens.slice(0, at).findLast(isPartOfTime);
  const after = tokens.slice(at + 1).find(isPartOfTime);
  return /^\[?h/iu.test(before?.text ?? "") || /^\[?s/iu.test(after?.text ?? "");
}

interface PartContext {
  readonly moment: Moment;
  readonly isHalfDay: boolean;
  readonly isMinutes: boolean;
}

function writtenPart(written: string, { moment, isHalfDay, isMinutes }: PartContext): string {
  const token = written.toLowerCase();
  const hours = Math.floor(moment.seconds / 3600);
  const two = (value: number): string => String(value).padStart(token.length >= 2 ? 2 : 1, "0");
  if (token.startsWith("[")) return elapsedPart(token, moment.elapsed);
  if (token.startsWith("上午")) return hours < 12 ? "上午" : "下午";
  if (token === "am/pm") return hours < 12 ? "AM" : "PM";
  if (token === "a/p") return hours < 12 ? "A" : "P";
  if (token.startsWith("a")) return `${token.length === 4 ? "星期" : ""}${WEEKDAYS[moment.weekday] ?? ""}`;
  if (token.startsWith("e")) return String(moment.year);
  if (token.startsWith("y")) return token.length <= 2 ? String(moment.year).slice(-2) : String(moment.year);
  if (token.startsWith("d")) {
    return token.length <= 2 ? two(moment.day) : `星期${WEEKDAYS[moment.weekday] ?? ""}`;
  }
  if (token.startsWith("h")) return two(isHalfDay ? hours % 12 || 12 : hours);
  if (token.startsWith("s")) return two(moment.seconds % 60);
  if (isMinutes) return two(Math.floor(moment.seconds / 60) % 60);
  const month = MONTHS[moment.month - 1] ?? "";
  if (token.length <= 2) return two(moment.month);
  if (token.length === 3) return month.slice(0, 3);
  return token.length === 4 ? month : month.slice(0, 1);
}

function elapsedPart(token: string, elapsed: number): string {
  const seconds = token.startsWith("[h") ? 3600 : token.startsWith("[m") ? 60 : 1;
  return String(Math.floor(elapsed / seconds)).padStart(token.length - 2, "0");
}

function inNumerals(written: string, token: string, numerals: number): string {
  return /^[ye]/iu.test(token) || !/^\d+$/u.test(written)
    ? numeralDigits(written, numerals)
    : numeralWords(written, numerals);
}
