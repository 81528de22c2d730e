// The report as most places order it: what stands in 概况, 情况说明 and 名词解释.

import { ownText, part, section, sentences } from "../../forms/report-outline.ts";
import type { OutlineContent, ReportPart } from "../../forms/report-outline.ts";
import { plainYear, t } from "../../sentences/template.ts";

export const overview: ReportPart = part(
  "概况",
  t`概况`,
  section("本部门（单位）职责", ownText("本部门（单位）的主要职责")),
  section("机构设置情况", ownText("内设机构和所属单位")),
);

export const tables: ReportPart = part("决算表", t`${plainYear}部门决算表`, { kind: "tables" });

const performance: OutlineContent = section(
  "预算绩效情况说明",
  section("预算绩效管理工作开展情况", ...sentences("performance"), ownText("绩效管理工作的其他情况", false)),
  section("其他需要说明的事项", ownText("其他需要说明的事项", false)),
);

/** 一般公共预算财政拨款支出: its total, its structure, every class or 项 of it, and 基本支出. */
export const generalBudgetSections: readonly OutlineContent[] = [
  section(
    "一般公共预算财政拨款支出决算情况说明",
    section("一般公共预算财政拨款支出决算总体情况", ...sentences("general-budget-total")),
    section("一般公共预算财政拨款支出决算结构情况", ...sentences("general-budget-structure")),
    section("一般公共预算财政拨款支出决算具体情况", ...sentences("general-budget-detail")),
  ),
  section("一般公共预算财政拨款基本支出决算情况说明", ...sentences("general-budget-basic")),
];

/** Totals of both sides, and what income and expenditure are made of. */
export const totalSections: readonly OutlineContent[] = [
  section("收入支出决算总体情况说明", ...sentences("income-expenditure-totals")),
  section("收入决算情况说明", ...sentences("income-composition")),
  section("支出决算情况说明", ...sentences("expenditure-composition")),
];

export const explanation: ReportPart = part(
  "情况说明",
  t`情况说明`,
  ...totalSections,
  section("财政拨款收支决算总体情况说明", ...sentences("appropriation-totals")),
  ...generalBudgetSections,
  section("政府性基金预算财政拨款收支决算情况说明", ...sentences("government-fund")),
  section("国有资本经营预算财政拨款支出决算情况说明", ...sentences("state-capital")),
  section(
    "财政拨款“三公”经费支出决算情况说明",
    section("“三公”经费财政拨款支出决算总体情况说明", ...sentences("three-public-total")),
    section("“三公”经费财政拨款支出决算具体情况说明", ...sentences("three-public-detail")),
  ),
  section(
    "其他重要事项情况说明",
    section("机关运行经费支出情况说明", ...sentences("running-costs")),
    section("政府采购情况说明", ...sentences("procurement")),
    section("国有资产占用情况说明", ...sentences("assets")),
    performance,
  ),
);

export const terms: ReportPart = part("名词解释", t`名词解释`, { kind: "terms" });

/** Attachments (附件): the self-evaluations. */
export const attachments: ReportPart = part("附件", t`附件`, { kind: "evaluations" });

export const nationalReport: readonly ReportPart[] = [overview, tables, explanation, terms];
