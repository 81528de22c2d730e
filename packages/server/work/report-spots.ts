// What comments and evidence are about, in words: a field by its label, a cell of a list by its row and column.

import type { EntryForm } from "@jueming/pipeline/report-entries/entry-form.ts";
import type { Entries } from "@jueming/pipeline/report-entries/entry-plan.ts";

import { spotOf } from "../contract/review.ts";

/** SpotForm: the form and the entries in which a spot is looked for. */
export interface SpotForm {
  readonly form: EntryForm;
  readonly entries: Entries;
}

/** The spot in words; undefined for what is not in the form, or not in the entries any more. */
export function labelOf({ form, entries }: SpotForm, about: string): string | undefined {
  const spot = spotOf(about);
  if (spot.kind === "field") {
    const field = form.fields.get(spot.key);
    return field && `${field.sheet} ${field.shown.label}`.trim();
  }
  if (spot.kind === "sheet") return form.plan.sheets.find(({ name }) => name === spot.sheet)?.name;
  const list = form.lists.get(spot.list);
  const index = (entries.lists[spot.list] ?? []).findIndex(({ id }) => id === spot.row);
  if (list === undefined || index < 0) return undefined;
  const column = list.shown.columns.find(({ name }) => name === spot.column)?.title ?? "";
  return `${list.sheet} 第${index + 1}行 ${nameOfRow(entries, spot.list, index)} ${column}`
    .replaceAll(/\s+/gu, " ")
    .trim();
}

/** What a row is called: its name where it has one, else nothing. */
function nameOfRow(entries: Entries, list: string, index: number): string {
  const cells = entries.lists[list]?.[index]?.cells ?? {};
  const name = cells["name"] ?? "";
  return name === "" ? "" : `“${name.slice(0, 40)}”`;
}
