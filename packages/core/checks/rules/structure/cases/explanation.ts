// Cases of the rules on the explanation beside the tables.

import type { RuleCase } from "../../testing/rule-cases.ts";
import { prose, figures, procurement, detail, structure, performance } from "./sketches.ts";

export const explanationCases: readonly RuleCase[] = [
  {
    rule: "empty-government-fund-table-carries-a-statement",
    when: "an empty table says nothing",
    sketch: { tables: [{ concept: "government-fund" }] },
    says: "error",
  },
  {
    rule: "empty-government-fund-table-carries-a-statement",
    when: "the note says there is no data",
    sketch: { tables: [{ concept: "government-fund", notes: ["说明：本表无数据"] }] },
    says: "held",
  },
  {
    rule: "empty-government-fund-table-carries-a-statement",
    when: "the explanation says so",
    sketch: {
      tables: [{ concept: "government-fund" }],
      ...prose("政府性基金预算财政拨款收支决算情况说明", "本年度无此项收支。"),
    },
    says: "held",
  },
  {
    rule: "empty-state-capital-table-carries-a-statement",
    when: "an empty table says nothing",
    sketch: { tables: [{ concept: "state-capital" }] },
    says: "error",
  },
  {
    rule: "empty-state-capital-table-carries-a-statement",
    when: "the table has figures",
    sketch: { tables: [figures("state-capital", { total: "1.00" })] },
    says: "not-applicable",
  },
  {
    rule: "empty-three-public-table-carries-a-statement",
    when: "an empty table says nothing",
    sketch: { tables: [{ concept: "three-public" }] },
    says: "error",
  },
  {
    rule: "empty-three-public-table-carries-a-statement",
    when: "prose states zero",
    sketch: {
      tables: [{ concept: "three-public" }],
      ...prose("“三公”经费支出决算情况说明", "“三公”经费支出0万元。"),
    },
    says: "held",
  },
  {
    rule: "structure-lists-every-class",
    when: "a class with money is not named",
    sketch: structure("一般公共服务支出（类）1,164.06万元，占比99.13%"),
    says: "warning",
    names: ["卫生健康支出10.24"],
  },
  {
    rule: "structure-lists-every-class",
    when: "all are named",
    sketch: structure("一般公共服务支出（类）1,164.06万元；", "卫生健康支出（类）10.24万元。"),
    says: "held",
  },
  {
    rule: "structure-lists-every-class",
    when: "a class is named that the table has not",
    sketch: structure(
      "一般公共服务支出（类）1,164.06万元；卫生健康支出（类）10.24万元；节能环保支出（类）3.00万元。",
    ),
    says: "warning",
    names: ["节能环保支出"],
  },
  {
    rule: "structure-lists-every-class",
    when: "the table is missing",
    sketch: prose("一般公共预算支出结构", "无"),
    says: "not-checked",
  },
  {
    rule: "listed-items-have-figures",
    when: "an item has a blank cell",
    sketch: { tables: [detail], ...prose("基本支出", "公用经费15.72万元，主要包括办公费、印刷费等。") },
    says: "warning",
    names: ["印刷费"],
  },
  {
    rule: "listed-items-have-figures",
    when: "items have figures, one unreadable",
    sketch: { tables: [detail], ...prose("基本支出", "公用经费15.72万元，主要包括办公费、电费等。") },
    says: "held",
  },
  {
    rule: "listed-items-have-figures",
    when: "the detail table is missing",
    sketch: prose("基本支出", "公用经费15.72万元，主要包括办公费。"),
    says: "not-checked",
  },
  {
    rule: "vehicles-kept-fit-vehicles-owned",
    when: "more are kept than owned",
    sketch: {
      tables: [figures("disclosure-statistics", { amount: "2" }, "7")],
      ...prose("三公", "公务用车保有量共3辆"),
    },
    says: "warning",
  },
  {
    rule: "vehicles-kept-fit-vehicles-owned",
    when: "fewer are kept",
    sketch: {
      tables: [figures("disclosure-statistics", { amount: "10" }, "7")],
      ...prose("三公", "公务用车保有量共3辆"),
    },
    says: "hint",
  },
  {
    rule: "vehicles-kept-fit-vehicles-owned",
    when: "both agree",
    sketch: {
      tables: [figures("disclosure-statistics", { amount: "2" }, "7")],
      ...prose("三公", "公务用车保有量共2辆"),
    },
    says: "held",
  },
  {
    rule: "vehicles-kept-fit-vehicles-owned",
    when: "the table is missing",
    sketch: prose("三公", "公务用车保有量共2辆"),
    says: "not-checked",
  },
  {
    rule: "procurement-names-small-firms",
    when: "small firms are not named",
    sketch: { tables: [procurement("14.58")], ...prose("政府采购", "政府采购支出总额14.58万元。") },
    says: "warning",
    names: ["14.58"],
  },
  {
    rule: "procurement-names-small-firms",
    when: "nothing went to them",
    sketch: { tables: [procurement("14.58")], ...prose("政府采购", "授予中小企业合同金额0万元。") },
    says: "hint",
  },
  {
    rule: "procurement-names-small-firms",
    when: "their amount is stated",
    sketch: { tables: [procurement("14.58")], ...prose("政府采购", "授予中小企业合同金额14.58万元。") },
    says: "held",
  },
  {
    rule: "procurement-names-small-firms",
    when: "the cell is blank",
    sketch: { tables: [procurement("")], ...prose("政府采购", "无") },
    says: "not-applicable",
  },
  {
    rule: "statement-of-none-matches-table",
    when: "the table has money",
    sketch: {
      tables: [figures("government-fund", { total: "120.00" })],
      ...prose("政府性基金预算财政拨款收支决算情况说明", "本年度无此项收支。"),
    },
    says: "error",
    names: ["120.00"],
  },
  {
    rule: "statement-of-none-matches-table",
    when: "the table is empty",
    sketch: {
      tables: [{ concept: "government-fund" }],
      ...prose("政府性基金预算财政拨款收支决算情况说明", "本年度无此项收支。"),
    },
    says: "held",
  },
  {
    rule: "changes-have-reasons",
    when: "no reason follows",
    sketch: prose("总体情况", "与上年相比，收入总计增加590.70万元，增长91.53%。"),
    says: "warning",
  },
  {
    rule: "changes-have-reasons",
    when: "the reason stands in the next paragraph",
    sketch: prose("总体情况", "与上年相比，收入总计增加590.70万元；", "主要原因是项目增加。"),
    says: "held",
  },
  {
    rule: "changes-have-reasons",
    when: "the reason is empty",
    sketch: prose("总体情况", "比上年减少5.00万元，主要原因是：。"),
    says: "warning",
  },
  {
    rule: "changes-have-reasons",
    when: "nothing changed",
    sketch: prose("总体情况", "与上年相比增加0.00万元。"),
    says: "not-applicable",
  },
  { rule: "changes-have-reasons", when: "there is no prose", sketch: {}, says: "not-checked" },
  {
    rule: "reasons-agree-with-amounts",
    when: "money was spent on what is not there",
    sketch: prose("三公", "公务用车运行维护费支出5.00万元，公务用车保有量共2辆，主要用于：单位无此项支出。"),
    says: "error",
    names: ["5.00"],
  },
  {
    rule: "reasons-agree-with-amounts",
    when: "nothing was spent",
    sketch: prose("三公", "公务接待费支出0万元，比上年减少5.00万元，主要原因是单位无此项支出。"),
    says: "held",
  },
  {
    rule: "reasons-agree-with-amounts",
    when: "only a part was nothing",
    sketch: prose("三公", "国内接待费5.00万元，其中外事接待费0万元，主要是单位无此项支出。"),
    says: "held",
  },
  {
    rule: "reasons-agree-with-amounts",
    when: "other words begin alike",
    sketch: prose("三公", "运行维护费5.00万元，主要原因是未发生大额维修支出。"),
    says: "held",
  },
  {
    rule: "same-matter-is-stated-alike",
    when: "two sentences state two budgets",
    sketch: {
      narrative: ["1261.95", "1216.95"].map((text) => ({
        sentence: `年初预算${text}万元`,
        figures: [
          {
            text: `${text}万元`,
            refersTo: {
              concept: "general-budget-expenditure",
              code: null,
              column: "total",
              stage: "initial",
            },
          },
        ],
      })),
    },
    says: "warning",
    names: ["1261.95", "1216.95"],
  },
  {
    rule: "same-matter-is-stated-alike",
    when: "one is rounded more",
    sketch: {
      narrative: ["1261.95", "1262"].map((text) => ({
        sentence: `年初预算${text}万元`,
        figures: [
          {
            text: `${text}万元`,
            refersTo: {
              concept: "general-budget-expenditure",
              code: null,
              column: "total",
              stage: "initial",
            },
          },
        ],
      })),
    },
    says: "held",
  },
  { rule: "same-matter-is-stated-alike", when: "there is no prose", sketch: {}, says: "not-checked" },
  {
    rule: "fund-kinds-are-named-rightly",
    when: "the table proves the money general",
    sketch: performance("一般公共预算项目支出1784.62万元、社会保险基金预算项目支出24.04万元。"),
    says: "error",
    names: ["24.04", "1808.66"],
  },
  {
    rule: "fund-kinds-are-named-rightly",
    when: "nothing proves it",
    sketch: performance("社会保险基金预算项目支出24.04万元。"),
    says: "warning",
  },
  {
    rule: "fund-kinds-are-named-rightly",
    when: "the part is zero",
    sketch: performance("社会保险基金预算项目支出0万元。"),
    says: "held",
  },
];
