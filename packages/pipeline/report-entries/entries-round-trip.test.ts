// A report that is taken over into the editor states the same as before: made reports, samples and published ones.

import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

import { factItems } from "@jueming/core/compare/fact-items.ts";
import { differencesOf } from "@jueming/core/compare/difference.ts";
import type { Disclosure } from "@jueming/core/disclosure/disclosure.ts";
import { editionOf, editions } from "@jueming/core/regions/index.ts";
import { formatOf } from "@jueming/documents/formats.ts";
import { readText } from "@jueming/documents/text/reader.ts";
import { assert, integer, property } from "fast-check";
import { describe, expect, test } from "vitest";

import { generateReport } from "../../../scripts/measure/generate-report.ts";
import { sharedFolder } from "../../../scripts/shared-material.ts";
import { inputPlan } from "../input-workbook/input-plan.ts";
import { everyValue } from "../input-workbook/testing/fill-all.ts";
import { filledPlan } from "../input-workbook/testing/fill.ts";
import { writeTemplate } from "../input-workbook/write-template.ts";
import { disclosureIn, disclosureOf } from "../recognition.ts";
import { disclosureOfEntries } from "./disclosure-of-entries.ts";
import { entryForm } from "./entry-form.ts";
import { keyAtPlace, placeOfKey } from "./entry-places.ts";
import { entryProblems } from "./entry-problems.ts";
import { entriesOfWorkbook, workbookOfEntries } from "./entry-workbook.ts";
import type { LeftOut } from "./importing/entries-draft.ts";
import { entriesOf } from "./importing/entries-of.ts";

const made = (seed: number): Disclosure =>
  disclosureIn(readText(new TextEncoder().encode(generateReport(seed).lines.join("\n")), "made.txt"));

/** What had no place, without paragraphs such as the unit's own wording of 名词解释. */
const factsLeft = (left: readonly LeftOut[]): readonly string[] =>
  left.filter(({ what }) => what !== "文字").map(({ where, what, value }) => `${where} ${what}：${value}`);

const formOf = (disclosure: Disclosure) => entryForm(editionOf(disclosure), disclosure.kind);

test("the entries of a made report state the facts of the report, and lack nothing", () => {
  assert(
    property(integer({ min: 1, max: 60 }), (seed) => {
      const disclosure = made(seed);
      const form = formOf(disclosure);
      const { entries, left } = entriesOf(form, disclosure);
      expect(factsLeft(left)).toEqual([]);
      expect(disclosureOfEntries(form, entries, "editor").problems).toEqual([]);
      expect(entryProblems(form, entries).missing).toEqual([]);
    }),
    { numRuns: 10 },
  );
}, 60_000);

test("entries go into a workbook and come back the same", async () => {
  for (const seed of [3, 4]) {
    const form = formOf(made(seed));
    const { entries } = entriesOf(form, made(seed));
    const bytes = await workbookOfEntries(form, entries);
    const document = await (await formatOf(bytes, "底稿.xlsx")).read(bytes.slice(), "底稿.xlsx");
    const again = entriesOfWorkbook(form, document);
    const facts = (one: typeof entries) => factItems(disclosureOfEntries(form, one, "editor").disclosure);
    expect(differencesOf(facts(entries), facts(again))).toEqual([]);
    expect(Object.keys(again.fields).toSorted()).toEqual(Object.keys(entries.fields).toSorted());
    // The workbook itself states the same when it is read as a workbook.
    const read = await disclosureOf(bytes, "底稿.xlsx");
    expect(differencesOf(factItems(read), facts(entries))).toEqual([]);
  }
}, 60_000);

describe.each(editions.map((edition) => [edition.id, edition] as const))("a workbook of %s", (_, edition) => {
  test.each(["final-accounts", "project-evaluations", "department-evaluation"] as const)(
    "that is filled in completely gives entries that state the same: %s",
    async (kind) => {
      const plan = inputPlan(edition, kind);
      const bytes = await writeTemplate(filledPlan(plan, everyValue(plan)));
      const read = await disclosureOf(bytes, "底稿.xlsx");
      const form = entryForm(edition, kind);
      const { entries, left } = entriesOf(form, read);
      expect(factsLeft(left)).toEqual([]);
      const taken = disclosureOfEntries(form, entries, "editor").disclosure;
      expect(differencesOf(factItems(read), factItems(taken))).toEqual([]);
    },
    30_000,
  );
});

test("every key has a place, and its place leads back to it", () => {
  const disclosure = made(7);
  const form = formOf(disclosure);
  const { entries, sources } = entriesOf(form, disclosure);
  for (const { spot } of sources) {
    const place = placeOfKey(form, entries, spot);
    expect(keyAtPlace(form, entries, place ?? {})).toEqual(spot);
  }
});

/** What tables and forms print, without the explanation. */
const printed = (one: Disclosure): Disclosure => ({ ...one, narrative: [] });

const samples = resolve(import.meta.dirname, "../../../samples");
const shared = sharedFolder();
const published = [samples, ...(shared === undefined ? [] : [join(shared, "seeds")])].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .map((name) => [name, join(folder, name)] as const),
);

describe.each(published)("%s", (_, path) => {
  const disclosure = disclosureIn(readText(readFileSync(path), path));
  const form = formOf(disclosure);
  const { entries, left, sources } = entriesOf(form, disclosure);
  const taken = disclosureOfEntries(form, entries, "editor").disclosure;

  test("has every figure of its tables and indicators in its entries or in the list of what had no place", () => {
    const lost = differencesOf(factItems(printed(disclosure)), factItems(printed(taken)))
      .filter(({ left: { value } }) => value !== null && !/^[\s0.,-]*$/u.test(value))
      .filter(({ where, what }) => !left.some((one) => one.where === where && one.what === what))
      .filter(({ what }) => !what.endsWith("偏差原因"));
    expect(lost).toEqual([]);
  });

  test("says of every entry where it was read", () => {
    expect(sources.length).toBeGreaterThan(0);
    const typed = [
      ...Object.values(entries.fields),
      ...Object.values(entries.lists).flatMap((rows) => rows.flatMap(({ cells }) => Object.values(cells))),
    ];
    expect(sources.length).toBe(typed.length);
  });
});
