import type * as model from "@jueming/pipeline/report-entries/entry-plan.ts";
import { entryPlanOf } from "@jueming/pipeline/report-entries/entry-form.ts";
import { editions } from "@jueming/core/regions/index.ts";
import { describe, expect, expectTypeOf, test } from "vitest";
import type { z } from "zod";

import * as contract from "./entry.ts";

/** The same shape, whoever may write into it. */
type Loose<Shape> = Shape extends readonly (infer Item)[]
  ? Loose<Item>[]
  : Shape extends object
    ? { -readonly [Key in keyof Shape]: Loose<Shape[Key]> }
    : Shape;

describe("the contract of the editor", () => {
  test("has the shapes of the model of pipeline", () => {
    expectTypeOf<Loose<model.Entries>>().toEqualTypeOf<z.infer<typeof contract.entries>>();
    expectTypeOf<Loose<model.EntryChange>>().toEqualTypeOf<z.infer<typeof contract.entryChange>>();
    expectTypeOf<Loose<model.EntryPlan>>().toEqualTypeOf<z.infer<typeof contract.entryPlan>>();
    expectTypeOf<Loose<model.ComputedEntries>>().toEqualTypeOf<z.infer<typeof contract.computedEntries>>();
  });

  test.each(editions.map(({ id }) => id))("takes the plans of %s whole", (id) => {
    const edition = editions.find((one) => one.id === id)!;
    for (const kind of ["final-accounts", "project-evaluations", "department-evaluation"] as const) {
      const plan = entryPlanOf(edition, kind);
      expect(contract.entryPlan.strict().parse(plan)).toEqual(plan);
    }
  });
});
