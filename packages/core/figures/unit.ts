// Units of printed figures. Money is based on 元, a percentage on one percent, a count on one piece.

/** Dimension: what kind of quantity a unit measures; only equal dimensions may be compared. */
export type Dimension = "money" | "percent" | "count";

/** Unit (计量单位): as printed, with its dimension and how many base units one of it is. */
export interface Unit {
  readonly name: string;
  readonly dimension: Dimension;
  readonly scale: bigint;
}

const unit = (name: string, dimension: Dimension, scale = 1n): Unit => ({ name, dimension, scale });

export const YUAN = unit("元", "money");
export const WAN_YUAN = unit("万元", "money", 10_000n);
export const YI_YUAN = unit("亿元", "money", 100_000_000n);
export const PERCENT = unit("%", "percent");

/** Measure words that count things in official disclosures, longest first where one begins another. */
const COUNT_NAMES = [
  "人次",
  "批次",
  "场次",
  "平方米",
  "平方公里",
  "公里",
  "台套",
  "台(套)",
  "台（套）",
  "万人次",
  "家单位",
  "个百分点",
  "人",
  "辆",
  "台",
  "套",
  "个",
  "项",
  "次",
  "批",
  "家",
  "件",
  "份",
  "期",
  "条",
  "处",
  "名",
  "户",
  "本",
  "篇",
  "场",
  "天",
  "年",
  "月",
  "日",
  "小时",
  "分",
  "吨",
  "亩",
  "米",
  "支",
  "张",
  "座",
  "间",
  "块",
  "村",
  "所",
  "只",
  "棵",
  "株",
  "册",
  "部",
] as const;

const MONEY_UNITS = [YI_YUAN, WAN_YUAN, YUAN] as const;
const PERCENT_NAMES: ReadonlySet<string> = new Set(["%", "％", "﹪"]);
const COUNTS: ReadonlyMap<string, Unit> = new Map(COUNT_NAMES.map((name) => [name, unit(name, "count")]));

/** The unit of this very name, if it is one we know; compound units such as 万元/人/年 are not. */
export function findUnit(name: string): Unit | undefined {
  if (PERCENT_NAMES.has(name)) return PERCENT;
  return MONEY_UNITS.find((known) => known.name === name) ?? COUNTS.get(name);
}

/** A counting unit for any measure word. */
export function countUnit(name: string): Unit {
  return COUNTS.get(name) ?? unit(name, "count");
}

/** The longest unit that the text begins with. */
export function unitAtStart(text: string): Unit | undefined {
  const first = text[0];
  if (first !== undefined && PERCENT_NAMES.has(first)) return PERCENT;
  const money = MONEY_UNITS.find((known) => text.startsWith(known.name));
  if (money !== undefined) return money;
  const name = COUNT_NAMES.find((known) => text.startsWith(known));
  return name === undefined ? undefined : COUNTS.get(name);
}
