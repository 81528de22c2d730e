// The published JSON form of a ledger (schemas/rectification.schema.json), written and read without loss.

import type { Field, JsonObject } from "@jueming/core/disclosure/json/fields.ts";
import {
  JsonFault,
  at,
  integerOrNull,
  isNone,
  isTrue,
  itemsOf,
  textOf,
  textOrNull,
  wordOf,
} from "@jueming/core/disclosure/json/fields.ts";
import { STATE_NAMES } from "@jueming/core/rectification/entry-states.ts";
import { countLedger } from "@jueming/core/rectification/ledger-counts.ts";
import { latenessOf } from "@jueming/core/rectification/ledger-dates.ts";
import type {
  EntryFields,
  HistoryEvent,
  Ledger,
  LedgerEntry,
  Recurrence,
} from "@jueming/core/rectification/ledger.ts";
import { FIELD_NAMES } from "@jueming/core/rectification/ledger.ts";
import { DocumentError } from "@jueming/documents/document-error.ts";

/** Name and version of the JSON form. */
export const LEDGER_SCHEMA = "jueming/rectification/1";

/** The ledger with its counts and the lateness of its entries on a day. */
export function toLedgerJson(ledger: Ledger, today: string): JsonObject {
  return {
    schema: LEDGER_SCHEMA,
    date: today,
    summary: { ...countLedger(ledger, today) },
    entries: ledger.entries.map((entry) => {
      const lateness = latenessOf(entry, today);
      return {
        ...entryJson(entry),
        lateness: lateness.kind,
        daysLate: lateness.kind === "late" ? lateness.days : undefined,
      };
    }),
  };
}

/** An entry alone, as a workbook carries it. */
export function entryJson(entry: LedgerEntry): JsonObject {
  const { fields, history, recurrence, ...plain } = entry;
  return {
    ...plain,
    fields: { ...fields },
    recurrence: recurrence === null ? null : { ...recurrence },
    history: history.map((event) => ({ ...event })),
  };
}

/** Reads the JSON text of a ledger; throws a DocumentError that says what is wrong and where. */
export function readLedgerJson(text: string, path: string): Ledger {
  const value = parsed(text, path);
  try {
    const field: Field = { value, path: "" };
    wordOf(at(field, "schema"), [LEDGER_SCHEMA]);
    const entries = itemsOf(at(field, "entries")).map(entryFromJson);
    mustDiffer(entries.map(({ id }) => id));
    return { entries };
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    throw new DocumentError("damaged", `“${path}”不是整改台账：${error.message}。请检查后重试。`, {
      cause: error,
    });
  }
}

function parsed(text: string, path: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ""));
  } catch (cause) {
    throw new DocumentError("damaged", `“${path}”不是完整的 JSON。请检查后重试。`, { cause });
  }
}

function mustDiffer(ids: readonly string[]): void {
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new JsonFault("entries", `编号“${twice}”出现两次`);
}

/** Reads one entry. */
export function entryFromJson(field: Field): LedgerEntry {
  const text = (name: string): string => textOf(at(field, name));
  return {
    id: text("id"),
    origin: text("origin"),
    unit: text("unit"),
    year: integerOrNull(at(field, "year")),
    rule: textOrNull(at(field, "rule")),
    code: textOrNull(at(field, "code")),
    severity: text("severity"),
    subject: text("subject"),
    problem: text("problem"),
    advice: text("advice"),
    source: text("source"),
    place: text("place"),
    state: wordOf(at(field, "state"), STATE_NAMES),
    fields: fieldsFromJson(at(field, "fields")),
    occurrence: wordOf(at(field, "occurrence"), ["present", "gone"]),
    recurrence: recurrenceFromJson(at(field, "recurrence")),
    history: itemsOf(at(field, "history")).map(eventFromJson),
  };
}

function fieldsFromJson(field: Field): EntryFields {
  const text = (name: string): string => textOf(at(field, name));
  return {
    ownerUnit: text("ownerUnit"),
    owner: text("owner"),
    measure: text("measure"),
    dueDate: text("dueDate"),
    evidence: text("evidence"),
    note: text("note"),
  };
}

function recurrenceFromJson(field: Field): Recurrence | null {
  if (isNone(field)) return null;
  return {
    id: textOf(at(field, "id")),
    year: integerOrNull(at(field, "year")),
    wasClosed: isTrue(at(field, "wasClosed")),
    explanation: textOf(at(field, "explanation")),
  };
}

function eventFromJson(field: Field): HistoryEvent {
  const edited = at(field, "field");
  return {
    date: textOf(at(field, "date")),
    what: wordOf(at(field, "what"), ["created", "edited", "state", "gone", "reappeared", "reworded"]),
    field: isNone(edited) ? null : wordOf(edited, FIELD_NAMES),
    from: textOf(at(field, "from")),
    to: textOf(at(field, "to")),
  };
}
