// Compares dates, periods and frequencies: only what both sides state, and never a guessed year.

import type { Comparison, Lateness } from "./comparison.ts";
import { notComparable } from "./comparison.ts";
import { daysBetween, dayText, monthsBetween } from "./days.ts";
import type { Day, Deadline, Frequency, Period } from "./statement.ts";

type Time = Deadline | Period | Frequency;

/** Compares the times of target and result. */
export function compareTimes(target: Time, result: Time): Comparison {
  if (target.kind === "frequency" || result.kind === "frequency") {
    if (target.kind !== "frequency" || result.kind !== "frequency")
      return notComparable("一方为频次，一方为日期", true);
    return compareFrequencies(target, result);
  }
  const [due, done] = withSharedYears(target, result);
  const doubts =
    due.last.year === null && (target.last.year ?? result.last.year) !== null ? [YEAR_MISSING] : [];
  if (target.kind === "period") return comparePeriods(due, done, { result, doubts });
  return compareDays(due, done, { result, doubts });
}

const YEAR_MISSING = "只有一方写明年份，仅比较月日";

function compareFrequencies(
  target: Extract<Time, { kind: "frequency" }>,
  result: Extract<Time, { kind: "frequency" }>,
): Comparison {
  const outcome = result.days > target.days ? "missed" : result.days < target.days ? "exceeded" : "reached";
  const matter = { kind: "frequency", target: target.words, actual: result.words, late: null } as const;
  return { outcome, matter, doubts: [] };
}

interface Span {
  readonly first: Day;
  readonly last: Day;
}

/** Both spans, without years where only one side prints them. */
function withSharedYears(target: Span, result: Span): readonly [Span, Span] {
  if (target.last.year !== null && result.last.year !== null) return [target, result];
  const yearless = ({ first, last }: Span): Span => ({
    first: { ...first, year: null },
    last: { ...last, year: null },
  });
  return [yearless(target), yearless(result)];
}

const spanText = ({ first, last }: Span): string => `${dayText(first)}至${dayText(last)}`;

/** A period is kept when the result covers it. */
function comparePeriods(
  due: Span,
  done: Span,
  { result, doubts }: { readonly result: Deadline | Period; readonly doubts: readonly string[] },
): Comparison {
  const covers = daysBetween(done.first, due.first) >= 0 && daysBetween(due.last, done.last) >= 0;
  const matter = { kind: "period", target: spanText(due), actual: spanText(done), late: null } as const;
  if (covers) return { outcome: "reached", matter, doubts };
  if (result.kind === "deadline") return notComparable("指标值为期间，完成值为日期", true);
  return { outcome: "missed", matter, doubts };
}

function compareDays(
  due: Span,
  done: Span,
  { result, doubts }: { readonly result: Deadline | Period; readonly doubts: readonly string[] },
): Comparison {
  const texts = { kind: "date", target: dayText(due.last), actual: dayText(done.last) } as const;
  if (daysBetween(done.last, due.last) >= 0)
    return { outcome: "reached", matter: { ...texts, late: null }, doubts };
  const isWhole = result.kind === "period";
  // "6月" beside "6月15日前": the day may lie on either side.
  if (!isWhole && daysBetween(due.last, done.first) <= 0)
    return notComparable(`完成时间不够具体，无法判断是否早于 ${dayText(due.last)}`, true);
  return { outcome: "missed", matter: { ...texts, late: lateness(due, done, result) }, doubts };
}

/** In days where the result names its day: the target's last day is always known. */
function lateness(due: Span, done: Span, result: Deadline | Period): Lateness {
  if (result.kind === "period" || result.precision === "day")
    return { days: daysBetween(due.last, done.last) };
  const months = monthsBetween(due.last, done.last);
  return months > 0 ? { months } : null;
}
