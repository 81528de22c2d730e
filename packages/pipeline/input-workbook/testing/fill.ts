// Fills an input workbook in, as a person would: values at their cells, formulas left to programs.

import type { Disclosure } from "@jueming/core/disclosure/disclosure.ts";

import type { EntryField, EntryList, EntrySheet, ShownCell } from "../entry-sheet.ts";
import type { InputPlan } from "../input-plan.ts";
import { rowTarget } from "../table-sheet.ts";

/** FilledValue: what is typed into a cell. */
export interface FilledValue {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** The cell of a field in the empty workbook. */
export function positionOf(sheet: EntrySheet, field: EntryField): { row: number; column: number } {
  const rows = sheet.cells
    .filter(({ column, text }) => column === field.keyColumn && text === field.key)
    .map(({ row }) => row);
  return { row: rows[field.occurrence - 1] ?? 0, column: field.column };
}

/** The first row under the header of a list. */
export function firstRowOf(sheet: EntrySheet, list: EntryList): number {
  const header = sheet.cells.find(({ column, text }) => column === list.headerColumn && text === list.header);
  return (header?.row ?? 0) + 1;
}

/** The plan with texts typed in; a number as the text of one. */
export function filledPlan(plan: InputPlan, values: readonly FilledValue[]): InputPlan {
  const bySheet = Map.groupBy(values, ({ sheet }) => sheet);
  return {
    ...plan,
    sheets: plan.sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cell) => typedInto(cell, bySheet.get(sheet.name) ?? [])),
    })),
  };
}

function typedInto(cell: ShownCell, values: readonly FilledValue[]): ShownCell {
  const typed = values.find(({ row, column }) => row === cell.row && column === cell.column);
  if (typed === undefined || cell.look === "sum") return cell;
  const { formula: _formula, ...plain } = cell;
  return { ...plain, text: typed.text };
}

/** The figures of a disclosure's tables as values of the sheets' cells. */
export function tableValues(plan: InputPlan, disclosure: Disclosure): readonly FilledValue[] {
  return plan.sheets.flatMap((sheet) => [
    ...sheet.fields.flatMap((field) => fixedValue(sheet, field, disclosure)),
    ...sheet.lists.flatMap((list) => codeValues(sheet, list, disclosure)),
  ]);
}

function fixedValue(sheet: EntrySheet, field: EntryField, disclosure: Disclosure): readonly FilledValue[] {
  const { target } = field;
  if (target.kind !== "cell") return [];
  const table = disclosure.tables.find(({ concept }) => concept === target.concept);
  const row = table?.rows.find(
    ({ line, code, name }) =>
      rowTarget(line === null ? (name === null && code === null ? {} : { code }) : { line }) === target.row,
  );
  const value = row?.cells[target.column];
  if (value?.kind !== "figure") return [];
  return [{ sheet: sheet.name, ...positionOf(sheet, field), text: value.value }];
}

function codeValues(sheet: EntrySheet, list: EntryList, disclosure: Disclosure): readonly FilledValue[] {
  const table = disclosure.tables.find(({ concept }) => concept === list.concept);
  if (list.kind !== "accounts" || table === undefined) return [];
  const codes = table.rows.flatMap(({ code }) => (code === null ? [] : [code]));
  const lowest = table.rows.filter(
    ({ code }) => code !== null && !codes.some((one) => one !== code && one.startsWith(code)),
  );
  const first = firstRowOf(sheet, list);
  return lowest.flatMap((row, index) =>
    list.columns.flatMap(({ name, column }): readonly FilledValue[] => {
      const value = row.cells[name];
      const text =
        name === "code"
          ? row.code
          : name === "name"
            ? row.name
            : value?.kind === "figure"
              ? value.value
              : null;
      return text === null ? [] : [{ sheet: sheet.name, row: first + index, column, text }];
    }),
  );
}
