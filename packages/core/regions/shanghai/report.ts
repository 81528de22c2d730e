// The report in the order of the city's form (附件2：部门决算模板).

import { ownText, part, section, sentences } from "../../forms/report-outline.ts";
import type { ReportPart } from "../../forms/report-outline.ts";
import { generalBudgetSections, totalSections } from "../national/report.ts";
import { t, unitName, year } from "../../sentences/template.ts";

export const shanghaiReport: readonly ReportPart[] = [
  part(
    "概况",
    t`${unitName}概况`,
    section("主要职能", ownText("本部门（单位）的主要职能")),
    section("部门决算单位构成", ownText("纳入决算编报范围的单位")),
  ),
  part("决算表", t`${unitName}${year}部门决算表`, { kind: "tables" }),
  part(
    "情况说明",
    t`${unitName}${year}部门决算情况说明`,
    ...totalSections,
    section("财政拨款收入支出决算总体情况说明", ...sentences("appropriation-totals")),
    ...generalBudgetSections,
    section(
      "财政拨款“三公”经费支出决算情况说明",
      section("“三公”经费财政拨款支出决算总体情况说明", ...sentences("three-public-total")),
      section(
        "“三公”经费财政拨款支出决算具体情况说明",
        ...sentences("three-public-shares", "three-public-detail", "three-public-reception"),
      ),
    ),
    section("政府性基金预算财政拨款收入支出决算情况说明", ...sentences("government-fund")),
    section("国有资本经营预算财政拨款收入支出决算情况说明", ...sentences("state-capital")),
    section(
      "预算绩效管理情况",
      ownText("预算绩效管理制度和工作开展情况", false),
      ...sentences("performance-by-stage"),
    ),
    section(
      "其他重要事项的情况说明",
      section("机关运行经费支出情况", ...sentences("running-costs")),
      section("政府采购支出情况", ...sentences("procurement", "procurement-reserved")),
      section("国有资产占有使用情况说明", ...sentences("assets")),
    ),
  ),
  part("名词解释", t`名词解释`, { kind: "terms" }),
];
