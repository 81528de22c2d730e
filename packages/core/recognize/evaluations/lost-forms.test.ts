// What pages without rules between the columns do to forms: words run together, a header crammed into one cell.

import { describe, expect, test } from "vitest";

import { allEvaluationLayouts } from "../../regions/index.ts";
import { recognizeEvaluations } from "./recognize-evaluations.ts";
import { linesFromText } from "./testing/tab-text.ts";

const HEADER =
  "一级指标|二级指标|指标名称|年度指标||实际完成值|定性情况说明|权重|得分|偏差原因分析及改进措施\n|||年初指标|调整后指标|||||";
const ROWS = `产出指标|数量指标|巡查次数||≥40次|38||20|19|
|质量指标|问题整改率||=100%|100||20|20|
效益指标|社会效益|河道环境改善||有效|达成预期指标||30|30|`;

const report = (name: string, indicators: string): string => `项目支出绩效自评分析报告

项目名称：${name}

目录
一、项目的基本情况|3
二、项目绩效完成情况|5

二、项目绩效完成情况

资金来源|年初预算数||全年预算数(元)|全年执行数(元)|资金结(转)余(元)|执行率|得分|偏差原因
|目标申报(元)|预算编制(元)||||||
合计|120,000|120,000|120,000|96,000|24,000|80|8|

${indicators}

三、项目自评结果
无。
`;
const read = (text: string) => recognizeEvaluations(linesFromText(text), allEvaluationLayouts);
const namesIn = (text: string) =>
  read(text).evaluations.map(({ name, indicators }) => [name, indicators.length] as const);

describe("words of neighbouring columns in one cell", () => {
  test.each([
    ["with room for the lost cell", "一级指标二级指标||", "产出指标数量指标||", "效益指标社会效益||"],
    ["without", "一级指标二级指标|", "产出指标数量指标|", "效益指标社会效益|"],
  ])("are parted, %s", (_, header, first, second) => {
    const table = `${HEADER}\n${ROWS}`
      .replace("一级指标|二级指标|", header)
      .replace("产出指标|数量指标|", first)
      .replace("效益指标|社会效益|", second);
    const [evaluation] = read(report("河道巡查经费", table)).evaluations;
    expect(
      evaluation?.indicators.map(({ level1, level2, name, score }) => [level1, level2, name, score?.raw]),
    ).toEqual([
      ["产出指标", "数量指标", "巡查次数", "19"],
      ["产出指标", "质量指标", "问题整改率", "20"],
      ["效益指标", "社会效益", "河道环境改善", "30"],
    ]);
  });
});

describe("a form whose indicators stand crammed in one cell", () => {
  const crammed = "偏差原因分一级 二级 年度指 实际完 定性 情权 得指标名称 析及改进措指标 指标\n";

  test("is a form of its own, wherever it stands, and says so", () => {
    const whole = `${HEADER}\n${ROWS}`;
    const one = report("甲项目经费", whole);
    const lost = report("乙项目经费", crammed);
    const other = report("丙项目经费", whole);
    expect(namesIn(lost + one + other)).toEqual([
      ["乙项目经费", 0],
      ["甲项目经费", 3],
      ["丙项目经费", 3],
    ]);
    expect(namesIn(one + lost + other)).toEqual([
      ["甲项目经费", 3],
      ["乙项目经费", 0],
      ["丙项目经费", 3],
    ]);
    expect(namesIn(one + other + lost)).toEqual([
      ["甲项目经费", 3],
      ["丙项目经费", 3],
      ["乙项目经费", 0],
    ]);
    expect(read(one + lost + other).problems.map(({ code }) => code)).toEqual(["indicators-lost"]);
  });

  test("does not take in a next one that has no cover", () => {
    const uncovered = report("", `${HEADER}\n${ROWS}`).replace(/^[^]*?(?=目录)/u, "");
    expect(namesIn(report("乙项目经费", crammed) + uncovered).map(([, count]) => count)).toEqual([0, 3]);
  });
});
