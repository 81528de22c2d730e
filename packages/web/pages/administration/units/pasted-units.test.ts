import { expect, test } from "vitest";

import { readPastedUnits } from "./pasted-units.ts";

const bureau = { name: "示例县水利局", code: "301", type: "administrative", departmentName: null };
const station = { name: "示例县水库管理所", code: null, type: "institution", departmentName: "示例县水利局" };

test.each([
  ["in the usual order", "示例县水利局\t301\t行政单位\n示例县水库管理所\t\t事业单位\t示例县水利局\n"],
  [
    "with a heading in another order, and a column we do not need",
    "序号\t主管部门\t单位名称\t单位代码\t单位性质\r\n1\t\t示例县水利局\t301\t行政\r\n2\t示例县水利局\t示例县水库管理所\t\t公益一类事业单位",
  ],
  [
    "where a department stands under itself",
    "示例县水利局\t301\t机关\t示例县水利局\n示例县水库管理所\t\t事业\t示例县水利局",
  ],
])("a list is read %s", (_how, text) => {
  expect(readPastedUnits(text)).toEqual({ units: [bureau, station], faults: [] });
});

test("what cannot be read is told by its line and left out", () => {
  const { units, faults } = readPastedUnits("甲\t1\n示例县水利局\t301\t企业\n示例县档案馆\n示例县档案馆");
  expect(units.map(({ name }) => name)).toEqual(["示例县档案馆", "示例县档案馆"]);
  expect(faults).toHaveLength(3);
  expect(faults[1]).toContain("企业");
  expect(faults[2]).toContain("不止一次");
});

test("nothing pasted is an empty list", () => {
  expect(readPastedUnits(" \n\t\n")).toEqual({ units: [], faults: [] });
});
