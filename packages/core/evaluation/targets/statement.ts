// The language of targets and results: what a cell of 指标值 or 完成值 says, as data.

import type { Decimal } from "decimal.js";

import type { Comparator } from "../project-evaluation.ts";
import type { Measure } from "./measure.ts";

/** Change (增减): a figure that says by how much something grows or shrinks. */
export type Change = "increase" | "decrease";

/** Quantity (定量值): a figure with its unit, its bound (≥, 不超过, 以内) and how exactly it is meant. */
export interface Quantity {
  readonly kind: "quantity";
  readonly comparator: Comparator | null;
  readonly value: Decimal;
  /** Null where the cell prints no unit: it is understood in the other cell's. */
  readonly measure: Measure | null;
  readonly change: Change | null;
  /** 约, 左右, 余: the figure is not meant to the digit. */
  readonly approximate: boolean;
}

/** ValueRange (区间值): "3-5个", "100±5元", both ends included. */
export interface ValueRange {
  readonly kind: "range";
  readonly low: Decimal;
  readonly high: Decimal;
  readonly measure: Measure | null;
  readonly approximate: boolean;
}

/** ListedQuantity (分项值): one of several figures in a cell, with its name where one is printed. */
export interface ListedQuantity {
  readonly name: string;
  readonly quantity: Quantity;
}

/** QuantityList (分项清单): "A设备2万元、B设备3万元"; total is null where the units differ. */
export interface QuantityList {
  readonly kind: "list";
  readonly items: readonly ListedQuantity[];
  readonly total: Quantity | null;
  /** True when a printed 合计 is not the sum of the items. */
  readonly totalDiffers: boolean;
}

/** Day (日期): a day of a year that may not be printed. */
export interface Day {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

/** Deadline (时限): the days among which the one that is meant lies; it is over with the last. */
export interface Deadline {
  readonly kind: "deadline";
  readonly first: Day;
  readonly last: Day;
  /** The printed precision, in which lateness can be told. */
  readonly precision: "day" | "month";
}

/** Period (期间): "1-12月", "全年": from its first to its last day. */
export interface Period {
  readonly kind: "period";
  readonly first: Day;
  readonly last: Day;
}

/** Frequency (频次): "按月", "每季度", as days from one to the next. */
export interface Frequency {
  readonly kind: "frequency";
  readonly words: string;
  readonly days: number;
}

/** Words (文字): everything that people must judge. */
export interface Words {
  readonly kind: "words";
  readonly text: string;
  /** "无", "未发生": none of what is counted. */
  readonly saysNone: boolean;
}

/** Statement (指标表述): what a cell says; grades and tiers are words until an edition names them. */
export type Statement =
  | Quantity
  | ValueRange
  | QuantityList
  | Deadline
  | Period
  | Frequency
  | Words
  | { readonly kind: "blank" }
  | { readonly kind: "unreadable" };
