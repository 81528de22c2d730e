// Sketches that several cases share.

import type { DisclosureSketch, TableSketch } from "../../testing/disclosure-builder.ts";

export const prose = (heading: string, ...paragraphs: readonly string[]): DisclosureSketch => ({
  outline: [{ heading, paragraphs }],
});

export const figures = (concept: string, cells: Record<string, string>, line?: string): TableSketch => ({
  concept,
  rows: [line === undefined ? { code: null, cells } : { line, cells }],
});

export const procurement = (total: string): TableSketch =>
  figures("disclosure-statistics", { amount: total }, "1");
export const parts = ["第一部分 概况", "第二部分 2024年部门决算表", "第三部分 情况说明", "第四部分 名词解释"];
export const headings = (...names: readonly string[]): DisclosureSketch => ({
  outline: names.map((heading) => ({ heading })),
});
export const detail: TableSketch = {
  concept: "general-budget-basic-detail",
  rows: [
    { code: "30201", name: "办公费", cells: { amount: "10.00" } },
    { code: "30202", name: "印刷费", cells: { amount: "" } },
    { code: "30206", name: "电费", cells: { amount: "x1" } },
    { line: "operating", name: "公用经费合计", cells: { amount: "15.72" } },
  ],
};
export const classes: TableSketch = {
  concept: "general-budget-expenditure",
  rows: [
    { code: null, cells: { total: "1174.30" } },
    { code: "201", name: "一般公共服务支出", cells: { total: "1164.06" } },
    { code: "210", name: "卫生健康支出", cells: { total: "10.24" } },
  ],
};
export const marked: TableSketch = {
  ...procurement("1.00"),
  printedUnit: "示例县示例局",
  printedYear: "2024年度",
};
export const structure = (...paragraphs: readonly string[]): DisclosureSketch => ({
  tables: [classes],
  outline: [{ heading: "一般公共预算财政拨款支出决算结构情况", paragraphs }],
});
export const performance = (text: string): DisclosureSketch => ({
  tables: [figures("general-budget-expenditure", { project: "1808.66" })],
  ...prose("预算绩效情况说明", text),
});
