// The contract of the editor and what the pipeline makes have the same shape: the server maps nothing.

import type {
  ComputedEntries as MadeComputed,
  Entries as MadeEntries,
  EntryChange as MadeChange,
  EntryConflict as MadeConflict,
  EntryPlan as MadePlan,
} from "@jueming/pipeline/report-entries/entry-plan.ts";
import { entryForm } from "@jueming/pipeline/report-entries/entry-form.ts";
import { editionFor } from "@jueming/core/regions/index.ts";
import { expect, expectTypeOf, test } from "vitest";

import type { ComputedEntries, Entries, EntryChange, EntryConflict, EntryPlan } from "./entry.ts";
import { entryPlan } from "./entry.ts";

type DeepReadonly<Value> = Value extends readonly (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : Value extends object
    ? { readonly [Key in keyof Value]: DeepReadonly<Value[Key]> }
    : Value;

test("what the pipeline makes has the shape of the contract, and the other way round", () => {
  expectTypeOf<DeepReadonly<MadePlan>>().toEqualTypeOf<DeepReadonly<EntryPlan>>();
  expectTypeOf<DeepReadonly<MadeEntries>>().toEqualTypeOf<DeepReadonly<Entries>>();
  expectTypeOf<DeepReadonly<MadeChange>>().toEqualTypeOf<DeepReadonly<EntryChange>>();
  expectTypeOf<DeepReadonly<MadeConflict>>().toEqualTypeOf<DeepReadonly<EntryConflict>>();
  expectTypeOf<DeepReadonly<MadeComputed>>().toEqualTypeOf<DeepReadonly<ComputedEntries>>();
});

test("a plan is a plan of the contract", () => {
  const { plan } = entryForm(editionFor("51", 2025), "final-accounts");
  expect(entryPlan.parse(plan)).toEqual(plan);
});
