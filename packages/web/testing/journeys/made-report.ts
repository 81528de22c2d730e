// The report that is filled in: made entries without a fault, for the unit of the journeys, sheet by sheet as they
// stand in the grid.

import { findEdition, nationalEdition } from "@jueming/core/regions/index.ts";
import { entryPlanOf } from "@jueming/pipeline/report-entries/entry-form.ts";
import type { Entries, EntrySheet } from "@jueming/server/contract/entry.ts";
import { entries as entriesContract, entryPlan } from "@jueming/server/contract/entry.ts";
import { madeEntries } from "@jueming/server/testing/made-entries.ts";

import { UNIT } from "./office.ts";

/** MadeReport: what stands where in each sheet. */
export interface MadeReport {
  readonly year: number;
  readonly entries: Entries;
  readonly sheets: readonly EntrySheet[];
}

/** PlacedText: a text, and the cell of the grid in which it stands. */
export interface PlacedText {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** The report of this seed, under the name of the unit. */
export function madeReport(seed: number): MadeReport {
  const { edition, year, entries } = madeEntries(seed);
  const name = entries.fields["identity:unitName"] ?? "";
  const own = entriesContract.parse(JSON.parse(JSON.stringify(entries).replaceAll(name, UNIT)));
  const plan = entryPlan.parse(entryPlanOf(findEdition(edition) ?? nationalEdition, "final-accounts"));
  return { year, entries: own, sheets: plan.sheets };
}

/** What is typed into the open cells of a sheet, in reading order. */
export function textsOf({ fields, lists }: EntrySheet, entries: Entries): readonly PlacedText[] {
  const single = fields
    .filter(({ computed }) => !computed)
    .map(({ key, row, column }) => ({ row, column, text: entries.fields[key] ?? "" }));
  const listed = lists.flatMap(({ key, firstRow, columns }) =>
    (entries.lists[key] ?? []).flatMap(({ cells }, index) =>
      columns
        .filter(({ computed }) => !computed)
        .map(({ name, column }) => ({ row: firstRow + index, column, text: cells[name] ?? "" })),
    ),
  );
  return [...single, ...listed]
    .filter(({ text }) => text !== "")
    .toSorted((a, b) => a.row - b.row || a.column - b.column);
}

/** The same as a block for the clipboard, and the cell at its upper left. */
export function blockOf(texts: readonly PlacedText[]): { readonly at: string; readonly text: string } {
  const rows = texts.map(({ row }) => row);
  const columns = texts.map(({ column }) => column);
  const [top, left] = [Math.min(...rows), Math.min(...columns)];
  const byPlace = new Map(texts.map(({ row, column, text }) => [`${row} ${column}`, text]));
  const lines = Array.from({ length: Math.max(...rows) - top + 1 }, (_, down) =>
    Array.from({ length: Math.max(...columns) - left + 1 }, (_unused, right) =>
      quoted(byPlace.get(`${top + down} ${left + right}`) ?? ""),
    ).join("\t"),
  );
  return { at: `${top} ${left}`, text: lines.join("\r\n") };
}

/** As a spreadsheet writes a cell with line breaks. */
const quoted = (text: string): string => (/["\t\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
