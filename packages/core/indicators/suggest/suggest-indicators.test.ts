import { Decimal } from "decimal.js";
import * as fc from "fast-check";
import { expect, test } from "vitest";

import { categories, library } from "../library/index.ts";
import type { ExistingIndicator, ProjectSketch } from "./project-sketch.ts";
import { categoriesOf } from "./project-sketch.ts";
import { sharePoints } from "./share-points.ts";
import { suggestIndicators } from "./suggest-indicators.ts";

const withCost = { levelPoints: [{ 成本指标: "20", 产出指标: "40", 效益指标: "20", 满意度指标: "10" }] };
const withoutCost = { levelPoints: [{ 产出指标: "50", 效益指标: "30", 满意度指标: "10" }] };

const project = (name: string, more: Partial<ProjectSketch> = {}): ProjectSketch => ({
  name,
  category: null,
  economicCode: null,
  amount: null,
  indicators: [],
  ...more,
});
const existing = (level2: string, name: string, points: string | null = null): ExistingIndicator => ({
  level1: "产出指标",
  level2,
  name,
  points: points === null ? null : new Decimal(points),
});

test.each([
  ["干部综合能力提升培训", "30216", "meetings"],
  ["政务云平台运行维护", "30213", "informatization"],
  ["办公楼屋面防水维修", "30213", "repairs"],
  ["执法记录仪购置", "31003", "equipment"],
  ["农村公路养护工程", "31005", "transport"],
  ["招商引资工作经费", "30299", "industry"],
  ["信访维稳工作经费", "30299", "petitions"],
  ["单位日常运转经费", "30201", "operations"],
  ["地方政府债券付息", "30701", "debt"],
  ["食品安全监督抽检", "30227", "enforcement"],
])("%s with economic class %s is of category %s", (name, economicCode, id) => {
  expect(categoriesOf(project(name, { economicCode }))[0]?.group.id).toBe(id);
});

test.each([
  ["信访接待经费", ["petitions"]],
  ["档案数字化", ["archives"]],
  ["高标准农田建设", ["agriculture"]],
])("%s is of its own category, and not of one that shares a word", (name, ids) => {
  expect(categoriesOf(project(name)).map(({ group }) => group.id)).toEqual(ids);
});

test("a training gets indicators of training and none of meetings, with the amount as its limit", () => {
  const { levels } = suggestIndicators(
    project("干部培训", { economicCode: "30216", amount: new Decimal(20) }),
    withCost,
  );
  const all = levels.flatMap(({ suggestions }) => suggestions);
  expect(all.map(({ entry }) => entry.name)).toEqual(
    expect.arrayContaining(["培训人次", "参训人员满意度", "培训费总额"]),
  );
  expect(all.some(({ entry }) => entry.name.includes("参会"))).toBe(false);
  expect(all.find(({ entry }) => entry.targetIsAmount)?.target).toBe("≤20万元");
  expect(all.every(({ reason }) => reason !== "")).toBe(true);
});

test("where the edition has no cost level, cost is the last of the outputs", () => {
  const { style, levels } = suggestIndicators(project("干部培训"), withoutCost);
  expect(style).toBe("cost-in-output");
  expect(levels[0]?.suggestions.map(({ level2 }) => level2)).toEqual([
    "数量指标",
    "数量指标",
    "质量指标",
    "时效指标",
    "成本指标",
  ]);
});

test("what a project has is kept with its points and not suggested again", () => {
  const own = [existing("数量指标", "参训人数", "20"), existing("时效指标", "培训完成及时性")];
  const { levels } = suggestIndicators(project("干部培训", { indicators: own }), withCost);
  const output = levels.find(({ level1 }) => level1 === "产出指标");
  expect(output?.kept.map(({ indicator }) => indicator.name)).toEqual(["参训人数", "培训完成及时性"]);
  expect(output?.suggestions.map(({ entry }) => entry.name)).not.toContain("培训人次");
  expect(output?.suggestions.some(({ entry }) => entry.level2 === "时效指标")).toBe(false);
});

test("points beyond the level's are said and nothing is suggested", () => {
  const own = [existing("数量指标", "参训人数", "60")];
  const { levels } = suggestIndicators(project("干部培训", { indicators: own }), withCost);
  expect(levels.find(({ level1 }) => level1 === "产出指标")).toMatchObject({
    suggestions: [],
    note: "产出指标已有分值合计60分，超过40分，请先调减。",
  });
});

test("a name that tells nothing gets the indicators that fit every project", () => {
  const { categories: found, levels } = suggestIndicators(project("甲项目"), withCost);
  expect(found).toEqual([]);
  expect(levels.every(({ suggestions }) => suggestions.length > 0)).toBe(true);
});

test.each([
  ["50", [10, 10, 10], ["20", "15", "15"]],
  ["50", [15, 15, 10, 10], ["15", "15", "10", "10"]],
  ["10", [10, 10, 10], ["4", "3", "3"]],
  ["20", [15, 5], ["15", "5"]],
  ["12.5", [10, 10], ["6.5", "6"]],
])("%s points by weights %j are %j", (total, weights, shares) => {
  expect(sharePoints(new Decimal(total), weights)?.map((share) => share.toFixed())).toEqual(shares);
});

test("fewer points than indicators cannot be shared", () => {
  expect(sharePoints(new Decimal(2), [10, 10, 10])).toBeUndefined();
});

const anyPoints = fc.record({
  产出指标: fc.integer({ min: 5, max: 60 }).map(String),
  成本指标: fc.integer({ min: 1, max: 30 }).map(String),
  效益指标: fc.integer({ min: 3, max: 60 }).map(String),
  满意度指标: fc.integer({ min: 1, max: 20 }).map(String),
});
const anyName = fc
  .array(
    fc.constantFrom(
      ...categories.flatMap(({ keywords }) => keywords.replaceAll("?", "").split(" ")),
      ...library.slice(0, 60).map(({ name }) => name),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((words) => words.join(""));
const anyExisting = fc.array(
  fc.record({
    level1: fc.constantFrom("产出指标", "效益指标", "成本指标"),
    level2: fc.constantFrom("数量指标", "质量指标", "社会效益指标", "经济成本指标"),
    name: fc.constantFrom(...library.map(({ name }) => name)),
    points: fc.constantFrom(null, new Decimal(5)),
  }),
  { maxLength: 3 },
);

test("points always sum to the level's where anything is left, nothing is suggested twice, and the same again", () => {
  fc.assert(
    fc.property(anyName, anyPoints, anyExisting, (name, points, indicators) => {
      const sketch = project(name, { indicators });
      const set = suggestIndicators(sketch, { levelPoints: [points] });
      for (const level of set.levels.filter(({ suggestions }) => suggestions.length > 0)) {
        const all = [...level.kept, ...level.suggestions].map((one) => one.points);
        expect(all.reduce((sum, one) => sum.plus(one), new Decimal(0)).toFixed()).toBe(
          level.points.toFixed(),
        );
        expect(all.every((one) => one.gt(0))).toBe(true);
      }
      const names = set.levels.flatMap(({ suggestions }) => suggestions.map(({ entry }) => entry.name));
      expect(new Set(names).size).toBe(names.length);
      expect(indicators.filter((one) => names.includes(one.name))).toEqual([]);
      expect(suggestIndicators(sketch, { levelPoints: [points] })).toEqual(set);
    }),
    { numRuns: 60 },
  );
});
