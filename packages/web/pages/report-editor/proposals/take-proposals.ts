// Proposals that a person has chosen, as changes of what stands in the editor now.

import type { Entries, EntryChange, EntryPlan } from "@jueming/server/contract/entry.ts";
import type { ProposedEntry } from "@jueming/server/contract/report-editing.ts";

/** A proposal with the text to be taken, which may have been corrected. */
export interface TakenProposal {
  readonly proposal: ProposedEntry;
  readonly text: string;
}

/** The changes that take the proposals over; new rows are added in the order of the source. */
export function changesTaking(entries: Entries, taken: readonly TakenProposal[]): readonly EntryChange[] {
  const added = new Map<string, { readonly list: string; readonly cells: Record<string, string> }>();
  const typed: EntryChange[] = [];
  for (const { proposal, text } of taken) {
    const { spot, isNewRow } = proposal;
    if (spot.kind === "field") {
      typed.push({ kind: "field", key: spot.key, from: entries.fields[spot.key] ?? "", to: text });
    } else if (isNewRow) {
      const row = added.get(spot.row) ?? { list: spot.list, cells: {} };
      row.cells[spot.column] = text;
      added.set(spot.row, row);
    } else {
      const row = (entries.lists[spot.list] ?? []).find(({ id }) => id === spot.row);
      if (row !== undefined) typed.push({ ...spot, from: row.cells[spot.column] ?? "", to: text });
    }
  }
  return [...typed, ...insertions(entries, added)];
}

function insertions(
  entries: Entries,
  added: ReadonlyMap<string, { readonly list: string; readonly cells: Readonly<Record<string, string>> }>,
): readonly EntryChange[] {
  const last = new Map<string, string>();
  return [...added].map(([id, { list, cells }]) => {
    const after = last.get(list) ?? (entries.lists[list] ?? []).at(-1)?.id ?? null;
    last.set(list, id);
    return { kind: "insert-row", list, row: { id, cells }, after };
  });
}

/** A proposal by name. */
export function nameOf({ spot }: ProposedEntry): string {
  return spot.kind === "field" ? `field ${spot.key}` : `cell ${spot.list} ${spot.row} ${spot.column}`;
}

/** What is chosen at first: what fills an empty cell and is in no doubt. */
export function chosenAtFirst(proposals: readonly ProposedEntry[]): ReadonlySet<string> {
  return new Set(proposals.filter(({ now, doubt }) => now === "" && doubt === null).map(nameOf));
}

/** The order of sheets in the report. */
export function bySheet(
  { sheets }: EntryPlan,
  proposals: readonly ProposedEntry[],
): readonly (readonly [string, readonly ProposedEntry[]])[] {
  const groups = Map.groupBy(proposals, ({ sheet }) => sheet);
  return sheets.flatMap(({ name }) => {
    const own = groups.get(name);
    return own === undefined ? [] : [[name, own] as const];
  });
}
