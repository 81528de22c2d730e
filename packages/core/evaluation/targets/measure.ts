// What a unit of a target or result measures, so that 2万元/人/年 and 20000元/人·年 meet in one unit.
// Scales are exact; nothing is converted between kinds of quantity.

import { Decimal } from "decimal.js";

import { remembered } from "../../figures/remembered.ts";
import { areAlike, measureWordOf, standingWord } from "./measure-words.ts";

/** Measure (计量口径): a unit with what it measures and how many base units one of it is. */
export interface Measure {
  readonly printed: string;
  /** Equal for units that convert into one another, such as "money" or "money/人/month". */
  readonly dimension: string;
  readonly scale: Decimal;
  /** The measure word, where the unit counts pieces. */
  readonly word: string | null;
}

/** How two units stand: the same or convertible, alike with a doubt to be said, or different. */
export type MeasureRelation = "same" | "alike" | "different";

type Scaled = readonly [dimension: string, scale: string];

const SCALES: ReadonlyMap<string, Scaled> = new Map<string, Scaled>([
  ["分钱", ["money", "0.01"]],
  ["角", ["money", "0.1"]],
  ["元", ["money", "1"]],
  ["百元", ["money", "100"]],
  ["千元", ["money", "1000"]],
  ["万元", ["money", "10000"]],
  ["百万元", ["money", "1000000"]],
  ["千万元", ["money", "10000000"]],
  ["亿元", ["money", "100000000"]],
  ["%", ["share", "1"]],
  ["％", ["share", "1"]],
  ["‰", ["share", "0.1"]],
  ["百分点", ["points", "1"]],
  ["个百分点", ["points", "1"]],
  ["秒", ["time", "1"]],
  ["分钟", ["time", "60"]],
  ["小时", ["time", "3600"]],
  ["个小时", ["time", "3600"]],
  ["天", ["time", "86400"]],
  ["日", ["time", "86400"]],
  ["日历天", ["time", "86400"]],
  ["自然日", ["time", "86400"]],
  ["个自然日", ["time", "86400"]],
  ["周", ["time", "604800"]],
  // A working day is no fixed number of hours: it stays a kind of its own.
  ["工作日", ["workday", "1"]],
  ["个工作日", ["workday", "1"]],
  ["月", ["month", "1"]],
  ["个月", ["month", "1"]],
  ["季度", ["month", "3"]],
  ["个季度", ["month", "3"]],
  ["年", ["month", "12"]],
  ["毫米", ["length", "0.001"]],
  ["厘米", ["length", "0.01"]],
  ["米", ["length", "1"]],
  ["延米", ["length", "1"]],
  ["m", ["length", "1"]],
  ["公里", ["length", "1000"]],
  ["千米", ["length", "1000"]],
  ["km", ["length", "1000"]],
  // Base one third of a square metre: 一亩 is 2000/3 ㎡, 一公顷 15 亩.
  ["平方米", ["area", "3"]],
  ["㎡", ["area", "3"]],
  ["m2", ["area", "3"]],
  ["亩", ["area", "2000"]],
  ["公顷", ["area", "30000"]],
  ["平方公里", ["area", "3000000"]],
  ["km2", ["area", "3000000"]],
  ["立方米", ["volume", "1"]],
  ["㎥", ["volume", "1"]],
  ["m3", ["volume", "1"]],
  ["克", ["mass", "1"]],
  ["斤", ["mass", "500"]],
  ["公斤", ["mass", "1000"]],
  ["千克", ["mass", "1000"]],
  ["kg", ["mass", "1000"]],
  ["吨", ["mass", "1000000"]],
  ["MB", ["size", "1"]],
  ["GB", ["size", "1024"]],
  ["TB", ["size", "1048576"]],
]);

const MULTIPLES: readonly (readonly [prefix: string, scale: string])[] = [
  ["百万", "1000000"],
  ["十万", "100000"],
  ["亿", "100000000"],
  ["万", "10000"],
  ["千", "1000"],
];

/** 人年, 人月, 人天 after a stroke are two units; 人次 is one. */
const GLUED = /^人(年|月|季度|天|日)$/u;

/** The measure of a unit as printed; unknown units measure themselves. */
export const measureOf: (unit: string) => Measure = remembered((unit) => {
  const known = simple(unit);
  if (known !== undefined) return { printed: unit, ...known };
  const [head = "", ...below] = unit.split(/[/·•]/u).filter((piece) => piece !== "");
  if (below.length === 0) return { printed: unit, ...counted(unit) };
  return { printed: unit, ...composite(head, below) };
});

function composite(head: string, below: readonly string[]): Omit<Measure, "printed"> {
  const numerator = simple(head) ?? counted(head);
  const pieces = below.flatMap((piece) => GLUED.exec(piece)?.[1] ?? []);
  const words = [...below.map((piece) => (GLUED.test(piece) ? "人" : piece)), ...pieces];
  const denominators = words.map((word) => simple(word.replace(/^每/u, "")) ?? counted(word));
  return {
    dimension: [numerator.dimension, ...denominators.map(({ dimension }) => dimension).toSorted()].join("/"),
    scale: denominators.reduce((scale, one) => scale.div(one.scale), numerator.scale),
    word: null,
  };
}

function simple(unit: string): Omit<Measure, "printed"> | undefined {
  const scaled = SCALES.get(unit);
  return scaled === undefined
    ? undefined
    : { dimension: scaled[0], scale: new Decimal(scaled[1]), word: null };
}

/** A count: a measure word, perhaps with the thing that it counts (个项目), perhaps in 万. */
function counted(unit: string): Omit<Measure, "printed"> {
  const multiple = MULTIPLES.find(([prefix]) => unit.length > prefix.length && unit.startsWith(prefix));
  const rest = multiple === undefined ? unit : unit.slice(multiple[0].length);
  const scale = new Decimal(multiple?.[1] ?? 1);
  const scaled = simple(rest);
  if (scaled !== undefined && multiple !== undefined) return { ...scaled, scale: scaled.scale.times(scale) };
  const word = measureWordOf(rest);
  const thing = word === undefined ? rest : rest.slice(word.length);
  const standing = word === undefined ? "" : standingWord(word);
  return { dimension: `count:${standing}${thing}`, scale, word: word === undefined ? null : standing };
}

const LONGEST_FACTOR = 8;

/** Of two scales "10000/1": few pairs occur, so each is divided once. */
const factors = remembered((scales) => {
  const [from = "", to = ""] = scales.split("/");
  const factor = new Decimal(from).div(to);
  return {
    exact: factor.times(to).eq(from) && factor.decimalPlaces() <= LONGEST_FACTOR ? factor : undefined,
  };
});

/** By what a figure in one unit is multiplied to be in another; undefined where that has no short end (亩 in 公顷). */
export const factorBetween = (own: Measure, other: Measure): Decimal | undefined =>
  factors(`${other.scale.toString()}/${own.scale.toString()}`).exact;

/** How two units stand to each other. */
export function relationOf(one: Measure, other: Measure): MeasureRelation {
  if (one.dimension === other.dimension) return "same";
  if (isRate(one) && isRate(other)) return "alike";
  if (one.word === null || other.word === null) return pieceBeside(one, other) ? "alike" : "different";
  if (one.word === other.word || areAlike(one.word, other.word)) return "alike";
  return "different";
}

/** 降低 2% and 降低 2 个百分点 are not the same, but offices write one for the other. */
const isRate = ({ dimension }: Measure): boolean => dimension === "share" || dimension === "points";

/** A word that we do not know (盏灯) beside one that counts anything (个). */
function pieceBeside(one: Measure, other: Measure): boolean {
  const isUnknown = (measure: Measure): boolean =>
    measure.word === null && measure.dimension.startsWith("count:");
  return (
    (isUnknown(one) && other.word !== null && areAlike(other.word, "")) ||
    (isUnknown(other) && one.word !== null && areAlike(one.word, ""))
  );
}

/** The dimension of percentages and the like (‰, 万分之一). */
export const isShare = (measure: Measure | null): boolean => measure?.dimension === "share";
