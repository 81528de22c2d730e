import { readFileSync } from "node:fs";

import { fromDisclosureJson } from "@jueming/core/disclosure/disclosure-json.ts";
import type { Disclosure } from "@jueming/core/disclosure/disclosure.ts";
import { describe, expect, test } from "vitest";

import { keptDisclosure } from "./kept-disclosure.ts";
import { isSameUnit, isSameUnitAndYear } from "./same-unit.ts";
import { unitGroups } from "./unit-groups.ts";

const example: Disclosure = (() => {
  const path = new URL("../../schemas/examples/disclosure.json", import.meta.url);
  const reading = fromDisclosureJson(JSON.parse(readFileSync(path, "utf8")));
  if (!reading.ok) throw new Error(reading.message);
  return reading.disclosure;
})();

interface Who {
  readonly name: string;
  readonly region?: string | null;
  readonly code?: string | null;
  readonly year?: number | null;
}

function disclosureOf({ name, region = null, code = null, year = 2024 }: Who): Disclosure {
  return {
    ...example,
    year,
    region: { ...example.region, code: region },
    unit: { ...example.unit, code, name },
  };
}

describe("two disclosures are of one unit", () => {
  test.each([
    ["a seal garbled one character", "甲市乙区人民政府办公室", "甲币乙区人民玫府办公室", "510000", "511113"],
    [
      "one prints the party's full name",
      "中国共产党示例县委员会办公室",
      "中共示例县委员会办公室",
      null,
      null,
    ],
    [
      "one uses the customary short form",
      "中共示例市乙区委员会办公室",
      "中共示例市乙区委办公室",
      "511113",
      "511113",
    ],
    ["one leaves out the region that both are known to be in", "示例市审计局", "审计局", "510100", "510100"],
  ])("when %s", (...[, one, other, regionOne, regionOther]) => {
    const pair = [
      disclosureOf({ name: one, region: regionOne }),
      disclosureOf({ name: other, region: regionOther }),
    ];
    expect(isSameUnit(pair[0]!, pair[1]!)).toBe(true);
  });

  test.each([
    ["offices differ", "示例县财政局", "示例县民政局"],
    ["numerals differ", "示例县第一实验幼儿园", "示例县第二实验幼儿园"],
    ["regions differ and no code says otherwise", "甲县人民政府办公室", "丁县人民政府办公室"],
    ["party and government", "示例县委办公室", "示例县人民政府办公室"],
  ])("not when %s", (_, one, other) => {
    expect(isSameUnit(disclosureOf({ name: one }), disclosureOf({ name: other }))).toBe(false);
  });

  test("by unit codes where both print them, and never across regions or years", () => {
    const one = disclosureOf({ name: "甲", code: "001001", region: "110101" });
    expect(isSameUnit(one, disclosureOf({ name: "乙", code: "001001", region: "110000" }))).toBe(true);
    expect(isSameUnit(one, disclosureOf({ name: "甲", code: "001002", region: "110101" }))).toBe(false);
    expect(isSameUnit(one, disclosureOf({ name: "甲", code: "001001", region: "120101" }))).toBe(false);
    expect(isSameUnitAndYear(one, { ...one, year: 2023 })).toBe(false);
    expect(isSameUnitAndYear({ ...one, year: null }, { ...one, year: null })).toBe(false);
  });
});

test("inputs of one unit and year are a group, and the same report twice is one member", () => {
  const report = disclosureOf({ name: "示例县审计局" });
  const forms = {
    ...report,
    tables: [],
    evaluations: report.evaluations.map((one) => ({ ...one, name: "另一项目" })),
  };
  const groups = unitGroups([
    { source: "a.txt", ...keptDisclosure(report) },
    { source: "别的.txt", ...keptDisclosure(disclosureOf({ name: "示例县档案馆" })) },
    { source: "b.md", ...keptDisclosure(forms) },
    { source: "a.pdf", ...keptDisclosure(report) },
  ]);
  expect(groups).toHaveLength(1);
  expect(groups[0]?.members.map(({ source }) => source)).toEqual(["a.txt", "b.md"]);
  expect(groups[0]?.duplicates).toEqual([{ source: "a.pdf", of: "a.txt" }]);
});
