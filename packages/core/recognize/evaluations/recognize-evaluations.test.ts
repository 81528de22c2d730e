import { describe, expect, test } from "vitest";
import type { Indicator, IndicatorValue } from "../../evaluation/project-evaluation.ts";
import type { CellValue } from "../../figures/figure.ts";
import { evaluations as national } from "../../regions/national/evaluation.ts";
import { evaluations as shanxi } from "../../regions/shanxi/evaluation.ts";
import { evaluations as sichuan } from "../../regions/sichuan/evaluation.ts";
import { recognizeEvaluations } from "./recognize-evaluations.ts";
import { linesFromText } from "./testing/tab-text.ts";

const LAYOUTS = [...shanxi, ...sichuan, ...national];

const figure = (value: CellValue | null | undefined): string | null =>
  value?.kind === "figure" ? value.value : value?.kind === "unreadable" ? "unreadable" : null;
const shown = (value: IndicatorValue | null): string | null =>
  value === null ? null : value.unreadable ? "unreadable" : value.raw;
const rowOf = (one: Indicator): readonly unknown[] => [
  one.level2,
  one.name,
  shown(one.target),
  shown(one.actual),
  figure(one.points),
  figure(one.score),
];

/** A sheet with two target columns; the rows under test stand between a first and a last row. */
function sheet(
  rows: string,
  funding = "||资金总额:|25|25|25|24|1|96|9.6|\n||市县区财政资金|25|25|25|24|1|96|9.6|按实际支付",
): string {
  return `# 设备购置费项目支出绩效自评表

|项目名|称|||设备购置费|||||||
||||年初预算数|||||||
|||目标申报数|预算编制数|全年预算数|全年执行数|资金结(转)余|执行率|得分|偏差原因
${funding}
项目||||年度目标||||实际完成情况|||
||保证全年|工作完成。||||||已完成|。|
|一级指标|二级指标|三级指标|年初指标值|调整后指标值|实际完成值|定性值情况说明|分值|得分|偏差原因分析及改进措施|
|产出指标|数量指标|购置设备台数|= 台|= 4台|= 4台||20|20||
${rows}
|满意度指标|服务对象满意度|使用人员满意度|≥%|≥ 90%|≥ 95%||10|10||
||总 分||||||95.6||优|`;
}

function read(rows: string, funding?: string) {
  const result = recognizeEvaluations(linesFromText(sheet(rows, funding)), LAYOUTS);
  const [evaluation] = result.evaluations;
  if (evaluation === undefined) throw new Error("no evaluation");
  return {
    ...result,
    evaluation,
    rows: evaluation.indicators.slice(1, -1).map(rowOf),
    codes: result.problems.map((problem) => problem.code),
  };
}

test("levels printed without 指标 are the levels that they shorten", () => {
  const { rows, codes } = read(
    "||质量|设备合格率|= %|= 100%|= 100%||10|10||\n||时效|按期购置||及时|达成预期指标||10|10||",
  );
  expect(rows.map(([level, name]) => [level, name])).toEqual([
    ["质量指标", "设备合格率"],
    ["时效指标", "按期购置"],
  ]);
  expect(codes).toEqual([]);
});

test("the head, goal, total and grade of a form are read", () => {
  const { evaluation } = read("||质量指标|设备合格率|= %|= 100%|= 100%||10|10||");
  expect(evaluation).toMatchObject({
    name: "设备购置费",
    layout: "shanxi/2024/sheet",
    goal: { text: "保证全年工作完成。" },
    achievement: { text: "已完成。" },
    grade: { text: "优", unreadable: false },
  });
  expect([figure(evaluation.totalScore), figure(evaluation.fundingScore)]).toEqual(["95.6", "9.6"]);
});

describe("rows of the indicators", () => {
  const quality = ["质量指标", "设备合格率", "= 100%", "= 100%", "10", "10"];
  const timely = ["时效指标", "设备交付时效", "2024 年度", "达成预期指标", "10", "10"];
  test.each<readonly [string, string, readonly unknown[]]>([
    ["a plain row", "||质量指标|设备合格率|= %|= 100%|= 100%||10|10||", quality],
    [
      "points and score moved left by one",
      "||时效指标|设备交付时效||2024 年度|达成预期指 标|10|10|||",
      timely,
    ],
    ["a number printed three times", "||时效指标|设备交付时效||2024 年度|达成预期指 标|10|10|10||", timely],
    [
      "target and actual moved left by one",
      "||时效指标|设备交付时效|2024 年度|达成预期指 标|||10|10||",
      timely,
    ],
    ["a whole row shifted left", "|质量指标|设备合格率|= %|= 100%|= 100%||10|10||", quality],
    ["a whole row shifted right", "|||质量指标|设备合格率|= %|= 100%|= 100%||10|10|", quality],
    ["a name printed twice", "||质量指标|设备合格率|设备合格率|= 100%|= 100%||10|10||", quality],
    [
      "a row squeezed into one cell",
      "||产出指 质量指标 设备合格率 = % = 100% = 100%||||||10|10||",
      ["质量指标", "设备合格率", "=100%", "=100%", "10", "10"],
    ],
    ["a stray stop after a score", "||质量指标|设备合格率|= %|= 100%|= 100%||10|10 ,||", quality],
    [
      "a level name with a sliver of the next cell",
      "|产出指 标 效|质量指标|设备合格率|= %|= 100%|= 100%||10|10||",
      quality,
    ],
    [
      "a blank score",
      "||质量指标|设备合格率|= %|= 100%|= 0%||10|||",
      ["质量指标", "设备合格率", "= 100%", "= 0%", "10", null],
    ],
    [
      "a score of zero",
      "||质量指标|设备合格率|= %|= 100%|= 0%||10|0||",
      ["质量指标", "设备合格率", "= 100%", "= 0%", "10", "0"],
    ],
    [
      "a garbled unit with the form's pattern",
      "||成本指标|设备价款|= 元|= 250000元|= 2499197G||10|9||",
      ["成本指标", "设备价款", "= 250000元", "= 2499197G", "10", "9"],
    ],
  ])("%s", (_, row, expected) => expect(read(row).rows).toEqual([expected]));

  test("a garbled 元 gives the amount without the letters, and says so", () => {
    const { evaluation, codes } = read("||成本指标|设备价款|= 元|= 250000元|= 2499197G||10|9||");
    expect(evaluation.indicators[1]).toMatchObject({
      doubtful: true,
      actual: { value: "249919", unit: "元" },
    });
    expect(codes).toContain("unit-misread");
  });

  test("a lost second level is restored by the form's order and is doubtful", () => {
    const { evaluation, codes } = read(
      "||质量指标|设备合格率|= %|= 100%|= 100%||10|10||\n|效益指 标|13.11.11|保障工作开展||保障|达成预期指标||30|30||",
    );
    expect(evaluation.indicators.map((one) => one.level1)).toEqual([
      "产出指标",
      "产出指标",
      "效益指标",
      "满意度指标",
    ]);
    expect(evaluation.indicators[2]?.doubtful).toBe(true);
    expect(codes).toContain("level-restored");
  });

  test("a clipped tier keeps its print, and the problem names the tier", () => {
    const { evaluation, problems } = read("||时效指标|设备交付时效||及时|预期指标且 效||10|||");
    expect(evaluation.indicators[1]).toMatchObject({
      doubtful: true,
      actual: { raw: "预期指标且效", value: null },
    });
    expect(problems.find((problem) => problem.code === "tier-clipped")?.message).toContain(
      "未完成预期指标且效果较差",
    );
  });

  test("a row continued after a page break is one row", () => {
    expect(
      read("||成本指标|各项费用预算||办公费5万元；差旅|达成预期指标||10|10||\n\n|||||费3万元||||||").rows,
    ).toEqual([["成本指标", "各项费用预算", "办公费5万元；差旅费3万元", "达成预期指标", "10", "10"]]);
  });

  test("a lost row is left out and said, never invented", () => {
    const { rows, codes } = read("||质量指标|设备合格率|= %|= 100%|= 100%||10|10||\n|指标|||||||||");
    expect(rows).toHaveLength(1);
    expect(codes).toContain("row-lost");
  });

  test("元 standing alone in a reason column is no reason", () => {
    const { evaluation } = read("||质量指标|设备合格率|= %|= 100%|= 100%||10|10|元|");
    expect(evaluation.indicators[1]?.reason).toBeNull();
  });
});

const amounts = (funding: string) => {
  const fields = read("||质量指标|设备合格率|= %|= 100%|= 100%||10|10||", funding).evaluation.funding[0]
    ?.fields;
  return [
    fields?.declared,
    fields?.compiled,
    fields?.adjusted,
    fields?.executed,
    fields?.remaining,
    fields?.rate,
    fields?.score,
  ].map(figure);
};

describe("the money block", () => {
  const plain = "||市县区财政资金|25|25|25|24.992|0.008|99.97|10.00|按实际支付";
  test.each<readonly [string, string, readonly (string | null)[]]>([
    [
      "||资金总额:|25|2|5|25|24.992|0.008|99.97|10|",
      plain,
      ["25", "25", "25", "24.992", "0.008", "99.97", "10"],
    ],
    [
      "||资金总额:|25|-2|5|25|24.992|0.008|99.97|10|",
      plain,
      ["25", "25", "25", "24.992", "0.008", "99.97", "10"],
    ],
    [
      "||资金总额:|25||25|25|24.992|0.008|99.97|10|",
      plain,
      ["25", "25", "25", "24.992", "0.008", "99.97", "10"],
    ],
    [
      "||资金总额:|862.06|862|2.06|862.06|802.916|59.144|93.14|9.31|",
      "||市县区财政资金|862.06|862|2.06|862.06|802.916|59.144|93.14|9.31|",
      ["862.06", "862.06", "862.06", "802.916", "59.144", "93.14", "9.31"],
    ],
    [
      "||资金总额:|38.08|38|.08|38.08|37.811|0.269|99.29|9.93|",
      "||市县区财政资金|38.08|38|.08|38.08|37.811|0.269|99.29|9.93|",
      ["38.08", "38.08", "38.08", "37.811", "0.269", "99.29", "9.93"],
    ],
    [
      "||资金总额:|10.2|10|).2|0|0|0|0|0|",
      "||市县区财政资金|10.2|10|).2|0|0|0|0.00|0.00|未开展",
      ["10.2", "10.2", "0", "0", "0", "0", "0"],
    ],
  ])("%s", (total, part, expected) => {
    expect(amounts(`${total}\n${part}`)).toEqual(expected);
  });
});

test("values that slipped to the line under their label come with it", () => {
  const { evaluation } = read(
    "||质量指标|设备合格率|= %|= 100%|= 100%||10|10||",
    "||资金总额:||||||||\n|||2|2|2|2|0|100|10|\n||市县区财政资金|2|2|2|2|0|100|10|",
  );
  expect(evaluation.funding.map((row) => figure(row.fields.executed))).toEqual(["2", "2"]);
});

test("two forms without a title between them are two evaluations", () => {
  const text = sheet("||质量指标|设备合格率|= %|= 100%|= 100%||10|10||");
  const { evaluations } = recognizeEvaluations(
    linesFromText(`${text}\n\n${text.split("\n").slice(2).join("\n")}`),
    LAYOUTS,
  );
  expect(evaluations.map((evaluation) => [evaluation.name, evaluation.indicators.length])).toEqual([
    ["设备购置费", 3],
    ["设备购置费", 3],
  ]);
});

test("a printed instruction is never a reason, and labels glued to values are cut off", () => {
  const text = `部门预算项目支出绩效自评表

项目名称||51111321T000000112594-保运转类专项||||||||
主管部门||区委办部门|||实施单位 (盖章)||某某区委办公室||
项目基本情况|1. 项目年度目标完成情况|项目年度目标 购买3辆车||||年度目标完成情况 购买1辆车|||
|2. 项目实施内容及过程概述|购置1辆车。|||||||
预算执行情况|年度预算数(万元)|年初预算|调整后预算数|预算执行数||预算执行率|权重|得分|原因
|总额|65.00|16.18|16.18||100.00%|10|10|1. 预算执行率=预算执行数/调整后预算数，未达到90%的需说明原因
|其中: 财政资金|65.00|16.18|16.18||100.00%|/|/|
绩效指标|一级指标|二级指标|三级指标|指标性质|指标值|度量单位|完成值|权重|得分|未完成原因分析
|产出指标|数量指标|购车数量|=|3|辆|1|20|20|仅能购置1辆
成本指标|经济成本指标|购车成本|≤|65|万元|16.18|10|10|
合计|||||||||100|100
评价结论|完成较好。
存在问题|进度不够均衡。
改进措施|规范支付节点。`;
  const [evaluation] = recognizeEvaluations(linesFromText(text), LAYOUTS).evaluations;
  expect(evaluation).toMatchObject({
    name: "保运转类专项",
    code: "51111321T000000112594",
    goal: { text: "购买3辆车" },
    achievement: { text: "购买1辆车" },
    unit: { text: "某某区委办公室" },
    text: { implementation: { text: "购置1辆车。" }, problems: { text: "进度不够均衡。" } },
  });
  expect(evaluation?.funding.map((row) => row.reason)).toEqual([null, null]);
  expect(evaluation?.indicators.map((one) => [one.level1, ...rowOf(one), one.reason?.text ?? null])).toEqual([
    ["产出指标", "数量指标", "购车数量", "=3辆", "1", "20", "20", "仅能购置1辆"],
    ["成本指标", "经济成本指标", "购车成本", "≤65万元", "16.18", "10", "10", null],
  ]);
});
