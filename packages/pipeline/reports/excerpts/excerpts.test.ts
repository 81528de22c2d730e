import type { Finding } from "@jueming/core/checks/finding.ts";
import { invariant } from "@jueming/core/document/invariant.ts";
import { describe, expect, test } from "vitest";

import { ACCOUNTS, FORMS, checkedSample } from "../testing/sample-results.ts";
import type { Excerpt } from "./excerpt.ts";
import { excerptIndex } from "./excerpt-index.ts";
import { excerptsOf } from "./excerpts.ts";
import { gridExcerpt } from "./grid-excerpt.ts";
import { passageExcerpt } from "./passage-excerpt.ts";
import type { PrintedGrid } from "./printed-grid.ts";
import { wordCell } from "./printed-grid.ts";

const accounts = await checkedSample(ACCOUNTS);
const forms = await checkedSample(FORMS);

function excerptsFor(file: typeof accounts, code: string): readonly Excerpt[] {
  const index = excerptIndex(file.disclosure());
  const finding = file.result.findings.find((one: Finding) => one.code === code);
  invariant(finding !== undefined, "the sample has the finding");
  return excerptsOf(finding, { at: () => index, own: index }).shown;
}

const marksOf = (excerpt: Excerpt | undefined): readonly string[] =>
  excerpt?.kind === "grid"
    ? excerpt.rows.flatMap((row) => row ?? []).flatMap(({ text, marked }) => (marked ? [text] : []))
    : (excerpt?.parts ?? []).flatMap(({ text, look }) => (look === "marked" ? [text] : []));

describe("beside a finding stands what it rests on", () => {
  test("the row of a table with its neighbours, the cells in question marked", () => {
    const [excerpt] = excerptsFor(accounts, "T3-01");
    expect(excerpt).toMatchObject({
      title: "公开03表 支出决算表",
      header: ["科目编码", "项目", "本年支出合计", "基本支出", "项目支出"],
    });
    expect(excerpt?.kind === "grid" && excerpt.rows).toHaveLength(3);
    expect(marksOf(excerpt)).toEqual(["675.48", "471.08", "186.40"]);
  });

  test("the sentence, then the table that it contradicts", () => {
    const [sentence, table] = excerptsFor(accounts, "N-17");
    expect([sentence?.kind, table?.kind]).toEqual(["passage", "grid"]);
    expect(marksOf(sentence)).toEqual(["0.80万元"]);
    expect(marksOf(table)).toEqual(["0.60"]);
  });

  test("the indicators of a form", () => {
    expect(marksOf(excerptsFor(forms, "P-15")[0])).toEqual(expect.arrayContaining(["10"]));
  });

  test("something for every finding of the samples", () => {
    for (const file of [accounts, forms]) {
      const index = excerptIndex(file.disclosure());
      const bare = file.result.findings.filter(
        (finding) => excerptsOf(finding, { at: () => index, own: index }).shown.length === 0,
      );
      expect(bare).toEqual([]);
    }
  });

  test("nothing where the document is not at hand", () => {
    const [finding] = accounts.result.findings;
    invariant(finding !== undefined, "the sample has findings");
    expect(excerptsOf(finding, { at: () => null, own: null })).toEqual({ shown: [], leftOut: 0 });
  });
});

const gridOf = (rows: number, columns: number): PrintedGrid => ({
  title: "表",
  whole: null,
  header: Array.from({ length: columns }, (_, column) => `栏${column}`),
  labels: 1,
  rows: Array.from({ length: rows }, (_, row) => ({
    label: `${row}`,
    place: { line: row },
    cells: Array.from({ length: columns }, (_, column) => wordCell(`${row}.${column}`, { line: row })),
  })),
});

test("rows apart from each other are parted, and wide tables keep the columns in question", () => {
  const grid = gridOf(20, 15);
  const excerpt = gridExcerpt(grid, [
    { grid, row: 0, column: 12 },
    { grid, row: 19, column: null },
  ]);
  expect(excerpt.rows.map((row) => row?.[0]?.text ?? "⋮")).toEqual(["0.0", "1.0", "⋮", "18.0", "19.0"]);
  expect(excerpt.header).toEqual(["栏0", "栏1", "栏2", "栏3", "栏4", "栏11", "栏12", "栏13"]);
});

test("of many rows in question the first are shown and the rest is counted", () => {
  const grid = gridOf(40, 3);
  const excerpt = gridExcerpt(
    grid,
    Array.from({ length: 30 }, (_, row) => ({ grid, row, column: 1 })),
  );
  expect([excerpt.rows.length, excerpt.rowsLeftOut]).toEqual([10, 20]);
});

test("a figure is marked where it stands alone, and a long text is cut around it", () => {
  const text = `${"前文。".repeat(60)}支出112.5万元，其中12.5万元。${"后文。".repeat(60)}`;
  const { parts } = passageExcerpt({ title: "", text, place: {}, figures: [] }, ["12.5"]);
  const marked = parts.findIndex(({ look }) => look === "marked");
  expect(parts[marked]).toEqual({ text: "12.5", look: "marked" });
  expect(parts[marked - 1]?.text).toMatch(/112\.5万元，其中$/u);
  expect(parts.map((part) => part.text).join("").length).toBeLessThan(250);
});
