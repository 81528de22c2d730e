import { expect, test } from "vitest";

import { withSharedColumns } from "./continued-columns.ts";
import type { PageCell, PageTable } from "./ruled-table.ts";

/** A table of one row with cells between these edges. */
function tableOf(...edges: readonly number[]): PageTable {
  const cells = edges.slice(1).map((right, column): PageCell => ({
    text: `${column}`,
    column,
    rowSpan: 1,
    columnSpan: 1,
    box: [edges[column] ?? 0, 0, right, 10],
    room: 9,
  }));
  return { rows: [{ cells, box: [0, 0, 400, 10] }], box: [0, 0, 400, 10] };
}

const columnsOf = (table: PageTable | undefined): readonly (readonly number[])[] | undefined =>
  table?.rows[0]?.cells.map(({ column, columnSpan }) => [column, columnSpan]);

test("a page that parts fewer columns takes those of the page before", () => {
  const shared = withSharedColumns(tableOf(0, 50, 100, 200, 400), tableOf(0, 100.5, 199, 400));
  expect(columnsOf(shared?.next)).toEqual([
    [0, 2],
    [2, 1],
    [3, 1],
  ]);
});

test("a page that parts more lends its columns to the page before", () => {
  const shared = withSharedColumns(tableOf(0, 100, 400), tableOf(0, 100, 200, 400));
  expect(columnsOf(shared?.first)).toEqual([
    [0, 1],
    [1, 2],
  ]);
});

test("pages that each part what the other does not take the columns of both", () => {
  const shared = withSharedColumns(tableOf(0, 50, 100, 200, 400), tableOf(0, 100, 200, 300, 400));
  expect(columnsOf(shared?.first)).toEqual([
    [0, 1],
    [1, 1],
    [2, 1],
    [3, 2],
  ]);
  expect(columnsOf(shared?.next)).toEqual([
    [0, 2],
    [2, 1],
    [3, 1],
    [4, 1],
  ]);
});

test.each([
  ["tables of other columns", [0, 100, 400], [0, 90, 200, 400]],
  ["tables of other widths", [0, 100, 400], [20, 100, 200, 400]],
  ["tables of as many columns", [0, 100, 400], [0, 120, 400]],
  ["tables of the same columns", [0, 100, 200, 400], [0, 101, 200, 400]],
] as const)("%s stay as they are", (_, first, next) => {
  expect(withSharedColumns(tableOf(...first), tableOf(...next))).toBeUndefined();
});
