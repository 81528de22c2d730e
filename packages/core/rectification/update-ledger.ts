// Brings a ledger up to date with the problems that the material has now. Entries keep what people filled in;
// a problem that no longer occurs is marked so and waits for verification; nothing is taken out.

import { comparable } from "../figures/normalize.ts";
import type { HistoryEvent, Ledger, LedgerEntry, LedgerProblem } from "./ledger.ts";
import { NO_FIELDS } from "./ledger.ts";

/** LedgerUpdate: the problems of this run, its date, and which material it read whole. */
export interface LedgerUpdate {
  readonly problems: readonly LedgerProblem[];
  /** ISO date. */
  readonly date: string;
  /** Whether this run would have met the entry's problem again; what it did not read is left as it was. */
  readonly hasLookedFor: (entry: LedgerEntry) => boolean;
}

/** The ledger after the update; the same update again changes nothing. */
export function updateLedger(ledger: Ledger, update: LedgerUpdate): Ledger {
  const found = matchedProblems(ledger.entries, update.problems);
  const kept = ledger.entries.map((entry, index) => keptEntry(entry, found.get(index), update));
  const taken = new Set(found.values());
  const fresh = update.problems.filter((problem) => !taken.has(problem));
  return { entries: [...kept, ...newEntries(fresh, ledger.entries, update.date)] };
}

/** Which problem belongs to which entry: first by the whole text, then by the text without its figures. */
function matchedProblems(
  entries: readonly LedgerEntry[],
  problems: readonly LedgerProblem[],
): ReadonlyMap<number, LedgerProblem> {
  const found = new Map<number, LedgerProblem>();
  const taken = new Set<LedgerProblem>();
  for (const keyOf of [exactKey, figurelessKey]) {
    const waiting = Map.groupBy(
      problems.filter((problem) => !taken.has(problem)),
      keyOf,
    );
    for (const [index, entry] of entries.entries()) {
      if (found.has(index)) continue;
      const problem = waiting.get(keyOf(entry))?.shift();
      if (problem === undefined) continue;
      found.set(index, problem);
      taken.add(problem);
    }
  }
  return found;
}

type Keyed = Pick<LedgerProblem, "origin" | "unit" | "year" | "rule" | "subject" | "problem">;

function exactKey({ origin, unit, year, rule, subject, problem }: Keyed): string {
  return [origin, unit, String(year), rule ?? "", subject, problem].map(comparable).join("\u0000");
}

/** A figure corrected in part leaves the same problem with another figure. */
function figurelessKey(keyed: Keyed): string {
  return exactKey({ ...keyed, problem: keyed.problem.replaceAll(/\d+(?:[.,]\d+)*/gu, "#") });
}

function keptEntry(
  entry: LedgerEntry,
  problem: LedgerProblem | undefined,
  update: LedgerUpdate,
): LedgerEntry {
  if (problem === undefined) return update.hasLookedFor(entry) ? goneEntry(entry, update.date) : entry;
  const { measure: _, ...now } = problem;
  const events: HistoryEvent[] = [];
  if (entry.occurrence === "gone") events.push(event(update.date, "reappeared"));
  if (entry.problem !== now.problem)
    events.push({ ...event(update.date, "reworded"), from: entry.problem, to: now.problem });
  return { ...entry, ...now, occurrence: "present", history: [...entry.history, ...events] };
}

function goneEntry(entry: LedgerEntry, date: string): LedgerEntry {
  if (entry.occurrence === "gone") return entry;
  return { ...entry, occurrence: "gone", history: [...entry.history, event(date, "gone")] };
}

function event(date: string, what: HistoryEvent["what"]): HistoryEvent {
  return { date, what, field: null, from: "", to: "" };
}

/** New entries with numbers that go on from the highest of their year. */
export function newEntries(
  problems: readonly LedgerProblem[],
  known: readonly LedgerEntry[],
  date: string,
): readonly LedgerEntry[] {
  const last = new Map<string, number>();
  for (const { id } of known) {
    const [, year = "", number = ""] = ID.exec(id) ?? [];
    last.set(year, Math.max(last.get(year) ?? 0, Number(number)));
  }
  return problems.map(({ measure, ...problem }) => {
    const year = String(problem.year ?? date.slice(0, 4));
    const number = (last.get(year) ?? 0) + 1;
    last.set(year, number);
    return {
      ...problem,
      id: `${year}-${String(number).padStart(4, "0")}`,
      state: "open",
      fields: { ...NO_FIELDS, measure },
      occurrence: "present",
      recurrence: null,
      history: [{ ...event(date, "created"), to: measure }],
    };
  });
}

const ID = /^(\d{4})-(\d+)$/u;
