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
