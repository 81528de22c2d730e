// Damage that mutated copies show: headers misread, shifted or lost, blanks in numbers, levels repeated.

import { expect, test } from "vitest";

import type { CellValue } from "../../figures/figure.ts";
import { allEvaluationLayouts } from "../../regions/index.ts";
import { readAnnex } from "./annex.ts";
import { recognizeEvaluations } from "./recognize-evaluations.ts";
import { linesFromText } from "./testing/tab-text.ts";

const figure = (value: CellValue | null | undefined): string | null =>
  value?.kind === "figure" ? value.value : null;

const HEADER =
  "一级指标|二级指标|指标名称|年度指标||实际完成值|定性情况说明|权重|得分|偏差原因分析及改进措施";

function report(subHeader: string, rows: string): string {
  return `项目支出绩效自评分析报告

项目名称：河道巡查经费

资金来源|年初预算数||全年预算数(元)|全年执行数(元)|资金结(转)余(元)|执行率|得分|偏差原因
|目标申报(元)|预算编制(元)||||||
合计|1 20,000|120 ,000|120,000|96, 000|24,000|80|8|

${HEADER}
${subHeader}
${rows}`;
}

const read = (text: string) => recognizeEvaluations(linesFromText(text), allEvaluationLayouts).evaluations;
const ROWS = `产出指标|数量指标|巡查次数||≥40次|38||20|19|
|质量指标|问题整改率||=100%|100||20|20|`;

test("blanks around the marks of a number, and inside a grouped one, do not part it", () => {
  const [total] = read(report("|||年初指标|调整后指标|||||", ROWS))[0]?.funding ?? [];
  expect(
    (["declared", "compiled", "adjusted", "executed"] as const).map((field) => figure(total?.fields[field])),
  ).toEqual(["120000", "120000", "120000", "96000"]);
});

test("a blank between the digits of one amount joins no neighbour to it", () => {
  const text = report("|||年初指标|调整后指标|||||", ROWS).replace(
    "合计|1 20,000|120 ,000|120,000|96, 000|24,000|80|8|",
    "合计|200.00|200.00|20 0.00|11 7.23|82.77|58.62|5.86|",
  );
  const [total] = read(text)[0]?.funding ?? [];
  expect(
    (["compiled", "adjusted", "executed"] as const).map((field) => figure(total?.fields[field])),
  ).toEqual(["200.00", "200.00", "117.23"]);
});

test.each([
  ["misread", "|||丨初指标|调整后指木|||||"],
  ["shifted to the left", "年初指标|调整后指标||||||||"],
])("a second header row that is %s is no indicator and moves no column", (_, subHeader) => {
  const [evaluation] = read(report(subHeader, ROWS));
  expect(evaluation?.indicators.map(({ name, target, actual }) => [name, target?.raw, actual?.raw])).toEqual([
    ["巡查次数", "≥40次", "38"],
    ["问题整改率", "=100%", "100"],
  ]);
});

test("a continued row that repeats its levels belongs to the row before", () => {
  const rows = `产出指标|成本指标|各项费用||巡查费3万元；|达成预期指标||20|20|

产出指标|成本指标|||维修费2万元|||||`;
  const [evaluation] = read(report("|||年初指标|调整后指标|||||", rows));
  expect(evaluation?.indicators.map(({ name, target }) => [name, target?.raw])).toEqual([
    ["各项费用", "巡查费3万元；维修费2万元"],
  ]);
});

const ANNEX = `部门名称||某县水务局||||||
年度主要任务|任务名称|主要内容||||||
|河道巡查|巡查全县河道||||||
年度绩效指标|一级指标|二级指标|三级指标|指标性质|指标值|度量单位|权重|实际完成值
|产出指标|数量指标|巡查次数|≥|40|次|10%|38
|效益指标|社会效益指标|提升河湖管护效益|定性|持续提升||10%|持续提升`;

test("the annex of a department is told by its own rows where its title is lost", () => {
  const lines = linesFromText(ANNEX);
  expect(recognizeEvaluations(lines, allEvaluationLayouts).evaluations).toEqual([]);
  expect(readAnnex(lines)?.indicators.map(({ name }) => name)).toEqual(["巡查次数", "提升河湖管护效益"]);
});

test("a header repeated on the next page begins no other form", () => {
  const rows = ROWS.replace("\n", `\n\n${HEADER}\n|||年初指标|调整后指标|||||\n`);
  const evaluations = read(report("|||年初指标|调整后指标|||||", rows));
  expect(evaluations.map(({ indicators }) => indicators.map(({ name }) => name))).toEqual([
    ["巡查次数", "问题整改率"],
  ]);
});

test("forms whose indicator header is lost begin at their first row of indicators", () => {
  const one = report("|||年初指标|调整后指标|||||", ROWS).replace(`${HEADER}\n`, "");
  const names = read(`${one}\n\n三、结论\n\n${one.replace("河道巡查经费", "水库维护经费")}`).map(
    ({ name, indicators }) => [name, ...indicators.map(({ points }) => figure(points))],
  );
  expect(names).toEqual([
    ["河道巡查经费", "20", "20"],
    ["水库维护经费", "20", "20"],
  ]);
});

test.each(["合计", "总计", "总分"])("a total row headed %s is the total and no indicator", (word) => {
  const form = `项目支出绩效自评表

项目名称||绿化养护费|||||
绩效指标|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
|产出指标|数量指标|养护面积|40亩|38亩|10|8
${word}||||||10|8`;
  const [evaluation] = read(form);
  expect(evaluation?.indicators).toHaveLength(1);
  expect(figure(evaluation?.totalScore)).toBe("8");
});
