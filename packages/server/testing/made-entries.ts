// Entries of a report without a fault, taken over from a made document; what it does not say is filled in.

import { entryForm } from "@jueming/pipeline/report-entries/entry-form.ts";
import { entriesOf } from "@jueming/pipeline/report-entries/importing/entries-of.ts";
import type { Entries, EntryChange } from "@jueming/pipeline/report-entries/entry-plan.ts";

import { checkText } from "../../../scripts/measure/check-text.ts";
import { generateReport } from "../../../scripts/measure/generate-report.ts";

/** MadeEntries: entries and the edition for which they were made. */
export interface MadeEntries {
  readonly edition: string;
  readonly year: number;
  readonly entries: Entries;
}

/** The entries of a made report. */
export function madeEntries(seed: number): MadeEntries {
  const made = generateReport(seed);
  const { disclosure } = checkText(made.lines, "made.txt");
  const { edition } = made.unit;
  const { entries } = entriesOf(entryForm(edition, "final-accounts"), disclosure);
  return { edition: edition.id, year: disclosure.year ?? 0, entries };
}

/** The changes by which a report with these entries becomes the made one; its unit stays the one of the tree. */
export const changesTo = (made: Entries, standing: Entries): readonly EntryChange[] => [
  ...Object.entries(made.fields)
    .filter(([key]) => key !== "identity:unitName")
    .map(([key, to]): EntryChange => ({ kind: "field", key, from: standing.fields[key] ?? "", to })),
  ...Object.entries(made.lists).flatMap(([list, rows]) =>
    rows.map((row, index): EntryChange => ({
      kind: "insert-row",
      list,
      row,
      after: rows[index - 1]?.id ?? null,
    })),
  ),
];
