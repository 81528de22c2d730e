// 整改: problems are taken into the ledger from what was published or by people, filled in by the unit, verified by
// whoever is above it. What a step may be is core's (core/rectification); who may take it is here.

import { and, desc, eq, inArray, sql } from "drizzle-orm";

import { editLedger } from "@jueming/core/rectification/edit-ledger.ts";
import type { EntryState } from "@jueming/core/rectification/entry-states.ts";
import { ENTRY_STATES, mayGo, STATE_NAMES } from "@jueming/core/rectification/entry-states.ts";
import type { HistoryEvent, LedgerEntry } from "@jueming/core/rectification/ledger.ts";

import { isAllowed } from "../accounts/authority.ts";
import type { Action } from "../contract/actions.ts";
import type { Key } from "../contract/reference.ts";
import type { RectificationChange } from "../contract/rectifications.ts";
import type { Queries } from "../database/database.ts";
import type { Person } from "../http/access.ts";
import { badRequest, conflict, forbidden, notFound } from "../http/http-problem.ts";
import type { Services } from "../services.ts";
import { enterInJournal } from "../store/journal.ts";
import type { RectificationRow } from "../store/rectifications.ts";
import { ledgerEntryOf, numberOf, rectificationOf, targetOfEntry } from "../store/rectifications.ts";
import { reportOf } from "../store/reports.ts";
import type { KeptEvent } from "../store/schema/publication.ts";
import { rectification } from "../store/schema/index.ts";
import { chinaDay } from "./china-day.ts";
import { moveReport } from "./review-report.ts";
import { RECTIFYING } from "./workflow.ts";

/** Which act a step to a state is: the unit works on it, whoever is above it verifies. */
const ACT_OF: Readonly<Record<EntryState, Action>> = {
  open: "rectification.edit",
  "in-progress": "rectification.edit",
  done: "rectification.edit",
  closed: "rectification.verify",
  returned: "rectification.verify",
  dismissed: "rectification.verify",
};

/** The states that a person may bring an entry to. */
export const nextStates = (person: Person, row: RectificationRow): readonly EntryState[] =>
  STATE_NAMES.filter(
    (state) => mayGo(row.entry.state, state) && isAllowed(person.grants, ACT_OF[state], targetOfEntry(row)),
  );

/** True where a person may fill an entry in: it is not finished, and not with others to verify. */
export const mayFill = (person: Person, row: RectificationRow): boolean =>
  ["open", "in-progress", "returned"].includes(row.entry.state) &&
  isAllowed(person.grants, "rectification.edit", targetOfEntry(row));

/** Changes an entry: its fields, its state, or both at once. */
export async function changeRectification(
  { database, now }: Services,
  person: Person,
  { key, change }: { readonly key: Key; readonly change: RectificationChange },
): Promise<void> {
  await database.inTransaction(async (queries) => {
    const row = await lockedEntry(queries, key);
    refuseForeign(person, row, change);
    if (row.entry.revision !== change.revision) throw conflict("这个整改事项刚被他人处理过，请刷新后再看。");
    const edited = editedEntry(row, change, chinaDay(now()));
    await keepEntry(queries, row, { entry: edited, by: person.login });
    await enterInJournal(queries, {
      shardRegion: key.shardRegion,
      at: now(),
      accountId: person.accountId,
      action: change.state === undefined ? "rectification.edit" : ACT_OF[change.state],
      target: { kind: "rectification", id: key.id },
      detail: {
        number: numberOf(row.entry),
        from: ENTRY_STATES[row.entry.state],
        to: ENTRY_STATES[edited.state],
      },
    });
    if (row.entry.reportId !== null)
      await settleReport(queries, { shardRegion: key.shardRegion, id: row.entry.reportId }, now());
  });
}

/** The entry of a key, locked until the transaction ends. */
export async function lockedEntry(queries: Queries, key: Key): Promise<RectificationRow> {
  const isOwn = and(eq(rectification.shardRegion, key.shardRegion), eq(rectification.id, key.id));
  await queries.select({ id: rectification.id }).from(rectification).where(isOwn).for("update");
  const row = await rectificationOf(queries, key);
  if (row === undefined) throw notFound("这个整改事项");
  return row;
}

/** A reviewer may write an opinion with a step; all else is filled in by the unit. */
function refuseForeign(person: Person, row: RectificationRow, { fields, state }: RectificationChange): void {
  const target = targetOfEntry(row);
  if (state !== undefined && !isAllowed(person.grants, ACT_OF[state], target)) throw forbidden();
  const isOpinion =
    state !== undefined &&
    ACT_OF[state] === "rectification.verify" &&
    Object.keys(fields).every((name) => name === "note");
  if (Object.keys(fields).length === 0 || isOpinion) return;
  if (!isAllowed(person.grants, "rectification.edit", target)) throw forbidden();
  if (!mayFill(person, row)) throw conflict(`已是“${ENTRY_STATES[row.entry.state]}”，不能再填写。`);
}

function editedEntry(
  row: RectificationRow,
  { fields, state }: RectificationChange,
  date: string,
): LedgerEntry {
  const before = ledgerEntryOf(row);
  const word = state === undefined ? undefined : ENTRY_STATES[state];
  const edit = {
    id: before.id,
    state: word,
    fields: Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
  };
  const { ledger, complaints } = editLedger({ entries: [before] }, [edit], date);
  const [after] = ledger.entries;
  if (complaints.length > 0 || after === undefined) throw badRequest(complaints.join(""));
  if (state === "done" && after.fields.measure.trim() === "")
    throw badRequest("报告已整改前，请先填写整改措施。");
  if (state === "returned" && (fields.note ?? "").trim() === "")
    throw badRequest("退回须在“说明”中写明原因。");
  return after;
}

interface Edited {
  readonly entry: LedgerEntry;
  readonly by: string;
}

/** Writes an entry; what its history has more than before was done by this person. */
export async function keepEntry(
  queries: Queries,
  { entry: known }: RectificationRow,
  { entry, by }: Edited,
): Promise<void> {
  const { ownerUnit, owner, measure, dueDate, evidence, note } = entry.fields;
  const { problem, advice, severity, place, code, occurrence, recurrence, state } = entry;
  const added = entry.history.slice(known.history.length).map((event) => eventBy(event, by));
  await queries
    .update(rectification)
    .set({
      ownerUnit,
      owner,
      measure,
      evidence,
      note,
      due: dueDate === "" ? null : dueDate,
      problem,
      advice,
      severity,
      place,
      code,
      occurrence,
      recurrence,
      state,
      history: [...known.history, ...added],
      revision: known.revision + 1,
    })
    .where(and(eq(rectification.shardRegion, known.shardRegion), eq(rectification.id, known.id)));
}

/** An event with who made it. */
export const eventBy = (event: HistoryEvent, by: string | null): KeptEvent => ({ ...event, by });

/** Brings a report to the state that follows from its open entries. */
export async function settleReport(queries: Queries, key: Key, at: Date): Promise<void> {
  const row = await reportOf(queries, key);
  const states = row === undefined ? undefined : RECTIFYING[row.report.state];
  if (row === undefined || states === undefined) return;
  const [counted] = await queries
    .select({ open: sql<number>`count(*)` })
    .from(rectification)
    .where(
      and(
        eq(rectification.shardRegion, key.shardRegion),
        eq(rectification.reportId, key.id),
        inArray(rectification.state, ["open", "in-progress", "done", "returned"]),
      ),
    );
  const state = (counted?.open ?? 0) > 0 ? states.withOpen : states.withNone;
  if (state !== row.report.state) await moveReport(queries, row, { state, at });
}

/** The number after the last one of a year; whoever asks holds the lock until the transaction ends. */
export async function nextNumber(queries: Queries, shardRegion: string, year: number): Promise<number> {
  await queries.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`rectification ${shardRegion} ${year}`}, 0))`,
  );
  const [last] = await queries
    .select({ number: rectification.number })
    .from(rectification)
    .where(and(eq(rectification.shardRegion, shardRegion), eq(rectification.year, year)))
    .orderBy(desc(rectification.number))
    .limit(1);
  return (last?.number ?? 0) + 1;
}
