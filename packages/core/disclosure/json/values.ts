// Figures in JSON. A table cell is {value, raw, place}; elsewhere a figure is its plain decimal string.
// How it is printed, where that says more, stands in `printed` beside it, so that nothing is lost.

import type { Place } from "../../document/document.ts";
import type { CellValue, StatedFigure, Unreadable } from "../../figures/figure.ts";
import { statedFigure } from "../../figures/figure.ts";
import type { Unit } from "../../figures/unit.ts";
import { countUnit, findUnit } from "../../figures/unit.ts";
import type { Field, JsonObject, JsonValue } from "./fields.ts";
import { JsonFault, at, isNone, isTrue, textOf, textOr } from "./fields.ts";
import { placeFromJson, placeToJson, samePlace } from "./places.ts";

/** Setting: what a figure has unless it says otherwise. */
export interface Setting {
  readonly source: string;
  readonly place: Place;
  readonly unit: Unit | null;
}

/** ValuesJson: values by name, and beside them what plain values cannot say. */
export interface ValuesJson {
  readonly values: Readonly<Record<string, JsonValue>>;
  readonly printed: JsonObject | undefined;
}

/** Values as table cells: {value, raw, place}, or null. */
export function cellsToJson(cells: Readonly<Record<string, CellValue | null>>, setting: Setting): ValuesJson {
  return collect(cells, (cell) => {
    if (cell === null) return { value: null, printed: undefined };
    if (cell.kind === "blank") return { value: null, printed: blankDetail(cell.raw, cell.place, setting) };
    return { value: cellToJson(cell, setting), printed: undefined };
  });
}

export function cellFromJson(field: Field, printed: Field, setting: Setting): CellValue | null {
  return isNone(field) ? blankFromJson(printed, setting) : figureFromJson(field, at(field, "value"), setting);
}

/** Values as plain decimal strings, or null. */
export function plainToJson(
  values: Readonly<Record<string, CellValue | null>>,
  settingOf: (name: string) => Setting,
): ValuesJson {
  return collect(values, (value, name) => {
    const setting = settingOf(name);
    if (value === null) return { value: null, printed: undefined };
    if (value.kind === "blank") return { value: null, printed: blankDetail(value.raw, value.place, setting) };
    if (value.kind === "unreadable") return { value: cellToJson(value, setting), printed: undefined };
    return { value: value.value, printed: figureDetail(value, setting) };
  });
}

export function plainFromJson(field: Field, printed: Field, setting: Setting): CellValue | null {
  if (isNone(field)) return blankFromJson(printed, setting);
  if (typeof field.value === "object") return figureFromJson(field, at(field, "value"), setting);
  return figureFromJson(isNone(printed) ? { value: {}, path: printed.path } : printed, field, setting);
}

/** A figure or what stands unreadable in its place, with all that is printed. */
export function cellToJson(cell: StatedFigure | Unreadable, setting: Setting): JsonObject {
  const place = placeToJson(cell.place, setting.source);
  if (cell.kind === "unreadable") return { raw: cell.raw, unreadable: true, place, proposal: cell.proposal };
  const unit = sameUnit(cell.unit, setting.unit) ? undefined : (cell.unit?.name ?? null);
  return { value: cell.value, raw: cell.raw, unit, place, doubt: cell.doubt };
}

/** Reads a figure whose value stands in one field and whose print stands in another. */
export function figureFromJson(printed: Field, value: Field, setting: Setting): StatedFigure | Unreadable {
  const place = placeFromJson(at(printed, "place"), setting.place);
  if (isTrue(at(printed, "unreadable"))) {
    const proposal = at(printed, "proposal");
    const raw = textOf(at(printed, "raw"));
    return { kind: "unreadable", raw, place, ...(isNone(proposal) ? {} : { proposal: textOf(proposal) }) };
  }
  const decimal = textOf(value);
  const unit = unitFromJson(at(printed, "unit"), setting.unit);
  const figure = statedFigure(decimal, unit, place, textOr(at(printed, "raw"), decimal));
  if (figure === undefined) throw new JsonFault(value.path, `“${decimal}”不是十进制数`);
  const doubt = at(printed, "doubt");
  return isNone(doubt) ? figure : { ...figure, doubt: textOf(doubt) };
}

function unitFromJson(field: Field, otherwise: Unit | null): Unit | null {
  if (field.value === undefined) return otherwise;
  if (field.value === null) return null;
  const name = textOf(field);
  return findUnit(name) ?? countUnit(name);
}

function sameUnit(a: Unit | null, b: Unit | null): boolean {
  return a?.name === b?.name && a?.dimension === b?.dimension;
}

function figureDetail(figure: StatedFigure, setting: Setting): JsonObject | undefined {
  const detail = {
    raw: figure.raw === figure.value ? undefined : figure.raw,
    unit: sameUnit(figure.unit, setting.unit) ? undefined : (figure.unit?.name ?? null),
    place: samePlace(figure.place, setting.place) ? undefined : placeToJson(figure.place, setting.source),
    doubt: figure.doubt,
  };
  return Object.values(detail).every((part) => part === undefined) ? undefined : detail;
}

/** A blank that reading found; where nothing is said of it, a field may as well not be printed. */
function blankDetail(raw: string, place: Place, setting: Setting): JsonObject {
  const elsewhere = samePlace(place, setting.place) ? undefined : placeToJson(place, setting.source);
  return { blank: true, raw: raw === "" ? undefined : raw, place: elsewhere };
}

function blankFromJson(printed: Field, setting: Setting): CellValue | null {
  if (isNone(printed) || !isTrue(at(printed, "blank"))) return null;
  return {
    kind: "blank",
    raw: textOr(at(printed, "raw"), ""),
    place: placeFromJson(at(printed, "place"), setting.place),
  };
}

function collect(
  values: Readonly<Record<string, CellValue | null>>,
  encode: (
    value: CellValue | null,
    name: string,
  ) => { readonly value: JsonValue; readonly printed: JsonObject | undefined },
): ValuesJson {
  const encoded = Object.entries(values).map(([name, value]) => [name, encode(value, name)] as const);
  const details = encoded.filter(([, { printed }]) => printed !== undefined);
  return {
    values: Object.fromEntries(encoded.map(([name, { value }]) => [name, value])),
    printed:
      details.length === 0
        ? undefined
        : Object.fromEntries(details.map(([name, { printed }]) => [name, printed])),
  };
}
