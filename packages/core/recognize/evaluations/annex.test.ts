import { expect, test } from "vitest";
import { evaluations as sichuan } from "../../regions/sichuan/evaluation.ts";
import { readAnnex } from "./annex.ts";
import { recognizeEvaluations } from "./recognize-evaluations.ts";
import { linesFromText } from "./testing/tab-text.ts";

const ANNEX = `附表：部门整体支出绩效目标完成情况自评表

部门整体支出绩效目标完成情况自评表

单位：万元

部门名称||某某区委办公室||||||
年度部门整体支出预算|资金总额|财政拨款|其他资金|||||
|1040.06|1040.06||||||
年度总体目标|1.保障工作开展。2.购置3辆车。|||||||
年度主要任务|任务名称|主要内容||||||
|公车购买|购置公务用车||||||
年度绩效指标|一级指标|二级指标|三级指标|绩效指标性质|绩效指标值|绩效度量单位|权重|实际完成指标值
|产出指标|数量指标|接待批次|≥|5|次|3%|9
|产出指标|质量指标|运行维护|定性|据实保障||2%|据实保障

||车辆验收合格率|=|100|%|2%|100||
||||效益指标|社会效益指标|网站正常访问|定性|有效保障||2%
提升部门发布信息|定性|持续提升||||2%|持续提升||

||效率||||||
||可持续影响指标|使用年限|≥|6|年|2%|6
满意度指标|满意度指标|群体满意度|≥|95|%|2%|95|
成本指标|经济成本指标|购置成本|≤|65|万元|5%|16.18|`;

test("the annex is read with shifted pages, lost actuals and a name cut by a page break", () => {
  const annex = readAnnex(linesFromText(ANNEX), sichuan);
  expect(annex?.unit?.text).toBe("某某区委办公室");
  expect(annex?.budget).toMatchObject({
    total: { value: "1040.06" },
    appropriation: { value: "1040.06" },
    other: null,
  });
  expect(annex?.goal?.text).toBe("1.保障工作开展。2.购置3辆车。");
  expect(annex?.tasks.map(({ name, content }) => [name, content])).toEqual([["公车购买", "购置公务用车"]]);
  const points = annex?.indicators.map((one) => (one.points?.kind === "figure" ? one.points.value : null));
  expect(
    annex?.indicators.map((one, index) => [
      one.level1,
      one.level2,
      one.name,
      one.target?.raw,
      points?.[index],
      one.actual?.raw ?? null,
      one.score,
    ]),
  ).toEqual([
    ["产出指标", "数量指标", "接待批次", "≥5次", "3", "9", null],
    ["产出指标", "质量指标", "运行维护", "据实保障", "2", "据实保障", null],
    ["产出指标", "质量指标", "车辆验收合格率", "=100%", "2", "100", null],
    ["效益指标", "社会效益指标", "网站正常访问", "有效保障", "2", null, null],
    ["效益指标", "社会效益指标", "提升部门发布信息效率", "持续提升", "2", "持续提升", null],
    ["效益指标", "可持续影响指标", "使用年限", "≥6年", "2", "6", null],
    ["满意度指标", "满意度指标", "群体满意度", "≥95%", "2", "95", null],
    ["成本指标", "经济成本指标", "购置成本", "≤65万元", "5", "16.18", null],
  ]);
});

test("the annex is no project evaluation", () => {
  expect(recognizeEvaluations(linesFromText(ANNEX), sichuan).evaluations).toEqual([]);
});

test("lines without the annex hold none", () => {
  expect(readAnnex(linesFromText("项目支出绩效自评表\n\n|一级指标|二级指标|三级指标"), sichuan)).toBeNull();
});
