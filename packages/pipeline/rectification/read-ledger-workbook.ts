// Reads a ledger's workbook back: the carried entries, what people changed in the columns, and rows that they added.

import type { EntryEdit } from "@jueming/core/rectification/edit-ledger.ts";
import { editLedger } from "@jueming/core/rectification/edit-ledger.ts";
import { newEntries } from "@jueming/core/rectification/update-ledger.ts";
import type {
  EditableField,
  Ledger,
  LedgerEntry,
  LedgerProblem,
} from "@jueming/core/rectification/ledger.ts";
import { FIELD_NAMES } from "@jueming/core/rectification/ledger.ts";
import { DocumentError } from "@jueming/documents/document-error.ts";
import { cellText } from "@jueming/documents/workbook/safe-text.ts";
import { rowsOf } from "@jueming/documents/workbook/sheet-rows.ts";
import type { Sheet } from "@jueming/documents/workbook/workbook.ts";
import { readXlsxSheets } from "@jueming/documents/xlsx/reader.ts";

import { carriedEntry } from "./carried-entry.ts";
import { CARRIED_SHEET, ID_COLUMN, LEDGER_COLUMNS, LEDGER_SHEET } from "./ledger-columns.ts";

/** ReadLedger: the ledger with its edits, and what the person who edited should know. */
export interface ReadLedger {
  readonly ledger: Ledger;
  readonly complaints: readonly string[];
}

/** Reads the bytes; edits are recorded with the date. Throws a DocumentError where there is no ledger. */
export function readLedgerWorkbook(bytes: Uint8Array, path: string, date: string): ReadLedger {
  const sheets = readXlsxSheets(bytes);
  const shown = sheets.find(({ name }) => name === LEDGER_SHEET);
  if (shown === undefined)
    throw new DocumentError("damaged", `“${path}”里没有工作表“${LEDGER_SHEET}”。请给出由本程序写出的台账。`);
  const carried = carriedEntries(sheets.find(({ name }) => name === CARRIED_SHEET));
  const { known, added, complaints } = sortedRows(rowsShown(shown), carried.entries);
  const edited = editLedger(
    { entries: carried.entries },
    known.map(({ row, entry }) => editOf(row, entry)),
    date,
  );
  const withNew = withAdded(edited.ledger, added, date);
  return {
    ledger: withNew.ledger,
    complaints: [
      ...carried.complaints,
      ...complaints,
      ...deletedComplaints(carried.entries, known),
      ...edited.complaints,
      ...withNew.complaints,
    ],
  };
}

function carriedEntries(sheet: Sheet | undefined): {
  readonly entries: readonly LedgerEntry[];
  readonly complaints: readonly string[];
} {
  const entries: LedgerEntry[] = [];
  const complaints: string[] = [];
  for (const { number, cells } of sheet === undefined ? [] : rowsOf(sheet)) {
    if (number === 1) continue;
    const entry = carriedEntry(cells.filter(({ column }) => column > 1).map(({ text }) => text));
    if (entry === undefined)
      complaints.push(
        `隐藏工作表“${CARRIED_SHEET}”第 ${number} 行已被改动，按“${LEDGER_SHEET}”中所列重新登记。`,
      );
    else if (entries.some(({ id }) => id === entry.id))
      complaints.push(`编号 ${entry.id} 保存了两次，只取先出现的。`);
    else entries.push(entry);
  }
  return { entries, complaints };
}

/** ShownRow: the cells of a row under the names of their columns. */
interface ShownRow {
  readonly number: number;
  readonly cells: ReadonlyMap<string, string>;
}

/** Columns are told by their heads, wherever people moved them. */
function rowsShown(sheet: Sheet): readonly ShownRow[] {
  const [head, ...rows] = rowsOf(sheet);
  const names = new Map((head?.cells ?? []).map(({ column, text }) => [column, text.trim()]));
  return rows.map(({ number, cells }) => {
    const blank = [...names.values()].map((name) => [name, ""] as const);
    const filled = cells.map(({ column, text }) => [names.get(column) ?? "", text] as const);
    return { number, cells: new Map([...blank, ...filled]) };
  });
}

interface KnownRow {
  readonly row: ShownRow;
  readonly entry: LedgerEntry;
}

function sortedRows(
  rows: readonly ShownRow[],
  entries: readonly LedgerEntry[],
): {
  readonly known: readonly KnownRow[];
  readonly added: readonly ShownRow[];
  readonly complaints: readonly string[];
} {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const seen = new Set<string>();
  const known: KnownRow[] = [];
  const added: ShownRow[] = [];
  const complaints: string[] = [];
  for (const row of rows) {
    const id = row.cells.get(ID_COLUMN)?.trim() ?? "";
    const entry = byId.get(id);
    if (entry !== undefined && !seen.has(id)) known.push({ row, entry });
    else added.push(row);
    if (seen.has(id) && entry !== undefined)
      complaints.push(`第 ${row.number} 行的编号 ${id} 重复，按新增问题登记。`);
    if (id !== "" && entry === undefined)
      complaints.push(`第 ${row.number} 行的编号 ${id} 不在台账中，按新增问题登记。`);
    seen.add(id);
  }
  return { known, added, complaints };
}

function deletedComplaints(entries: readonly LedgerEntry[], known: readonly KnownRow[]): readonly string[] {
  const shown = new Set(known.map(({ entry }) => entry.id));
  return entries
    .filter(({ id }) => !shown.has(id))
    .map(({ id }) => `${id} 在工作表中已删去，台账仍保留。不需整改的请改为“不予整改”并说明理由。`);
}

/** Only cells that differ from what was written are edits. */
function editOf({ cells }: ShownRow, entry: LedgerEntry): EntryEdit {
  const fields: Partial<Record<EditableField, string>> = {};
  let state: string | undefined;
  for (const { name, fills, text } of LEDGER_COLUMNS) {
    const cell = cells.get(name);
    if (fills === null || cell === undefined || sameText(cell, text(entry, ""))) continue;
    if (fills === "state") state = cell;
    else fields[fills] = cell;
  }
  return { id: entry.id, state, fields };
}

const plainText = (text: string): string => cellText(text).replaceAll(/\s+/gu, " ").trim();

/** A cell holds a text without what cells cannot hold, and programs change its line ends. */
function sameText(cell: string, written: string): boolean {
  return plainText(cell) === plainText(written);
}

function withAdded(ledger: Ledger, rows: readonly ShownRow[], date: string): ReadLedger {
  const complaints = rows
    .filter((row) => cellOf(row, "问题") === "")
    .map(({ number }) => `第 ${number} 行没有填写“问题”，未登记。`);
  const stated = rows.filter((row) => cellOf(row, "问题") !== "");
  const fresh = newEntries(stated.map(problemOf), ledger.entries, date);
  const edits = stated.map((row, index): EntryEdit => {
    const fields = FIELD_NAMES.map((field) => [field, cellOf(row, columnOf(field))] as const);
    return {
      id: fresh[index]?.id ?? "",
      state: cellOf(row, columnOf("state")),
      fields: Object.fromEntries(fields.filter(([, value]) => value !== "")),
    };
  });
  const edited = editLedger({ entries: fresh }, edits, date);
  return {
    ledger: { entries: [...ledger.entries, ...edited.ledger.entries] },
    complaints: [...complaints, ...edited.complaints],
  };
}

const cellOf = ({ cells }: ShownRow, name: string): string => cells.get(name)?.trim() ?? "";

function columnOf(fills: EditableField | "state"): string {
  return LEDGER_COLUMNS.find((column) => column.fills === fills)?.name ?? "";
}

function problemOf(row: ShownRow): LedgerProblem {
  const year = /^\d{4}$/u.exec(cellOf(row, "年度"))?.[0];
  return {
    origin: cellOf(row, "问题来源") || "人工登记",
    unit: cellOf(row, "单位"),
    year: year === undefined ? null : Number(year),
    rule: null,
    code: cellOf(row, "规则") || null,
    severity: cellOf(row, "程度"),
    subject: cellOf(row, "对象"),
    problem: cellOf(row, "问题"),
    advice: cellOf(row, "建议"),
    source: "",
    place: cellOf(row, "位置"),
    measure: "",
  };
}
