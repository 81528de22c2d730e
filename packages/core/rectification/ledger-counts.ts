// What a ledger has, as the numbers that a reviewer asks for.

import { isOpen } from "./entry-states.ts";
import type { Ledger, LedgerEntry } from "./ledger.ts";
import { latenessOf } from "./ledger-dates.ts";

/** LedgerCounts (台账汇总). */
export interface LedgerCounts {
  readonly all: number;
  /** 未办结: neither closed nor dismissed. */
  readonly open: number;
  readonly overdue: number;
  /** 已整改待核实. */
  readonly toVerify: number;
  readonly closed: number;
  readonly dismissed: number;
  /** 已不再出现: no longer met in the material, and not yet closed. */
  readonly gone: number;
  /** 上年已销号、今年又出现. */
  readonly recurred: number;
  /** 上年未销号、今年仍出现. */
  readonly carriedOver: number;
  /** Open without a date that can be read: whether they are late cannot be said. */
  readonly withoutDate: number;
}

/** Counts the entries on a day. */
export function countLedger({ entries }: Ledger, today: string): LedgerCounts {
  const count = (is: (entry: LedgerEntry) => boolean): number => entries.filter(is).length;
  const lateness = (entry: LedgerEntry): string => latenessOf(entry, today).kind;
  return {
    all: entries.length,
    open: count(({ state }) => isOpen(state)),
    overdue: count((entry) => lateness(entry) === "late"),
    toVerify: count(({ state }) => state === "done"),
    closed: count(({ state }) => state === "closed"),
    dismissed: count(({ state }) => state === "dismissed"),
    gone: count(({ occurrence, state }) => occurrence === "gone" && isOpen(state)),
    recurred: count(({ recurrence }) => recurrence?.wasClosed === true),
    carriedOver: count(({ recurrence }) => recurrence?.wasClosed === false),
    withoutDate: count((entry) => ["no-date", "unreadable-date"].includes(lateness(entry))),
  };
}
