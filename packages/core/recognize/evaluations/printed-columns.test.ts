import { expect, test } from "vitest";

import type { CellValue } from "../../figures/figure.ts";
import { evaluations as national } from "../../regions/national/evaluation.ts";
import { evaluations as sichuan } from "../../regions/sichuan/evaluation.ts";
import { recognizeEvaluations } from "./recognize-evaluations.ts";
import { linesFromText } from "./testing/tab-text.ts";

const figure = (value: CellValue | null | undefined): string | null =>
  value?.kind === "figure" ? value.value : null;

function read(text: string) {
  const [evaluation] = recognizeEvaluations(linesFromText(text), [...national, ...sichuan]).evaluations;
  if (evaluation === undefined) throw new Error("no evaluation");
  return evaluation;
}

const SWAPPED = `项目支出绩效自评表

项目名称||绿化养护费||||||
主管部门||某县园林中心||实施单位|某县园林中心|||
项目资金(万元)||全年执行数|年初预算数|全年预算数|执行率|分值|得分|
|年度资金总额|18|30|20|90%|10|9|
|当年财政拨款|18|30|20|||  |
年度总体目标|预期目标|||实际完成情况||||
|完成养护。|||已完成。||||
绩效指标|一级指标|二级指标|三级指标|指标性质|年度指标值|度量单位|全年实际值|得分|分值
|产出指标|数量指标|养护面积|≥|40|亩|38|8|10
||质量指标|成活率|≥|95|%|96|20|20
总分||||||||28|30`;

test("money columns that another office swapped are read under their headers", () => {
  const total = read(SWAPPED).funding[0]?.fields;
  expect(
    [total?.initial, total?.adjusted, total?.executed, total?.rate, total?.points, total?.score].map(figure),
  ).toEqual(["30", "20", "18", "90", "10", "9"]);
});

test("swapped points and scores, and columns of another form, are read under their headers", () => {
  const { indicators, totalScore, totalPoints } = read(SWAPPED);
  expect(
    indicators.map(({ target, actual, points, score }) => [
      `${target?.comparator}${target?.value}${target?.unit}`,
      actual?.value,
      figure(points),
      figure(score),
    ]),
  ).toEqual([
    ["≥40亩", "38", "10", "8"],
    ["≥95%", "96", "20", "20"],
  ]);
  expect([totalScore, totalPoints].map((value) => figure(value))).toEqual(["28", "30"]);
});

test("a side label printed again where a page begins inside a group is no level", () => {
  const broken = SWAPPED.replace("||质量指标|成活率", "绩效指标|产出指标|质量指标|成活率");
  const { indicators } = read(broken);
  expect(indicators.map(({ level1, level2, name }) => [level1, level2, name])).toEqual([
    ["产出指标", "数量指标", "养护面积"],
    ["产出指标", "质量指标", "成活率"],
  ]);
});
