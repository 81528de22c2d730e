import { describe, expect, it } from "vitest";
import { findDivisionsInText } from "./place-mentions.ts";

function codesIn(text: string): readonly string[] {
  return findDivisionsInText(text).map(({ division }) => division.code);
}

describe("places in a text", () => {
  it("are found with their position, the longest name first", () => {
    expect(findDivisionsInText("四川省乐山市金口河区财政局")).toMatchObject([
      { division: { code: "510000" }, index: 0 },
      { division: { code: "511100" }, index: 3 },
      { division: { code: "511113" }, index: 6, otherReadings: [] },
    ]);
    expect(codesIn("宁夏回族自治区中卫市")).toEqual(["640000", "640500"]);
    expect(codesIn("吉林省吉林市")).toEqual(["220000", "220200"]);
  });

  it("are told from their namesakes by the place named before", () => {
    expect(codesIn("大同市云冈区和大同市平城区")).toEqual(["140200", "140214", "140200", "140213"]);
    expect(codesIn("乐山市市中区")).toEqual(["511100", "511102"]);
    expect(codesIn("长春市 朝阳区")).toEqual(["220100", "220104"]);
  });

  it("keep every reading where nothing decides", () => {
    const [mention] = findDivisionsInText("朝阳区教育局");
    expect([mention?.division.code, ...(mention?.otherReadings ?? []).map(({ code }) => code)]).toEqual([
      "110105",
      "220104",
    ]);
  });

  it("need their ending, except where the whole text is the bare name", () => {
    expect(codesIn("乐山的工作")).toEqual([]);
    expect(codesIn(" 金口河 ")).toEqual(["511113"]);
    expect(codesIn("宁夏")).toEqual(["640000"]);
    expect(codesIn("延边")).toEqual(["222400"]);
    expect(codesIn("内蒙古")).toEqual(["150000"]);
  });

  it("may be short where an office is named", () => {
    expect(codesIn("岚县人民政府办公室")).toEqual(["141127"]);
    expect(codesIn("中共岚县委员会办公室")).toEqual(["141127"]);
    expect(codesIn("2024年岚县财政局")).toEqual(["141127"]);
  });

  it("are not read out of other words", () => {
    expect(codesIn("全省和县级部门管理县域经济，提高县城品质")).toEqual([]);
    expect(codesIn("推进新城区建设与合作市场监管，覆盖江北区域")).toEqual([]);
    expect(codesIn("公安县级投入、自然资源县级规划、本市区县")).toEqual([]);
  });

  it("are none in an empty text", () => {
    expect(findDivisionsInText("")).toEqual([]);
    expect(findDivisionsInText("市")).toEqual([]);
  });
});
