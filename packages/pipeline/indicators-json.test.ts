import { readFileSync } from "node:fs";
import { resolve } from "node:path";

import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";

import { library } from "@jueming/core/indicators/library/index.ts";
import { findNearDuplicates } from "@jueming/core/indicators/review/near-duplicates.ts";
import { namedIndicators, reviewIndicators } from "@jueming/core/indicators/review/review-indicators.ts";
import { exactNumber } from "@jueming/core/indicators/suggest/project-sketch.ts";
import { suggestIndicators } from "@jueming/core/indicators/suggest/suggest-indicators.ts";
import { editionOf, nationalEdition } from "@jueming/core/regions/index.ts";

import { duplicatesJson, entriesJson, reviewsJson, suggestionsJson } from "./indicators-json.ts";
import { findInputs } from "./inputs.ts";
import { isFailure, readInput } from "./read.ts";

const samples = resolve(import.meta.dirname, "../../samples");
const fileAt = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
// A schema is an object; ajv judges the rest.
const isValid = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(
  fileAt("../../schemas/indicators.schema.json") as object,
);

/** What the schema finds wrong; null for a form that fits. */
function faultsOf(json: object): unknown {
  return isValid(JSON.parse(JSON.stringify(json))) ? null : isValid.errors;
}

const suggested = suggestionsJson(
  suggestIndicators(
    { name: "干部培训", category: null, economicCode: "30216", amount: exactNumber("20"), indicators: [] },
    nationalEdition.scoring,
  ),
  { project: "干部培训", edition: nationalEdition.id },
);

test("the whole library fits the published schema", () => {
  expect(faultsOf(entriesJson(library, ""))).toBeNull();
});

test("a suggestion fits the published schema, and is the example beside it", () => {
  expect(faultsOf(suggested)).toBeNull();
  expect(fileAt("../../schemas/examples/indicators.json")).toEqual(JSON.parse(JSON.stringify(suggested)));
});

test("reviews and near-duplicates of every sample fit the published schema", async () => {
  let reviewed = 0;
  for (const input of await findInputs([samples])) {
    const result = await readInput(input, {});
    if (isFailure(result)) continue;
    const { source, evaluations } = result.disclosure;
    const { tiers } = editionOf(result.disclosure).scoring;
    expect(
      faultsOf(
        reviewsJson(
          evaluations.map((one) => reviewIndicators(one, tiers)),
          source,
        ),
      ),
    ).toBeNull();
    const named = evaluations.flatMap((one, form) => namedIndicators(one, { source, form }));
    expect(faultsOf(duplicatesJson(findNearDuplicates(named)))).toBeNull();
    reviewed += evaluations.length;
  }
  expect(reviewed).toBeGreaterThan(0);
});
