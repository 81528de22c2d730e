import { describe, expect, it } from "vitest";

import { nationalTables } from "../../../regions/national/tables.ts";
import type { DisclosureSketch, TableSketch } from "../testing/disclosure-builder.ts";
import type { RuleCase } from "../testing/rule-cases.ts";
import { answerOf, uncovered } from "../testing/rule-cases.ts";
import { structureRules } from "./index.ts";

const prose = (heading: string, ...paragraphs: readonly string[]): DisclosureSketch => ({
  outline: [{ heading, paragraphs }],
});

const figures = (concept: string, cells: Record<string, string>, line?: string): TableSketch => ({
  concept,
  rows: [line === undefined ? { code: null, cells } : { line, cells }],
});

const procurement = (total: string): TableSketch => figures("disclosure-statistics", { amount: total }, "1");
const parts = ["第一部分 概况", "第二部分 2024年部门决算表", "第三部分 情况说明", "第四部分 名词解释"];
const headings = (...names: readonly string[]): DisclosureSketch => ({
  outline: names.map((heading) => ({ heading })),
});
const detail: TableSketch = {
  concept: "general-budget-basic-detail",
  rows: [
    { code: "30201", name: "办公费", cells: { amount: "10.00" } },
    { code: "30202", name: "印刷费", cells: { amount: "" } },
    { code: "30206", name: "电费", cells: { amount: "x1" } },
    { line: "operating", name: "公用经费合计", cells: { amount: "15.72" } },
  ],
};
const classes: TableSketch = {
  concept: "general-budget-expenditure",
  rows: [
    { code: null, cells: { total: "1174.30" } },
    { code: "201", name: "一般公共服务支出", cells: { total: "1164.06" } },
    { code: "210", name: "卫生健康支出", cells: { total: "10.24" } },
  ],
};
const marked: TableSketch = { ...procurement("1.00"), printedUnit: "示例县示例局", printedYear: "2024年度" };
const structure = (...paragraphs: readonly string[]): DisclosureSketch => ({
  tables: [classes],
  outline: [{ heading: "一般公共预算财政拨款支出决算结构情况", paragraphs }],
});
const performance = (text: string): DisclosureSketch => ({
  tables: [figures("general-budget-expenditure", { project: "1808.66" })],
  ...prose("预算绩效情况说明", text),
});

const cases: readonly RuleCase[] = [
  { rule: "cover-names-unit-year-and-document", when: "the title has all three", sketch: {}, says: "held" },
  {
    rule: "cover-names-unit-year-and-document",
    when: "the title says nothing of final accounts",
    sketch: { title: "示例局2024年度公开" },
    says: "error",
  },
  {
    rule: "cover-names-unit-year-and-document",
    when: "the document holds no final accounts",
    sketch: { kind: "project-evaluations" },
    says: "not-applicable",
  },

  {
    rule: "main-parts-stand-in-order",
    when: "all parts stand in order",
    sketch: headings(...parts),
    says: "held",
  },
  {
    rule: "main-parts-stand-in-order",
    when: "one part is missing",
    sketch: headings(...parts.slice(0, 3)),
    says: "error",
    names: ["名词解释"],
  },
  {
    rule: "main-parts-stand-in-order",
    when: "two parts are exchanged",
    sketch: headings(parts[0] ?? "", parts[2] ?? "", parts[1] ?? "", parts[3] ?? ""),
    says: "warning",
  },
  {
    rule: "main-parts-stand-in-order",
    when: "a heading is garbled",
    sketch: headings("第一部分 概况", "第二部分 部门决箅表", "第三部分 情况说明", "第四部分 名词解释"),
    says: "held",
  },
  {
    rule: "main-parts-stand-in-order",
    when: "no heading was read",
    sketch: headings("附件"),
    says: "not-checked",
  },

  {
    rule: "contents-match-headings",
    when: "the contents page lists a section that is not there",
    sketch: {
      outline: [
        {
          heading: "目录",
          paragraphs: [
            "第一部分 概况 1",
            "第二部分 部门决算表 5",
            "第三部分 情况说明 18",
            "第四部分 名词解释 21",
            "五、会议费支出情况 22",
          ],
        },
        ...parts.map((heading) => ({ heading })),
      ],
    },
    says: "hint",
    names: ["会议费支出情况"],
  },
  {
    rule: "contents-match-headings",
    when: "contents and headings agree",
    sketch: {
      outline: [
        { heading: "目 录", paragraphs: [...parts.map((part, page) => `${part} ${page}`), "一、职责 1"] },
        ...parts.map((heading) => ({ heading })),
        { heading: "职责" },
      ],
    },
    says: "held",
  },
  {
    rule: "contents-match-headings",
    when: "the contents page is unreadable",
    sketch: { outline: [{ heading: "目录", paragraphs: ["第三部 分 情》 兄说 明"] }] },
    says: "not-checked",
  },

  {
    rule: "all-tables-are-published",
    when: "tables of the edition are missing",
    sketch: { tables: [procurement("1.00")] },
    around: { edition: { tables: nationalTables, divisions: ["14"] } },
    says: "error",
    names: ["支出决算表"],
  },
  {
    rule: "all-tables-are-published",
    when: "every concept of the edition is there",
    sketch: { tables: nationalTables.map(({ concept }) => ({ concept })) },
    around: { edition: { tables: nationalTables, divisions: ["14"] } },
    says: "held",
  },
  {
    rule: "all-tables-are-published",
    when: "the edition of the place is not known",
    sketch: { tables: [procurement("1.00")] },
    around: { edition: { tables: nationalTables } },
    says: "warning",
  },
  {
    rule: "all-tables-are-published",
    when: "no table was read",
    sketch: {},
    around: { edition: { tables: nationalTables } },
    says: "not-checked",
  },

  {
    rule: "tables-carry-their-marks",
    when: "all marks are printed",
    sketch: { tables: [marked] },
    says: "held",
  },
  {
    rule: "tables-carry-their-marks",
    when: "the year is missing",
    sketch: { tables: [{ ...marked, printedYear: null }] },
    says: "warning",
    names: ["年度"],
  },
  {
    rule: "tables-carry-their-marks",
    when: "one of three tables prints less",
    sketch: {
      tables: [marked, { ...marked, concept: "income" }, { ...marked, concept: "expenditure", label: null }],
    },
    says: "hint",
  },
  {
    rule: "tables-carry-their-marks",
    when: "the edition asks for no marks",
    sketch: { tables: [marked] },
    around: { edition: { tableMarks: [] } },
    says: "not-applicable",
  },

  {
    rule: "unit-name-is-the-same-everywhere",
    when: "all names are equal",
    sketch: { unitNames: ["示例县示例局", "003001-示例县示例局"] },
    says: "held",
  },
  {
    rule: "unit-name-is-the-same-everywhere",
    when: "a name is clipped by the year beside it",
    sketch: { unitNames: ["示例县示例 2024年度", "示例县示例局", "示例县示例局"] },
    says: "held",
  },
  {
    rule: "unit-name-is-the-same-everywhere",
    when: "a scan garbled a letter",
    sketch: { unitNames: ["示例县亦例局", "示例县示例局"] },
    says: "held",
  },
  {
    rule: "unit-name-is-the-same-everywhere",
    when: "another office is named",
    sketch: { unitNames: ["示例县示例局", "示例县示例局", "示例县水务管理中心"] },
    says: "error",
    names: ["水务管理中心"],
  },
  {
    rule: "unit-name-is-the-same-everywhere",
    when: "a long and a short form name one office",
    sketch: { unit: { name: "中国共产党岚县委员会办公室" }, unitNames: ["中共岚县委办公室"] },
    says: "held",
  },
  { rule: "unit-name-is-the-same-everywhere", when: "no name was read", sketch: {}, says: "not-checked" },

  {
    rule: "places-belong-to-the-region",
    when: "a unit cell names a place of another province",
    sketch: {
      region: { code: "511113", name: "四川省乐山市金口河区", edition: "x" },
      unitNames: ["中共忻州市金口河区委办公室"],
    },
    says: "warning",
    names: ["忻州市"],
  },
  {
    rule: "places-belong-to-the-region",
    when: "prose speaks of a journey",
    sketch: {
      region: { code: "511113", name: "四川省乐山市金口河区", edition: "x" },
      unitNames: ["乐山市金口河区委办公室"],
      outline: [{ heading: "概况", paragraphs: ["赴忻州市学习考察"] }],
    },
    says: "held",
  },
  {
    rule: "places-belong-to-the-region",
    when: "the region is not known",
    sketch: { unitNames: ["大同市财政局"] },
    says: "not-checked",
  },

  {
    rule: "amounts-keep-their-unit",
    when: "prose states 元 as 万元",
    sketch: {
      tables: [figures("income-expenditure-summary", { amount: "1236.03" }, "31")],
      narrative: [
        {
          sentence: "收入总计",
          figures: [
            {
              text: "12360300",
              refersTo: { concept: "income-expenditure-summary", line: "31", column: "amount" },
            },
          ],
        },
      ],
    },
    says: "error",
    names: ["1236.03", "12360300"],
  },
  {
    rule: "amounts-keep-their-unit",
    when: "both are 万元",
    sketch: {
      tables: [figures("income-expenditure-summary", { amount: "1236.03" }, "31")],
      narrative: [
        {
          sentence: "收入总计",
          figures: [
            {
              text: "1236.30",
              refersTo: { concept: "income-expenditure-summary", line: "31", column: "amount" },
            },
          ],
        },
      ],
    },
    says: "held",
  },
  { rule: "amounts-keep-their-unit", when: "there is no prose", sketch: {}, says: "not-checked" },

  {
    rule: "terms-used-are-explained",
    when: "a term is used and not explained",
    sketch: {
      outline: [
        { heading: "情况说明", paragraphs: ["机关运行经费支出15.72万元，基本支出204.64万元"] },
        {
          heading: "名词解释",
          paragraphs: ["一、基本支出：指为保障机构正常运转而发生的支出和公用经费支出。"],
        },
      ],
    },
    says: "warning",
    names: ["机关运行经费"],
  },
  {
    rule: "terms-used-are-explained",
    when: "each heading of the glossary is a term",
    sketch: {
      outline: [
        { heading: "情况说明", paragraphs: ["基本支出204.64万元"] },
        {
          heading: "名词解释",
          children: [
            { heading: "基本支出", paragraphs: ["指为保障机构正常运转、完成日常工作任务而发生的支出。"] },
          ],
        },
      ],
    },
    says: "held",
  },
  {
    rule: "terms-used-are-explained",
    when: "there is no glossary",
    sketch: prose("情况说明", "基本支出1.00万元"),
    says: "not-applicable",
  },

  {
    rule: "no-draft-marks",
    when: "pages carry a watermark",
    sketch: { removed: ["仅供内部审核", "仅供内部审核"] },
    says: "error",
    names: ["仅供内部审核", "2处"],
  },
  { rule: "no-draft-marks", when: "nothing was taken out", sketch: {}, says: "held" },

  {
    rule: "no-personal-or-secret-content",
    when: "a paragraph is a mark of secrecy",
    sketch: prose("封面", "机密★1年"),
    says: "error",
  },
  {
    rule: "no-personal-or-secret-content",
    when: "the word stands inside a document number",
    sketch: prose("依据", "根据吕机密发【2023】5号文件，做好机密文件管理"),
    says: "held",
  },
  {
    rule: "no-personal-or-secret-content",
    when: "an identity number with its check character is printed",
    sketch: prose("附件", "身份证号11010519491231002X"),
    says: "error",
  },
  {
    rule: "no-personal-or-secret-content",
    when: "eighteen digits are no identity number",
    sketch: prose("附件", "项目编号110105194912310029"),
    says: "held",
  },
  {
    rule: "no-personal-or-secret-content",
    when: "a mobile number is given as contact",
    sketch: prose("附件", "联系电话：13800138000"),
    says: "warning",
  },

  {
    rule: "words-are-not-doubled",
    when: "a phrase is doubled",
    sketch: prose("说明", "主要用于：用于市内公务活动"),
    says: "hint",
  },
  {
    rule: "words-are-not-doubled",
    when: "no phrase is doubled",
    sketch: prose("说明", "主要用于市内公务活动，人人有责"),
    says: "held",
  },
  { rule: "words-are-not-doubled", when: "there is no prose", sketch: {}, says: "not-checked" },

  {
    rule: "institution-count-matches-list",
    when: "three are listed and four are said",
    sketch: prose("机构设置情况", "本局设综合科、秘书科、人事科4个内设机构。"),
    says: "warning",
    names: ["4个", "3个"],
  },
  {
    rule: "institution-count-matches-list",
    when: "number and list agree",
    sketch: prose("机构设置情况", "本局设有3个内设机构，包括综合科、秘书科和人事科。"),
    says: "held",
  },
  {
    rule: "institution-count-matches-list",
    when: "units and kinds agree",
    sketch: prose(
      "机构组成",
      "下属二级单位1个。其中行政单位0个，参照公务员法管理的事业单位0个，其他事业单位1个。",
    ),
    says: "held",
  },
  {
    rule: "institution-count-matches-list",
    when: "a list with 等 is shorter",
    sketch: prose("机构设置情况", "设综合科、人事科等5个科室"),
    says: "held",
  },
  {
    rule: "institution-count-matches-list",
    when: "nothing is counted",
    sketch: prose("机构设置情况", "内设机构见下。"),
    says: "not-applicable",
  },

  {
    rule: "one-alternative-is-chosen",
    when: "both alternatives stand",
    sketch: prose("说明", "比上年下降（增长）27.78%"),
    says: "error",
  },
  {
    rule: "one-alternative-is-chosen",
    when: "one stands",
    sketch: prose("说明", "比上年下降27.78%（详见附表）"),
    says: "held",
  },

  {
    rule: "rates-carry-percent-sign",
    when: "a rate ends without its sign",
    sketch: prose("说明", "增加10.00万元，增长13.95，主要原因是人员增加"),
    says: "error",
    names: ["13.95"],
  },
  {
    rule: "rates-carry-percent-sign",
    when: "points and multiples have their own words",
    sketch: prose("说明", "增长13.95%，提高0.5个百分点，增长1.5倍"),
    says: "held",
  },

  {
    rule: "punctuation-is-whole",
    when: "a mark follows a mark",
    sketch: prose("说明", "住房公积金、；对个人的补助"),
    says: "hint",
  },
  {
    rule: "punctuation-is-whole",
    when: "marks stand alone",
    sketch: prose("说明", "住房公积金；对个人的补助……等"),
    says: "held",
  },

  {
    rule: "prose-amounts-are-legal",
    when: "a point stands for the separator",
    sketch: prose("说明", "基本支出2.381.35万元"),
    says: "error",
    names: ["2.381.35"],
  },
  {
    rule: "prose-amounts-are-legal",
    when: "the separator stands where it belongs",
    sketch: prose("说明", "基本支出2,381.35万元"),
    says: "held",
  },

  {
    rule: "fund-names-are-official",
    when: "a budget is misnamed",
    sketch: prose("说明", "国有资金经营预算项目支出0万元"),
    says: "hint",
  },
  {
    rule: "fund-names-are-official",
    when: "it has its name",
    sketch: prose("说明", "国有资本经营预算项目支出0万元"),
    says: "held",
  },

  {
    rule: "placeholders-are-filled",
    when: "the template's letters stand",
    sketch: prose("说明", "XX局2024年度收入总计____万元"),
    says: "error",
  },
  {
    rule: "placeholders-are-filled",
    when: "brackets of a document number stand",
    sketch: prose("说明", "吕乡振发【2023】2号，金额单位：万元"),
    says: "held",
  },
  {
    rule: "placeholders-are-filled",
    when: "an amount was not filled in",
    sketch: prose("说明", "公务接待费支出 万元，主要用于接待"),
    says: "warning",
  },
  {
    rule: "placeholders-are-filled",
    when: "an instruction stands in an evaluation",
    sketch: { evaluations: [{ name: "示例项目", goal: "完成任务（100字以内）" }] },
    says: "error",
  },

  {
    rule: "years-belong-to-the-report",
    when: "a heading bears another year",
    sketch: headings("第二部分 2023年部门决算表"),
    says: "warning",
    names: ["2023"],
  },
  {
    rule: "years-belong-to-the-report",
    when: "years of comparison and document numbers stand",
    sketch: prose("说明", "2024年机关运行经费支出15.72万元，比2023年减少0.60万元，根据2021年印发的办法。"),
    says: "held",
  },
  {
    rule: "years-belong-to-the-report",
    when: "the date of stock is last year's",
    sketch: prose("国有资产", "截至2023年12月31日，本部门共有车辆2辆。"),
    says: "warning",
  },
  {
    rule: "years-belong-to-the-report",
    when: "a goal opens with a former year",
    sketch: { evaluations: [{ name: "示例项目", goal: "2023年提升驻村干部管理水平", year: 2024 }] },
    says: "warning",
  },
  {
    rule: "years-belong-to-the-report",
    when: "a goal names an old debt",
    sketch: { evaluations: [{ name: "示例项目", goal: "支付2023年电脑购置尾款" }] },
    says: "held",
  },
  {
    rule: "years-belong-to-the-report",
    when: "the year is not known",
    sketch: { year: null },
    says: "not-checked",
  },

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
            text,
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
            text,
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

const byId = new Map(structureRules.map((rule) => [rule.id, rule]));

describe("rules on structure and wording", () => {
  it.each(cases)("$rule says $says when $when", (one) => {
    const rule = byId.get(one.rule);
    if (rule === undefined) throw new Error(`no rule ${one.rule}`);
    const { says, message } = answerOf(rule, one);
    expect(says).toBe(one.says);
    for (const words of one.names ?? []) expect(message).toContain(words);
  });

  it("each have a case that finds something and one that does not", () => {
    expect(uncovered(structureRules, cases)).toEqual([]);
  });

  it("say nothing wrong of an empty disclosure", () => {
    const sketch: DisclosureSketch = { title: "示例局2024年度部门决算" };
    for (const rule of structureRules) {
      expect(["held", "not-applicable", "not-checked"]).toContain(
        answerOf(rule, { rule: rule.id, when: "", sketch, says: "held" }).says,
      );
    }
  });
});
