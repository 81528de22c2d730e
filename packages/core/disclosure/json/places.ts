// Places and stated texts in JSON. A place names its source only where it differs from the document's.

import type { Place } from "../../document/document.ts";
import type { StatedText } from "../../document/stated-text.ts";
import type { Field, JsonObject } from "./fields.ts";
import { JsonFault, at, integerOf, isNone, itemsOf, textOf } from "./fields.ts";

/** True when both places are the same spot. */
export function samePlace(a: Place, b: Place): boolean {
  if (a === b) return true;
  const boxes = [a.box?.join(), b.box?.join()];
  return (
    a.source === b.source &&
    a.page === b.page &&
    a.line === b.line &&
    a.paragraph === b.paragraph &&
    a.table === b.table &&
    a.sheet === b.sheet &&
    a.row === b.row &&
    a.column === b.column &&
    boxes[0] === boxes[1]
  );
}

export function placeToJson(place: Place, source: string): JsonObject {
  const { source: own, page, line, paragraph, table, sheet, row, column, box } = place;
  return { source: own === source ? undefined : own, page, line, paragraph, table, sheet, row, column, box };
}

/** Reads a place; one that is absent is the place of what holds it. */
export function placeFromJson(field: Field, otherwise: Place = {}): Place {
  if (isNone(field)) return otherwise;
  const place: { -readonly [Name in keyof Place]: Place[Name] } = {};
  for (const name of ["source", "sheet"] as const) {
    const part = at(field, name);
    if (!isNone(part)) place[name] = textOf(part);
  }
  for (const name of ["page", "line", "paragraph", "table", "row", "column"] as const) {
    const part = at(field, name);
    if (!isNone(part)) place[name] = integerOf(part);
  }
  const box = at(field, "box");
  if (!isNone(box)) place.box = boxFromJson(box);
  return place;
}

function boxFromJson(field: Field): readonly [number, number, number, number] {
  const numbers = itemsOf(field).map((item) => {
    if (typeof item.value !== "number") throw new JsonFault(item.path, "应为数字");
    return item.value;
  });
  const [left, top, right, bottom] = numbers;
  if (left === undefined || top === undefined || right === undefined || bottom === undefined) {
    throw new JsonFault(field.path, "应为四个数字：左、上、右、下");
  }
  return [left, top, right, bottom];
}

/** The texts of an object as plain strings, and beside them the places that differ from the object's own. */
export function statedTexts(
  texts: Readonly<Record<string, StatedText | null>>,
  own: Place,
  source: string,
): { readonly texts: Readonly<Record<string, string | null>>; readonly places: JsonObject | undefined } {
  const entries = Object.entries(texts);
  const places = entries.flatMap(([name, stated]) =>
    stated === null || samePlace(stated.place, own)
      ? []
      : [[name, placeToJson(stated.place, source)] as const],
  );
  return {
    texts: Object.fromEntries(entries.map(([name, stated]) => [name, stated?.text ?? null])),
    places: places.length === 0 ? undefined : Object.fromEntries(places),
  };
}

/** Reads a text whose place stands in a list of places of the object that holds it. */
export function statedTextFromJson(field: Field, place: Field, own: Place): StatedText | null {
  return isNone(field) ? null : { text: textOf(field), place: placeFromJson(place, own) };
}
