import { readFileSync } from "node:fs";

import type { Finding } from "@jueming/core/checks/finding.ts";
import { fromDisclosureJson } from "@jueming/core/disclosure/disclosure-json.ts";
import type { Disclosure } from "@jueming/core/disclosure/disclosure.ts";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";

import { toFindingsJson } from "./findings-json.ts";
import { keptDisclosure } from "./kept-disclosure.ts";

const jsonAt = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../schemas/${path}`, import.meta.url), "utf8"));
const validator = (path: string): ReturnType<Ajv2020["compile"]> =>
  // A schema is an object; ajv judges the rest.
  new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(jsonAt(path) as object);

function exampleDisclosure(): Disclosure {
  const reading = fromDisclosureJson(jsonAt("examples/disclosure.json"));
  if (!reading.ok) throw new Error(reading.message);
  return reading.disclosure;
}

const finding: Finding = {
  rule: "income-sums-to-total",
  code: "T1-01",
  kind: "logic",
  severity: "error",
  basis: "依据",
  subject: "收入支出决算总表",
  message: "合计不符",
  advice: "请核对",
  operands: [
    { label: "本年收入合计", value: "1236.03", place: { line: 117 } },
    { label: "决算", value: null, place: { line: 3, source: "b.txt" } },
  ],
  expected: "1236.04",
  actual: "1236.03",
  gap: "-0.01",
  envelope: "0.005",
  sourceDoubt: false,
  causedBy: null,
  repair: { place: { line: 117 }, from: "1236.03", to: "1236.04" },
  explanation: null,
  cells: ["x"],
  covers: [],
};
const summary = { error: 1, warning: 0, hint: 0, checksRun: 1, checksNotApplicable: 0, checksNotChecked: 1 };
const result = {
  findings: [finding],
  notChecked: [{ rule: "x", code: "X-1", subject: null, reason: "无上年数" }],
  coverage: [],
  summary,
};

test.each(["findings", "scores", "point-system", "department-inputs"])(
  "the schema of %s fits its example",
  (name) => {
    const isValid = validator(`${name}.schema.json`);
    expect([isValid(jsonAt(`examples/${name}.json`)), isValid.errors]).toEqual([true, null]);
  },
);

test("findings of one file and of several fit the schema", () => {
  const isValid = validator("findings.schema.json");
  const kept = keptDisclosure(exampleDisclosure());
  const results = [
    toFindingsJson({ source: "示例.txt", ...kept, result }),
    toFindingsJson({ sources: ["a.txt", "b.txt"], duplicates: [], about: kept.about, result }),
  ];
  for (const json of results) {
    const written: unknown = JSON.parse(JSON.stringify(json));
    expect([isValid(written), isValid.errors]).toEqual([true, null]);
  }
});

const placesIn = (json: object): unknown => JSON.parse(JSON.stringify(json));
const operands = (...places: readonly object[]): object => ({
  findings: [{ operands: places.map((place) => ({ place })) }],
});

test("a place names its source only where that is not the file of the result", () => {
  const kept = keptDisclosure(exampleDisclosure());
  expect(placesIn(toFindingsJson({ source: "示例.txt", ...kept, result }))).toMatchObject(
    operands({ line: 117 }, { line: 3, source: "b.txt" }),
  );
  const fromJson = toFindingsJson({ source: "x.json", ...kept, result });
  expect(placesIn(fromJson)).toMatchObject(operands({ line: 117, source: "示例.txt" }, { source: "b.txt" }));
});
