import { expect, test } from "vitest";

import { fittedWidths, frozenOffsets } from "./frozen-columns.ts";
import type { Grid, GridCell } from "./grid-model.ts";

const cell = (column: number, entry: GridCell["entry"]): GridCell => ({
  row: 1,
  column,
  rowSpan: 1,
  columnSpan: 1,
  look: "input",
  text: "",
  target: { kind: "cell", list: "list", row: "r", column: `c${column}` },
  entry,
  isComputed: false,
  isRequired: false,
  choices: null,
  choicesAreStrict: false,
  label: "",
  formula: null,
  comment: null,
});

/** A list of a code, a name and two figures. */
const grid: Grid = {
  rows: [
    {
      row: 1,
      cells: [cell(1, "code"), cell(2, "text"), cell(3, "money"), cell(4, "money")],
      list: { key: "list", id: "r" },
    },
  ],
  columnCount: 4,
  frozenRows: 0,
  at: () => undefined,
};
const widths = [80, 240, 110, 110];

test.each([
  { where: "on a wide screen", room: 1000, fitted: widths, offsets: [0, 80] },
  { where: "where the name has to give way", room: 480, fitted: [80, 160, 110, 110], offsets: [0, 80] },
  { where: "on a phone", room: 360, fitted: [80, 100, 110, 110], offsets: [0, 80] },
  { where: "where even the narrowest name is too wide", room: 240, fitted: [80, 72, 110, 110], offsets: [0] },
])("$where code and name stay as far as there is room", ({ room, fitted, offsets }) => {
  expect(fittedWidths(grid, widths, room)).toEqual(fitted);
  expect(frozenOffsets(grid, fittedWidths(grid, widths, room), room)).toEqual(offsets);
});
