import { expect, test } from "vitest";

import { disclosureOf } from "../checks/rules/testing/disclosure-builder.ts";
import { nationalEdition } from "../regions/index.ts";
import { templateValues } from "./template-values.ts";

const disclosure = disclosureOf({
  year: 2024,
  tables: [
    {
      concept: "expenditure",
      rows: [
        { code: null, name: "合计", cells: { total: "1236.03", basic: "204.64", project: "1031.39" } },
        {
          code: "201",
          name: "一般公共服务支出",
          cells: { total: "1236.03", basic: "204.64", project: null },
        },
      ],
    },
    { concept: "government-fund", rows: [] },
  ],
});
const values = templateValues({ disclosure, edition: nationalEdition, prior: null, budget: null });

test("amounts go by their names, printed as the report prints them", () => {
  expect(values["项目支出合计"]).toBe("1,031.39");
  expect(values["有政府性基金"]).toBe(false);
});

test("what is not known is left blank, never zero", () => {
  expect(values["收入总计"]).toBe("");
});

test("tables go by their titles, their cells by the names of the columns", () => {
  expect(values["支出决算表"]).toMatchObject([
    { 科目编码: "", 科目名称: "合计", 基本支出: "204.64" },
    { 科目编码: "201", 科目名称: "一般公共服务支出", 项目支出: "" },
  ]);
});

test("sections go by their headings, paragraph by paragraph", () => {
  expect(JSON.stringify(values["支出决算情况说明"])).toContain("基本支出204.64万元");
});
