// What last year's report said at the places of this one (去年的说明): reasons, uses, descriptions, analyses. It is
// offered and never filled in: what was the reason last year need not be the reason now.

import type { Disclosure } from "@jueming/core/disclosure/disclosure.ts";

import type { EntryForm } from "../entry-form.ts";
import type { Entries } from "../entry-plan.ts";
import { entriesOf } from "./entries-of.ts";
import type { ProposedEntry } from "./proposed-entries.ts";
import { placedEntries } from "./proposed-entries.ts";

/** SaidLastYear (去年的说明): a text, and where it would be typed. */
export interface SaidLastYear {
  readonly spot:
    | { readonly kind: "field"; readonly key: string }
    | { readonly kind: "cell"; readonly list: string; readonly row: string; readonly column: string };
  readonly text: string;
}

/** The texts of last year whose place is there now; rows are found by what they are about. */
export function saidLastYear(form: EntryForm, now: Entries, lastYear: Disclosure): readonly SaidLastYear[] {
  // Rows that are not there yet are of no interest, and need no id.
  const placed = placedEntries(form, now, entriesOf(form, lastYear), () => "");
  return placed.flatMap(({ spot, text, isNewRow }): readonly SaidLastYear[] => {
    if (isNewRow || !isSaid(form, spot)) return [];
    if (spot.kind === "field") return [{ spot, text }];
    return spot.column === null ? [] : [{ spot: { ...spot, column: spot.column }, text }];
  });
}

/** Columns of projects and indicators in which somebody explains something. */
const EXPLAINING = new Set(["reason", "fundingReason", "note"]);

function isSaid({ fields, lists }: EntryForm, spot: ProposedEntry["spot"]): boolean {
  if (spot.kind === "field") {
    const kind = fields.get(spot.key)?.target?.kind;
    return kind === "words" || kind === "own-text";
  }
  const column = spot.column ?? "";
  const targets = lists.get(spot.list)?.source.targets;
  return targets?.[column]?.kind === "words" || EXPLAINING.has(column) || column.startsWith("text.");
}
