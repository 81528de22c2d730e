// What people changed in a ledger outside the program, told by the history: the last value that it records
// against the value that now stands there. An edit becomes an event; a step that is not allowed is not taken.

import type { EntryState } from "./entry-states.ts";
import { ENTRY_STATES, mayGo, nextWords, stateOf } from "./entry-states.ts";
import type { EditableField, HistoryEvent, Ledger, LedgerEntry } from "./ledger.ts";
import { EDITABLE_FIELDS, FIELD_NAMES } from "./ledger.ts";
import { parseDate } from "./ledger-dates.ts";

/** EntryEdit: the cells of one entry as people left them; a field that is not given was not shown. */
export interface EntryEdit {
  readonly id: string;
  /** The word of the state. */
  readonly state: string | undefined;
  readonly fields: Readonly<Partial<Record<EditableField, string>>>;
}

/** EditedLedger: the ledger with the edits, and what could not be taken over. */
export interface EditedLedger {
  readonly ledger: Ledger;
  /** Chinese sentences, for the person who edited. */
  readonly complaints: readonly string[];
}

/** Takes the edits over; entries without an edit stay as they are. */
export function editLedger(ledger: Ledger, edits: readonly EntryEdit[], date: string): EditedLedger {
  const byId = new Map(edits.map((edit) => [edit.id, edit]));
  const complaints: string[] = [];
  const entries = ledger.entries.map((entry) => {
    const edit = byId.get(entry.id);
    if (edit === undefined) return entry;
    const edited = editedFields(entry, edit, date);
    const state = newState(edited, edit.state);
    if (typeof state === "object") complaints.push(state.complaint);
    complaints.push(...doubtsOf(edited, edit));
    return typeof state === "string" ? inState(edited, state, date) : edited;
  });
  return { ledger: { entries }, complaints };
}

function editedFields(entry: LedgerEntry, { fields }: EntryEdit, date: string): LedgerEntry {
  const events = FIELD_NAMES.flatMap((field): readonly HistoryEvent[] => {
    const [from, to] = [entry.fields[field], fields[field]?.trim()];
    return to === undefined || to === from.trim() ? [] : [{ date, what: "edited", field, from, to }];
  });
  if (events.length === 0) return entry;
  const changed = Object.fromEntries(events.map(({ field, to }) => [field ?? "", to]));
  return { ...entry, fields: { ...entry.fields, ...changed }, history: [...entry.history, ...events] };
}

/** The state to go to; undefined where it stays, a complaint where it cannot be gone to. */
function newState(
  entry: LedgerEntry,
  word: string | undefined,
): EntryState | { readonly complaint: string } | undefined {
  const wanted = word?.trim() ?? "";
  if (wanted === "" || wanted === ENTRY_STATES[entry.state]) return undefined;
  const state = stateOf(wanted);
  const now = ENTRY_STATES[entry.state];
  if (state === undefined) return { complaint: `${entry.id}：“${wanted}”不是办理状态，仍为“${now}”。` };
  if (!mayGo(entry.state, state))
    return {
      complaint: `${entry.id}：不能由“${now}”直接改为“${wanted}”，可改为${nextWords(entry.state)}；仍为“${now}”。`,
    };
  if (state === "dismissed" && entry.fields.note.trim() === "")
    return { complaint: `${entry.id}：不予整改须在“说明”中写明理由；仍为“${now}”。` };
  return state;
}

function inState(entry: LedgerEntry, state: EntryState, date: string): LedgerEntry {
  const step: HistoryEvent = {
    date,
    what: "state",
    field: null,
    from: ENTRY_STATES[entry.state],
    to: ENTRY_STATES[state],
  };
  return { ...entry, state, history: [...entry.history, step] };
}

/** What was taken over as written but cannot be used. */
function doubtsOf({ id, fields }: LedgerEntry, edit: EntryEdit): readonly string[] {
  const due = fields.dueDate.trim();
  return edit.fields.dueDate === undefined || due === "" || parseDate(due) !== undefined
    ? []
    : [`${id}：${EDITABLE_FIELDS.dueDate}“${due}”不是日期，无法判断是否逾期，请写成 2025-12-31 的样子。`];
}
