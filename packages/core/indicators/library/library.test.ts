import { expect, test } from "vitest";

import { findEconomicCode } from "../../accounts/classification/economic-classification.ts";
import type { Place } from "../../document/document.ts";
import { readIndicatorValue } from "../../evaluation/indicator-value.ts";
import { categories, library } from "./index.ts";

const place: Place = { line: 1 };

test("ids and names of the library are unique", () => {
  for (const values of [library.map(({ id }) => id), library.map(({ name }) => name)]) {
    expect(values.filter((value, index) => values.indexOf(value) !== index)).toEqual([]);
  }
});

test("the library is large enough, and every level occurs in every category", () => {
  expect(library.length).toBeGreaterThanOrEqual(250);
  for (const { id } of categories) {
    const levels = new Set(library.filter((entry) => entry.category === id).map(({ level2 }) => level2));
    for (const level of ["数量指标", "质量指标", "时效指标", "经济成本指标", "服务对象满意度指标"]) {
      expect([id, levels.has(level)]).toEqual([id, true]);
    }
    expect([id, [...levels].some((level) => level.includes("效益"))]).toEqual([id, true]);
  }
});

test("economic codes of categories are rows of the classification", () => {
  const codes = categories.flatMap(({ economicCodes }) => economicCodes.split(" "));
  expect(codes.filter((code) => code !== "" && findEconomicCode(code) === undefined)).toEqual([]);
});

test("a usual target, filled in, reads as a target with the comparator of the entry", () => {
  const plain = library.filter(({ target }) => !target.endsWith("前") && !target.includes("万分之"));
  for (const { id, target, comparator } of plain) {
    const filled = target.replace("【】", "7").replaceAll("【】", "人");
    const read = readIndicatorValue(filled, place)?.value;
    expect([id, read?.comparator, read?.value === null]).toEqual([id, comparator, false]);
  }
});

test("cost is never a lower limit", () => {
  // Saving is the better the more it is; its name says so.
  const costs = library.filter(({ level2, name }) => level2 === "经济成本指标" && !name.includes("节约"));
  expect(costs.filter(({ comparator }) => comparator === "≥").map(({ id }) => id)).toEqual([]);
});

test("a share never exceeds the whole", () => {
  const percents = library.flatMap(({ target }) => /(\d+)%/u.exec(target)?.[1] ?? []);
  expect(percents.filter((percent) => Number(percent) > 100)).toEqual([]);
});

test("a satisfaction says how it is surveyed", () => {
  const satisfactions = library.filter(({ level2 }) => level2 === "服务对象满意度指标");
  const surveyed = satisfactions.filter(({ evidence }) => evidence.some((one) => /问卷|回访/u.test(one)));
  expect(surveyed.length).toBe(satisfactions.length);
});
