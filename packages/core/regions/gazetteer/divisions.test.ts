import { describe, expect, it } from "vitest";
import { allDivisions, ancestors, divisionPath, divisionsNamed, findDivision } from "./divisions.ts";

describe("the gazetteer", () => {
  it("has every province and each code once, below a division that exists", () => {
    const divisions = allDivisions();
    expect(divisions.filter(({ level }) => level === "province")).toHaveLength(34);
    expect(divisions.length).toBeGreaterThan(3200);
    expect(divisions.filter(({ code }) => !/^\d{6}$/.test(code))).toEqual([]);
    const orphans = divisions.filter(
      ({ parent }) => parent !== undefined && findDivision(parent) === undefined,
    );
    expect(orphans).toEqual([]);
  });

  it("invents no level between a municipality and its districts", () => {
    expect(findDivision("110100")).toBeUndefined();
    expect(findDivision("110101")).toMatchObject({ name: "东城区", level: "county", parent: "110000" });
    expect(findDivision("500229")?.parent).toBe("500000");
  });

  it("puts a county that no prefecture governs below its province", () => {
    expect(findDivision("429004")).toMatchObject({ name: "仙桃市", level: "county", parent: "420000" });
  });

  it("knows a prefecture without counties", () => {
    expect(findDivision("441900")).toMatchObject({ name: "东莞市", level: "prefecture" });
  });
});

describe("the full name", () => {
  it("goes from the province down", () => {
    expect(divisionPath("511113")).toBe("四川省乐山市金口河区");
    expect(divisionPath("141127")).toBe("山西省吕梁市岚县");
    expect(divisionPath("640500")).toBe("宁夏回族自治区中卫市");
    expect(divisionPath("310107")).toBe("上海市普陀区");
    expect(divisionPath("429004")).toBe("湖北省仙桃市");
  });

  it("is missing for an unknown code", () => {
    expect(divisionPath("999999")).toBeUndefined();
    expect(ancestors("999999")).toEqual([]);
  });
});

it("the divisions above a county begin with the province", () => {
  expect(ancestors("511113").map(({ code }) => code)).toEqual(["510000", "511100"]);
});

it("a name borne by several divisions gives them all", () => {
  expect(divisionsNamed("市中区").map(({ code }) => code)).toEqual(["370103", "370402", "511002", "511102"]);
  expect(divisionsNamed("金口河区")).toHaveLength(1);
  expect(divisionsNamed("不存在县")).toEqual([]);
});
