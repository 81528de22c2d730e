// Entries as a disclosure: they are read as a filled-in workbook is, by the same functions. Every figure has the
// place of the grid in which it was typed.

import type { Disclosure } from "@jueming/core/disclosure/disclosure.ts";
import type { Problem } from "@jueming/core/document/document.ts";

import { disclosureOfSheets } from "../input-workbook/reading/read-input-workbook.ts";
import { computedEntries } from "./computed-entries.ts";
import type { EntryForm } from "./entry-form.ts";
import type { ComputedEntries, Entries } from "./entry-plan.ts";
import { filledEntries } from "./filled-entries.ts";

/** ReadEntries: what entries state, what follows from them, and what could not be read. */
export interface ReadEntries {
  readonly disclosure: Disclosure;
  readonly computed: ComputedEntries;
  readonly problems: readonly Problem[];
}

/** What the entries state. */
export function disclosureOfEntries(form: EntryForm, entries: Entries, source: string): ReadEntries {
  const disclosure = disclosureOfSheets(form.input, filledEntries(form, entries), { source, problems: [] });
  return {
    disclosure,
    computed: computedEntries(form, entries, disclosure),
    problems: disclosure.problems,
  };
}
