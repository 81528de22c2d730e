import type { Entries, EntryChange, EntrySheet } from "@jueming/server/contract/entry.ts";
import { expect, test } from "vitest";

import { applyEntryChanges } from "./changes.ts";
import { fillGrid, gridFrame } from "./grid-model.ts";
import { areSameMarks } from "./targets.ts";
import type { CellMarks } from "./targets.ts";

const column = (name: string, number: number, computed = false) => ({
  name,
  title: name,
  column: number,
  entry: "money" as const,
  width: 12,
  computed,
  choices: null,
  choicesAreStrict: false,
});

const sheet: EntrySheet = {
  name: "示例表",
  part: "决算表",
  widths: [12, 12],
  frozenRows: 1,
  cells: [{ row: 1, column: 1, look: "head", text: "项目", formula: null, comment: null }],
  merges: [],
  fields: [],
  lists: [
    { key: "items", kind: "accounts", firstRow: 2, columns: [column("paid", 1), column("total", 2, true)] },
  ],
};
const entries: Entries = {
  fields: {},
  lists: { items: ["a", "b", "c"].map((id) => ({ id, cells: { paid: "1.00" } })) },
};
const totals = (...texts: readonly string[]) => ({
  fields: {},
  lists: { items: Object.fromEntries(texts.map((total, index) => ["abc".charAt(index), { total }])) },
});
const cellChange: EntryChange = {
  kind: "cell",
  list: "items",
  row: "b",
  column: "paid",
  from: "1.00",
  to: "2",
};

/** The rows of the sheet, as far as they are other objects than before. */
function changedRows(now: Entries, computed: ReturnType<typeof totals>): readonly number[] {
  const frame = gridFrame(sheet);
  const before = fillGrid(frame, entries, totals("1.00", "1.00", "1.00"));
  const after = fillGrid(frame, now, computed, before);
  return after.rows.filter((row, index) => row !== before.rows[index]).map(({ row }) => row);
}

test.each<{ what: string; now: Entries; computed: ReturnType<typeof totals>; rows: readonly number[] }>([
  { what: "nothing but the answer", now: entries, computed: totals("1.00", "1.00", "1.00"), rows: [] },
  {
    what: "a typed cell",
    now: applyEntryChanges(entries, [cellChange]),
    computed: totals("1.00", "1.00", "1.00"),
    rows: [3],
  },
  { what: "a computed cell", now: entries, computed: totals("1.00", "1.00", "2.00"), rows: [4] },
  {
    what: "a row taken out, which moves those below",
    now: applyEntryChanges(entries, [{ kind: "remove-row", list: "items", row: "b" }]),
    computed: totals("1.00", "1.00", "1.00"),
    rows: [3, 4],
  },
])("after $what only the rows that say something else are made anew", ({ now, computed, rows }) => {
  expect(changedRows(now, computed)).toEqual(rows);
});

const marks = (text: string, key = "field a"): CellMarks => new Map([[key, [{ kind: "error", text }]]]);

test.each([
  { what: "the same text at the same cell", other: marks("合计不等"), isSame: true },
  { what: "another text", other: marks("合计相等"), isSame: false },
  { what: "another cell", other: marks("合计不等", "field b"), isSame: false },
  { what: "nothing", other: new Map(), isSame: false },
])("marks are compared with $what", ({ other, isSame }) => {
  expect(areSameMarks(marks("合计不等"), other)).toBe(isSame);
});
