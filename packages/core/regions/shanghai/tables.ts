// Nine tables without label, 行次 and 栏次; 三公 with 预算数 and 决算数 side by side under each item.

import type { LayoutChanges, LayoutRow, LayoutSide, TableLayout } from "../../forms/layout.ts";
import { extendTables } from "../../forms/layout.ts";
import { codeSide, figures, key, ordinal } from "../../forms/table-sides.ts";
import { nationalTables } from "../national/tables.ts";

/** Classes that the province's form does not print (债务还本支出, 债务付息支出). */
const unprintedClasses: ReadonlySet<string> = new Set(["债务还本支出", "债务付息支出"]);

const plain: LayoutChanges = {
  label: null,
  unitLine: "单位：万元",
  nameWord: null,
  printsYear: false,
  columnNumbers: false,
};

function national(concept: string): readonly LayoutSide[] {
  return nationalTables.find((layout) => layout.concept === concept)?.sides ?? [];
}

/** The national sides without 行次 and 栏次, spacers and unprinted classes left out, the amount called 决算数. */
function withoutLineNumbers(concept: string): readonly LayoutSide[] {
  return national(concept).map((side) => ({
    ...side,
    keys: side.keys.filter(({ key: kind }) => kind !== "line"),
    figures: side.figures.map((figure) => ({
      ...figure,
      number: null,
      header: figure.header.map((word) => (word === "金额" ? "决算数" : word)),
    })),
    rows: numberedAgain(
      side.rows.filter(
        (row) => row.kind === "line" && row.name !== null && !unprintedClasses.has(withoutOrdinal(row.name)),
      ),
    ),
  }));
}

/** Names of lines that the province prints in other words. */
const names: ReadonlyMap<string, string> = new Map([
  ["使用非财政拨款结余(含专用结余)", "使用非财政拨款结余"],
]);

const withoutOrdinal = (name: string): string => name.replace(/^[一二三四五六七八九十]+、/u, "");

/** Balances by fund, which stand numbered under their sum. */
const balanceOfFund = /预算财政拨款$/u;

/** Numbers count anew after each line without one. */
function numberedAgain(rows: readonly LayoutRow[]): readonly LayoutRow[] {
  let count = 0;
  return rows.map((row) => {
    if (row.kind !== "line" || row.name === null) return row;
    const name = withoutOrdinal(row.name);
    const isNumbered = name !== row.name || balanceOfFund.test(name);
    count = isNumbered ? count + 1 : 0;
    return { ...row, name: isNumbered ? `${ordinal(count)}${name}` : (names.get(name) ?? name) };
  });
}

function withoutColumnNumbers(concept: string): readonly LayoutSide[] {
  return national(concept).map((side) => ({
    ...side,
    keys: [key("code", "项目", "功能分类科目编码"), key("name", "项目", "科目名称")],
    figures: side.figures.map((figure) => ({ ...figure, number: null })),
  }));
}

/** Economic classes that the form prints left and right. */
const personnelRows = /^30[13]/u;
const operatingRows = /^(?:302\d*|310(?:01|02|03|07|13|19|21|22|99)?)$/u;

const detailSide = (printed: RegExp): LayoutSide => ({
  side: "only",
  keys: [key("code", "经济分类科目编码"), key("name", "科目名称")],
  figures: figures([["amount", "决算数"]]),
  rows: national("general-budget-basic-detail")
    .flatMap((side) => side.rows)
    .filter((row) => row.kind === "code" && printed.test(row.code)),
});

const balances = codeSide(
  figures([
    ["opening", "年初结转和结余"],
    ["income", "本年收入"],
    ["total", "本年支出", "合计"],
    ["basic", "本年支出", "基本支出"],
    ["project", "本年支出", "项目支出"],
    ["closing", "年末结转和结余"],
  ]),
  "功能分类科目编码",
);

const notesOf = (fund: string): LayoutChanges => ({
  notes: [`注：本表反映部门本年度${fund}财政拨款收入支出及结转和结余情况。`],
  emptyNote: `说明：本部门本年度没有${fund}财政拨款收入和支出，故本表无数据。`,
});

const vehicles = "公务用车购置及运行维护费";
const items: readonly (readonly [id: string, ...header: readonly string[]])[] = [
  ["total", "合计"],
  ["abroad", "因公出国（境）费"],
  ["vehicles", vehicles, "小计"],
  ["vehiclePurchase", vehicles, "公务用车购置费"],
  ["vehicleRunning", vehicles, "公务用车运行维护费"],
  ["reception", "公务接待费"],
];

const threePublicSide: LayoutSide = {
  side: "only",
  keys: [],
  figures: figures(
    items.flatMap(([id, ...header]) => [
      [`budget.${id}`, ...header, "预算数"] as const,
      [`final.${id}`, ...header, "决算数"] as const,
    ]),
  ),
  rows: [],
};

/** The layouts of the province in its order. */
export const shanghaiTables: readonly TableLayout[] = extendTables(nationalTables, "shanghai", [
  [
    "income-expenditure-summary",
    {
      ...plain,
      sides: withoutLineNumbers("income-expenditure-summary"),
      notes: ["注：本表反映部门本年度的总收支和年末结转结余情况。"],
    },
  ],
  ["income", { ...plain, sides: withoutColumnNumbers("income") }],
  ["expenditure", { ...plain, sides: withoutColumnNumbers("expenditure") }],
  [
    "appropriation-summary",
    {
      ...plain,
      sides: withoutLineNumbers("appropriation-summary"),
      notes: ["注：本表反映部门本年度财政拨款总收支和年末结转结余情况。"],
    },
  ],
  [
    "general-budget-expenditure",
    {
      ...plain,
      sides: [
        codeSide(
          figures([
            ["total", "合计"],
            ["basic", "基本支出"],
            ["project", "项目支出"],
          ]),
          "功能分类科目编码",
        ),
      ],
    },
  ],
  [
    "general-budget-basic-detail",
    {
      ...plain,
      title: "一般公共预算财政拨款基本支出决算表",
      otherTitles: ["一般公共预算财政拨款基本支出决算明细表"],
      sides: [detailSide(personnelRows), detailSide(operatingRows)],
      foot: [
        { line: "personnel", name: "人员经费合计", nameSide: 0, figureSide: 0 },
        { line: "operating", name: "公用经费合计", nameSide: 1, figureSide: 1 },
      ],
    },
  ],
  [
    "three-public",
    { ...plain, sides: [threePublicSide], notes: ["注：本表反映部门本年度“三公”经费支出预决算情况。"] },
  ],
  ["government-fund", { ...plain, sides: [balances], ...notesOf("政府性基金预算") }],
  [
    "state-capital",
    {
      ...plain,
      title: "国有资本经营预算财政拨款收入支出决算表",
      otherTitles: ["国有资本经营预算财政拨款支出决算表"],
      sides: [balances],
      ...notesOf("国有资本经营预算"),
    },
  ],
]);
