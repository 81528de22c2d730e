// What was typed and what the server has of it (未保存的修改). A change is kept until the server has acknowledged it;
// what another person has typed into the same cell meanwhile is shown beside one's own, and nothing is decided alone.

import type { Entries, EntryChange, EntryConflict } from "@jueming/server/contract/entry.ts";
import type { EditAnswer } from "@jueming/server/contract/reports.ts";

import { applyEntryChanges } from "../../../parts/entry-grid/changes.ts";

/** Draft: the entries that the server has, and the changes that it does not have yet. */
export interface Draft {
  /** The entries at `revision`. */
  readonly confirmed: Entries;
  readonly revision: number;
  /** Changes in their order; the first `sending` of them are on their way. */
  readonly pending: readonly EntryChange[];
  readonly sending: number;
  /** What the person sees: the confirmed entries with the pending changes. */
  readonly shown: Entries;
  readonly conflicts: readonly EntryConflict[];
  readonly refused: readonly RefusedChange[];
}

/** RefusedChange: a change that the server does not take, with its reason. */
export type RefusedChange = EditAnswer["refused"][number];

/** A draft as it is opened; changes that were left over from before come back. */
export function openedDraft(
  confirmed: Entries,
  revision: number,
  pending: readonly EntryChange[] = [],
): Draft {
  const shown = applyEntryChanges(confirmed, pending);
  return { confirmed, revision, pending, sending: 0, shown, conflicts: [], refused: [] };
}

/** The draft with further changes. */
export function withChanges(draft: Draft, changes: readonly EntryChange[]): Draft {
  let { pending } = draft;
  for (const change of changes) pending = withOne(pending, draft.sending, change);
  return { ...draft, pending, shown: applyEntryChanges(draft.shown, changes) };
}

/** A cell typed again before it was sent is one change. */
function withOne(
  pending: readonly EntryChange[],
  sending: number,
  change: EntryChange,
): readonly EntryChange[] {
  const last = pending.length > sending ? pending.at(-1) : undefined;
  if (last === undefined || !isTyped(last) || !isTyped(change) || cellOf(last) !== cellOf(change)) {
    return [...pending, change];
  }
  const before = pending.slice(0, -1);
  const joined = { ...change, from: last.from };
  return joined.from === joined.to ? before : [...before, joined];
}

type TypedChange = Extract<EntryChange, { readonly to: string }>;

/** The cell of a change by name; null for changes of rows. */
export function cellOf(change: EntryChange): string | null {
  if (change.kind === "field") return `field ${change.key}`;
  return change.kind === "cell" ? `cell ${change.list} ${change.row} ${change.column}` : null;
}

const isTyped = (change: EntryChange): change is TypedChange => "to" in change;

/** The draft while as many changes as may be sent at once are on their way. */
export function whileSending(draft: Draft, most: number): Draft {
  return { ...draft, sending: Math.min(draft.pending.length, most) };
}

/** The draft after no answer came: all is still to be sent. */
export function afterFailure(draft: Draft): Draft {
  return { ...draft, sending: 0 };
}

/** The draft after the server's answer. */
export function afterAnswer(draft: Draft, answer: EditAnswer): Draft {
  const sent = draft.pending.slice(0, draft.sending);
  const pending = draft.pending.slice(draft.sending);
  const known = withOthers(draft.confirmed, answer.others ?? []);
  const refused = answer.refused.filter(({ change }) => !isDone(known, change));
  const conflicts = answer.conflicts.filter(({ change }) => !isDone(known, change));
  const failed = new Set([...refused, ...conflicts].map(({ change }) => JSON.stringify(change)));
  const done = sent.filter((change) => !failed.has(JSON.stringify(change)));
  const confirmed = withOthers(known, done);
  return {
    confirmed,
    revision: answer.live.revision,
    pending,
    sending: 0,
    shown: applyEntryChanges(confirmed, pending),
    conflicts: joinedConflicts(draft.conflicts, conflicts),
    refused: [...draft.refused, ...refused],
  };
}

/** The draft on entries that were read anew; changes that were not sent yet are made on them again. */
export function afterReload(draft: Draft, confirmed: Entries, revision: number): Draft {
  return { ...draft, confirmed, revision, shown: applyEntryChanges(confirmed, draft.pending) };
}

/** An answer that got lost is asked for again: a row that is there already is not added twice. */
function withOthers(entries: Entries, changes: readonly EntryChange[]): Entries {
  let now = entries;
  for (const change of changes) {
    if (change.kind !== "insert-row" || !isDone(now, change)) now = applyEntryChanges(now, [change]);
  }
  return now;
}

/** True where a change of rows has had its effect already. */
function isDone(entries: Entries, change: EntryChange): boolean {
  if (change.kind !== "insert-row" && change.kind !== "remove-row") return false;
  const id = change.kind === "insert-row" ? change.row.id : change.row;
  const isThere = (entries.lists[change.list] ?? []).some((row) => row.id === id);
  return change.kind === "insert-row" ? isThere : !isThere;
}

/** One conflict for a cell: the newest. */
function joinedConflicts(
  before: readonly EntryConflict[],
  added: readonly EntryConflict[],
): readonly EntryConflict[] {
  const replaced = new Set(added.map(({ change }) => cellOf(change)));
  return [...before.filter(({ change }) => !replaced.has(cellOf(change))), ...added];
}

/** Settles a conflict: with one's own text, which is then typed over the other's, or with what stands there. */
export function settled(draft: Draft, conflict: EntryConflict, keeps: "mine" | "theirs"): Draft {
  const conflicts = draft.conflicts.filter((one) => one !== conflict);
  const rest = { ...draft, conflicts };
  const { change, now } = conflict;
  if (keeps === "theirs" || now === null || !("to" in change)) return rest;
  return withChanges(rest, [{ ...change, from: now }]);
}
