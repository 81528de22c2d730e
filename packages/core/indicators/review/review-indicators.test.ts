import { expect, test } from "vitest";

import type { Place } from "../../document/document.ts";
import { readIndicatorValue } from "../../evaluation/indicator-value.ts";
import type { Indicator } from "../../evaluation/project-evaluation.ts";
import { parseFigure } from "../../figures/parse-figure.ts";
import { findNearDuplicates } from "./near-duplicates.ts";
import { namedIndicators, reviewIndicators } from "./review-indicators.ts";

const place: Place = { line: 1 };

interface Sketch {
  readonly level2: string;
  readonly name: string;
  readonly target: string;
  readonly points?: string;
}

const level1Of = (level2: string): string => {
  if (/效益|可持续/u.test(level2)) return "效益指标";
  if (level2.includes("满意")) return "满意度指标";
  return level2.includes("成本") ? "成本指标" : "产出指标";
};

const indicator = ({ level2, name, target, points }: Sketch): Indicator => ({
  level1: level1Of(level2),
  level2,
  name,
  target: readIndicatorValue(target, place)?.value ?? null,
  initialTarget: null,
  actual: null,
  points: points === undefined ? null : parseFigure(points, null, place),
  score: null,
  reason: null,
  place,
  doubtful: false,
});

const tiers = [{ words: ["优", "良"], from: "0.8", to: "1" }];
const SOUND: readonly Sketch[] = [
  { level2: "数量指标", name: "培训人次", target: "≥200人次" },
  { level2: "质量指标", name: "培训考核合格率", target: "≥95%" },
  { level2: "时效指标", name: "培训完成时限", target: "2025年12月底前" },
  { level2: "经济成本指标", name: "培训综合定额", target: "≤450元/人/天" },
  { level2: "社会效益指标", name: "培训成果应用率", target: "≥80%" },
  { level2: "满意度指标", name: "参训人员满意度", target: "≥90%" },
];

const benefit = (name: string): Sketch => ({ level2: "社会效益指标", name, target: "≥95%" });

const codesOf = (sketches: readonly Sketch[]): readonly string[] =>
  reviewIndicators({ name: "干部培训", indicators: sketches.map(indicator) }, tiers).hints.map(
    ({ code }) => code,
  );

test("a sound set gets no hint", () => {
  expect(codesOf(SOUND)).toEqual([]);
});

test.each([
  ["质量指标", "经费支出按预算执行率", "＝100%", "financial-rate-as-result"],
  ["数量指标", "资金支付率", "≥90%", "financial-rate-as-result"],
  ["数量指标", "足额缴纳残保金", "足额", "quantity-without-figure"],
  ["数量指标", "日常工作完成率", "＝100%", "quantity-stated-as-rate"],
  ["质量指标", "购置电脑", "＝30台", "quality-states-count"],
  ["时效指标", "培训内容", "规范", "timeliness-without-time"],
  ["经济成本指标", "电脑单位成本", "≥1万元/台", "direction-misfit"],
  ["质量指标", "文件印刷出错率", "≥1%", "direction-misfit"],
  ["数量指标", "购置电脑台数", "≥30", "unit-missing"],
  ["质量指标", "设备验收合格率", "≥30台", "unit-misfit"],
  ["社会效益指标", "服务水平", "持续提升", "vague-target"],
  ["社会效益指标", "促进社会和谐", "≥95%", "benefit-share-of-nothing"],
  ["满意度指标", "学员满意度", "满意", "satisfaction-without-rate"],
  ["满意度指标", "学员满意度", "＝100%", "satisfaction-total"],
  ["数量指标", "培训200人次", "≥200人次", "figures-in-name"],
  ["社会效益指标", "通过举办各类培训班不断提高全体干部的业务能力和服务群众的水平", "≥良", "sentence-as-name"],
])("%s %s %s is told %s", (level2, name, target, code) => {
  expect(codesOf([...SOUND, { level2, name, target }])).toContain(code);
});

test.each([
  ["质量指标", "失泄密事件数", "＝0起"],
  ["社会效益指标", "服务水平", "优"],
  ["时效指标", "系统故障响应时间", "≤2小时"],
  ["经济成本指标", "采购资金节约率", "≥3%"],
  ["社会效益指标", "差错率下降幅度", "≥3%"],
])("%s %s %s is not blamed", (level2, name, target) => {
  expect(codesOf([...SOUND, { level2, name, target }])).toEqual([]);
});

test("a hint names figures and words, and advises by an entry of the library of the same level", () => {
  const sketch = { level2: "质量指标", name: "购置培训设备", target: "＝30台" };
  const [hint] = reviewIndicators({ name: "干部培训", indicators: [indicator(sketch)] }, tiers).hints;
  expect(hint?.message).toContain("30台");
  expect(hint?.advice).toMatch(/例如“.+率”，指标值“/u);
  expect(hint?.basis).not.toBe("");
});

test("the set is told of missing levels, single heavy points, zero points, and targets all alike", () => {
  expect(
    codesOf([
      { level2: "数量指标", name: "培训人次", target: "≥200人次", points: "40" },
      { level2: "数量指标", name: "举办讲座场次", target: "≥3场次", points: "0" },
      benefit("学用转化率"),
      benefit("政策知晓率"),
      benefit("问题解决率"),
    ]),
  ).toEqual(["level-missing", "points-on-one-indicator", "points-zero", "benefit-targets-alike"]);
  expect(codesOf([])).toEqual([]);
});

test("what reading had to guess is not judged", () => {
  const doubtful = { ...indicator({ level2: "数量指标", name: "足额", target: "足额" }), doubtful: true };
  const review = reviewIndicators({ name: "甲", indicators: [doubtful] }, tiers);
  expect(review.hints.every((hint) => hint.indicator === null)).toBe(true);
});

const pair = (
  left: readonly [string, string],
  right: readonly [string, string],
  projects: readonly [number, number],
) =>
  findNearDuplicates(
    [left, right].flatMap(([level2, name], at) =>
      namedIndicators(
        { name: "甲", indicators: [indicator({ level2, name, target: "≥1次" })] },
        { source: "示例.txt", form: projects[at] ?? 0 },
      ),
    ),
  );

test.each([
  [["数量指标", "购置电脑数量"], ["数量指标", "2025年采购计算机台数"], true],
  [["满意度指标", "市民满意率"], ["满意度指标", "群众满意度"], true],
  [["数量指标", "培训人数"], ["数量指标", "培训场次"], false],
  [["时效指标", "水费缴纳及时性"], ["时效指标", "电费缴纳及时性"], false],
  [["质量指标", "经费保障率"], ["时效指标", "经费保障时效"], false],
  [["数量指标", "培训人次"], ["经济成本指标", "培训人次"], false],
  [["质量指标", "设备合格率"], ["社会效益指标", "设备合格率"], true],
] as const)("%j and %j: alike is %s", (left, right, alike) => {
  expect(pair(left, right, [0, 0]).length > 0).toBe(alike);
});

test("two forms of one name are two projects, and what is alike is said", () => {
  const [found] = pair(["数量指标", "购置电脑"], ["数量指标", "采购计算机"], [0, 1]);
  expect(found).toMatchObject({ scope: "across-projects", likeness: 1 });
  expect(found?.explanation).toBe("去掉数字、单位并统一同义词后都是“购置电脑”");
});
