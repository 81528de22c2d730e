// Cases of the rules on sections, names and codes that must be the same throughout.

import { part, section, sentences } from "../../../../forms/report-outline.ts";
import { t } from "../../../../sentences/template.ts";
import type { TableSketch } from "../../testing/disclosure-builder.ts";
import type { RuleCase } from "../../testing/rule-cases.ts";
import { headings, procurement, prose } from "./sketches.ts";

/** A form of three sections, in force in a place. */
const formOfThree = {
  edition: {
    divisions: ["99"],
    report: [
      part(
        "情况说明",
        t`情况说明`,
        section("收入决算情况说明", ...sentences("income-composition")),
        section("支出决算情况说明", ...sentences("expenditure-composition")),
        section("政府采购支出情况", ...sentences("procurement")),
      ),
    ],
  },
};
const coded = (concept: string, name: string): TableSketch => ({
  concept,
  rows: [{ code: "2110301", name, cells: { total: "1.00" } }],
});

export const sectionCases: readonly RuleCase[] = [
  {
    rule: "sections-are-complete",
    when: "every section of the form stands in its order",
    around: formOfThree,
    sketch: headings("一、收入决算情况说明", "二、支出决算情况说明", "三、政府采购支出情况"),
    says: "held",
  },
  {
    rule: "sections-are-complete",
    when: "a section is left out, and another has a heading like it",
    around: formOfThree,
    sketch: headings("一、收入决算情况说明", "三、政府采购支出情况"),
    says: "warning",
    names: ["支出决算情况说明"],
  },
  {
    rule: "sections-are-complete",
    when: "two sections are exchanged",
    around: formOfThree,
    sketch: headings("二、支出决算情况说明", "一、收入决算情况说明", "三、政府采购支出情况"),
    says: "warning",
  },
  {
    rule: "codes-carry-one-name",
    when: "a table prints another name for a code",
    sketch: {
      tables: [
        coded("income", "水体"),
        coded("expenditure", "大气"),
        coded("general-budget-expenditure", "大气"),
      ],
    },
    says: "warning",
    names: ["2110301", "水体", "大气"],
  },
  {
    rule: "codes-carry-one-name",
    when: "a narrow column cuts the name",
    sketch: {
      tables: [
        coded("income", "机关事业单位基本养老保险"),
        coded("expenditure", "机关事业单位基本养老保险缴费支出"),
      ],
    },
    says: "held",
  },
  {
    rule: "unit-name-is-the-same-everywhere",
    when: "the heading of a part names another office",
    sketch: {
      unit: { name: "示例市示例区财政局" },
      tables: [{ ...procurement("1.00"), printedUnit: "示例市示例区财政局" }],
      ...headings("示例市示例区教育局概况"),
    },
    says: "error",
    names: ["教育局"],
  },
  {
    rule: "unit-name-is-the-same-everywhere",
    when: "a sentence writes the name a little otherwise",
    sketch: {
      unit: { name: "示例市示例区规划和自然资源局" },
      tables: [{ ...procurement("1.00"), printedUnit: "示例市示例区规划和自然资源局" }],
      ...prose("政府采购支出情况", "示例市示例区规划与自然资源局2024年度政府采购金额为1.00万元。"),
    },
    says: "held",
  },
  {
    rule: "changes-have-reasons",
    when: "an item differs from its budget and no reason follows",
    sketch: prose("支出决算具体情况", "年初预算为2.00万元，支出决算为1.00万元，决算数小于预算数。"),
    says: "warning",
  },
  {
    rule: "placeholders-are-filled",
    when: "the form's blank words are left",
    sketch: prose("支出决算具体情况", "主要用于：XXXXXXXX。"),
    says: "error",
  },
  {
    rule: "years-belong-to-the-report",
    when: "a sentence begins with the unit's name and another year",
    sketch: {
      year: 2024,
      ...prose("收入支出决算总体情况说明", "示例市示例局2023年度收入支出总计1.00万元。"),
    },
    says: "warning",
    names: ["2023"],
  },
  {
    rule: "years-belong-to-the-report",
    when: "a year lost a digit",
    sketch: { year: 2024, ...prose("概况", "示例市示例局202年度部门决算情况说明") },
    says: "warning",
  },
];
