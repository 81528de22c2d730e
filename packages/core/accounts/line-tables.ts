// The three tables of fixed lines: 收入支出决算总表, 财政拨款收入支出决算总表, 相关信息统计表.

import { functionClasses } from "./classification/function-classification.ts";
import type { LineDescription, LineKind, Side, TableConcept } from "./concept.ts";
import { inTableRule } from "./identity-rule.ts";

const line = (
  number: number,
  name: string | null,
  side: Side,
  more: { readonly kind?: LineKind; readonly unit?: string; readonly classCode?: string } = {},
): LineDescription => ({ line: String(number), name, side, kind: "money", ...more });

const named = (first: number, side: Side, names: readonly string[]): readonly LineDescription[] =>
  names.map((name, index) => line(first + index, name, side));

const spacers = (from: number, to: number, side: Side): readonly LineDescription[] =>
  range(from, to).map((number) => line(Number(number), null, side));

function range(from: number, to: number): readonly string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => String(from + index));
}

const summaryClasses = functionClasses.map(({ code, name, summaryLine }) =>
  line(summaryLine, name, "expenditure", { classCode: code }),
);
const appropriationClasses = functionClasses.map(({ code, name, appropriationLine }) =>
  line(appropriationLine, name, "expenditure", { classCode: code }),
);

const summary = inTableRule("公开01表", "收入支出决算总表");

/** 收入支出决算总表. */
export const incomeExpenditureSummary: TableConcept = {
  id: "income-expenditure-summary",
  title: "收入支出决算总表",
  rowKey: "line",
  columns: [{ id: "amount", name: "金额" }],
  lines: [
    ...named(1, "income", [
      "一般公共预算财政拨款收入",
      "政府性基金预算财政拨款收入",
      "国有资本经营预算财政拨款收入",
      "上级补助收入",
      "事业收入",
      "经营收入",
      "附属单位上缴收入",
      "其他收入",
    ]),
    ...spacers(9, 26, "income"),
    ...named(27, "income", ["本年收入合计", "使用非财政拨款结余(含专用结余)", "年初结转和结余"]),
    line(30, null, "income"),
    line(31, "总计", "income"),
    ...summaryClasses,
    ...named(58, "expenditure", ["本年支出合计", "结余分配", "年末结转和结余"]),
    line(61, null, "expenditure"),
    line(62, "总计", "expenditure"),
  ],
  identities: [
    {
      ...summary("T1-01", "summary-income-is-sum-of-kinds", "本年收入合计（行27）等于各项收入（行1至8）之和"),
      form: "line-sum",
      total: "27",
      parts: range(1, 8),
      columns: ["amount"],
    },
    {
      ...summary(
        "T1-02",
        "summary-income-total-is-income-plus-carry-over",
        "收入总计（行31）等于本年收入合计、使用非财政拨款结余、年初结转和结余（行27至29）之和",
      ),
      form: "line-sum",
      total: "31",
      parts: ["27", "28", "29"],
      columns: ["amount"],
    },
    {
      ...summary(
        "T1-03",
        "summary-expenditure-is-sum-of-classes",
        "本年支出合计（行58）等于各功能分类支出（行32至57）之和",
      ),
      form: "line-sum",
      total: "58",
      parts: range(32, 57),
      columns: ["amount"],
    },
    {
      ...summary(
        "T1-04",
        "summary-expenditure-total-is-expenditure-plus-carry-over",
        "支出总计（行62）等于本年支出合计、结余分配、年末结转和结余（行58至60）之和",
      ),
      form: "line-sum",
      total: "62",
      parts: ["58", "59", "60"],
      columns: ["amount"],
    },
    {
      ...summary("T1-05", "summary-totals-balance", "收入总计（行31）等于支出总计（行62）"),
      form: "comparison",
      relation: "=",
      pairs: [{ left: [{ line: "31", column: "amount" }], right: [{ line: "62", column: "amount" }] }],
    },
  ],
  mayBeEmpty: false,
};

const appropriation = inTableRule("公开04表", "财政拨款收入支出决算总表");
const funds = ["generalBudget", "governmentFund", "stateCapital"] as const;
const fundColumns = ["total", ...funds] as const;

/** 财政拨款收入支出决算总表. */
export const appropriationSummary: TableConcept = {
  id: "appropriation-summary",
  title: "财政拨款收入支出决算总表",
  rowKey: "line",
  columns: [
    { id: "amount", name: "金额", side: "income" },
    { id: "total", name: "合计", side: "expenditure" },
    { id: "generalBudget", name: "一般公共预算财政拨款", side: "expenditure" },
    { id: "governmentFund", name: "政府性基金预算财政拨款", side: "expenditure" },
    { id: "stateCapital", name: "国有资本经营预算财政拨款", side: "expenditure" },
  ],
  lines: [
    ...named(1, "income", ["一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款"]),
    ...spacers(4, 26, "income"),
    ...named(27, "income", [
      "本年收入合计",
      "年初财政拨款结转和结余",
      "一般公共预算财政拨款",
      "政府性基金预算财政拨款",
      "国有资本经营预算财政拨款",
      "总计",
    ]),
    ...appropriationClasses,
    ...named(59, "expenditure", ["本年支出合计", "年末财政拨款结转和结余"]),
    ...spacers(61, 63, "expenditure"),
    line(64, "总计", "expenditure"),
  ],
  identities: [
    {
      ...appropriation(
        "T4-01",
        "appropriation-income-is-sum-of-funds",
        "本年收入合计（行27）等于三项财政拨款（行1至3）之和",
      ),
      form: "line-sum",
      total: "27",
      parts: ["1", "2", "3"],
      columns: ["amount"],
    },
    {
      ...appropriation(
        "T4-02",
        "appropriation-opening-is-sum-of-funds",
        "年初财政拨款结转和结余（行28）等于其中各项（行29至31）之和",
      ),
      form: "line-sum",
      total: "28",
      parts: ["29", "30", "31"],
      columns: ["amount"],
    },
    {
      ...appropriation(
        "T4-03",
        "appropriation-income-total-is-income-plus-opening",
        "收入总计（行32）等于本年收入合计与年初财政拨款结转和结余（行27、28）之和",
      ),
      form: "line-sum",
      total: "32",
      parts: ["27", "28"],
      columns: ["amount"],
    },
    {
      ...appropriation(
        "T4-04",
        "appropriation-row-total-is-sum-of-funds",
        "支出各行合计（栏2）等于一般公共预算、政府性基金、国有资本经营（栏3至5）之和",
      ),
      form: "column-sum",
      total: "total",
      parts: funds,
    },
    {
      ...appropriation(
        "T4-05",
        "appropriation-expenditure-is-sum-of-classes",
        "本年支出合计（行59）各栏等于各功能分类（行33至58）之和",
      ),
      form: "line-sum",
      total: "59",
      parts: range(33, 58),
      columns: fundColumns,
    },
    {
      ...appropriation(
        "T4-06",
        "appropriation-expenditure-total-is-expenditure-plus-closing",
        "支出总计（行64）各栏等于本年支出合计与年末财政拨款结转和结余（行59、60）之和",
      ),
      form: "line-sum",
      total: "64",
      parts: ["59", "60"],
      columns: fundColumns,
    },
    {
      ...appropriation("T4-07", "appropriation-totals-balance", "收入总计（行32）等于支出总计（行64）合计栏"),
      form: "comparison",
      relation: "=",
      pairs: [{ left: [{ line: "32", column: "amount" }], right: [{ line: "64", column: "total" }] }],
    },
    {
      ...appropriation(
        "T4-08",
        "appropriation-funds-balance",
        "每一种财政拨款的本年收入与年初结转结余之和等于其支出总计（行64对应栏）",
      ),
      form: "comparison",
      relation: "=",
      pairs: funds.map((fund, index) => ({
        left: [
          { line: String(1 + index), column: "amount" },
          { line: String(29 + index), column: "amount" },
        ],
        right: [{ line: "64", column: fund }],
      })),
    },
  ],
  mayBeEmpty: false,
};

const statistics = inTableRule("公开10表", "部门决算公开相关信息统计表");
const count = (number: number, name: string, unit: string): LineDescription =>
  line(number, name, "only", { kind: "count", unit });

/** 部门决算公开相关信息统计表: 政府采购, 机关运行经费, 国有资产占用. 行次16 is not used. */
export const disclosureStatistics: TableConcept = {
  id: "disclosure-statistics",
  title: "部门决算公开相关信息统计表",
  rowKey: "line",
  columns: [{ id: "amount", name: "统计数" }],
  lines: [
    ...named(1, "only", ["合计", "货物", "工程", "服务", "行政单位", "参照公务员法管理事业单位"]).map(
      // 机关运行经费 is told in one sentence, whichever kind of unit has it.
      (described) => (described.line === "5" ? { ...described, orLine: "6" } : described),
    ),
    count(7, "车辆数合计(辆)", "辆"),
    ...[
      "副部(省)级及以上领导用车",
      "主要负责人用车",
      "机要通信用车",
      "应急保障用车",
      "执法执勤用车",
      "特种专业技术用车",
      "离退休干部服务用车",
      "其他用车",
    ].map((name, index) => count(8 + index, name, "辆")),
    count(17, "单价100万元(含)以上设备(不含车辆)", "台"),
  ],
  identities: [
    {
      ...statistics(
        "T10-01",
        "procurement-is-sum-of-kinds",
        "政府采购合计（行1）等于货物、工程、服务（行2至4）之和",
      ),
      form: "line-sum",
      total: "1",
      parts: ["2", "3", "4"],
      columns: ["amount"],
    },
    {
      ...statistics("T10-02", "vehicles-are-sum-of-kinds", "车辆数合计（行7）等于各类车辆（行8至15）之和"),
      form: "line-sum",
      total: "7",
      parts: range(8, 15),
      columns: ["amount"],
    },
  ],
  mayBeEmpty: false,
};
