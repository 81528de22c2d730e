// A document as a unit publishes it, written by our own writer of made entries.

import { findEdition, nationalEdition } from "@jueming/core/regions/index.ts";
import { disclosureOfEntries } from "@jueming/pipeline/report-entries/disclosure-of-entries.ts";
import { entryForm } from "@jueming/pipeline/report-entries/entry-form.ts";
import type { WrittenFormat } from "@jueming/pipeline/write.ts";
import { writeDisclosure } from "@jueming/pipeline/write.ts";

import type { MadeEntries } from "./made-entries.ts";

/** Writes the made entries, with some fields printed otherwise. */
export async function publishedDocument(
  made: MadeEntries,
  format: WrittenFormat,
  otherwise: Readonly<Record<string, string>> = {},
): Promise<Buffer> {
  const edition = findEdition(made.edition) ?? nationalEdition;
  const entries = { ...made.entries, fields: { ...made.entries.fields, ...otherwise } };
  const { disclosure } = disclosureOfEntries(entryForm(edition, "final-accounts"), entries, "甲");
  return Buffer.from((await writeDisclosure({ disclosure, edition, format, draft: false })).bytes);
}
