// Dates, periods and frequencies as forms print them: 2024年12月底前, 12月31日前, 第四季度, 上半年, 全年,
// 1-12月, 按月. What does not say which day is meant stays words ("12月前": with December or without?).

import { parseChineseNumber } from "../../figures/chinese-number.ts";
import { dayOf, daysIn } from "./days.ts";
import type { Day, Deadline, Frequency, Period } from "./statement.ts";

const YEAR = "(?:(\\d{4})年(?:度)?)?";
const DONE = "(?:(?:全部|全面)?(?:完成|完工|竣工|交付|支付|拨付|发放|缴纳|验收)(?:完毕|到位)?)?";
const BEFORE = "(之前|以前|前)?";
const END = "(底|末|内|终)?";
const BY_DAY = new RegExp(
  `^${YEAR}(?:(\\d{1,2})月(?:份)?)?(?:(\\d{1,2})[日号])?${END}(上旬|中旬|下旬)?${BEFORE}${DONE}$`,
  "u",
);
const BY_QUARTER = new RegExp(`^${YEAR}第?([一二三四1-4])季度?${END}${BEFORE}${DONE}$`, "u");
const BY_HALF = new RegExp(`^${YEAR}([上下])半年${END}${BEFORE}${DONE}$`, "u");
const BY_YEAR_END = new RegExp(`^(?:[当本]年[年度]?|年度?)(?:底|末|内|终)${BEFORE}${DONE}$`, "u");
const WHOLE_YEAR = new RegExp(`^${YEAR}全年(?:度)?内?${DONE}$`, "u");
const IN_SIGNS = /^(\d{4})([-./])(\d{1,2})(?:\2(\d{1,2}))?(?:[底前]{1,2})?$/u;
const TO = "(?:-|~|—|–|―|至|到)";
const FROM_TO = new RegExp(
  `^(?:(\\d{4})年)?(\\d{1,2})月?(?:份)?(?:(\\d{1,2})[日号])?${TO}(?:(\\d{4})年)?(\\d{1,2})月(?:份)?(?:(\\d{1,2})[日号]|底|末)?$`,
  "u",
);
const FROM_TO_SIGNS = new RegExp(
  `^(\\d{4})\\.(\\d{1,2})(?:\\.(\\d{1,2}))?${TO}(\\d{4})\\.(\\d{1,2})(?:\\.(\\d{1,2}))?$`,
  "u",
);
const FROM_TO_YEARS = new RegExp(`^(\\d{4})年?${TO}(\\d{4})年(?:度)?$`, "u");
const OFTEN = new RegExp(`^(?:按|逐|每|分)个?(日|天|周|月|季度|季|半年|年|年度)${DONE}$`, "u");
const LEAD = /^(?:已于|于|在|截至|截止到|截止|至)(?=\d)/u;
const STEPS: Readonly<Record<string, number>> = {
  日: 1,
  天: 1,
  周: 7,
  月: 30,
  季: 91,
  季度: 91,
  半年: 182,
  年: 365,
  年度: 365,
};
const LONGEST = 40;
/** All but dates in signs (2024.12.31) name the unit of their time. */
const TIME_WORD = /[年月季日天周]/u;
const YEAR_IN_SIGNS = /^\d{4}[-./]/u;
const STARTS_OFTEN = /^[按逐每分]/u;

/** The date, period or frequency that a text without its comparator names. */
export function readTime(printed: string): Deadline | Period | Frequency | undefined {
  if (printed.length > LONGEST) return undefined;
  const text = printed.replace(LEAD, "");
  if (!TIME_WORD.test(text)) return YEAR_IN_SIGNS.test(text) ? (inSigns(text) ?? period(text)) : undefined;
  return (
    inSigns(text) ??
    byDay(text) ??
    byQuarter(text) ??
    byHalf(text) ??
    byYearEnd(text) ??
    period(text) ??
    (STARTS_OFTEN.test(text) ? often(text) : undefined)
  );
}

const numeric = (text: string | undefined): number | null => (text === undefined ? null : Number(text));

function deadline(
  first: Day | undefined,
  last: Day | undefined,
  precision: Deadline["precision"],
): Deadline | undefined {
  return first === undefined || last === undefined ? undefined : { kind: "deadline", first, last, precision };
}

function monthEnd(year: number | null, month: number): Day | undefined {
  const length = daysIn(month, year);
  return length === undefined ? undefined : { year, month, day: length };
}

function inSigns(text: string): Deadline | undefined {
  if (!YEAR_IN_SIGNS.test(text)) return undefined;
  const [, year, , month, day] = IN_SIGNS.exec(text) ?? [];
  if (year === undefined || month === undefined) return undefined;
  return inMonth(Number(year), Number(month), numeric(day));
}

function inMonth(year: number | null, month: number, day: number | null): Deadline | undefined {
  if (day === null) return deadline(dayOf(year, month, 1), monthEnd(year, month), "month");
  const on = dayOf(year, month, day);
  return deadline(on, on, "day");
}

const TENTHS: Readonly<Record<string, readonly [number, number]>> = { 上旬: [1, 10], 中旬: [11, 20] };

function byDay(text: string): Deadline | undefined {
  const [, year, month, day, end, tenth, before] = BY_DAY.exec(text) ?? [];
  if (year === undefined && month === undefined) return undefined;
  if (day !== undefined && (month === undefined || tenth !== undefined)) return undefined;
  // "12月前": nobody can say whether December belongs to it.
  if (before !== undefined && end === undefined && day === undefined) return undefined;
  const inYear = numeric(year);
  if (tenth !== undefined) return month === undefined ? undefined : byTenth(inYear, Number(month), tenth);
  if (end === "底" || end === "末" || end === "终") {
    const last = day === undefined ? monthEnd(inYear, Number(month ?? 12)) : undefined;
    return deadline(last, last, "month");
  }
  if (month === undefined) return deadline(dayOf(inYear, 1, 1), dayOf(inYear, 12, 31), "month");
  return inMonth(inYear, Number(month), numeric(day));
}

function byTenth(year: number | null, month: number, tenth: string): Deadline | undefined {
  const [from, to] = TENTHS[tenth] ?? [21, daysIn(month, year) ?? 0];
  return deadline(dayOf(year, month, from), dayOf(year, month, to), "day");
}

function byQuarter(text: string): Deadline | undefined {
  if (!text.includes("季")) return undefined;
  const [, year, printed, end, before] = BY_QUARTER.exec(text) ?? [];
  if (printed === undefined || (before !== undefined && end === undefined)) return undefined;
  const quarter = parseChineseNumber(printed) ?? Number(printed);
  return months(numeric(year), quarter * 3 - 2, quarter * 3);
}

function byHalf(text: string): Deadline | undefined {
  if (!text.includes("半")) return undefined;
  const [, year, half, end, before] = BY_HALF.exec(text) ?? [];
  if (half === undefined || (before !== undefined && end === undefined)) return undefined;
  return half === "上" ? months(numeric(year), 1, 6) : months(numeric(year), 7, 12);
}

function months(year: number | null, first: number, last: number): Deadline | undefined {
  return deadline(dayOf(year, first, 1), monthEnd(year, last), "month");
}

function byYearEnd(text: string): Deadline | undefined {
  if (!BY_YEAR_END.test(text)) return undefined;
  const last = dayOf(null, 12, 31);
  return deadline(text.includes("内") ? dayOf(null, 1, 1) : last, last, "month");
}

function period(text: string): Period | undefined {
  const whole = WHOLE_YEAR.exec(text);
  if (whole !== null) return between(dayOf(numeric(whole[1]), 1, 1), dayOf(numeric(whole[1]), 12, 31));
  const [, fromYear, toYear] = FROM_TO_YEARS.exec(text) ?? [];
  if (fromYear !== undefined) return between(dayOf(Number(fromYear), 1, 1), dayOf(Number(toYear), 12, 31));
  const match = FROM_TO.exec(text) ?? FROM_TO_SIGNS.exec(text);
  if (match === null) return undefined;
  const [year, month, day, lastYear, lastMonth, lastDay] = match.slice(1).map(numeric);
  const until = lastYear ?? year ?? null;
  return between(
    dayOf(year ?? null, month ?? 0, day ?? 1),
    lastDay == null ? monthEnd(until, lastMonth ?? 0) : dayOf(until, lastMonth ?? 0, lastDay),
  );
}

function between(first: Day | undefined, last: Day | undefined): Period | undefined {
  return first === undefined || last === undefined ? undefined : { kind: "period", first, last };
}

function often(text: string): Frequency | undefined {
  const step = OFTEN.exec(text)?.[1];
  const days = step === undefined ? undefined : STEPS[step];
  return days === undefined ? undefined : { kind: "frequency", words: text, days };
}
