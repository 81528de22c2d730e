import { compareDisclosures } from "@jueming/core/compare/compare-disclosures.ts";
import { documentOf } from "@jueming/core/document/composition.ts";
import { compose } from "@jueming/core/compose/compose.ts";
import type { Disclosure, DisclosureKind } from "@jueming/core/disclosure/disclosure.ts";
import { editions } from "@jueming/core/regions/index.ts";
import { describe, expect, test } from "vitest";

import { disclosureOf } from "../recognition.ts";
import { writeDisclosure } from "../write.ts";
import { inputPlan } from "./input-plan.ts";
import { filledPlan } from "./testing/fill.ts";
import { everyValue } from "./testing/fill-all.ts";
import { writeTemplate } from "./write-template.ts";

const KINDS: readonly DisclosureKind[] = ["final-accounts", "project-evaluations", "department-evaluation"];

async function filled(edition: (typeof editions)[number], kind: DisclosureKind): Promise<Disclosure> {
  const plan = inputPlan(edition, kind);
  return disclosureOf(await writeTemplate(filledPlan(plan, everyValue(plan))), "底稿.xlsx");
}

describe.each(editions)("a workbook of $id that is filled in completely", (edition) => {
  test.each(KINDS)("lacks nothing of a final document: %s", async (kind) => {
    const disclosure = await filled(edition, kind);
    expect(disclosure.problems).toEqual([]);
    const { missing, composition } = compose({ disclosure, edition, prior: null, budget: null });
    expect(missing).toEqual([]);
    expect(documentOf(composition, "").blocks.length).toBeGreaterThan(1);
  });
});

describe("the workbook of a department's own evaluation", () => {
  test("holds its finances, tasks, indicators and texts", async () => {
    const edition = editions.find(({ departmentReport }) => departmentReport !== null);
    if (edition === undefined) throw new Error("no edition has a department's report");
    const { departmentEvaluation: department } = await filled(edition, "department-evaluation");
    expect(Object.keys(department?.finance ?? {})).toHaveLength(16);
    expect(department?.projectGroups).toHaveLength(2);
    expect(department?.tasks).toHaveLength(2);
    expect(department?.indicators).toHaveLength(2);
    expect(department?.budget.total).toMatchObject({ kind: "figure", value: "12.50" });
    expect(department?.sections.length).toBeGreaterThan(2);
    expect(department?.grade?.text).toBe(edition.scoring.departmentGrades[0]?.grade ?? "按期完成");
  });
});

describe("a workbook and what was written of it", () => {
  test.each(KINDS)("state the same: %s", async (kind) => {
    for (const edition of editions) {
      const disclosure = await filled(edition, kind);
      const { bytes } = await writeDisclosure({ disclosure, edition, format: "html", draft: false });
      const published = await disclosureOf(bytes, "公开.html");
      expect(compareDisclosures(disclosure, published, { edition })).toEqual([]);
    }
  });
});
