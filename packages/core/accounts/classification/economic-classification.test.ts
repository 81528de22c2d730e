import { expect, it } from "vitest";
import { economicRows, findEconomicCode } from "./economic-classification.ts";

it("公开06 has 110 rows, each code once", () => {
  expect(economicRows).toHaveLength(110);
  expect(new Set(economicRows.map((row) => row.code)).size).toBe(110);
});

it("every 款 stands below a 类 of the list", () => {
  const orphans = economicRows.filter(
    ({ parent }) => parent !== undefined && findEconomicCode(parent) === undefined,
  );
  expect(orphans).toEqual([]);
});

it("301 and 303 are 人员经费, the other 类 公用经费", () => {
  const personnel = economicRows.filter((row) => row.level === 1 && row.group === "personnel");
  expect(personnel.map((row) => row.code)).toEqual(["301", "303"]);
  expect(findEconomicCode("30217")).toMatchObject({ name: "公务接待费", group: "operating", parent: "302" });
});

it("six rows of 309 print a dash", () => {
  const dashed = economicRows.filter((row) => row.dash).map((row) => row.code);
  expect(dashed).toEqual(["30908", "30913", "30919", "30921", "30922", "30999"]);
});

it("310 continues in the fourth column", () => {
  expect(findEconomicCode("31010")?.column).toBe(3);
  expect(findEconomicCode("31011")).toMatchObject({ column: 4, parent: "310" });
});

it("a code that the form does not print is unknown", () => {
  expect(findEconomicCode("30210")).toBeUndefined();
});
