// What is known of a workbook while it is read: its plan, its cells, its money unit, and what was wrong.

import type { Place, Problem } from "@jueming/core/document/document.ts";
import type { CellValue } from "@jueming/core/figures/figure.ts";
import type { Unit } from "@jueming/core/figures/unit.ts";
import { countUnit, findUnit, PERCENT } from "@jueming/core/figures/unit.ts";

import type { EntryField, EntryKind, EntryList, EntrySheet, EntryTarget } from "../entry-sheet.ts";
import type { InputPlan } from "../input-plan.ts";
import type { FilledCell, FilledSheet } from "./filled-cells.ts";
import { readFigure } from "./filled-cells.ts";

/** InputReading: shared by all parts of the reading. */
export interface InputReading {
  readonly plan: InputPlan;
  readonly sheets: ReadonlyMap<string, FilledSheet>;
  readonly money: Unit;
  readonly problems: Problem[];
}

/** FilledField: a field of the plan and the cell that was found for it. */
export interface FilledField<Target extends EntryTarget = EntryTarget> {
  readonly field: EntryField;
  readonly target: Target;
  readonly cell: FilledCell | undefined;
  readonly place: Place;
}

/** The fields of one kind, with their cells. */
export function fieldsOf<Kind extends EntryTarget["kind"]>(
  reading: Pick<InputReading, "plan" | "sheets" | "problems">,
  kind: Kind,
): readonly FilledField<Extract<EntryTarget, { readonly kind: Kind }>>[] {
  return reading.plan.sheets.flatMap((sheet) => {
    const filled = reading.sheets.get(sheet.name);
    return sheet.fields.flatMap((field) => {
      if (!isOfKind(field.target, kind)) return [];
      const row = filled?.rowOf(field.keyColumn, field.key, field.occurrence);
      if (filled === undefined || row === undefined) {
        noteMissing(reading.problems, sheet, filled === undefined ? undefined : field.key);
        return [];
      }
      const place = { sheet: sheet.name, row, column: field.column };
      return [{ field, target: field.target, cell: filled.at(row, field.column), place }];
    });
  });
}

const isOfKind = <Kind extends EntryTarget["kind"]>(
  target: EntryTarget,
  kind: Kind,
): target is Extract<EntryTarget, { readonly kind: Kind }> => target.kind === kind;

/** A sheet or a row that is gone is named once. */
function noteMissing(problems: Problem[], { name }: EntrySheet, row: string | undefined): void {
  const message =
    row === undefined
      ? `底稿缺少工作表“${name}”，其中内容未读取。请用原底稿填写，不要删除或改名工作表。`
      : `工作表“${name}”中找不到“${row}”这一行，该行未读取。请用原底稿填写，不要删除或改动项目名称。`;
  if (problems.some((problem) => problem.message === message)) return;
  problems.push({ code: "input-row-missing", message, place: { sheet: name } });
}

/** A list is found by the first word of its header. */
function noteHeaderGone(problems: Problem[], { name }: EntrySheet, header: string): void {
  const message = `工作表“${name}”的表头中找不到“${header}”一列，整张表未读取。请恢复原来的表头文字和位置，不要改名或移动列。`;
  problems.push({ code: "input-header-missing", message, place: { sheet: name } });
}

/** FilledRow: a row of a list by the names of its columns. */
export interface FilledRow {
  readonly place: Place;
  readonly cells: Readonly<Record<string, FilledCell | undefined>>;
  readonly placeOf: (name: string) => Place;
}

/** The rows of a list that hold something in one of the columns. */
export function rowsOf(
  reading: InputReading,
  sheet: EntrySheet,
  list: EntryList,
  isFilled: (row: FilledRow) => boolean,
): readonly FilledRow[] {
  const filled = reading.sheets.get(sheet.name);
  const header = filled?.rowOf(list.headerColumn, list.header, 1);
  if (filled === undefined || header === undefined) {
    if (filled === undefined) noteMissing(reading.problems, sheet, undefined);
    else noteHeaderGone(reading.problems, sheet, list.header);
    return [];
  }
  const columns = new Map(list.columns.map(({ name, column }) => [name, column]));
  const rows: FilledRow[] = [];
  for (let row = header + 1; row <= filled.lastRow; row += 1) {
    const cells = Object.fromEntries(list.columns.map(({ name, column }) => [name, filled.at(row, column)]));
    const found: FilledRow = {
      place: { sheet: sheet.name, row },
      cells,
      placeOf: (name) => ({ sheet: sheet.name, row, column: columns.get(name) ?? 1 }),
    };
    if (isFilled(found)) rows.push(found);
  }
  return rows;
}

/** The rows of all lists of a kind. */
export function listRows(
  reading: InputReading,
  kind: EntryList["kind"],
  isFilled: (row: FilledRow) => boolean,
): readonly FilledRow[] {
  return reading.plan.sheets.flatMap((sheet) =>
    sheet.lists
      .filter((list) => list.kind === kind)
      .flatMap((list) => rowsOf(reading, sheet, list, isFilled)),
  );
}

/** Reads a figure and keeps what was wrong with it. */
export function figureIn(
  reading: InputReading,
  cell: FilledCell | undefined,
  place: Place,
  unit: Unit | null,
): CellValue {
  const { value, problem } = readFigure(cell, place, unit);
  if (problem !== undefined) reading.problems.push(problem);
  return value;
}

/** The unit of a cell by what may stand in it. */
export function unitOf(reading: InputReading, entry: EntryKind, name = ""): Unit | null {
  if (entry === "money") return reading.money;
  if (entry === "percent") return PERCENT;
  return entry === "count" && name !== "" ? (findUnit(name) ?? countUnit(name)) : null;
}

/** The text of a cell without blanks around it; null where there is none. */
export const textOf = (cell: FilledCell | undefined): string | null => {
  const text = cell?.text.trim() ?? "";
  return text === "" ? null : text;
};
