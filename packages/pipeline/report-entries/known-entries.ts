// What a new report knows before anything is typed: the unit, its department and place, and the year, as the tree of
// units has them. What stands there is not typed a second time.

import { WAN_YUAN } from "@jueming/core/figures/unit.ts";

import type { EntryForm } from "./entry-form.ts";
import type { Entries } from "./entry-plan.ts";
import { EntriesDraft } from "./importing/entries-draft.ts";
import type { KnownIdentity } from "./importing/entries-of.ts";
import { identityToEntries } from "./importing/entries-of.ts";

/** The entries with which a new report opens; what the form has no field for is left out. */
export function knownEntries(form: EntryForm, known: KnownIdentity): Entries {
  const draft = new EntriesDraft(form, WAN_YUAN);
  identityToEntries(draft, { ...known, unitNames: [] });
  return draft.entries();
}
