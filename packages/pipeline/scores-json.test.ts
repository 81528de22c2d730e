import { readFileSync } from "node:fs";
import { resolve } from "node:path";

import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";

import { findWhatIfChange } from "@jueming/core/evaluation/scoring/what-if-address.ts";
import { findScoringRules } from "@jueming/core/regions/index.ts";

import { findInputs } from "./inputs.ts";
import { isFailure, readInput } from "./read.ts";
import { scoresOf, toScoresJson } from "./scores-json.ts";

const samples = resolve(import.meta.dirname, "../../samples");
const schema: unknown = JSON.parse(
  readFileSync(new URL("../../schemas/scores.schema.json", import.meta.url), "utf8"),
);
// A schema is an object; ajv judges the rest.
const isValid = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema as object);

test("the scores of every sample fit the published schema", async () => {
  let scored = 0;
  for (const input of await findInputs([samples])) {
    const result = await readInput(input, {});
    if (isFailure(result)) continue;
    const scores = scoresOf(result.disclosure);
    const json: unknown = JSON.parse(JSON.stringify(toScoresJson(scores)));
    expect([isValid(json), isValid.errors]).toEqual([true, null]);
    scored += scores.evaluations.length;
  }
  expect(scored).toBeGreaterThan(0);
});

test("the published example fits the schema", () => {
  const example: unknown = JSON.parse(
    readFileSync(new URL("../../schemas/examples/scores.json", import.meta.url), "utf8"),
  );
  expect([isValid(example), isValid.errors]).toEqual([true, null]);
});

test("scores by other rules, with a trial, fit the published schema and say what they rest on", async () => {
  const rules = findScoringRules("example/full-range");
  for (const input of await findInputs([samples])) {
    const result = await readInput(input, {});
    if (isFailure(result) || rules === undefined) continue;
    const { evaluations } = result.disclosure;
    const found = evaluations.length === 0 ? undefined : findWhatIfChange("1::执行数=1.00", evaluations);
    const changes = found?.kind === "found" ? [found.change] : [];
    const json = toScoresJson(scoresOf(result.disclosure, { rules, changes }));
    const plain: unknown = JSON.parse(JSON.stringify(json));
    expect([isValid(plain), isValid.errors]).toEqual([true, null]);
    expect(json).toMatchObject({ edition: "example/full-range", rules: { inForce: false } });
    expect(evaluations.length === 0 || changes.length === 1).toBe(true);
  }
});
