import { assert, property, string } from "fast-check";
import { expect, test } from "vitest";

import type { FigureName } from "./figure-id.ts";
import { figureId, figureNamed } from "./figure-id.ts";

const names: readonly FigureName[] = [
  { address: { concept: "income-expenditure-summary", line: "31", column: "amount" }, derived: null },
  { address: { concept: "general-budget-expenditure", code: null, column: "total" }, derived: "changeRate" },
  {
    address: { concept: "government-fund", code: "2120801", column: "total", stage: "initial" },
    derived: null,
  },
  { address: { concept: "three-public", column: "final.reception", period: "prior" }, derived: "change" },
  { address: { concept: "narrative", field: "reception-foreign-affairs-persons" }, derived: "count" },
  { address: { concept: "project-evaluation", evaluation: 12, field: "funding.0.adjusted" }, derived: null },
];

test.each(names)("the id of $address.concept names the same figure again and fits a Word tag", (name) => {
  const id = figureId(name);
  expect(figureNamed(id)).toEqual(name);
  expect(id.length).toBeLessThanOrEqual(64);
});

test("strange ids never throw, they name nothing or some figure", () => {
  assert(
    property(string(), (id) => {
      const named = figureNamed(id);
      expect(named === undefined || named.address.concept !== "").toBe(true);
    }),
  );
});
