// Official tables in JSON (CONTRACT §3, `tables`).

import type { Place } from "../../document/document.ts";
import type { Unit } from "../../figures/unit.ts";
import { findUnit } from "../../figures/unit.ts";
import type { AccountsRow, AccountsTable } from "../disclosure.ts";
import type { Field, JsonObject } from "./fields.ts";
import { at, entriesOf, isNone, isTrue, itemsOf, textOf, textOr, textOrNull } from "./fields.ts";
import { placeFromJson, placeToJson } from "./places.ts";
import { cellFromJson, cellsToJson } from "./values.ts";

export function tableToJson(table: AccountsTable, source: string): JsonObject {
  const unit = findUnit(table.moneyUnit) ?? null;
  return {
    concept: table.concept,
    label: table.label,
    title: table.title,
    moneyUnit: table.moneyUnit,
    empty: table.empty,
    rows: table.rows.map((row) => rowToJson(row, unit, source)),
    notes: table.notes,
    printedUnit: table.printedUnit,
    printedYear: table.printedYear,
    layout: table.layout,
    place: placeToJson(table.place, source),
  };
}

function rowToJson(row: AccountsRow, unit: Unit | null, source: string): JsonObject {
  const { values, printed } = cellsToJson(row.cells, { source, place: row.place, unit });
  return {
    line: row.line,
    code: row.code,
    name: row.name,
    cells: values,
    printed,
    place: placeToJson(row.place, source),
  };
}

export function tableFromJson(field: Field, source: string): AccountsTable {
  const place = placeFromJson(at(field, "place"));
  const moneyUnit = textOf(at(field, "moneyUnit"));
  const unit = findUnit(moneyUnit) ?? null;
  return {
    concept: textOf(at(field, "concept")),
    layout: textOr(at(field, "layout"), ""),
    label: textOrNull(at(field, "label")),
    title: textOf(at(field, "title")),
    moneyUnit,
    empty: isTrue(at(field, "empty")),
    rows: itemsOf(at(field, "rows")).map((row) => rowFromJson(row, { unit, place, source })),
    place,
    notes: itemsOf(at(field, "notes")).map(textOf),
    printedUnit: textOrNull(at(field, "printedUnit")),
    printedYear: textOrNull(at(field, "printedYear")),
  };
}

function rowFromJson(
  field: Field,
  table: { readonly unit: Unit | null; readonly place: Place; readonly source: string },
): AccountsRow {
  const place = placeFromJson(at(field, "place"), table.place);
  const printed = at(field, "printed");
  const cells = entriesOf(at(field, "cells")).map(([column, cell]) => [
    column,
    cellFromJson(cell, isNone(printed) ? printed : at(printed, column), { ...table, place }),
  ]);
  return {
    line: textOrNull(at(field, "line")),
    code: textOrNull(at(field, "code")),
    name: textOrNull(at(field, "name")),
    // Object.fromEntries loses the types of the pairs made above.
    cells: Object.fromEntries(cells) as AccountsRow["cells"],
    place,
  };
}
