// The input workbook (录入底稿) filled in with entries, and entries from a workbook that was filled in elsewhere.

import type { Document } from "@jueming/core/document/document.ts";
import type { EntryList, EntrySheet, ShownCell } from "../input-workbook/entry-sheet.ts";
import type { InputPlan } from "../input-workbook/input-plan.ts";
import { inputPlan } from "../input-workbook/input-plan.ts";
import type { FilledCell, FilledSheet } from "../input-workbook/reading/filled-cells.ts";
import { asShown, filledSheets } from "../input-workbook/reading/filled-cells.ts";
import { disclosureOfSheets } from "../input-workbook/reading/read-input-workbook.ts";
import { writeTemplate } from "../input-workbook/write-template.ts";
import type { EntryForm, FormList } from "./entry-form.ts";
import type { Entries, EntryRow } from "./entry-plan.ts";
import { entriesOf } from "./importing/entries-of.ts";

/** The workbook with the entries in it, as bytes; what is worked out stays a formula. */
export async function workbookOfEntries(form: EntryForm, entries: Entries): Promise<Uint8Array> {
  return writeTemplate(filledWorkbook(form, entries));
}

function filledWorkbook(form: EntryForm, entries: Entries): InputPlan {
  const plan = inputPlan(form.edition, form.kind);
  const typed = typedTexts(form, entries);
  return {
    ...plan,
    sheets: plan.sheets.map((sheet) => withTexts(sheet, typed.get(sheet.name) ?? new Map())),
  };
}

const at = (row: number, column: number): string => `${row},${column}`;

/** Texts by cell. */
type Texts = ReadonlyMap<string, string>;

function typedTexts(form: EntryForm, entries: Entries): ReadonlyMap<string, Texts> {
  const sheets = new Map(form.plan.sheets.map(({ name }) => [name, new Map<string, string>()]));
  for (const [key, text] of Object.entries(entries.fields)) {
    const field = form.fields.get(key);
    if (field?.target != null) sheets.get(field.sheet)?.set(at(field.shown.row, field.shown.column), text);
  }
  for (const { key, sheet, shown } of form.lists.values()) {
    for (const [index, { cells }] of (entries.lists[key] ?? []).entries()) {
      for (const { name, column } of shown.columns) {
        const text = cells[name] ?? "";
        if (text !== "") sheets.get(sheet)?.set(at(shown.firstRow + index, column), text);
      }
    }
  }
  return sheets;
}

/** A typed text takes the place of what the empty workbook shows; rows beyond those it draws are drawn like its last. */
function withTexts(sheet: EntrySheet, texts: Texts): EntrySheet {
  const drawn = new Map(sheet.cells.map((cell) => [at(cell.row, cell.column), cell]));
  const cells = sheet.cells.map((cell) => {
    const text = texts.get(at(cell.row, cell.column));
    return text === undefined ? cell : typedCell(cell, text);
  });
  const [list] = sheet.lists;
  const last = Math.max(0, ...sheet.cells.map(({ row }) => row));
  const beyond = [...texts].filter(([place]) => !drawn.has(place));
  const more = beyond.flatMap(([place, text]): readonly ShownCell[] => {
    const [row = 0, column = 0] = place.split(",").map(Number);
    const above = list === undefined ? undefined : drawn.get(at(last, column));
    return above === undefined ? [] : [typedCell({ ...above, row }, text)];
  });
  return { ...sheet, cells: [...cells, ...more] };
}

function typedCell({ formula: _formula, isOpen: _isOpen, ...cell }: ShownCell, text: string): ShownCell {
  // A sum that says otherwise than its parts is a figure that was typed.
  const look = cell.look === "sum" ? "input" : cell.look;
  return { ...cell, look, text: look === "input" ? text.replaceAll(",", "") : text };
}

/** The entries in a workbook that was filled in: texts as they stand in its cells, readable or not. */
export function entriesOfWorkbook(form: EntryForm, document: Document): Entries {
  const sheets = filledSheets(document);
  const disclosure = disclosureOfSheets(form.input, sheets, { source: document.source, problems: [] });
  const differing = entriesOf(form, disclosure).entries;
  const fields: Record<string, string> = {};
  const lists: Record<string, readonly EntryRow[]> = {};
  for (const sheet of form.input.sheets) {
    const filled = sheets.get(sheet.name);
    if (filled === undefined) continue;
    const shown = form.plan.sheets.find(({ name }) => name === sheet.name)?.fields ?? [];
    for (const [index, { keyColumn, key, occurrence, column }] of sheet.fields.entries()) {
      const row = filled.rowOf(keyColumn, key, occurrence);
      const field = shown[index];
      if (row === undefined || field === undefined) continue;
      const text = field.computed ? (differing.fields[field.key] ?? "") : textOf(filled.at(row, column));
      if (text !== "") fields[field.key] = text;
    }
    for (const list of [...form.lists.values()].filter((one) => one.sheet === sheet.name)) {
      const rows = rowsOf(list, filled, differing.lists[list.key] ?? []);
      if (rows.length > 0) lists[list.key] = rows;
    }
  }
  return { fields, lists };
}

/** The exact number behind a cell, else its text. */
const textOf = (cell: FilledCell | undefined): string =>
  (cell?.exact === undefined ? (cell?.text ?? "") : asShown(cell.exact, cell.text)).trim();

/** The rows of a list; of what is worked out, only what says otherwise than its parts. */
function rowsOf(
  { shown, source }: FormList,
  filled: FilledSheet,
  differing: readonly EntryRow[],
): readonly EntryRow[] {
  const header = filled.rowOf(source.headerColumn, source.header, 1);
  const rows: EntryRow[] = [];
  for (let row = (header ?? filled.lastRow) + 1; row <= filled.lastRow; row += 1) {
    const typed = shown.columns
      .filter(({ computed }) => !computed)
      .map(({ name, column }) => [name, textOf(filled.at(row, column))] as const)
      .filter(([, text]) => text !== "");
    const cells = Object.fromEntries(typed);
    if (!isTyped(cells, source)) continue;
    const same = differing.find((one) => keyOf(one.cells) === keyOf(cells));
    const sums = shown.columns.flatMap(({ name, computed }) => {
      const text = computed ? same?.cells[name] : undefined;
      return text === undefined ? [] : [[name, text] as const];
    });
    rows.push({ id: `r${rows.length + 1}`, cells: { ...cells, ...Object.fromEntries(sums) } });
  }
  return rows;
}

/** What a row is told by: the code of a table, the number of a project. */
const keyOf = (cells: EntryRow["cells"]): string => cells["number"] ?? cells["code"] ?? cells["name"] ?? "";

/** A name that a formula looked up, or a zero that a program left behind, is no row. */
const isTyped = (cells: EntryRow["cells"], { kind }: EntryList): boolean =>
  Object.entries(cells).some(
    ([name, text]) =>
      !(name === "name" && (kind === "accounts" || kind === "code-facts")) && !/^[\s0.,-]*$/u.test(text),
  );
