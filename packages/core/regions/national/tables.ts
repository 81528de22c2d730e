// The ten tables as the 部门决算 system prints them for most provinces (公开01表 to 公开10表).

import { economicRows } from "../../accounts/classification/economic-classification.ts";
import type { TableConcept } from "../../accounts/concept.ts";
import { findConcept } from "../../accounts/concepts.ts";
import { invariant } from "../../document/invariant.ts";
import type { LayoutRow, LayoutSide, TableLayout } from "../../forms/layout.ts";
import {
  codeSide,
  figures,
  heading,
  key,
  lineRow,
  linesOfSide,
  numberedRows,
} from "../../forms/table-sides.ts";

function conceptOf(id: string): TableConcept {
  const concept = findConcept(id);
  invariant(concept !== undefined, `no concept ${id}`);
  return concept;
}

function layout(
  concept: string,
  label: string,
  parts: Pick<TableLayout, "sides"> & Partial<TableLayout>,
): TableLayout {
  return {
    id: `national/${concept}`,
    concept,
    title: conceptOf(concept).title,
    otherTitles: [],
    label,
    moneyUnit: "万元",
    unitLine: "金额单位：万元",
    nameWord: "部门名称",
    printsYear: true,
    columnNumbers: true,
    foot: [],
    notes: [],
    emptyNote: null,
    ...parts,
  };
}

function lineSide(
  concept: string,
  side: "income" | "expenditure",
  columns: LayoutSide["figures"],
  numbered: (line: string) => boolean,
): LayoutSide {
  const top = side === "income" ? "收入" : "支出";
  return {
    side,
    keys: [key("name", top, "项目"), key("line", top, "行次")],
    figures: columns,
    rows: numberedRows(linesOfSide(conceptOf(concept), side), ({ line, classCode }) =>
      classCode === undefined ? numbered(line) : true,
    ),
  };
}

const summary = layout("income-expenditure-summary", "公开01表", {
  sides: [
    lineSide(
      "income-expenditure-summary",
      "income",
      figures([["amount", "收入", "金额"]], 1),
      (line) => Number(line) <= 8,
    ),
    lineSide(
      "income-expenditure-summary",
      "expenditure",
      figures([["amount", "支出", "金额"]], 2),
      () => false,
    ),
  ],
  notes: ["注：本表反映部门本年度的总收支和年末结转结余情况。本套报表金额单位转换时可能存在尾数误差。"],
});

const income = layout("income", "公开02表", {
  sides: [
    codeSide(
      figures(
        [
          ["total", "本年收入合计"],
          ["appropriation", "财政拨款收入"],
          ["superiorSubsidy", "上级补助收入"],
          ["undertaking", "事业收入"],
          ["operating", "经营收入"],
          ["affiliated", "附属单位上缴收入"],
          ["other", "其他收入"],
        ],
        1,
      ),
    ),
  ],
  notes: ["注：本表反映部门本年度取得的各项收入情况。"],
});

const expenditure = layout("expenditure", "公开03表", {
  sides: [
    codeSide(
      figures(
        [
          ["total", "本年支出合计"],
          ["basic", "基本支出"],
          ["project", "项目支出"],
          ["toSuperior", "上缴上级支出"],
          ["operating", "经营支出"],
          ["toAffiliated", "对附属单位补助支出"],
        ],
        1,
      ),
    ),
  ],
  notes: ["注：本表反映部门本年度各项支出情况。"],
});

const appropriation = layout("appropriation-summary", "公开04表", {
  sides: [
    lineSide(
      "appropriation-summary",
      "income",
      figures([["amount", "收入", "金额"]], 1),
      (line) => Number(line) <= 3,
    ),
    lineSide(
      "appropriation-summary",
      "expenditure",
      figures(
        [
          ["total", "支出", "合计"],
          ["generalBudget", "支出", "一般公共预算财政拨款"],
          ["governmentFund", "支出", "政府性基金预算财政拨款"],
          ["stateCapital", "支出", "国有资本经营预算财政拨款"],
        ],
        2,
      ),
      () => false,
    ),
  ],
  notes: [
    "注：本表反映部门本年度一般公共预算财政拨款、政府性基金预算财政拨款和国有资本经营预算财政拨款的总收支和年末结转结余情况。",
  ],
});

const spending = (total: string): LayoutSide["figures"] =>
  figures(
    [
      ["total", "本年支出", total],
      ["basic", "本年支出", "基本支出"],
      ["project", "本年支出", "项目支出"],
    ],
    1,
  );

const generalBudget = layout("general-budget-expenditure", "公开05表", {
  sides: [codeSide(spending("小计"))],
  notes: ["注：本表反映部门本年度一般公共预算财政拨款支出情况。"],
});

const detailRows = (column: number): readonly LayoutRow[] =>
  economicRows
    .filter((row) => row.column === column)
    .map(({ code, name, dash }) => ({ kind: "code", code, name, dash }));

const detailSide = (column: number, top: string): LayoutSide => ({
  side: "only",
  keys: [key("code", top, "科目代码"), key("name", top, "科目名称")],
  figures: figures([["amount", top, "决算数"]]),
  rows: detailRows(column),
});

const basicDetail = layout("general-budget-basic-detail", "公开06表", {
  otherTitles: ["一般公共预算财政拨款基本支出决算表"],
  columnNumbers: false,
  sides: [detailSide(1, "人员经费"), ...[2, 3, 4].map((column) => detailSide(column, "公用经费"))],
  foot: [
    { line: "personnel", name: "人员经费合计", nameSide: 0, figureSide: 0 },
    { line: "operating", name: "公用经费合计", nameSide: 1, figureSide: 3 },
  ],
  notes: ["注：本表反映部门本年度一般公共预算财政拨款基本支出明细情况。"],
});

const governmentFund = layout("government-fund", "公开07表", {
  unitLine: "单位：万元",
  otherTitles: ["政府性基金预算财政拨款支出决算表"],
  sides: [
    codeSide(
      figures(
        [
          ["opening", "年初结转和结余"],
          ["income", "本年收入"],
          ["total", "本年支出", "小计"],
          ["basic", "本年支出", "基本支出"],
          ["project", "本年支出", "项目支出"],
          ["closing", "年末结转和结余"],
        ],
        1,
      ),
    ),
  ],
  notes: ["注：本表反映部门本年度政府性基金预算财政拨款收入、支出及结转和结余情况。"],
  emptyNote: "说明：本表无数据",
});

const stateCapital = layout("state-capital", "公开08表", {
  unitLine: "单位：万元",
  sides: [codeSide(spending("合计"))],
  notes: ["注：本表反映部门本年度国有资本经营预算财政拨款支出情况。"],
  emptyNote: "说明：本表无数据",
});

const vehicles = "公务用车购置及运行维护费";
const threePublicStage = (stage: string, word: string): readonly (readonly [string, ...string[]])[] => [
  [`${stage}.total`, word, "合计"],
  [`${stage}.abroad`, word, "因公出国（境）费"],
  [`${stage}.vehicles`, word, vehicles, "小计"],
  [`${stage}.vehiclePurchase`, word, vehicles, "公务用车购置费"],
  [`${stage}.vehicleRunning`, word, vehicles, "公务用车运行维护费"],
  [`${stage}.reception`, word, "公务接待费"],
];

const threePublic = layout("three-public", "公开09表", {
  sides: [
    {
      side: "only",
      keys: [],
      figures: figures([...threePublicStage("budget", "预算数"), ...threePublicStage("final", "决算数")], 1),
      rows: [],
    },
  ],
  otherTitles: [
    "一般公共预算财政拨款“三公”经费支出决算表",
    "财政拨款“三公”经费及会议费、培训费支出决算表",
    "“三公”经费支出决算表",
  ],
  notes: [
    "注：本表反映部门本年度“三公”经费支出预决算情况。其中，预算数为“三公”经费全年预算数，反映按规定程序调整后的预算数；决算数是包括当年财政拨款和以前年度结转资金安排的实际支出。",
  ],
  emptyNote: "说明：本部门本年度无“三公”经费支出，故本表无数据",
});

const statisticsNames: Readonly<Record<string, string>> = {
  5: "（一）",
  6: "（二）",
  7: "（一）",
  17: "（二）",
};

function statisticsRows(): readonly LayoutRow[] {
  const rows = conceptOf("disclosure-statistics").lines.map(({ line, name }) => {
    const number = Number(line);
    const kind = number >= 8 && number <= 15 ? `${number - 7}.` : (statisticsNames[line] ?? "");
    return lineRow(line, `${kind}${name ?? ""}`);
  });
  const before = (line: string): number => rows.findIndex((row) => row.kind === "line" && row.line === line);
  return [
    heading("一、政府采购情况", "项目", "行次", "统计数"),
    ...rows.slice(0, before("5")),
    heading("二、机关运行经费", "项目", "", "统计数"),
    ...rows.slice(before("5"), before("7")),
    heading("三、国有资产占用情况"),
    ...rows.slice(before("7")),
  ];
}

const statistics = layout("disclosure-statistics", "公开10表", {
  nameWord: "单位名称",
  columnNumbers: false,
  sides: [
    {
      side: "only",
      keys: [key("name", "项目"), key("line", "行次")],
      figures: figures([["amount", "统计数"]]),
      rows: statisticsRows(),
    },
  ],
  notes: ["注：本表反映部门本年度政府采购、机关运行经费和国有资产占用情况。"],
});

/** The national layouts in their order. */
export const nationalTables: readonly TableLayout[] = [
  summary,
  income,
  expenditure,
  appropriation,
  generalBudget,
  basicDetail,
  governmentFund,
  stateCapital,
  threePublic,
  statistics,
];
