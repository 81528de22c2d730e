// Changes that the server has not acknowledged, kept in the browser (localStorage), so that a reload, a crash or a
// closed lid loses nothing. Per person and report: another person at the same machine does not send them.

import { entryChange } from "@jueming/server/contract/entry.ts";
import type { EntryChange } from "@jueming/server/contract/entry.ts";

const nameOf = (account: string, report: string): string => `jueming:unsaved:${account}:${report}`;

/** The changes left over of a report; none where there are none or they cannot be read. */
export function leftOverChanges(account: string, report: string): readonly EntryChange[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(nameOf(account, report)) ?? "[]");
    if (!Array.isArray(kept)) return [];
    return kept.flatMap((each: unknown) => entryChange.safeParse(each).data ?? []);
  } catch {
    return [];
  }
}

/** Keeps the changes; gives false where the browser has no room or keeps nothing. */
export function keepChanges(account: string, report: string, changes: readonly EntryChange[]): boolean {
  try {
    if (changes.length === 0) localStorage.removeItem(nameOf(account, report));
    else localStorage.setItem(nameOf(account, report), JSON.stringify(changes));
    return true;
  } catch {
    return false;
  }
}
