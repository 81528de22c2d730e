// The editions of forms (版式) that a report can be made in.

import { z } from "zod";

import { computedEntries, entries } from "./entry.ts";
import { reportKind } from "./report-states.ts";

export const editionLine = z.object({
  id: z.string(),
  name: z.string(),
  fromYear: z.number().int(),
  /** Division codes that it is in force for; empty for the nation. */
  divisions: z.array(z.string()),
});
export type EditionLine = z.infer<typeof editionLine>;
export const editionList = z.object({ items: z.array(editionLine) });

/** Which forms are asked for. */
export const formQuery = z.object({ edition: z.string().max(60), kind: reportKind });

/** The forms filled in with an example, with the sums that follow. */
export const formExample = z.object({ entries, computed: computedEntries });
export type FormExample = z.infer<typeof formExample>;

export const formFileQuery = formQuery.extend({
  format: z.enum(["xlsx", "docx"]),
  /** With the example, or empty. */
  filled: z.enum(["true", "false"]).default("false"),
});

/** What an edition has that the national one has not, or says differently. */
export const editionDifferences = z.object({
  name: z.string(),
  note: z.string().nullable(),
  basis: z.array(z.string()),
  /** False for the national edition itself. */
  isLocal: z.boolean(),
  /** Of the report as a whole: sentences, evaluation forms, scoring. */
  general: z.array(z.object({ about: z.string(), text: z.string() })),
  /** Sheet by sheet; those that are the same are not there. */
  sheets: z.array(
    z.object({
      /** Null for a form that only the nation has. */
      sheet: z.string().nullable(),
      national: z.string().nullable(),
      added: z.array(z.string()),
      missing: z.array(z.string()),
    }),
  ),
});
export type EditionDifferences = z.infer<typeof editionDifferences>;
