import { readFileSync } from "node:fs";

import type { Disclosure } from "@jueming/core/disclosure/disclosure.ts";
import { statedFigure } from "@jueming/core/figures/figure.ts";
import { WAN_YUAN } from "@jueming/core/figures/unit.ts";
import { editionOf } from "@jueming/core/regions/index.ts";
import { readText } from "@jueming/documents/text/reader.ts";
import { describe, expect, test } from "vitest";

import { disclosureIn } from "../../recognition.ts";
import { disclosureOfEntries } from "../disclosure-of-entries.ts";
import { entryForm } from "../entry-form.ts";
import { entriesOf } from "./entries-of.ts";
import { priorEntriesOf } from "./prior-entries.ts";

const SAMPLE = new URL("../../../../samples/示例县人民政府办公室2024年度部门决算公开.txt", import.meta.url);
const EVALUATIONS = new URL(
  "../../../../samples/示例县人民政府办公室2024年度项目支出绩效自评表.md",
  import.meta.url,
);
const sample = disclosureIn(readText(readFileSync(SAMPLE), "示例.txt"));
const left = statedFigure("12.34", WAN_YUAN, { line: 60 });

/** The sample, with something left at the end of its year. */
const lastYear: Disclosure = {
  ...sample,
  tables: sample.tables.map((table) => ({
    ...table,
    rows: table.rows.map((row) =>
      table.concept === "income-expenditure-summary" && row.line === "60"
        ? { ...row, cells: { amount: left ?? null } }
        : row,
    ),
  })),
};
const projects = disclosureIn(readText(readFileSync(EVALUATIONS), "示例.md"));

describe("the entries of a new year", () => {
  const form = entryForm(editionOf(lastYear), "final-accounts");
  const { entries } = priorEntriesOf(form, lastYear);
  const figure = (concept: string, line: string) => {
    const table = lastYear.tables.find((one) => one.concept === concept);
    const value = table?.rows.find((row) => row.line === line)?.cells["amount"];
    return value?.kind === "figure" ? value.value : undefined;
  };

  test("have last year's figures as those of the year before, and last year's end as their beginning", () => {
    const total = figure("income-expenditure-summary", "31");
    expect(total).toBeDefined();
    expect(entries.fields["fact:income-expenditure-summary/L31/amount@prior"]).toBe(total);
    expect(entries.fields["cell:income-expenditure-summary/line:29/amount"]).toBe("12.34");
    expect(entries.fields["cell:appropriation-summary/line:29/amount"]).toBeUndefined();
    expect(entries.fields["identity:year"]).toBe("2025");
    expect(entries.fields["identity:unitName"]).toBe(lastYear.unit.name);
  });

  test("have the unit's own texts, and nothing of this year's tables", () => {
    const texts = Object.keys(entries.fields).filter((key) => key.startsWith("own-text:"));
    expect(texts.length).toBeGreaterThan(0);
    expect(entries.fields["cell:income-expenditure-summary/line:1/amount"]).toBeUndefined();
    const { disclosure } = disclosureOfEntries(form, entries, "editor");
    expect(disclosure.narrative.flatMap(({ words }) => words)).toEqual([]);
  });

  test("have the projects with their targets, without results", () => {
    const own = entryForm(editionOf(projects), "project-evaluations");
    const before = entriesOf(own, projects).entries.lists;
    const { lists } = priorEntriesOf(own, projects).entries;
    expect(lists["projects"]?.map(({ cells }) => cells["name"])).toEqual(
      before["projects"]?.map(({ cells }) => cells["name"]),
    );
    const columns = new Set(lists["indicators"]?.flatMap(({ cells }) => Object.keys(cells)));
    expect([columns.has("name"), columns.has("actual"), columns.has("score")]).toEqual([true, false, false]);
  });
});
