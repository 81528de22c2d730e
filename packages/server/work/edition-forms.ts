// 表样: the forms of an edition filled in with an example of our own making, and as files to take away.

import { editionOf, nationalEdition } from "@jueming/core/regions/index.ts";
import type { Edition } from "@jueming/core/regions/edition.ts";
import { disclosureOfEntries } from "@jueming/pipeline/report-entries/disclosure-of-entries.ts";
import type { EntryForm } from "@jueming/pipeline/report-entries/entry-form.ts";
import type { ComputedEntries, Entries } from "@jueming/pipeline/report-entries/entry-plan.ts";
import { workbookOfEntries } from "@jueming/pipeline/report-entries/entry-workbook.ts";
import { entriesOf } from "@jueming/pipeline/report-entries/importing/entries-of.ts";
import { writeDisclosure } from "@jueming/pipeline/write.ts";

import type { ReportKind } from "../contract/report-states.ts";
import { exampleEntries } from "../sample/sample-entries.ts";
import { formOf } from "./report-material.ts";

/** FilledForm: entries and what is worked out from them. */
export interface FilledForm {
  readonly entries: Entries;
  readonly computed: ComputedEntries;
}

const EMPTY: Entries = { fields: {}, lists: {} };
/** A report on projects has no page without one; its form is printed for a project that is still to be named. */
const BLANK_PROJECT: Entries = {
  fields: {},
  lists: { projects: [{ id: "r1", cells: { number: "1", name: "（项目名称）" } }] },
};
const examples = new Map<EntryForm, Promise<FilledForm>>();

/** The example in the forms of an edition; it is worked out once. */
export function exampleOf(form: EntryForm): Promise<FilledForm> {
  const known = examples.get(form) ?? madeExample(form);
  examples.set(form, known);
  return known;
}

/** The example is of the national forms; another edition takes over what it has a place for. */
async function madeExample(form: EntryForm): Promise<FilledForm> {
  const national = formOf(nationalEdition.id, "final-accounts");
  const { disclosure } = disclosureOfEntries(national, await exampleEntries(), "示例");
  const { entries } = entriesOf(form, disclosure);
  return { entries, computed: disclosureOfEntries(form, entries, "示例").computed };
}

/** FormFile: which file is wanted. */
export interface FormFile {
  readonly edition: Edition;
  readonly kind: ReportKind;
  readonly format: "xlsx" | "docx";
  readonly isFilled: boolean;
}

/** The forms as a file: the workbook to fill in, or the report with its gaps marked. */
export async function formFile({ edition, kind, format, isFilled }: FormFile): Promise<Uint8Array> {
  const form = formOf(edition.id, kind);
  const empty = format === "docx" && kind === "project-evaluations" ? BLANK_PROJECT : EMPTY;
  const entries = isFilled ? (await exampleOf(form)).entries : empty;
  if (format === "xlsx") return workbookOfEntries(form, entries);
  const { disclosure } = disclosureOfEntries(form, entries, "表样");
  const own = { ...disclosure, region: { ...disclosure.region, edition: edition.id } };
  const { bytes } = await writeDisclosure({
    disclosure: own,
    edition: editionOf(own),
    format,
    draft: true,
  });
  return bytes;
}
