// Lists of a sheet as they are shown: their columns with the words above them.

import { findConcept } from "@jueming/core/accounts/concepts.ts";
import { columnLetters } from "@jueming/documents/workbook/column-letters.ts";

import { columnSums } from "../input-workbook/code-rows.ts";
import type { Choice, EntryList, EntrySheet } from "../input-workbook/entry-sheet.ts";
import { keyOfList } from "./entry-keys.ts";
import type { ListColumn, PlannedList } from "./entry-plan.ts";

/** The first row under the header of a list, in the empty sheet. */
export function firstRowOf(sheet: EntrySheet, { headerColumn, header }: EntryList): number {
  const head = sheet.cells.find(({ column, text }) => column === headerColumn && text === header);
  return (head?.row ?? 0) + 1;
}

/** A list with the titles, widths and choices of its columns. */
export function plannedList(sheet: EntrySheet, list: EntryList): PlannedList {
  const firstRow = firstRowOf(sheet, list);
  const columns = list.columns.map(({ name, column, entry, isComputed = false }): ListColumn => ({
    name,
    title: titleOf(sheet, column, firstRow),
    column,
    entry,
    width: sheet.widths[column - 1] ?? 0,
    computed: isComputed,
    ...choicesOf(sheet.choices.find(({ range }) => range.startsWith(`${columnLetters(column)}${firstRow}:`))),
  }));
  return { key: keyOfList(list), kind: list.kind, firstRow, columns };
}

/** What may be chosen in a cell; codes are chosen from the classification, which is no part of a plan. */
export const choicesOf = (choice: Choice | undefined): Pick<ListColumn, "choices" | "choicesAreStrict"> => ({
  choices: choice?.values ?? null,
  choicesAreStrict: choice?.values !== undefined && choice.isStrict,
});

/** The words of the header above a column, from the top down. */
function titleOf({ cells, merges }: EntrySheet, column: number, firstRow: number): string {
  const words = cells
    .filter(({ row, look }) => look === "head" && row < firstRow)
    .filter(({ row, column: left }) => {
      const merge = merges.find((one) => one.top === row && one.left === left);
      return left <= column && column <= (merge?.right ?? left);
    })
    .toSorted((a, b) => a.row - b.row)
    .map(({ text }) => text ?? "");
  return words.filter((text) => text !== "").join(" ");
}

/** Columns of a list of codes that are sums of others in their row, by their names. */
export function sumsOfList({ concept, columns }: EntryList): ReadonlyMap<string, readonly string[]> {
  const found = findConcept(concept);
  return found === undefined ? new Map() : columnSums(found, new Set(columns.map(({ name }) => name)));
}
