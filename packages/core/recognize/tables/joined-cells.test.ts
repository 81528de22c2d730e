import { describe, expect, it } from "vitest";

import type { TableLayout } from "../../forms/layout.ts";
import { nationalTables } from "../../regions/national/tables.ts";
import { recognizeTables } from "./recognize-tables.ts";
import type { Values } from "./testing/printed-table.ts";
import { figuresOf, linesFrom, printTable } from "./testing/printed-table.ts";

const layoutOf = (concept: string): TableLayout =>
  nationalTables.find((layout) => layout.concept === concept)!;
const printed = (concept: string, values: Values): readonly string[] => printTable(layoutOf(concept), values);
const readFigures = (lines: readonly string[]): Values =>
  figuresOf(recognizeTables(linesFrom(lines.join("\n")), nationalTables).tables[0]);
const changed = (
  lines: readonly string[],
  isRow: RegExp,
  edit: (cells: readonly string[]) => readonly string[],
): readonly string[] => lines.map((line) => (isRow.test(line) ? edit(line.split("\t")).join("\t") : line));
/** The cell at a place and the next one as one, parted by a blank. */
const joined =
  (at: number, keepsWidth: boolean) =>
  (cells: readonly string[]): readonly string[] =>
    cells.toSpliced(at, 2, `${cells[at]} ${cells[at + 1]}`.trim(), ...(keepsWidth ? [""] : []));

const summary: Values = {
  "1|amount": "80.00",
  "27|amount": "80.00",
  "31|amount": "80.00",
  "32|amount": "80.00",
  "58|amount": "80.00",
  "62|amount": "80.00",
};
const summaryTable = printed("income-expenditure-summary", summary);
const detail: Values = {
  "30101|amount": "64.50",
  "30201|amount": "4.20",
  "301|amount": "64.50",
  "302|amount": "4.20",
  "personnel|amount": "64.50",
  "operating|amount": "4.20",
};
const detailTable = printed("general-budget-basic-detail", detail);
const statistics: Values = { "1|amount": "14.58", "7|amount": "2", "9|amount": "2" };
const statisticsTable = printed("disclosure-statistics", statistics);

const row = (...cells: readonly string[]): string => cells.join("\t");

describe("neighbouring cells in one", () => {
  it.each<[string, readonly string[], Values]>([
    ["an amount and the name after it", changed(summaryTable, /^本年收入合计/u, joined(2, false)), summary],
    [
      "an amount and the name, the width kept",
      changed(summaryTable, /^本年收入合计/u, joined(2, true)),
      summary,
    ],
    ["an amount and the code after it", changed(detailTable, /^30101\t/u, joined(2, false)), detail],
    ["a name and its amount", changed(detailTable, /^30101\t/u, joined(1, true)), detail],
    ["a line number and a count", changed(statisticsTable, /\t9\t/u, joined(1, true)), statistics],
  ])("%s are taken apart", (_, lines, values) => {
    expect(readFigures(lines)).toEqual(values);
  });
});

it("numbers of columns count on past an empty column", () => {
  const values: Values = {
    "|budget.total": "5.00",
    "|budget.vehicles": "5.00",
    "|final.total": "4.00",
    "|final.vehicles": "4.00",
  };
  const lines = printed("three-public", values).map((line) =>
    line.includes("\t") ? line.split("\t").toSpliced(4, 0, "").join("\t") : line,
  );
  expect(readFigures(lines)).toEqual(values);
});

it("a code in the place of an amount is never an amount", () => {
  const lines = detailTable.map((line) =>
    line.includes("\t") ? line.split("\t").toSpliced(1, 0, "").join("\t") : line,
  );
  expect(readFigures(lines)).toEqual(detail);
});

it("letters that look like digits are read as digits, and doubted", () => {
  const lines = summaryTable.map((line) => line.replaceAll("80.00", "8O.0o"));
  const { tables, problems } = recognizeTables(linesFrom(lines.join("\n")), nationalTables);
  expect(figuresOf(tables[0])).toEqual(summary);
  expect(problems.map(({ code }) => code)).toContain("figure-misread");
});

describe("a total row that shares its line with the header", () => {
  const head = ["收入决算表", "单位：万元"];
  const columns = [
    "本年收入合计",
    "财政拨款收入",
    "上级补助收入",
    "事业收入",
    "经营收入",
    "附属单位上缴收入",
    "其他收入",
  ];
  const figures = ["90.00", "90.00", "0.00", "0.00", "0.00", "0.00", "0.00"];

  it("is read beside 类, 款 and 项", () => {
    const lines = [
      ...head,
      row("项目", "", "", "", ...columns),
      row("功能分类科目编码", "", "", "科目名称", ...columns.map(() => "决算数")),
      row("类", "款", "项", "合计", ...figures),
      row("208", "", "", "社会保障和就业支出", ...figures),
      row("20805", "", "", "行政事业单位养老支出", ...figures),
    ];
    const { tables, problems } = recognizeTables(linesFrom(lines.join("\n")), nationalTables);
    expect(tables[0]?.rows.map(({ code }) => code)).toEqual([null, "208", "20805"]);
    expect(problems).toEqual([]);
  });

  it("leaves what stands in the place of its figures unread, not blank", () => {
    const lines = [
      "政府性基金预算财政拨款收入支出决算表",
      "单位：万元",
      row("项目", "", "年初结转和结余", "本年收入", "本年支出", "", "", "年末结转和结余"),
      row("功能分类科目编码", "科目名称", "", "", "", "", "", ""),
      row("合计", "", "", "105.00", "合计", "基本支出", "项目支出", ""),
      row("221", "住房保障支出", "", "105.00", "105.00", "", "105.00", ""),
    ];
    const [table] = recognizeTables(linesFrom(lines.join("\n")), nationalTables).tables;
    const total = table?.rows.find(({ code }) => code === null)?.cells;
    expect(total?.["income"]).toMatchObject({ kind: "figure", value: "105.00" });
    expect(total?.["total"]).toMatchObject({ kind: "unreadable" });
  });
});

it("a code in columns of its own for 类 and 款 is one code", () => {
  const cut = detailTable.map((line) => line.replace(/(?<![\d.])(30[123]|310)(\d\d)(?=\t)/gu, "$1\t$2"));
  expect(readFigures(cut)).toEqual(detail);
});
