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

test("a usual target, filled in, reads as a target with the comparator and unit of the entry", () => {
  for (const entry of library) {
    const filled = entry.target.replace("【】", "7").replaceAll("【】", "人");
    const read = readIndicatorValue(filled, place)?.value;
    if (entry.target.endsWith("前") || entry.target.includes("万分之")) continue;
    expect([entry.id, read?.comparator, read?.value === null]).toEqual([entry.id, entry.comparator, false]);
  }
});

test("cost is never a lower limit, and a rate never exceeds the whole", () => {
  for (const { id, level2, comparator, target } of library) {
    // Saving and restoring are good the more they are; their names say so.
    if (level2 === "经济成本指标" && id !== "general.procurement-saving")
      expect([id, comparator]).not.toEqual([id, "≥"]);
    const percent = /(\d+)%/u.exec(target)?.[1];
    if (percent !== undefined) expect([id, Number(percent) <= 100]).toEqual([id, true]);
  }
});

test("a satisfaction says how it is surveyed", () => {
  for (const { id, level2, evidence } of library) {
    if (level2 !== "服务对象满意度指标") continue;
    expect([id, evidence.some((one) => /问卷|回访/u.test(one))]).toEqual([id, true]);
  }
});
