import type { DisclosureKind } from "@jueming/core/disclosure/disclosure.ts";
import { editions } from "@jueming/core/regions/index.ts";
import { describe, expect, test } from "vitest";

import { entryForm } from "./entry-form.ts";

const KINDS: readonly DisclosureKind[] = ["final-accounts", "project-evaluations", "department-evaluation"];
const KEY_LIMIT = 200;

describe.each(editions.flatMap((edition) => KINDS.map((kind) => [edition.id, kind, edition] as const)))(
  "the sheets of %s for %s",
  (_, kind, edition) => {
    const { plan } = entryForm(edition, kind);

    test("have keys of their own, short enough to be kept", () => {
      const keys = plan.sheets.flatMap(({ fields, lists }) => [
        ...fields.map(({ key }) => key),
        ...lists.map(({ key }) => key),
      ]);
      expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
      expect(keys.filter((key) => key.length > KEY_LIMIT)).toEqual([]);
    });

    test("show every field in a cell of its own, and no formula of a spreadsheet", () => {
      for (const { cells, fields, lists } of plan.sheets) {
        const shown = new Set(cells.map(({ row, column }) => `${row},${column}`));
        const places = fields.map(({ row, column }) => `${row},${column}`);
        expect(new Set(places).size).toBe(places.length);
        expect(places.filter((place) => !shown.has(place))).toEqual([]);
        const words = cells.flatMap(({ text, formula }) => [text, formula ?? ""]);
        expect(words.filter((text) => /[A-Z]+\(|\$[A-Z]/u.test(text))).toEqual([]);
        // A list begins where the sheet ends: it has no rows drawn beforehand.
        const last = Math.max(...cells.map(({ row }) => row));
        expect(lists.map(({ firstRow }) => firstRow - 1)).toEqual(lists.map(() => last));
      }
    });

    test("say how each sum is worked out, and what each field is called", () => {
      const cells = plan.sheets.flatMap(({ cells }) => cells);
      expect(cells.filter(({ look, formula }) => look === "sum" && (formula ?? "") === "")).toEqual([]);
      const fields = plan.sheets.flatMap(({ fields }) => fields);
      expect(fields.filter(({ label }) => label.trim() === "")).toEqual([]);
    });
  },
);

test("the sums of the summary are told by their lines, those of columns by their names", () => {
  const edition = editions.find(({ id }) => id.startsWith("shanxi"))!;
  const { plan } = entryForm(edition, "final-accounts");
  const formulas = plan.sheets.flatMap(({ cells }) => cells.map(({ formula }) => formula));
  expect(formulas).toContain("行次 1 至 8 之和");
  expect(formulas).toContain("总计 = 本年收入合计 + 年初财政拨款结转和结余");
  expect(formulas).toContain("301 = 其下 13 个科目之和");
});
