// What a document or last year's report would fill in (拟带入内容), cell by cell beside what stands there now, so that a
// person can take it over or leave it. Rows are found again by what they are about, never by where they stand.

import type { Place } from "@jueming/core/document/document.ts";

import type { EntryForm, FormList } from "../entry-form.ts";
import type { EntrySpot } from "../entry-places.ts";
import type { Entries, EntryRow } from "../entry-plan.ts";
import type { EntrySource } from "./entries-draft.ts";
import type { TakenEntries } from "./entries-of.ts";

/** ProposedEntry (拟带入的一格): a text for one cell, and what stands there now. */
export interface ProposedEntry {
  readonly spot: Exclude<EntrySpot, { readonly kind: "sheet" }>;
  readonly sheet: string;
  /** The row and column or the field, in Chinese. */
  readonly label: string;
  readonly now: string;
  readonly text: string;
  /** As it was printed. */
  readonly raw: string;
  readonly doubt: string | null;
  readonly place: Place;
  /** True where its row has to be added first. */
  readonly isNewRow: boolean;
}

/** The texts that differ from what is typed; equal ones are left out. Rows to add get their ids from `newId`. */
export const proposedEntries = (...input: Parameters<typeof placedEntries>): readonly ProposedEntry[] =>
  placedEntries(...input).filter(({ now, text }) => now !== text);

/** The texts at their places in what is typed now, equal ones too. */
export function placedEntries(
  form: EntryForm,
  now: Entries,
  { entries: taken, sources }: Pick<TakenEntries, "entries" | "sources">,
  newId: () => string,
): readonly ProposedEntry[] {
  const rows = matchedRows(form, now, taken, newId);
  return sources.flatMap((source): readonly ProposedEntry[] => {
    const { spot } = source;
    if (spot.kind === "sheet") return [];
    const proposed =
      spot.kind === "field" ? fieldEntry(form, now, source, spot.key) : cellEntry(form, rows, source, spot);
    return proposed === undefined ? [] : [proposed];
  });
}

const originOf = ({ raw, doubt, place }: EntrySource): Pick<ProposedEntry, "raw" | "doubt" | "place"> => ({
  raw,
  doubt,
  place,
});

function fieldEntry(
  form: EntryForm,
  now: Entries,
  source: EntrySource,
  key: string,
): ProposedEntry | undefined {
  const field = form.fields.get(key);
  // What is computed needs nothing typed; a printed total that differs is said by the checks of the import.
  if (field === undefined || field.target === null) return undefined;
  const typed = now.fields[key] ?? "";
  if (field.shown.computed && typed === "") return undefined;
  const { sheet, shown } = field;
  const spot = { kind: "field", key } as const;
  return {
    spot,
    sheet,
    label: shown.label,
    now: typed,
    text: source.text,
    isNewRow: false,
    ...originOf(source),
  };
}

type CellSpot = Extract<EntrySpot, { readonly kind: "cell" }>;

function cellEntry(
  form: EntryForm,
  rows: ReadonlyMap<string, MatchedRow>,
  source: EntrySource,
  { list: key, row, column }: CellSpot,
): ProposedEntry | undefined {
  const list = form.lists.get(key);
  const found = rows.get(`${key} ${row}`);
  const shown = list?.shown.columns.find(({ name }) => name === column);
  if (list === undefined || found === undefined || shown === undefined || shown.computed) return undefined;
  const text = column === "number" ? (found.number ?? source.text) : source.text;
  return {
    spot: { kind: "cell", list: key, row: found.id, column },
    sheet: list.sheet,
    label: `${found.name} ${shown.title}`.trim(),
    now: found.row?.cells[column ?? ""] ?? "",
    text,
    isNewRow: found.row === undefined,
    ...originOf(source),
  };
}

/** A row that is taken over: the row it belongs to now, if there is one. */
interface MatchedRow {
  readonly id: string;
  readonly row: EntryRow | undefined;
  readonly name: string;
  /** 项目序号 in the entries as they are now. */
  readonly number: string | null;
}

function matchedRows(
  form: EntryForm,
  now: Entries,
  taken: Entries,
  newId: () => string,
): ReadonlyMap<string, MatchedRow> {
  const numbers = projectNumbers(now, taken);
  return new Map(
    [...form.lists.values()].flatMap((list) =>
      rowsOfList(list, { now, taken, numbers, newId }).map(
        ([row, matched]) => [`${list.key} ${row}`, matched] as const,
      ),
    ),
  );
}

interface Matching {
  readonly now: Entries;
  readonly taken: Entries;
  readonly numbers: ReadonlyMap<string, string>;
  readonly newId: () => string;
}

function rowsOfList(
  list: FormList,
  { now, taken, numbers, newId }: Matching,
): readonly (readonly [string, MatchedRow])[] {
  const open = [...(now.lists[list.key] ?? [])];
  return (taken.lists[list.key] ?? []).map((row) => {
    const number = row.cells["number"] === undefined ? null : (numbers.get(row.cells["number"]) ?? null);
    const wanted = identityOf(list, row, number);
    const at = open.findIndex((one) => identityOf(list, one, one.cells["number"] ?? null) === wanted);
    // Each row is found once: of two of one name the second is the next one, or a new one.
    const [found] = at < 0 ? [] : open.splice(at, 1);
    return [row.id, { id: found?.id ?? newId(), row: found, name: nameOf(row, number), number }] as const;
  });
}

/** What a row is about: its code, its project, its indicator of a project. */
function identityOf({ source }: FormList, { cells }: EntryRow, number: string | null): string {
  if (source.kind === "accounts" || source.kind === "code-facts") return cells["code"] ?? "";
  if (source.kind === "projects") return cells["name"] ?? "";
  return [number ?? "", cells["level1"] ?? "", cells["name"] ?? ""].join("|");
}

const nameOf = ({ cells }: EntryRow, number: string | null): string =>
  [number ?? cells["code"], cells["name"]].filter((text) => text !== undefined && text !== "").join(" ");

/** 项目序号 of the taken projects: those of the projects of the same name, else free ones. */
function projectNumbers(now: Entries, taken: Entries): ReadonlyMap<string, string> {
  const known = new Map(
    (now.lists["projects"] ?? []).map(({ cells }) => [cells["name"] ?? "", cells["number"] ?? ""]),
  );
  const used = new Set(known.values());
  const numbers = new Map<string, string>();
  for (const { cells } of taken.lists["projects"] ?? []) {
    const own = cells["number"] ?? "";
    const kept = known.get(cells["name"] ?? "");
    const number = kept !== undefined && kept !== "" ? kept : used.has(own) ? freeNumber(used) : own;
    used.add(number);
    numbers.set(own, number);
  }
  return numbers;
}

function freeNumber(used: ReadonlySet<string>): string {
  let number = used.size + 1;
  while (used.has(String(number))) number += 1;
  return String(number);
}
