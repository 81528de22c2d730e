// Figures as forms write them in words: 不超过10%, 100元以内, 约50人, 增长≥5%, 3-5个, 100±5元, 万分之一,
// 两次. 以上, 以下 and 以内 contain the figure itself, 超过 and 不满 do not (民法典第一千二百五十九条).

import { Decimal } from "decimal.js";

import { parseChineseNumber } from "../../figures/chinese-number.ts";
import { parseNumber } from "../../figures/parse-figure.ts";
import { findUnit } from "../../figures/unit.ts";
import { decimalOfDigits } from "../../figures/whole-number.ts";
import { comparatorOf, isUnit } from "../indicator-value.ts";
import type { Comparator } from "../project-evaluation.ts";
import type { Measure } from "./measure.ts";
import { measureOf } from "./measure.ts";
import type { Change, Quantity, ValueRange } from "./statement.ts";

/** Sense: what the words around a figure say of it. */
interface Sense {
  readonly comparator: Comparator | null;
  readonly change: Change | null;
  readonly approximate: boolean;
}

type Word = readonly [word: string, sense: Partial<Sense>];

/** Longest words first, by the character at which a text is looked up. */
const byEdge = (words: readonly Word[], edge: 0 | -1): ReadonlyMap<string, readonly Word[]> =>
  Map.groupBy(
    words.toSorted(([a], [b]) => b.length - a.length),
    ([word]) => word.at(edge) ?? "",
  );
const saying = (words: string, sense: Partial<Sense>): readonly Word[] =>
  words.split(" ").map((word) => [word, sense] as const);

const PREFIXES = byEdge(
  [
    ...saying("不超过 不超出 不高于 不多于 不大于 至多 最多 小于等于 小于或等于 控制在", { comparator: "≤" }),
    ...saying("不少于 不低于 不小于 至少 最少 大于等于 大于或等于", { comparator: "≥" }),
    ...saying("低于 少于 小于 不足 不满", { comparator: "<" }),
    ...saying("高于 多于 大于 超过 超出", { comparator: ">" }),
    ...saying("等于", { comparator: "=" }),
    ...saying("约 大约 大概 近 将近", { approximate: true }),
    ...saying("增长 增长率 提高 提升 上升 增加", { change: "increase" }),
    ...saying("降低 降低率 下降 下降率 减少 压减 压减率 缩减 压缩 节约 节约率", { change: "decrease" }),
    ...saying("同比 较上年 比上年 较上年同期 年均 平均 达到 达 完成 实现 已完成 共 共计 合计", {}),
  ],
  0,
);
const SUFFIXES = byEdge(
  [
    ...saying("以上 及以上 或以上 (含)以上 以上(含)", { comparator: "≥" }),
    ...saying("以下 及以下 或以下 (含)以下 以下(含) 以内 (含)以内 以内(含) 之内 内", { comparator: "≤" }),
    ...saying("左右 上下", { approximate: true }),
    ...saying("(含) 。", {}),
  ],
  -1,
);
const MOST_WORDS = 5;
const PLAIN: Sense = { comparator: null, change: null, approximate: false };
const ARABIC = "[-−]?\\d[\\d,]*(?:\\.\\d+)?";
const NUMBER = new RegExp(`^(${ARABIC})(余|多)?(.*)$`, "u");
const RANGE = new RegExp(
  `^(${ARABIC})([^\\d\\-~—–至到±]{0,12})(?:-|~|—|–|至|到)(\\d[\\d,]*(?:\\.\\d+)?)([^\\d]{0,12})$`,
  "u",
);
/** A mark of a range after a digit or its unit; most figures have none. */
const IN_RANGE = /[-~—–至到]/u;
const AROUND = new RegExp(`^(${ARABIC})([^\\d±]{0,12})±(\\d+(?:\\.\\d+)?)([^\\d±]{0,12})$`, "u");
const CHINESE = "[零〇一二两三四五六七八九十百千万]+";
const SHARE = new RegExp(`^(${CHINESE}|\\d+)分之(${CHINESE}|\\d+(?:\\.\\d+)?)$`, "u");
const TENTHS = /^([一二三四五六七八九])成$/u;
const IN_CHINESE = new RegExp(`^(${CHINESE})([^零〇一二两三四五六七八九十百千万].{0,5})$`, "u");
const PERCENT = measureOf("%");

/** The quantity or range that a text says, its comparator included; undefined for anything else. */
export function readQuantity(text: string): Quantity | ValueRange | undefined {
  const lead = takeWords(text, leadingWord);
  const tail = lead === undefined ? undefined : takeWords(lead.rest, trailingWord);
  if (lead === undefined || tail === undefined) return undefined;
  const sense = joined(lead.sense, tail.sense);
  if (sense === undefined) return undefined;
  const range = readRange(tail.rest, sense);
  return range ?? readFigure(tail.rest, sense);
}

interface Taken {
  readonly sense: Sense;
  readonly rest: string;
}

type TakeWord = (text: string) => readonly [rest: string, sense: Partial<Sense>] | undefined;

/** Takes words as long as there are any; undefined when they contradict each other. */
function takeWords(text: string, take: TakeWord): Taken | undefined {
  let taken: Taken = { sense: PLAIN, rest: text };
  for (let count = 0; count < MOST_WORDS; count += 1) {
    const word = take(taken.rest);
    if (word === undefined) return taken;
    const sense = joined(taken.sense, { ...PLAIN, ...word[1] });
    if (sense === undefined) return undefined;
    taken = { sense, rest: word[0] };
  }
  return taken;
}

const STARTS_DOUBLE = /^[<>=]/u;
const DOUBLE_SIGNS: Readonly<Record<string, Comparator>> = { ">=": "≥", "<=": "≤", "=>": "≥", "=<": "≤" };

function leadingWord(text: string): ReturnType<TakeWord> {
  const double = STARTS_DOUBLE.test(text) ? DOUBLE_SIGNS[text.slice(0, 2)] : undefined;
  if (double !== undefined) return [text.slice(2), { comparator: double }];
  const sign = comparatorOf(text);
  if (sign !== null) return [text.slice(1), { comparator: sign }];
  const word = PREFIXES.get(text.charAt(0))?.find(([prefix]) => text.startsWith(prefix));
  return word === undefined ? undefined : [text.slice(word[0].length), word[1]];
}

function trailingWord(text: string): ReturnType<TakeWord> {
  const word = SUFFIXES.get(text.charAt(text.length - 1))?.find(([suffix]) => text.endsWith(suffix));
  return word === undefined ? undefined : [text.slice(0, -word[0].length), word[1]];
}

/** Both senses in one: a sign outweighs a word of the same side; opposite sides contradict each other. */
function joined(one: Sense, other: Sense): Sense | undefined {
  const comparator = joinedComparator(one.comparator, other.comparator);
  if (comparator === undefined || (one.change !== null && other.change !== null)) return undefined;
  return {
    comparator,
    change: one.change ?? other.change,
    approximate: one.approximate || other.approximate,
  };
}

const isUpper = (sign: Comparator): boolean => sign === "≤" || sign === "<";

function joinedComparator(one: Comparator | null, other: Comparator | null): Comparator | null | undefined {
  if (one === null || other === null || one === other) return one ?? other;
  if (one === "=") return other;
  if (other === "=") return one;
  return isUpper(one) === isUpper(other) ? one : undefined;
}

const STARTS_WITH_DIGIT = /^\d/u;
const DIGITS_ONLY = /^\d+$/u;

function decimal(text: string): Decimal | undefined {
  if (DIGITS_ONLY.test(text)) return decimalOfDigits(text);
  const plain = parseNumber(text);
  return plain === undefined ? undefined : new Decimal(plain);
}

/** The measure of the text after a figure; null for none, undefined when it is no unit. */
function unitAfter(text: string): Measure | null | undefined {
  if (text === "") return null;
  const isPrinted = text.length <= 12 && text.split(/[·•]/u).every((piece) => piece !== "" && isUnit(piece));
  return isPrinted ? measureOf(text) : undefined;
}

function readRange(text: string, sense: Sense): ValueRange | undefined {
  if (sense.change !== null) return undefined;
  const around = text.includes("±") ? AROUND.exec(text) : null;
  const match = around ?? (IN_RANGE.test(text) ? RANGE.exec(text) : null);
  if (match === null) return undefined;
  // "3-5个以内" and "控制在3-5个": the words repeat what the range says.
  if (sense.comparator !== null && sense.comparator !== "=" && sense.comparator !== "≤") return undefined;
  const [, from = "", ownUnit = "", to = "", printed = ""] = match;
  const unit = printed.replace(/之间$|区间$/u, "") || ownUnit;
  const [first, second, measure] = [decimal(from), decimal(to), unitAfter(unit)];
  if (first === undefined || second === undefined || measure === undefined) return undefined;
  if (ownUnit !== "" && ownUnit !== unit) return undefined;
  const [low, high] = around === null ? [first, second] : [first.minus(second), first.plus(second)];
  return low.gt(high) ? undefined : { kind: "range", low, high, measure, approximate: sense.approximate };
}

function readFigure(text: string, sense: Sense): Quantity | undefined {
  const share = STARTS_WITH_DIGIT.test(text) && !text.includes("分之") ? undefined : shareOf(text);
  if (share !== undefined) return { kind: "quantity", ...sense, value: share, measure: PERCENT };
  const match = NUMBER.exec(text);
  if (match === null) return inChinese(text, sense);
  const [, number = "", more, unit = ""] = match;
  const [value, measure] = [decimal(number), unitAfter(unit)];
  if (value === undefined || measure === undefined) return undefined;
  return { kind: "quantity", ...sense, value, measure, approximate: sense.approximate || more !== undefined };
}

/** A share in words as a percentage; thirds are cut at the twentieth digit. */
function shareOf(text: string): Decimal | undefined {
  if (text === "一半" || text === "半数") return new Decimal(50);
  const tenths = TENTHS.exec(text)?.[1];
  if (tenths !== undefined) return new Decimal(parseChineseNumber(tenths) ?? 0).times(10);
  const [, whole, part] = SHARE.exec(text) ?? [];
  const [parts, count] = [wordNumber(whole), wordNumber(part)];
  if (parts === undefined || count === undefined || parts.isZero()) return undefined;
  return count.times(100).div(parts);
}

function wordNumber(text: string | undefined): Decimal | undefined {
  if (text === undefined) return undefined;
  if (STARTS_WITH_DIGIT.test(text)) return decimal(text);
  const number = parseChineseNumber(text === "万" ? "一万" : text);
  return number === undefined ? undefined : new Decimal(number);
}

/** "两次", "三十人": only before a unit that we know, for 一般 and 一流 are no figures. */
function inChinese(text: string, sense: Sense): Quantity | undefined {
  const [, number, unit = ""] = IN_CHINESE.exec(text) ?? [];
  const value = wordNumber(number);
  if (value === undefined || findUnit(unit) === undefined) return undefined;
  return { kind: "quantity", ...sense, value, measure: measureOf(unit) };
}
