import { readFileSync } from "node:fs";

import { editionOf } from "@jueming/core/regions/index.ts";
import { readText } from "@jueming/documents/text/reader.ts";
import { expect, test } from "vitest";

import { disclosureIn } from "../../recognition.ts";
import { entryForm } from "../entry-form.ts";
import { NO_ENTRIES } from "../entry-plan.ts";
import { entriesOf } from "./entries-of.ts";
import { saidLastYear } from "./said-last-year.ts";

const sampleNamed = (name: string) => {
  const url = new URL(`../../../../samples/${name}`, import.meta.url);
  return disclosureIn(readText(readFileSync(url), name));
};
const accounts = sampleNamed("示例县人民政府办公室2024年度部门决算公开.txt");
const projects = sampleNamed("示例县人民政府办公室2024年度项目支出绩效自评表.md");

test("texts and reasons of last year are offered where they would be typed, and no figure is", () => {
  const form = entryForm(editionOf(accounts), "final-accounts");
  const said = saidLastYear(form, NO_ENTRIES, accounts);
  const kinds = said.map(({ spot }) =>
    spot.kind === "field" ? form.fields.get(spot.key)?.target?.kind : spot.kind,
  );
  expect(new Set(kinds)).toEqual(new Set(["own-text", "words"]));
});

test("what is said of a project and of an indicator is offered once its row is there", () => {
  const form = entryForm(editionOf(projects), "project-evaluations");
  expect(saidLastYear(form, NO_ENTRIES, projects)).toEqual([]);
  const { entries } = entriesOf(form, projects);
  const bare = {
    ...entries,
    lists: Object.fromEntries(
      Object.entries(entries.lists).map(([list, rows]) => [
        list,
        rows.map(({ cells, id }) => ({
          id: `new-${id}`,
          cells: Object.fromEntries(
            Object.entries(cells).filter(([name]) => ["number", "name", "level1"].includes(name)),
          ),
        })),
      ]),
    ),
  };
  const said = saidLastYear(form, bare, projects);
  expect(said.length).toBeGreaterThan(0);
  for (const { spot, text } of said) {
    if (spot.kind !== "cell") continue;
    const before = entries.lists[spot.list]?.find(({ id }) => `new-${id}` === spot.row);
    expect(before?.cells[spot.column]).toBe(text);
    expect(spot.column).toMatch(/^(?:reason|fundingReason|note|text\..*)$/u);
  }
});
