// What is written can be read back without loss: made reports and published ones, through every format.

import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

import { checkRules } from "@jueming/core/checks/rules/index.ts";
import { narrativeRules } from "@jueming/core/checks/rules/narrative/index.ts";
import { contextOf, runChecks } from "@jueming/core/checks/run-checks.ts";
import { factItems } from "@jueming/core/compare/fact-items.ts";
import type { Difference } from "@jueming/core/compare/difference.ts";
import { differencesOf } from "@jueming/core/compare/difference.ts";
import { compose } from "@jueming/core/compose/compose.ts";
import type { Disclosure } from "@jueming/core/disclosure/disclosure.ts";
import { documentOf } from "@jueming/core/document/composition.ts";
import { recognize } from "@jueming/core/recognize/recognize.ts";
import { editionOf } from "@jueming/core/regions/index.ts";
import { readText } from "@jueming/documents/text/reader.ts";
import { assert, integer, property } from "fast-check";
import { describe, expect, test } from "vitest";

import { generateReport } from "../../scripts/measure/generate-report.ts";
import { sharedFolder } from "../../scripts/shared-material.ts";
import { disclosureIn, disclosureOf } from "./recognition.ts";
import type { WrittenFormat } from "./write.ts";
import { writeDisclosure } from "./write.ts";

const FORMATS: readonly WrittenFormat[] = ["docx", "xlsx", "html", "pdf"];

const textOf = (path: string): Disclosure => disclosureIn(readText(readFileSync(path), path));

/** What a scan made unreadable in prose is written anew from the tables. */
const readableItems = (disclosure: Disclosure): ReturnType<typeof factItems> =>
  factItems(disclosure).filter(({ meaning }) => !meaning.startsWith("?"));

/** Facts that the two state differently, or that only one of them states. */
const changed = (from: Disclosure, to: Disclosure): readonly string[] =>
  differencesOf(readableItems(from), readableItems(to)).map(
    ({ where, what, left, right }: Difference) => `${where} ${what}：${left.value} → ${right.value}`,
  );

const made = (seed: number): Disclosure =>
  disclosureIn(readText(new TextEncoder().encode(generateReport(seed).lines.join("\n")), "made.txt"));

/** The composed document as any reader would give it. */
function readBack(disclosure: Disclosure): Disclosure {
  const material = { disclosure, edition: editionOf(disclosure), prior: null, budget: null };
  const { code } = disclosure.region;
  const { composition } = compose(material);
  return recognize(documentOf(composition, "composed"), code === null ? {} : { region: code });
}

test("whatever a report states, the report composed of it states the same", () => {
  assert(
    property(integer({ min: 1, max: 40 }), (seed) => {
      const disclosure = made(seed);
      expect(changed(disclosure, readBack(disclosure))).toEqual([]);
    }),
    { numRuns: 12 },
  );
}, 60_000);

test.each(FORMATS)(
  "a made report written as %s is read back the same",
  async (format) => {
    for (const seed of [101, 102, 103]) {
      const disclosure = made(seed);
      const request = { disclosure, edition: editionOf(disclosure), draft: false, format };
      const { bytes } = await writeDisclosure(request);
      const stranger = await disclosureOf(bytes.slice(), `made.${format}`, { ignoreCarried: true });
      expect(changed(disclosure, stranger)).toEqual([]);
      // A correct report stays one, whatever it is written as.
      const { findings } = runChecks(contextOf(stranger, { edition: editionOf(stranger) }), checkRules);
      expect(findings.filter(({ severity }) => severity !== "hint")).toEqual([]);
      expect((await disclosureOf(bytes, `made.${format}`)).alterations).toEqual([]);
    }
  },
  120_000,
);

const samples = resolve(import.meta.dirname, "../../samples");
const reports = readdirSync(samples)
  .filter((name) => name.endsWith(".txt"))
  .map((name) => [name, join(samples, name)] as const);
const shared = sharedFolder();
const seeds =
  shared === undefined
    ? []
    : readdirSync(join(shared, "seeds"))
        .filter((name) => name.endsWith(".txt"))
        .map((name) => [name, join(shared, "seeds", name)] as const);

/** Errors between the explanation and the tables: what the report contradicts itself in. */
const contradictions = (disclosure: Disclosure): number =>
  runChecks(contextOf(disclosure, { edition: editionOf(disclosure) }), narrativeRules).findings.filter(
    ({ severity }) => severity === "error",
  ).length;

describe.each([...reports, ...seeds])("%s", (name, path) => {
  const disclosure = textOf(path);
  const request = { disclosure, edition: editionOf(disclosure), draft: true };

  test("written as json and read back is the same", async () => {
    const { bytes } = await writeDisclosure({ ...request, format: "json" });
    expect(changed(disclosure, await disclosureOf(bytes, `${name}.json`))).toEqual([]);
  });

  test.each(FORMATS)(
    "written as %s and read back states the same, with what it carries and without",
    async (format) => {
      const { bytes } = await writeDisclosure({ ...request, format });
      const stranger = await disclosureOf(bytes.slice(), `${name}.${format}`, { ignoreCarried: true });
      // Prose that contradicts the tables, or cannot be read, is written as the tables have it.
      const differing = changed(disclosure, stranger).filter((words) => !words.includes("：null → "));
      expect(differing.length).toBeLessThanOrEqual(contradictions(disclosure));
      expect(contradictions(stranger)).toBe(0);
      const own = await disclosureOf(bytes.slice(), `${name}.${format}`);
      expect(own.alterations).toEqual([]);
      expect(changed(stranger, own)).toEqual([]);
      expect([own.region, own.department.code, own.unit.code]).toEqual([
        disclosure.region,
        disclosure.department.code,
        disclosure.unit.code,
      ]);
    },
    60_000,
  );
});
