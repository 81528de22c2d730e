import { readFileSync } from "node:fs";
import { resolve } from "node:path";

import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";

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
