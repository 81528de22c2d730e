import { describe, expect, test } from "vitest";

import { recognizeRegion } from "../../recognize/identity/region.ts";
import { recognizeTables } from "../../recognize/tables/recognize-tables.ts";
import type { Values } from "../../recognize/tables/testing/printed-table.ts";
import { figuresOf, linesFrom, printTable } from "../../recognize/tables/testing/printed-table.ts";
import { allTableLayouts, editionFor } from "../index.ts";
import { shanghaiTables } from "./tables.ts";

/** Figures of a made department; blank cells are not listed. */
const made: Readonly<Record<string, Values>> = {
  "income-expenditure-summary": {
    "1|amount": "900.00",
    "27|amount": "900.00",
    "29|amount": "50.00",
    "31|amount": "950.00",
    "39|amount": "300.00",
    "50|amount": "600.00",
    "58|amount": "900.00",
    "60|amount": "50.00",
    "62|amount": "950.00",
  },
  income: {
    "total|total": "900.00",
    "total|appropriation": "900.00",
    "208|total": "300.00",
    "208|appropriation": "300.00",
    "221|total": "600.00",
    "221|appropriation": "600.00",
  },
  expenditure: {
    "total|total": "900.00",
    "total|basic": "700.00",
    "total|project": "200.00",
    "208|total": "300.00",
    "208|basic": "100.00",
    "208|project": "200.00",
    "221|total": "600.00",
    "221|basic": "600.00",
    "221|project": "0.00",
  },
  "appropriation-summary": {
    "1|amount": "900.00",
    "27|amount": "900.00",
    "28|amount": "50.00",
    "29|amount": "50.00",
    "32|amount": "950.00",
    "40|total": "300.00",
    "40|generalBudget": "300.00",
    "51|total": "600.00",
    "51|generalBudget": "600.00",
    "59|total": "900.00",
    "59|generalBudget": "900.00",
    "60|total": "50.00",
    "60|generalBudget": "50.00",
    "64|total": "950.00",
    "64|generalBudget": "950.00",
  },
  "general-budget-expenditure": {
    "total|total": "900.00",
    "total|basic": "700.00",
    "total|project": "200.00",
    "208|total": "300.00",
    "208|basic": "100.00",
    "208|project": "200.00",
    "221|total": "600.00",
    "221|basic": "600.00",
    "221|project": "0.00",
  },
  "general-budget-basic-detail": {
    "301|amount": "500.00",
    "30101|amount": "500.00",
    "302|amount": "190.00",
    "30201|amount": "190.00",
    "310|amount": "10.00",
    "31002|amount": "10.00",
    "personnel|amount": "500.00",
    "operating|amount": "200.00",
  },
  "three-public": {
    "|budget.total": "3.00",
    "|final.total": "1.00",
    "|budget.abroad": "0.00",
    "|final.abroad": "0.00",
    "|budget.vehicles": "0.00",
    "|final.vehicles": "0.00",
    "|budget.vehiclePurchase": "0.00",
    "|final.vehiclePurchase": "0.00",
    "|budget.vehicleRunning": "0.00",
    "|final.vehicleRunning": "0.00",
    "|budget.reception": "3.00",
    "|final.reception": "1.00",
  },
  "government-fund": {
    "total|opening": "5.00",
    "total|income": "20.00",
    "total|total": "15.00",
    "total|project": "15.00",
    "total|closing": "10.00",
    "212|opening": "5.00",
    "212|income": "20.00",
    "212|total": "15.00",
    "212|project": "15.00",
    "212|closing": "10.00",
  },
  "state-capital": {
    "total|income": "8.00",
    "total|total": "8.00",
    "total|project": "8.00",
    "223|income": "8.00",
    "223|total": "8.00",
    "223|project": "8.00",
  },
};

const codes: Readonly<Record<string, readonly { readonly code: string; readonly name: string }[]>> = {
  "government-fund": [{ code: "212", name: "城乡社区支出" }],
  "state-capital": [{ code: "223", name: "国有资本经营预算支出" }],
};
const classes = [
  { code: "208", name: "社会保障和就业支出" },
  { code: "221", name: "住房保障支出" },
];

const printed = shanghaiTables.flatMap((layout) =>
  printTable(layout, made[layout.concept] ?? {}, codes[layout.concept] ?? classes),
);

describe("the nine tables", () => {
  const { tables, problems } = recognizeTables(linesFrom(printed.join("\n")), allTableLayouts);

  test("are read with every figure, among the layouts of all editions", () => {
    expect(Object.fromEntries(tables.map((table) => [table.concept, figuresOf(table)]))).toEqual(made);
    expect(problems).toEqual([]);
  });

  test("stand in the order of the form, without label", () => {
    expect(tables.map(({ concept }) => concept)).toEqual(Object.keys(made));
    expect(tables.map(({ label }) => label)).toEqual(tables.map(() => null));
  });

  test("keep apart a line without figure and the one below it", () => {
    const rows = tables[0]?.rows.filter(({ line }) => line === "28" || line === "29");
    expect(rows?.map(({ name }) => name)).toEqual(["使用非财政拨款结余", "年初结转和结余"]);
  });

  test("number the balances by fund anew", () => {
    const names = tables[3]?.rows.filter(({ line }) => Number(line) >= 29 && Number(line) <= 31);
    expect(names?.map(({ name }) => name)).toEqual([
      "一、一般公共预算财政拨款",
      "二、政府性基金预算财政拨款",
      "三、国有资本经营预算财政拨款",
    ]);
  });
});

test("an economic class that the form does not print is read where an office adds it", () => {
  const layout = shanghaiTables.find(({ concept }) => concept === "general-budget-basic-detail")!;
  const lines = printTable(layout, made["general-budget-basic-detail"] ?? {});
  const added = lines.flatMap((line) =>
    line.includes("31003\t") ? [line, "\t\t\t31005\t基础设施建设\t7.00"] : [line],
  );
  const [table] = recognizeTables(linesFrom(added.join("\n")), allTableLayouts).tables;
  expect(figuresOf(table)["31005|amount"]).toBe("7.00");
});

describe("the edition", () => {
  test.each(["上海市示例局", "上海市黄浦区示例局", "徐汇区示例局", "浦东新区示例局"])(
    "is chosen by the name %s",
    (name) => {
      const { code } = recognizeRegion({ projectCodes: [], unitNames: [name], titles: [] });
      expect(editionFor(code, 2024).id).toBe("shanghai/2024");
    },
  );

  test("is not chosen by a district's name that another province has as well, unless the city is named", () => {
    const unitNames = ["普陀区示例局"];
    const regionWith = (title: string): string | null =>
      recognizeRegion({ projectCodes: [], unitNames, titles: [title] }).code;
    expect(editionFor(regionWith("2024年度部门决算"), 2024).id).toBe("national/2024");
    expect(editionFor(regionWith("上海市普陀区2024年度部门决算"), 2024).id).toBe("shanghai/2024");
  });
});
