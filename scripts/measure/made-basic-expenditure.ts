// Basic expenditure of a made unit by economic 款, and the same money by 功能分类.

import { economicRows } from "@jueming/core/accounts/classification/economic-classification.ts";
import type { MadeUnit } from "./made-unit.ts";
import type { Random } from "./random.ts";

/** Economic 款 whose money stands under a 项 of its own. */
const CONTRIBUTIONS: readonly (readonly [
  economic: string,
  functional: (unit: MadeUnit) => string,
  often: number,
])[] = [
  ["30108", () => "2080505", 0.95],
  ["30109", () => "2080506", 0.4],
  ["30110", (unit) => (unit.type === "institution" ? "2101102" : "2101101"), 0.9],
  ["30111", () => "2101103", 0.3],
  ["30113", () => "2210201", 0.9],
  ["30302", (unit) => (unit.type === "institution" ? "2080502" : "2080501"), 0.3],
];

/** 款 of basic expenditure that a small office usually has, with the most it spends on them in 万元. */
const USUAL: readonly (readonly [economic: string, most: number])[] = [
  ["30101", 400],
  ["30102", 300],
  ["30103", 120],
  ["30107", 150],
  ["30112", 9],
  ["30199", 40],
  ["30305", 12],
  ["30201", 30],
  ["30202", 8],
  ["30205", 2],
  ["30206", 6],
  ["30207", 9],
  ["30208", 12],
  ["30211", 15],
  ["30213", 9],
  ["30215", 3],
  ["30216", 4],
  ["30217", 3],
  ["30226", 20],
  ["30227", 20],
  ["30228", 9],
  ["30229", 9],
  ["30231", 8],
  ["30239", 40],
  ["30299", 10],
  ["31002", 6],
];

const OFFICE_SECTIONS = [
  "20101",
  "20102",
  "20103",
  "20104",
  "20106",
  "20108",
  "20129",
  "20131",
  "20132",
  "20133",
];

export interface BasicExpenditure {
  readonly economic: ReadonlyMap<string, bigint>;
  readonly functional: ReadonlyMap<string, bigint>;
}

export function makeBasicExpenditure(unit: MadeUnit, random: Random): BasicExpenditure {
  const usual = random
    .some(USUAL.slice(1), random.whole(8, USUAL.length - 1))
    .concat(USUAL.slice(0, 1))
    .map(([code, most]): readonly [string, bigint] => [code, random.money(most / 20, most)]);
  const own = CONTRIBUTIONS.filter(([, , often]) => random.chance(often)).map(([code, functional]) => ({
    code,
    functional: functional(unit),
    amount: random.money(1, 60),
  }));
  const drawn = `${random.pick(OFFICE_SECTIONS)}${unit.type === "institution" ? "50" : "01"}`;
  const main = unit.mainCode ?? drawn;
  const economic = new Map([
    ...usual,
    ...own.map(({ code, amount }): readonly [string, bigint] => [code, amount]),
  ]);
  const functional = new Map([[main, usual.reduce((total, [, amount]) => total + amount, 0n)]]);
  for (const one of own) functional.set(one.functional, (functional.get(one.functional) ?? 0n) + one.amount);
  const order = economicRows.map(({ code }) => code);
  return {
    economic: new Map([...economic].toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b))),
    functional,
  };
}
