// Cases of the rules on what a document must be made of.

import { nationalTables } from "../../../../regions/national/tables.ts";
import type { RuleCase } from "../../testing/rule-cases.ts";
import { prose, figures, procurement, parts, headings, marked } from "./sketches.ts";

const allButTwo = nationalTables.slice(2).map(({ concept }) => ({ concept }));

export const formCases: readonly RuleCase[] = [
  { rule: "cover-names-unit-year-and-document", when: "the title has all three", sketch: {}, says: "held" },
  {
    rule: "cover-names-unit-year-and-document",
    when: "the title says nothing of final accounts",
    sketch: { title: "示例局2024年度公开" },
    says: "error",
  },
  {
    rule: "cover-names-unit-year-and-document",
    when: "the title is short of a name that was not read elsewhere",
    sketch: { title: "2024年度部门决算公开", unit: { name: null } },
    says: "error",
    names: ["名称"],
  },
  {
    rule: "cover-names-unit-year-and-document",
    when: "the title has a clipped name",
    sketch: { title: "资源局2024年度部门决算", unit: { name: null } },
    says: "held",
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
    around: { edition: { divisions: ["14"] } },
    sketch: headings(...parts.slice(0, 3)),
    says: "error",
    names: ["名词解释"],
  },
  {
    rule: "main-parts-stand-in-order",
    when: "two parts are exchanged",
    around: { edition: { divisions: ["14"] } },
    sketch: headings(parts[0] ?? "", parts[2] ?? "", parts[1] ?? "", parts[3] ?? ""),
    says: "warning",
  },
  {
    rule: "main-parts-stand-in-order",
    when: "one part is missing and the place's order is not known",
    sketch: headings(...parts.slice(0, 3)),
    says: "warning",
  },
  {
    rule: "main-parts-stand-in-order",
    when: "a heading was read as text",
    sketch: {
      outline: [
        ...parts.slice(0, 3).map((heading) => ({ heading })),
        { heading: "其他", paragraphs: ["第四部分名词解释一、基本支出"] },
      ],
    },
    says: "not-checked",
  },
  {
    rule: "main-parts-stand-in-order",
    when: "a long name of a unit stands in a heading",
    sketch: headings(
      "第一部分 示例市示例区人民政府示例路街道办事处概况",
      "第二部分 部门决算表",
      "第三部分 情况说明",
      "第四部分 名词解释",
    ),
    says: "held",
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
    when: "the contents page shortens a heading and names tables whose headings were not read",
    sketch: {
      outline: [
        { heading: "目录", paragraphs: [...parts, "一、收入支出决算总表", "五、其他重要事项说明"] },
        ...parts.map((heading) => ({ heading })),
        { heading: "其他重要事项的情况说明" },
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
    sketch: { tables: allButTwo },
    around: { edition: { tables: nationalTables, divisions: ["14"] } },
    says: "error",
    names: ["公开01表", "公开02表"],
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
    sketch: { tables: allButTwo },
    around: { edition: { tables: nationalTables } },
    says: "warning",
  },
  {
    rule: "all-tables-are-published",
    when: "most tables could not be read",
    sketch: { tables: [procurement("1.00")] },
    around: { edition: { tables: nationalTables, divisions: ["14"] } },
    says: "not-checked",
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
    around: { edition: { divisions: ["14"] } },
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
    when: "a table does not print in which unit its amounts are",
    sketch: {
      tables: [marked],
      problems: [{ code: "money-unit-missing", message: "未见金额单位", place: { line: 100 } }],
    },
    around: { edition: { divisions: ["14"] } },
    says: "warning",
    names: ["金额单位"],
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
      region: { code: "511113", name: "乐山市金口河区", edition: "x" },
      unitNames: ["中共忻州市金口河区委办公室"],
    },
    says: "warning",
    names: ["忻州市"],
  },
  {
    rule: "places-belong-to-the-region",
    when: "prose speaks of a journey",
    sketch: {
      region: { code: "511113", name: "乐山市金口河区", edition: "x" },
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
    rule: "forms-name-the-unit-alike",
    when: "one form names another place",
    sketch: {
      evaluations: ["乐山市金口河区委办公室", "忻州市金口河区委办公室"].map((unit, index) => ({
        name: `项目${index}`,
        unit,
      })),
    },
    says: "warning",
    names: ["2种写法", "忻州市"],
  },
  {
    rule: "forms-name-the-unit-alike",
    when: "a long and a short name stand",
    sketch: {
      evaluations: ["中共岚县委员会办公室", "岚县县委办公室"].map((unit, index) => ({
        name: `项目${index}`,
        unit,
      })),
    },
    says: "hint",
  },
  {
    rule: "forms-name-the-unit-alike",
    when: "a scan garbled a letter",
    sketch: {
      evaluations: ["示例县示例局", "示例县亦例局"].map((unit, index) => ({ name: `项目${index}`, unit })),
    },
    says: "held",
  },
  {
    rule: "forms-name-the-unit-alike",
    when: "there is one form",
    sketch: { evaluations: [{ name: "甲", unit: "示例县示例局" }] },
    says: "not-applicable",
  },
];
