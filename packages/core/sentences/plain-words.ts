// The plain form of words, in which templates and printed prose are compared: no punctuation, no filler words,
// one character for all words of direction, one for this year, one for the year before.

import { comparable } from "../figures/normalize.ts";
import { remembered } from "../figures/remembered.ts";

/** Stands for 增加, 减少, 增长, 下降 …: which of them is read separately. */
export const DIRECTION = "\uE000";
/** Stands for the report's year. */
export const THIS_YEAR = "\uE001";
/** Stands for the year before (上年, 2023年). */
export const YEAR_BEFORE = "\uE002";
/** Stands for the name of the row of an `each`. */
export const ROW = "\uE003";
/** Stands for the name of the row before, where it ends the words of its iteration. */
export const ROW_BEFORE = "\uE004";
/** A mark between clauses. */
export const CLAUSE = "|";
/** A mark between sentences. */
export const SENTENCE = "‖";

/** Words of direction and their sign. */
export const DIRECTION_WORDS: ReadonlyMap<string, 1 | -1> = new Map([
  ...["增加", "增长", "上升", "提高", "上涨", "增多", "升高", "多支出", "增幅"].map(
    (word) => [word, 1] as const,
  ),
  ...["减少", "下降", "降低", "下滑", "缩减", "减低", "少支出", "压减", "降幅"].map(
    (word) => [word, -1] as const,
  ),
]);

/** Words of sameness (持平). */
export const SAME_WORDS = [
  "持平",
  "无变化",
  "没有变化",
  "相同",
  "一致",
  "不变",
  "无增减变化",
  "无增减",
] as const;

/** Words that compare the final with a budget. */
export const COMPARE_WORDS = ["大于", "小于", "等于", "高于", "低于", "多于", "少于", "超过"] as const;

/** Pairs of wordings that mean the same here; the longest is replaced first. */
const SYNONYMS: readonly (readonly [string, string])[] = (
  [
    ["决算支出数", "支出决算"],
    ["支出决算数", "支出决算"],
    ["决算支出", "支出决算"],
    ["决算数", "决算"],
    ["预算数", "预算"],
    ["占比例", "占"],
    ["所占比例", "占"],
    ["所占比重", "占"],
    ["比重", "占"],
    ["占比", "占"],
    ["与上一年度相比", `比${YEAR_BEFORE}`],
    ["相比较", ""],
    ["相比", ""],
    ["与", "比"],
    ["同比", `比${YEAR_BEFORE}`],
    ["比较", "比"],
    ["对比", "比"],
    ["较", "比"],
    ["同", "比"],
    ["上一年度", YEAR_BEFORE],
    ["上一年", YEAR_BEFORE],
    ["上年度", YEAR_BEFORE],
    ["上年同期", YEAR_BEFORE],
    ["上年", YEAR_BEFORE],
    ["去年", YEAR_BEFORE],
    ["本年度", THIS_YEAR],
    ["本年", THIS_YEAR],
    ["当年", THIS_YEAR],
    ["今年", THIS_YEAR],
    ["境外", "境"],
    ["用车辆", "用车"],
    ["本部门", ""],
    ["本单位", ""],
    ["我部门", ""],
    ["我单位", ""],
    ["部门单位", ""],
    ["合同金额", "合同金额"],
    ["经费支出", "经费"],
    ["费用支出", "费"],
    ["费用", "费"],
    ["费支出", "费"],
  ] as const
).toSorted((a, b) => b[0].length - a[0].length);

const ALTERNATION = new RegExp(
  [...SYNONYMS.map(([from]) => from), ...DIRECTION_WORDS.keys()]
    .toSorted((a, b) => b.length - a.length)
    .join("|"),
  "gu",
);
const REPLACEMENTS: ReadonlyMap<string, string> = new Map([
  ...SYNONYMS,
  ...[...DIRECTION_WORDS.keys()].map((word) => [word, DIRECTION] as const),
]);
const DIRECTIONS = new RegExp(`${DIRECTION}+`, "gu");
const FILLERS = /[为是的了共约达额计数]/gu;
const PUNCTUATION = /[^\p{Script=Han}\p{Letter}\d\uE000-\uE00F|‖]/gu;

/** The plain form of words; years are told apart by the report's year, if it is known. */
export function plainWords(text: string, reportYear: number | null = null): string {
  // Only words with a year depend on the report's.
  return YEAR.test(text) ? madePlain(text, reportYear) : yearless(text);
}

const YEAR = /\p{Nd}/u;
const yearless = remembered((text) => madePlain(text, null));

function madePlain(text: string, reportYear: number | null): string {
  return comparable(text)
    .replace(/(\d{4})(?:年度|年)/gu, (_, digits: string) => yearSign(Number(digits), reportYear))
    .replace(/[。!?]/gu, SENTENCE)
    .replace(/[,;:、]/gu, CLAUSE)
    .replace(PUNCTUATION, "")
    .replace(ALTERNATION, (word) => REPLACEMENTS.get(word) ?? word)
    .replace(DIRECTIONS, DIRECTION)
    .replace(FILLERS, "");
}

function yearSign(printed: number, reportYear: number | null): string {
  return reportYear !== null && printed < reportYear ? YEAR_BEFORE : THIS_YEAR;
}
