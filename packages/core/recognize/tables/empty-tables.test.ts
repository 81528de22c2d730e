import { describe, expect, it } from "vitest";

import { shanghaiTables } from "../../regions/shanghai/tables.ts";
import type { Values } from "./testing/printed-table.ts";
import { figuresOf, printTable } from "./testing/printed-table.ts";
import { layoutOf, read, readFigures } from "./testing/read-printed.ts";

describe("tables without data and tables of one row", () => {
  it("an empty table is empty, not missing", () => {
    const lines = [...printTable(layoutOf("government-fund"), {}), "说明：本表无数据"];
    const [table] = read(lines).tables;
    expect(table).toMatchObject({ concept: "government-fund", empty: true });
    expect(table?.notes).toContain("说明：本表无数据");
  });

  it("an empty table whose 合计 stands beside the last row of its header is no damaged row", () => {
    const lines = [
      "政府性基金预算财政拨款收入支出决算表",
      "项目\t\t年初结转和结余\t本年收入\t本年支出\t\t\t年末结转和结余",
      "功能分类科目编码\t科目名称\t\t\t\t\t\t",
      "合计\t\t\t\t合计\t基本支出\t项目支出\t",
      "\t\t\t\t\t\t\t",
      "说明：本表无数据",
    ];
    expect(read(lines, shanghaiTables).tables).toMatchObject([
      { concept: "government-fund", empty: true, rows: [] },
    ]);
  });

  const budget = {
    "|budget.total": "8.00",
    "|budget.vehicles": "5.00",
    "|budget.vehicleRunning": "5.00",
    "|budget.reception": "3.00",
  };
  const threePublic: Values = {
    ...budget,
    "|final.total": "5.00",
    "|final.vehicles": "5.00",
    "|final.vehicleRunning": "5.00",
  };
  const lines = printTable(layoutOf("three-public"), threePublic);
  it.each<[string, readonly string[]]>([
    ["as the form prints it", lines],
    ["with 栏次 in part lost", lines.map((line) => line.replace("3\t4\t5\t6", "3\t\t\t6"))],
    ["shifted right by one", lines.map((line) => (line.startsWith("8.00") ? `\t${line}` : line))],
  ])("三公 is read %s", (_, damaged) => {
    expect(readFigures(damaged)).toEqual(threePublic);
  });

  it("counts are counts", () => {
    const values: Values = { "1|amount": "14.58", "2|amount": "14.58", "7|amount": "2", "9|amount": "2" };
    const [table] = read(printTable(layoutOf("disclosure-statistics"), values)).tables;
    expect(figuresOf(table)).toEqual(values);
    expect(table?.rows.find(({ line }) => line === "7")?.cells["amount"]).toMatchObject({
      unit: { dimension: "count" },
    });
    expect(table?.rows.filter(({ line }) => line === null).map(({ name }) => name)).toEqual([
      "一、政府采购情况",
      "二、机关运行经费",
      "三、国有资产占用情况",
    ]);
  });
});
