// What we write of right figures passes our own checks, in the form of every edition. Nothing of a made report's own
// wording is taken over that the form words itself: a glossary of the made report once hid what ours left out.

import { checkRules } from "@jueming/core/checks/rules/index.ts";
import { contextOf, runChecks } from "@jueming/core/checks/run-checks.ts";
import type { ComposePart } from "@jueming/core/compose/compose.ts";
import { compose } from "@jueming/core/compose/compose.ts";
import type { Disclosure } from "@jueming/core/disclosure/disclosure.ts";
import { documentOf } from "@jueming/core/document/composition.ts";
import { recognize } from "@jueming/core/recognize/recognize.ts";
import type { Edition } from "@jueming/core/regions/edition.ts";
import { editions } from "@jueming/core/regions/index.ts";
import { readText } from "@jueming/documents/text/reader.ts";
import { describe, expect, test } from "vitest";

import { generateReport } from "../../scripts/measure/generate-report.ts";
import { disclosureIn } from "./recognition.ts";
import { disclosureOfEntries } from "./report-entries/disclosure-of-entries.ts";
import { entryForm } from "./report-entries/entry-form.ts";
import { entriesOf } from "./report-entries/importing/entries-of.ts";
import { completedDisclosure } from "./testing/completed-disclosure.ts";

/** An office and an institution: this has no 机关运行经费, and its report says so. */
const SEEDS = [1, 2];
const PARTS: readonly ComposePart[] = ["report", "tables", "evaluations"];
/** A name of no place, so that the report can be one of any region. */
const NAME = "示例县示例中心";

/** Tables and forms alone have no cover, which is asked of a report. */
const COVER = "cover-names-unit-year-and-document";

function madeFor(edition: Edition, seed: number): Disclosure {
  const { lines, unit } = generateReport(seed);
  const text = lines.join("\n").replaceAll(unit.name, NAME);
  return completedDisclosure(disclosureIn(readText(new TextEncoder().encode(text), "made.txt")), edition);
}

/** Errors and warnings in what is written of the disclosure. */
function faultsIn(disclosure: Disclosure, edition: Edition, part: ComposePart): readonly string[] {
  const { composition, missing } = compose({ disclosure, edition, prior: null, budget: null }, part);
  expect(missing).toEqual([]);
  const [region] = edition.divisions;
  const read = recognize(documentOf(composition, "composed"), region === undefined ? {} : { region });
  const { findings } = runChecks(contextOf(read, { edition }), checkRules);
  return findings
    .filter(({ severity, rule }) => severity !== "hint" && (part === "report" || rule !== COVER))
    .map(({ code, message }) => `${code} ${message}`);
}

describe.each(editions.map((edition) => [edition.id, edition] as const))(
  "in the form of %s",
  (_, edition) => {
    test.each(PARTS)("the %s of right figures has no error and no warning", (part) => {
      for (const seed of SEEDS) {
        expect(faultsIn(madeFor(edition, seed), edition, part), `seed ${seed}`).toEqual([]);
      }
    });

    test("the report of typed figures has no error and no warning", () => {
      const form = entryForm(edition, "final-accounts");
      for (const seed of SEEDS) {
        const made = madeFor(edition, seed);
        const { entries } = entriesOf(form, { ...made, evaluations: [] });
        const { disclosure } = disclosureOfEntries(form, entries, "typed");
        // Some forms must have their evaluations attached.
        const typed = completedDisclosure({ ...disclosure, evaluations: made.evaluations }, edition);
        expect(faultsIn(typed, edition, "report"), `seed ${seed}`).toEqual([]);
      }
    });
  },
);
