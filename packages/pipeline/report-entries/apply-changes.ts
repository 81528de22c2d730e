// Changes of single cells, made by several people at once: a change says what its editor showed before, and where
// another person has changed that since, it is not made and both texts are told.

import type { EntryForm } from "./entry-form.ts";
import { ROW_ID_LIMIT, ROW_LIMIT, TEXT_LIMIT } from "./entry-limits.ts";
import type { Entries, EntryChange, EntryConflict, EntryRow } from "./entry-plan.ts";

/** RefusedChange: a change that no editor of ours would send, or that is beyond a limit. */
export interface RefusedChange {
  readonly change: EntryChange;
  readonly message: string;
}

/** AppliedChanges: the entries after the changes, and those that could not be made. */
export interface AppliedChanges {
  readonly entries: Entries;
  readonly applied: readonly EntryChange[];
  readonly conflicts: readonly EntryConflict[];
  readonly refused: readonly RefusedChange[];
}

/** Makes the changes one after another. */
export function applyChanges(
  form: EntryForm,
  entries: Entries,
  changes: readonly EntryChange[],
): AppliedChanges {
  const applied: EntryChange[] = [];
  const conflicts: EntryConflict[] = [];
  const refused: RefusedChange[] = [];
  let now = entries;
  for (const change of changes) {
    const message = refusalOf(form, now, change);
    const step = message === undefined ? stepOf(now, change) : undefined;
    if (message !== undefined) refused.push({ change, message });
    else if (step === undefined || "conflict" in step)
      conflicts.push({ change, now: step?.conflict ?? null });
    else {
      applied.push(change);
      now = step.entries;
    }
  }
  return { entries: now, applied, conflicts, refused };
}

type Step = { readonly entries: Entries } | { readonly conflict: string | null };

function stepOf(entries: Entries, change: EntryChange): Step {
  if (change.kind === "field") {
    const now = entries.fields[change.key] ?? "";
    if (now !== change.from && now !== change.to) return { conflict: now };
    return { entries: { ...entries, fields: withText(entries.fields, change.key, change.to) } };
  }
  const rows = changedRows(entries.lists[change.list] ?? [], change);
  if ("conflict" in rows) return rows;
  return { entries: { ...entries, lists: withRows(entries.lists, change.list, rows.rows) } };
}

type RowsStep = { readonly rows: readonly EntryRow[] } | { readonly conflict: string | null };

/** What the change makes of the rows of its list; null in a conflict is a row that is gone. */
function changedRows(
  rows: readonly EntryRow[],
  change: Exclude<EntryChange, { readonly kind: "field" }>,
): RowsStep {
  if (change.kind === "insert-row") return insertedAfter(rows, change.row, change.after);
  const row = rows.find(({ id }) => id === change.row);
  if (row === undefined) return { conflict: null };
  const others = rows.filter((one) => one !== row);
  if (change.kind === "remove-row") return { rows: others };
  if (change.kind === "move-row") return insertedAfter(others, row, change.after);
  const now = row.cells[change.column] ?? "";
  if (now !== change.from && now !== change.to) return { conflict: now };
  const cells = withText(row.cells, change.column, change.to);
  return { rows: rows.map((one) => (one === row ? { ...row, cells } : one)) };
}

function insertedAfter(rows: readonly EntryRow[], row: EntryRow, after: string | null): RowsStep {
  const index = after === null ? 0 : rows.findIndex(({ id }) => id === after) + 1;
  if (after !== null && index === 0) return { conflict: null };
  return { rows: rows.toSpliced(index, 0, row) };
}

/** A text that is emptied is not there, as if it had never been typed. */
function withText(
  texts: Readonly<Record<string, string>>,
  key: string,
  text: string,
): Record<string, string> {
  const { [key]: _before, ...others } = texts;
  return text === "" ? others : { ...others, [key]: text };
}

function withRows(lists: Entries["lists"], key: string, rows: readonly EntryRow[]): Entries["lists"] {
  const { [key]: _before, ...others } = lists;
  return rows.length === 0 ? others : { ...others, [key]: rows };
}

const TOO_LONG = `内容超过 ${TEXT_LIMIT} 字，未保存。请分段精简后再填。`;

function refusalOf(form: EntryForm, entries: Entries, change: EntryChange): string | undefined {
  if (change.kind === "field") {
    const field = form.fields.get(change.key);
    if (field === undefined || field.target === null) return `录入表中没有“${change.key}”这一格。`;
    return change.to.length > TEXT_LIMIT ? TOO_LONG : undefined;
  }
  const list = form.lists.get(change.list);
  if (list === undefined) return `录入表中没有“${change.list}”这一列表。`;
  const names = new Set(list.shown.columns.map(({ name }) => name));
  if (change.kind === "cell") {
    if (!names.has(change.column)) return `“${change.list}”中没有“${change.column}”这一列。`;
    return change.to.length > TEXT_LIMIT ? TOO_LONG : undefined;
  }
  return change.kind === "insert-row"
    ? refusalOfRow(entries.lists[change.list] ?? [], names, change.row)
    : undefined;
}

function refusalOfRow(
  rows: readonly EntryRow[],
  names: ReadonlySet<string>,
  row: EntryRow,
): string | undefined {
  if (rows.length >= ROW_LIMIT) return `一张表最多 ${ROW_LIMIT} 行，未能增加。`;
  if (row.id === "" || row.id.length > ROW_ID_LIMIT) return "行的标识不合要求，未能增加。";
  if (rows.some(({ id }) => id === row.id)) return "行的标识与已有的行重复，未能增加。";
  if (Object.keys(row.cells).some((name) => !names.has(name))) return "行中有表里没有的列，未能增加。";
  return Object.values(row.cells).some((text) => text.length > TEXT_LIMIT) ? TOO_LONG : undefined;
}

/** The changes that take these changes back, when they are made on what they led to. */
export function inverseOf(
  form: EntryForm,
  before: Entries,
  changes: readonly EntryChange[],
): readonly EntryChange[] {
  const inverse: EntryChange[] = [];
  let now = before;
  for (const change of changes) {
    const { entries, applied } = applyChanges(form, now, [change]);
    if (applied.length > 0) inverse.unshift(oneInverse(now, change));
    now = entries;
  }
  return inverse;
}

function oneInverse(before: Entries, change: EntryChange): EntryChange {
  if (change.kind === "field") {
    return { ...change, from: change.to, to: before.fields[change.key] ?? "" };
  }
  const rows = before.lists[change.list] ?? [];
  const { list } = change;
  if (change.kind === "insert-row") return { kind: "remove-row", list, row: change.row.id };
  const index = rows.findIndex(({ id }) => id === change.row);
  const row = rows[index];
  const after = rows[index - 1]?.id ?? null;
  if (change.kind === "move-row") return { kind: "move-row", list, row: change.row, after };
  if (change.kind === "remove-row") {
    return { kind: "insert-row", list, row: row ?? { id: change.row, cells: {} }, after };
  }
  return { ...change, from: change.to, to: row?.cells[change.column] ?? "" };
}
