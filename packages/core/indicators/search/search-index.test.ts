import * as fc from "fast-check";
import { expect, test } from "vitest";

import { library } from "../library/index.ts";
import { makeSearchIndex, search } from "./search-index.ts";

const index = makeSearchIndex(library);

const names = (query: string, limit = 3): readonly string[] =>
  search(index, query, { limit }).map(({ entry }) => entry.name);

test("every entry is the first that its own name finds", () => {
  for (const entry of library) expect(search(index, entry.name)[0]?.entry.id).toBe(entry.id);
});

test.each([
  ["培训人数", "培训人次"],
  ["公车购买数量", "购置公务用车数量"],
  ["维修改造面积", "修缮改造面积"],
  ["群众满意度", "社会公众满意度"],
  ["印刷出错率", "文字差错率"],
  ["満意度", "服务对象满意度"],
  ["pxrc", "培训人次"],
])("%s finds %s", (query, name) => {
  expect(names(query)).toContain(name);
});

test("one character finds what is named by it", () => {
  expect(names("车").every((name) => name.includes("车"))).toBe(true);
});

test("filters leave only what passes them, and an empty query lists", () => {
  const found = search(index, "", { filter: { level1: "成本指标", category: "会议培训" }, limit: 100 });
  expect(found.length).toBeGreaterThan(3);
  expect(found.every(({ entry }) => entry.level2 === "经济成本指标" && entry.category === "meetings")).toBe(
    true,
  );
  expect(search(index, "满意度", { filter: { kind: "qualitative" } })).toEqual([]);
  expect(
    search(index, "培训", { filter: { level2: "数量", unit: "期" } }).map(({ entry }) => entry.name),
  ).toEqual(["举办培训班次"]);
});

test("an index of nothing finds nothing", () => {
  expect(search(makeSearchIndex([]), "培训")).toEqual([]);
});

test("any query is answered, in descending order, without an entry twice", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 30 }), (query) => {
      const hits = search(index, query, { limit: 50 });
      expect(new Set(hits.map(({ entry }) => entry.id)).size).toBe(hits.length);
      hits.slice(1).forEach((hit, at) => expect(hit.score).toBeLessThanOrEqual(hits[at]?.score ?? 0));
    }),
  );
});
