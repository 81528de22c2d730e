// What came back: entries of this year that repeat an entry of last year's ledger, and why we say so.

import { comparable } from "../figures/normalize.ts";
import { ENTRY_STATES } from "./entry-states.ts";
import type { Ledger, LedgerEntry, Recurrence } from "./ledger.ts";
import { likenessOf, sameness } from "./word-likeness.ts";

/** From how like two texts are on they speak of one problem; set by hand on the cases of the test. */
const SAME_PROBLEM = 0.5;
const SAME_SUBJECT = 0.6;
const WORDS_SHOWN = 5;

/** The ledger with what its entries repeat; an entry that was matched before keeps its match. */
export function findRecurrences(ledger: Ledger, prior: Ledger): Ledger {
  return {
    entries: ledger.entries.map((entry) =>
      entry.recurrence === null ? { ...entry, recurrence: recurrenceOf(entry, prior.entries) } : entry,
    ),
  };
}

interface Match {
  readonly entry: LedgerEntry;
  readonly strength: number;
  readonly why: string;
}

/** The strongest match among last year's entries; of equal ones the first. */
function recurrenceOf(entry: LedgerEntry, prior: readonly LedgerEntry[]): Recurrence | null {
  let best: Match | undefined;
  for (const candidate of prior) {
    const match = isEarlierOfSameUnit(candidate, entry) ? matchOf(entry, candidate) : undefined;
    if (match !== undefined && match.strength > (best?.strength ?? 0)) best = match;
  }
  if (best === undefined) return null;
  const { id, year, state } = best.entry;
  return {
    id,
    year,
    wasClosed: state === "closed",
    explanation: `与${year === null ? "上年" : `${year}年`}${id}（${ENTRY_STATES[state]}）${best.why}`,
  };
}

function isEarlierOfSameUnit(candidate: LedgerEntry, entry: LedgerEntry): boolean {
  const [a, b] = [comparable(candidate.unit), comparable(entry.unit)];
  const isEarlier = candidate.year === null || entry.year === null || candidate.year < entry.year;
  return isEarlier && (a === "" || b === "" || a === b);
}

function matchOf(entry: LedgerEntry, candidate: LedgerEntry): Match | undefined {
  const isSameRule = entry.rule !== null && entry.rule === candidate.rule;
  if (isSameRule && comparable(entry.subject) === comparable(candidate.subject))
    return {
      entry: candidate,
      strength: 3,
      why: `同一规则（${entry.code ?? entry.rule}）、同一对象“${entry.subject}”`,
    };
  const subjects = sameness(entry.subject, candidate.subject);
  if (isSameRule && subjects >= SAME_SUBJECT)
    return {
      entry: candidate,
      strength: 1 + subjects,
      why: `同一规则（${entry.code ?? entry.rule}），对象相近：“${entry.subject}”与“${candidate.subject}”`,
    };
  // Findings of different rules are different problems, however like their sentences are.
  if (entry.rule !== null && candidate.rule !== null) return undefined;
  const texts = sameness(entry.problem, candidate.problem);
  if (texts < SAME_PROBLEM) return undefined;
  const { shared } = likenessOf(entry.problem, candidate.problem);
  const words = shared.slice(0, WORDS_SHOWN).join("、");
  return {
    entry: candidate,
    strength: texts,
    why: `文字相近（${Math.round(texts * 100)}%），共有“${words}”等词`,
  };
}
