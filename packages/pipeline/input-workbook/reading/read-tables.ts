// The official tables of a filled-in workbook.

import {
  classificationLevel,
  parentCode,
} from "@jueming/core/accounts/classification/classification-code.ts";
import { functionCodes } from "@jueming/core/accounts/classification/function-classification.ts";
import type { TableConcept } from "@jueming/core/accounts/concept.ts";
import { findConcept } from "@jueming/core/accounts/concepts.ts";
import type { AccountsRow, AccountsTable } from "@jueming/core/disclosure/disclosure.ts";
import type { CellValue } from "@jueming/core/figures/figure.ts";
import type { TableLayout } from "@jueming/core/forms/layout.ts";

import type { EntrySheet } from "../entry-sheet.ts";
import { tableSheetName } from "../input-plan.ts";
import { rowTarget } from "../table-sheet.ts";
import { addressOf } from "./filled-cells.ts";
import type { FilledRow, InputReading } from "./input-reading.ts";
import { fieldsOf, figureIn, rowsOf, textOf, unitOf } from "./input-reading.ts";
import { withSums } from "./sums.ts";

/** Head: what the tables print above their grid. */
export interface TableHead {
  readonly unitName: string | null;
  readonly year: number | null;
}

/** The tables of the workbook, in the order of the edition. */
export function readTables(reading: InputReading, head: TableHead): readonly AccountsTable[] {
  const values = cellValues(reading);
  return reading.plan.edition.tables.flatMap((layout): readonly AccountsTable[] => {
    const concept = findConcept(layout.concept);
    const name = tableSheetName(layout);
    const sheet = reading.plan.sheets.find((one) => one.name === name);
    if (concept === undefined || sheet === undefined || !reading.sheets.has(name)) return [];
    const fixed = fixedRows(layout, concept, values);
    const rows = withSums(concept, [...fixed, ...codeRows(reading, sheet, concept)]);
    const empty = !rows.some(({ cells }) => Object.values(cells).some((value) => value?.kind === "figure"));
    return [
      {
        concept: concept.id,
        layout: layout.id,
        label: layout.label,
        title: layout.title,
        moneyUnit: reading.money.name,
        empty,
        rows,
        place: { sheet: name },
        notes: empty && layout.emptyNote !== null ? [layout.emptyNote] : layout.notes,
        printedUnit: layout.nameWord === null ? null : head.unitName,
        printedYear: head.year === null || !layout.printsYear ? null : `${head.year}年度`,
      },
    ];
  });
}

/** Values of fixed cells by concept, row and column. */
type CellValues = ReadonlyMap<string, CellValue>;

const valueKey = (concept: string, row: string, column: string): string => `${concept}|${row}|${column}`;

function cellValues(reading: InputReading): CellValues {
  return new Map(
    fieldsOf(reading, "cell").map(({ field, target, cell, place }) => {
      const { concept, row, column } = target;
      const line = findConcept(concept)?.lines.find((one) => `line:${one.line}` === row);
      const unit = unitOf(reading, field.entry, line?.unit);
      return [valueKey(concept, row, column), figureIn(reading, cell, place, unit)] as const;
    }),
  );
}

/** Rows that the layout itself lists, in its order; 合计 of a table of codes is the first of them. */
function fixedRows(layout: TableLayout, concept: TableConcept, values: CellValues): readonly AccountsRow[] {
  const rows: AccountsRow[] = [];
  const add = (
    key: Pick<AccountsRow, "line" | "code" | "name">,
    target: string,
    columns: readonly string[],
  ): void => {
    const cells = columns.map((column) => [column, values.get(valueKey(concept.id, target, column)) ?? null]);
    const first = columns.map((column) => values.get(valueKey(concept.id, target, column))).find(Boolean);
    if (first !== undefined) rows.push({ ...key, cells: Object.fromEntries(cells), place: first.place });
  };
  for (const side of layout.sides) {
    const columns = side.figures.map(({ column }) => column);
    if (side.rows.length === 0) {
      const isSingle = concept.rowKey === "single";
      add({ line: null, code: null, name: isSingle ? null : "合计" }, isSingle ? "single" : "code:", columns);
    }
    for (const row of side.rows) {
      if (row.kind === "line") add({ line: row.line, code: null, name: row.name }, rowTarget(row), columns);
      if (row.kind === "code") add({ line: null, code: row.code, name: row.name }, rowTarget(row), columns);
    }
  }
  for (const { line, name, figureSide } of layout.foot) {
    const columns = layout.sides[figureSide]?.figures.map(({ column }) => column) ?? [];
    add({ line, code: null, name }, rowTarget({ line }), columns);
  }
  return rows;
}

/** Rows of codes that were added, and the rows above them that were not. */
function codeRows(reading: InputReading, sheet: EntrySheet, concept: TableConcept): readonly AccountsRow[] {
  const list = sheet.lists.find(({ kind }) => kind === "accounts");
  if (list === undefined) return [];
  const columns = list.columns.filter(({ entry }) => entry === "money").map(({ name }) => name);
  const isFilled = (row: FilledRow): boolean =>
    textOf(row.cells["code"]) !== null || columns.some((name) => !isNothing(textOf(row.cells[name])));
  const rows = rowsOf(reading, sheet, list, isFilled).flatMap((row): readonly AccountsRow[] => {
    const code = codeOf(reading, row);
    if (code === null) return [];
    const cells = columns.map((name) => [
      name,
      figureIn(reading, row.cells[name], row.placeOf(name), reading.money),
    ]);
    const name = nameOf(reading, row, code);
    return [{ line: null, code, name, cells: Object.fromEntries(cells), place: row.place }];
  });
  noteRepeated(reading, rows, concept);
  return withParents(rows, columns).toSorted((a, b) => ((a.code ?? "") < (b.code ?? "") ? -1 : 1));
}

/** Formulas of rows without code show nothing, which some programs store as zero. */
const isNothing = (text: string | null): boolean => text === null || /^[\s0.,-]*$/u.test(text);

/** The code of a row; null, with a problem, where it is none. */
export function codeOf(reading: InputReading, row: FilledRow): string | null {
  const text = textOf(row.cells["code"]);
  const place = row.placeOf("code");
  if (text === null) {
    const message = `${addressOf(place)} 没有填科目代码，该行未读取。`;
    reading.problems.push({ code: "input-no-code", message, place });
    return null;
  }
  const code = text.replaceAll(/\s/gu, "");
  const isKnown = classificationLevel(code) !== undefined && names.has(code.slice(0, 3));
  if (isKnown) return code;
  const message = `${addressOf(place)} 的“${text}”不是支出功能分类科目代码（类 3 位、款 5 位、项 7 位），该行未读取。`;
  reading.problems.push({ code: "input-unknown-code", message, place });
  return null;
}

const names: ReadonlyMap<string, string> = new Map(functionCodes.map(({ code, name }) => [code, name]));

function nameOf(reading: InputReading, row: FilledRow, code: string): string | null {
  const name = textOf(row.cells["name"])?.replaceAll(/\s/gu, "") ?? names.get(code) ?? null;
  if (name === null) {
    const message = `${addressOf(row.placeOf("code"))} 的科目代码 ${code} 不在科目代码表中，请在旁边填写科目名称。`;
    reading.problems.push({ code: "input-unknown-code", message, place: row.placeOf("code") });
  }
  return name;
}

function noteRepeated(reading: InputReading, rows: readonly AccountsRow[], { title }: TableConcept): void {
  const seen = new Set<string>();
  for (const { code, place } of rows) {
    if (code === null) continue;
    if (seen.has(code)) {
      const message = `工作表“${place.sheet ?? title}”第 ${place.row ?? ""} 行的科目代码 ${code} 重复，请合并为一行。`;
      reading.problems.push({ code: "input-repeated-code", message, place });
    }
    seen.add(code);
  }
}

/** 款 and 类 of the codes that were given stand above them, to be added up. */
function withParents(rows: readonly AccountsRow[], columns: readonly string[]): readonly AccountsRow[] {
  const given = new Set(rows.flatMap(({ code }) => (code === null ? [] : [code])));
  const added = new Map<string, AccountsRow>();
  for (const { code, place } of rows) {
    for (let above = parentCode(code ?? ""); above !== undefined; above = parentCode(above)) {
      if (given.has(above) || added.has(above)) continue;
      const cells = columns.map((name) => [name, { kind: "blank", raw: "", place }] as const);
      const name = names.get(above) ?? null;
      added.set(above, { line: null, code: above, name, cells: Object.fromEntries(cells), place });
    }
  }
  return [...rows, ...added.values()];
}
