// The editions of forms (版式) that a report can be made in.

import { z } from "zod";

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
