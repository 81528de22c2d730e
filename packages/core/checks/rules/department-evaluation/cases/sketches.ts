// Sketches that several cases share.

import type { DisclosureSketch } from "../../testing/disclosure-builder.ts";
import type { DepartmentSketch } from "../../testing/evaluation-builder.ts";

export const department = (sketch: DepartmentSketch): DisclosureSketch => ({
  kind: "department-evaluation",
  title: "示例部门预算绩效自评报告",
  departmentEvaluation: sketch,
});

export const staff = (text: string): DisclosureSketch =>
  department({ sections: [{ heading: "人员概况", paragraphs: [text] }] });

export const weights = (...points: readonly string[]): DisclosureSketch =>
  department({
    indicators: points.map((one, index) => ({
      name: `指标${index}`,
      ...(one === "" ? {} : { points: one }),
    })),
  });

export const groups = (surplusOver10: readonly [string, string], rate = "100"): DepartmentSketch => ({
  projectGroups: [
    { name: "常年项目", count: "2", budget: "155", rate, surplusOver10: surplusOver10[0] },
    { name: "一次性项目", count: "1", budget: "65", rate, surplusOver10: surplusOver10[1] },
  ],
  indicators: [
    { level1: "成本指标", level2: "经济成本指标", name: "运转项目成本", target: "≤135万元", actual: "134.2" },
    { level1: "成本指标", level2: "经济成本指标", name: "帮扶项目成本", target: "≤20万元", actual: "15.9" },
    { level1: "成本指标", level2: "经济成本指标", name: "车辆购置成本", target: "≤65万元", actual: "64.18" },
  ],
});

export const problemsAndMeasures = (
  problems: readonly string[],
  measures: readonly string[],
): DisclosureSketch =>
  department({
    sections: [
      { heading: "存在问题", paragraphs: problems },
      { heading: "改进建议", paragraphs: measures },
    ],
  });
