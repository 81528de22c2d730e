import { expect, test } from "vitest";
import { evaluations as shanxi, shanxiReport } from "../../regions/shanxi/evaluation.ts";
import { recognizeEvaluations } from "./recognize-evaluations.ts";
import { readConclusion } from "./read-chapters.ts";
import { linesFromText } from "./testing/tab-text.ts";

const TABLE = `资金来源|年初预算数||全年预算数 (元)|全年执行数(元)|资金结(转)余(元)|执行率|得分|偏差原因
|目标申报(元)|预算编制(元)||||||
合计|80,000|80,000|70,000|70,000|0|100|10|
市县区财政资金|80,000|80,000|70,000|70,000|0|||元

(二) 绩效指标完成情况

一级指标|二级指标|指标名称|年度指标||实际完成值|定性 情况说明|权重|得分|偏差原因分析及改进措施
|||年初指标|调整后指标|||||
产出指标|数量指标|驻村人员数量||≥4人|4||20|10|手续未完善
效益指标|社会效益|保障工作需求||有效|达成预期指标||30|30|`;

const report = (cover: string) => `${cover}目 录

一、项目的基本情况|3
（一）项目概况|4

一、项目基本信息

(一) 项目概况

项目概况: 按照2万元/人/年的标准，共需

经费8万元。

立项依据：**有关文件**。

（二）项目绩效目标

（1）项目实施期绩效目标

保障驻村工作。

二、项目绩效完成情况

(一) 预算执行情况

${TABLE}

三、项目自评结果

1. 项目自评得分和结论

综合考虑预算执行情况得分 10 分、产出等因素，指标完成情况得分 40 分，最终评分结果：驻村工作经费项目绩效自评价结果为总得分 50 分，属“差”。

五、项目管理中存在的主要问题及原因分析

六、下一步改进措施及管理建议

无。
`;

test("a report's chapters, money block in 元, conclusion and grade are read", () => {
  const [read] = recognizeEvaluations(
    linesFromText(report("项目支出绩效自评分析报告\n\n项目名称：驻村经费\n\n2024 年 12 月\n\n")),
    shanxi,
  ).evaluations;
  expect(read).toMatchObject({
    name: "驻村经费",
    layout: "shanxi/2024/report",
    moneyUnit: "元",
    year: 2024,
    indicatorScore: { value: "40" },
    fundingScore: { value: "10" },
    totalScore: { value: "50" },
    grade: { text: "差" },
    text: {
      overview: { text: "按照2万元/人/年的标准，共需经费8万元。" },
      basis: { text: "有关文件。" },
      periodGoal: { text: "保障驻村工作。" },
      yearGoal: null,
      problems: null,
      measures: { text: "无。" },
    },
  });
  expect(read?.funding.map((row) => [row.source, row.reason])).toEqual([
    ["total", null],
    ["local", null],
  ]);
});

test("a report that lost its cover and title takes its name from the conclusion sentence", () => {
  const text = `${report("项目支出绩效自评分析报告\n\n项目名称：甲\n\n")}\n${report("")}`;
  const { evaluations } = recognizeEvaluations(linesFromText(text), shanxi);
  expect(evaluations.map((evaluation) => evaluation.name)).toEqual(["甲", "驻村工作经费"]);
});

test.each([
  ["结果为：总得分 50 分，属于“差”。", "50", "差"],
  ["结果为总得分100分，属“优”。", "100", "优"],
  ["结果为：总得分 93.5 分。", "93.5", undefined],
])("the conclusion %s", (text, total, grade) => {
  const sentence = shanxiReport.conclusion;
  const read = sentence === null ? undefined : readConclusion({ text, place: {} }, sentence, shanxiReport);
  expect(read?.totalScore).toMatchObject({ value: total });
  expect(read?.grade?.text).toBe(grade);
});

test("a chapter whose text follows its heading in one line, in other words for total and grade", () => {
  const text = report("").replace(/1\. 项目自评得分和结论\n\n/u, "1.项目自评得分和结论。");
  const [evaluation] = recognizeEvaluations(
    linesFromText(text.replace("为总得分 50 分，属“差”", "为：综合得分 50 分，等级为“差”")),
    shanxi,
  ).evaluations;
  expect(evaluation?.text.conclusion?.text).toMatch(/^综合考虑预算执行情况/u);
  expect(evaluation?.totalScore).toMatchObject({ kind: "figure", value: "50" });
  expect(evaluation?.grade).toMatchObject({ text: "差", unreadable: false });
});
