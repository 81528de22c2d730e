// Between the keys of entries and places: a finding leads to the cell in which its figure was typed, and back.

import type { Place } from "@jueming/core/document/document.ts";

import type { EntryForm } from "./entry-form.ts";
import type { Entries } from "./entry-plan.ts";

/** EntrySpot: a field, a cell or a row (`column` null) of a list, or a sheet as a whole. */
export type EntrySpot =
  | { readonly kind: "field"; readonly key: string }
  | { readonly kind: "cell"; readonly list: string; readonly row: string; readonly column: string | null }
  | { readonly kind: "sheet"; readonly sheet: string };

/** The place of a field or a cell in the grid as it stands now; undefined for what is not there. */
export function placeOfKey(form: EntryForm, entries: Entries, spot: EntrySpot): Place | undefined {
  if (spot.kind === "sheet") return { sheet: spot.sheet };
  if (spot.kind === "field") {
    const field = form.fields.get(spot.key);
    return field && { sheet: field.sheet, row: field.shown.row, column: field.shown.column };
  }
  const list = form.lists.get(spot.list);
  const index = (entries.lists[spot.list] ?? []).findIndex(({ id }) => id === spot.row);
  if (list === undefined || index < 0) return undefined;
  const column = list.shown.columns.find(({ name }) => name === spot.column)?.column;
  return {
    sheet: list.sheet,
    row: list.shown.firstRow + index,
    ...(column === undefined ? {} : { column }),
  };
}

/** What is typed at a place of the grid; a place without column is a row, or its first field. */
export function keyAtPlace(form: EntryForm, entries: Entries, place: Place): EntrySpot | undefined {
  const { sheet: name, row, column } = place;
  const sheet = form.plan.sheets.find((one) => one.name === name);
  if (sheet === undefined) return undefined;
  if (row === undefined) return { kind: "sheet", sheet: sheet.name };
  for (const list of sheet.lists) {
    const entry = row < list.firstRow ? undefined : (entries.lists[list.key] ?? [])[row - list.firstRow];
    if (entry === undefined) continue;
    const at = list.columns.find((one) => one.column === column)?.name ?? null;
    return { kind: "cell", list: list.key, row: entry.id, column: at };
  }
  const field = sheet.fields.find(
    (one) => one.row === row && (column === undefined || one.column === column),
  );
  return field === undefined ? { kind: "sheet", sheet: sheet.name } : { kind: "field", key: field.key };
}
