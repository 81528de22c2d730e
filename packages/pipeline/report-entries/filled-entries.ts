// Entries as filled-in sheets: each text in the cell in which the editor shows it, so that what is read from them
// has the places of the grid.

import type { FilledCell, FilledSheet } from "../input-workbook/reading/filled-cells.ts";
import type { EntryForm, FormList } from "./entry-form.ts";
import type { Entries, PlannedSheet } from "./entry-plan.ts";

/** The sheets of the form with the entries in them, by name. */
export function filledEntries(form: EntryForm, entries: Entries): ReadonlyMap<string, FilledSheet> {
  const typed = typedCells(form, entries);
  return new Map(
    form.plan.sheets.map((sheet) => [sheet.name, filledSheet(sheet, typed.get(sheet.name) ?? new Map())]),
  );
}

/** More columns than a sheet can have. */
const COLUMNS = 16_384;

/** A cell as one number, which is looked up faster than a text. */
const at = (row: number, column: number): number => row * COLUMNS + column;

type Typed = Map<number, FilledCell>;

function typedCells(form: EntryForm, entries: Entries): ReadonlyMap<string, Typed> {
  const sheets = new Map<string, Typed>();
  const put = (sheet: string, row: number, column: number, text: string): void => {
    if (text === "") return;
    const cells = sheets.get(sheet) ?? new Map<number, FilledCell>();
    cells.set(at(row, column), { text, place: { sheet, row, column } });
    sheets.set(sheet, cells);
  };
  for (const [key, text] of Object.entries(entries.fields)) {
    const field = form.fields.get(key);
    if (field?.target != null) put(field.sheet, field.shown.row, field.shown.column, text);
  }
  for (const [key, rows] of Object.entries(entries.lists)) {
    const list = form.lists.get(key);
    if (list === undefined) continue;
    const columns = columnsOf(list);
    for (const [index, { cells }] of rows.entries()) {
      for (const [name, text] of Object.entries(cells)) {
        const column = columns.get(name);
        if (column !== undefined) put(list.sheet, list.shown.firstRow + index, column, text);
      }
    }
  }
  return sheets;
}

const columnsOf = ({ shown }: FormList): ReadonlyMap<string, number> =>
  new Map(shown.columns.map(({ name, column }) => [name, column]));

function filledSheet(sheet: PlannedSheet, typed: Typed): FilledSheet {
  const shown = new Map<number, FilledCell>();
  const rows = new Map<string, number[]>();
  let lastRow = 0;
  for (const { row, column, text } of sheet.cells) {
    lastRow = Math.max(lastRow, row);
    if (text === "") continue;
    shown.set(at(row, column), { text, place: { sheet: sheet.name, row, column } });
    const words = `${column}|${text.trim()}`;
    const known = rows.get(words);
    if (known === undefined) rows.set(words, [row]);
    else known.push(row);
  }
  for (const { place } of typed.values()) lastRow = Math.max(lastRow, place.row ?? 0);
  return {
    name: sheet.name,
    lastRow,
    at: (row, column) => typed.get(at(row, column)) ?? shown.get(at(row, column)),
    rowOf: (column, words, occurrence) => rows.get(`${column}|${words.trim()}`)?.[occurrence - 1],
  };
}
