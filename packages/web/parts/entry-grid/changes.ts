// Changes as the contract has them: how they are applied to what the editor shows, and how they are taken back.

import type { Entries, EntryChange, EntryRow } from "@jueming/server/contract/entry.ts";

/** The entries after these changes; what is empty is not kept. */
export function applyEntryChanges(entries: Entries, changes: readonly EntryChange[]): Entries {
  return changes.reduce(applyOne, entries);
}

/** The changes that take these back, given the entries before them. */
export function inverseChanges(before: Entries, changes: readonly EntryChange[]): readonly EntryChange[] {
  const inverses: EntryChange[] = [];
  let entries = before;
  for (const change of changes) {
    inverses.unshift(inverseOf(entries, change));
    entries = applyOne(entries, change);
  }
  return inverses;
}

function applyOne(entries: Entries, change: EntryChange): Entries {
  if (change.kind === "field") {
    return { ...entries, fields: withText(entries.fields, change.key, change.to) };
  }
  const rows = entries.lists[change.list] ?? [];
  return { ...entries, lists: { ...entries.lists, [change.list]: changedRows(rows, change) } };
}

function changedRows(rows: readonly EntryRow[], change: Exclude<EntryChange, { kind: "field" }>): EntryRow[] {
  switch (change.kind) {
    case "cell":
      return rows.map((row) =>
        row.id === change.row ? { ...row, cells: withText(row.cells, change.column, change.to) } : row,
      );
    case "insert-row":
      return insertedAfter(rows, change.row, change.after);
    case "remove-row":
      return rows.filter(({ id }) => id !== change.row);
    case "move-row": {
      const moved = rows.find(({ id }) => id === change.row);
      const others = rows.filter(({ id }) => id !== change.row);
      return moved === undefined ? others : insertedAfter(others, moved, change.after);
    }
  }
}

function insertedAfter(rows: readonly EntryRow[], row: EntryRow, after: string | null): EntryRow[] {
  const at = after === null ? 0 : rows.findIndex(({ id }) => id === after) + 1;
  return [...rows.slice(0, at), row, ...rows.slice(at)];
}

function inverseOf(entries: Entries, change: EntryChange): EntryChange {
  if (change.kind === "field" || change.kind === "cell") {
    return { ...change, from: change.to, to: change.from };
  }
  const { list } = change;
  if (change.kind === "insert-row") return { kind: "remove-row", list, row: change.row.id };
  const rows = entries.lists[list] ?? [];
  const at = rows.findIndex(({ id }) => id === change.row);
  const after = rows[at - 1]?.id ?? null;
  return change.kind === "move-row"
    ? { ...change, after }
    : { kind: "insert-row", list, row: rows[at] ?? { id: change.row, cells: {} }, after };
}

function withText(
  texts: Readonly<Record<string, string>>,
  key: string,
  text: string,
): Record<string, string> {
  const { [key]: _before, ...rest } = texts;
  return text === "" ? rest : { ...rest, [key]: text };
}
