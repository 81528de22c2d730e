import { describe, expect, test } from "vitest";

import type { Line } from "../../document/lines.ts";
import type { PrintedName } from "./organization.ts";
import { chooseOrganization, splitOrganization } from "./organization.ts";
import { recognizeRegion } from "./region.ts";
import { recognizeTitle, unitInTitle } from "./title.ts";
import { recognizeYear } from "./year.ts";

const text = (value: string, line = 1): Line => ({
  kind: "text",
  text: value,
  cells: [],
  place: { line },
  headingLevel: 0,
  block: line,
});

describe("the year of a disclosure", () => {
  test("a title speaks louder than running text", () => {
    expect(
      recognizeYear([
        text("某单位2024年度部门决算公开"),
        ...Array.from({ length: 9 }, () => text("2023年度和2023年的收入")),
      ]),
    ).toBe(2024);
  });

  test("dates of approval are no year", () => {
    expect(recognizeYear([text("2026.5.18"), text("（2025 年度）")])).toBe(2025);
  });

  test("a document that names no year has none", () => {
    expect(recognizeYear([text("收入决算表")])).toBeNull();
  });
});

const weighed = (name: string, weight: number): PrintedName => ({
  role: "unit",
  code: null,
  name,
  place: {},
  weight,
});

describe("organisations", () => {
  test.each([
    ["041001-示例县委员会办公室", "041001", "示例县委员会办公室"],
    ["003 示例市人民政府办公室", "003", "示例市人民政府办公室"],
    ["示例县 人民政府", null, "示例县人民政府"],
  ])("%s splits into code and name", (printed, code, name) => {
    expect(splitOrganization(printed)).toEqual({ code, name });
  });

  test("the name that most weight speaks for wins over garbled ones", () => {
    expect(
      chooseOrganization([weighed("市政效府", 1), weighed("市政府", 3), weighed("市政府", 1)], "unit").name,
    ).toBe("市政府");
  });
});

describe("the region", () => {
  test("project codes win over a name that a seal garbled", () => {
    const region = recognizeRegion({
      projectCodes: ["51111321T000000112594"],
      unitNames: ["中共忻州市金口河区委办公室"],
      titles: [],
    });
    expect(region).toEqual({ code: "511113", name: "四川省乐山市金口河区" });
  });

  test("a county in the unit's name is found", () => {
    expect(
      recognizeRegion({ projectCodes: [], unitNames: ["中国共产党岚县委员会办公室"], titles: [] }).code,
    ).toBe("141127");
  });

  test.each([
    [["宝山区财政局"], ["上海市宝山区2024年度部门决算"], "310113"],
    [["宝山区财政局"], ["双鸭山市2024年度部门决算"], "230506"],
    [["宝山区财政局"], [], null],
  ])("of the places of one name (%j, %j) the one that others name is meant", (unitNames, titles, code) => {
    expect(recognizeRegion({ projectCodes: [], unitNames, titles }).code).toBe(code);
  });

  test("nothing printed, nothing claimed", () => {
    expect(recognizeRegion({ projectCodes: [], unitNames: ["示例办公室"], titles: [] })).toEqual({
      code: null,
      name: null,
    });
  });
});

describe("the title", () => {
  test("the unit over the year is joined to it", () => {
    expect(recognizeTitle([text("示例县委员会办公室"), text("2024年度部门决算公开"), text("目 录")])).toBe(
      "示例县委员会办公室2024年度部门决算公开",
    );
  });

  test("a long name stands over several lines, with the year at the end of one", () => {
    expect(
      recognizeTitle([text("示例市示例区人民政府"), text("示例路街道办事处 2025"), text("年度部门决算")]),
    ).toBe("示例市示例区人民政府示例路街道办事处2025年度部门决算");
    expect(recognizeTitle([text("示例市示例区"), text("文化和旅游局"), text("2025 年度部门决算")])).toBe(
      "示例市示例区文化和旅游局2025年度部门决算",
    );
    expect(recognizeTitle([text("示例市示例小学"), text("2024年度单位决算")])).toBe(
      "示例市示例小学2024年度单位决算",
    );
  });

  test("the number of a form is left out", () => {
    expect(recognizeTitle([text("项目支出绩效自评表（一）"), text("（2024年）")])).toBe("项目支出绩效自评表");
  });

  test("the name of a worksheet gives way to what the sheet prints", () => {
    const tab = { ...text("01项目支出绩效自评表"), place: { sheet: "01项目支出绩效自评表" } };
    expect(recognizeTitle([tab, text("2024年度项目支出绩效自评表")])).toBe("2024年度项目支出绩效自评表");
    expect(recognizeTitle([tab])).toBe("项目支出绩效自评表");
  });

  test("names the unit before its year, and no unit where there is none", () => {
    expect(unitInTitle("示例市示例区教育局2024年度部门决算")).toBe("示例市示例区教育局");
    expect(unitInTitle("2024年度部门决算公开")).toBeNull();
  });
});
