import { expect, test } from "vitest";

import { unitOf } from "./named-groups.ts";

const whose = (name: string | null) => ({
  source: "甲.txt",
  region: { code: "999901", name: "示例县", edition: "national" },
  department: { code: null, name: null },
  unit: { code: null, name, type: null },
});
const stated = (text: string) => ({ unit: { text, place: {} } });

test.each([
  ["a name garbled by its seal is the document's", "示例县教育局", "003001-示例县。教育局", "示例县教育局"],
  ["a lost last character too", "示例县人民政府办公室", "示例县人民政府办公公室", "示例县人民政府办公室"],
  ["another unit counts as such", "示例县教育局", "示例县第一中学", "示例县第一中学"],
  [
    "so does a unit that bears its department's name",
    "示例县教育局",
    "示例县教育局招生中心",
    "示例县教育局招生中心",
  ],
  ["without a name of the document the form's counts", null, "041-示例县档案馆", "示例县档案馆"],
])("%s", (_, document, form, expected) => {
  expect(unitOf(stated(form), whose(document)).name).toBe(expected);
});

const unknown = (source: string): string => unitOf({ unit: null }, { ...whose(null), source }).key;

function inDistrict(code: string): string {
  const one = whose("教育局");
  return unitOf({ unit: null }, { ...one, region: { ...one.region, code } }).key;
}

test("units that nobody names are told apart by their documents, and namesakes by their districts", () => {
  expect(unknown("甲.txt")).not.toBe(unknown("乙.txt"));
  expect(inDistrict("999901")).not.toBe(inDistrict("999902"));
});
