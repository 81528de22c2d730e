// A point system as JSON (jueming/point-system/1; schemas/point-system.schema.json): what a unit gives as its
// own configuration. Every fault says where in the file it is.

import { Decimal } from "decimal.js";

import type { Field, JsonObject } from "../disclosure/json/fields.ts";
import {
  at,
  integerOf,
  isNone,
  itemsOf,
  JsonFault,
  textOf,
  textOrNull,
  wordOf,
} from "../disclosure/json/fields.ts";
import type { Cap, PointSystem, SystemItem } from "../evaluation/point-system/point-system.ts";
import { itemKey, SYSTEM_STATUSES } from "../evaluation/point-system/point-system.ts";
import { decimalText, shareText } from "./decimal-fields.ts";
import { formulaFromJson, formulaToJson, quantityFromJson, quantityToJson } from "./formula-json.ts";

/** Name and version of the JSON form. */
export const POINT_SYSTEM_SCHEMA = "jueming/point-system/1";

const MOST_ITEMS = 200;
const MOST_DECIMALS = 4;
const HUNDRED = new Decimal(100);

/** The point system of a parsed JSON value; throws a JsonFault where it is none. */
export function pointSystemFromJson(value: unknown): PointSystem {
  const field: Field = { value, path: "" };
  wordOf(at(field, "schema"), [POINT_SYSTEM_SCHEMA]);
  const items = at(field, "items");
  const rows = itemsOf(items);
  if (rows.length === 0 || rows.length > MOST_ITEMS)
    throw new JsonFault(items.path, `应有 1 至 ${MOST_ITEMS} 项指标`);
  const system: PointSystem = {
    id: filledText(at(field, "id")),
    name: filledText(at(field, "name")),
    status: wordOf(at(field, "status"), SYSTEM_STATUSES),
    basis: filledText(at(field, "basis")),
    decimals: decimalsOf(at(field, "decimals")),
    items: rows.map(itemFromJson),
  };
  requireWhole(system, items);
  return system;
}

function decimalsOf(field: Field): number {
  const decimals = integerOf(field);
  if (decimals < 0 || decimals > MOST_DECIMALS) throw new JsonFault(field.path, `应为 0 至 ${MOST_DECIMALS}`);
  return decimals;
}

/** All points are a hundred, and no item stands twice. */
function requireWhole({ items }: PointSystem, field: Field): void {
  const sum = items.reduce<Decimal>((total, { points }) => total.plus(points), new Decimal(0));
  if (!sum.eq(HUNDRED)) throw new JsonFault(field.path, `各项分值合计应为 100，现为 ${sum.toFixed()}`);
  const seen = new Map<string, number>();
  for (const [index, item] of items.entries()) {
    const first = seen.get(itemKey(item));
    if (first !== undefined)
      throw new JsonFault(`${field.path}[${index}]`, `与 ${field.path}[${first}] 是同一项“${item.level3}”`);
    seen.set(itemKey(item), index);
  }
}

function itemFromJson(field: Field): SystemItem {
  const points = at(field, "points");
  const text = decimalText(points);
  if (!new Decimal(text).gt(0)) throw new JsonFault(points.path, "分值应大于 0");
  const whenZero = at(field, "whenZero");
  return {
    level1: filledText(at(field, "level1")),
    level2: filledText(at(field, "level2")),
    level3: filledText(at(field, "level3")),
    points: text,
    formula: formulaFromJson(at(field, "formula")),
    measure: textOrNull(at(field, "measure")),
    caps: itemsOf(at(field, "caps")).map(capFromJson),
    whenZero: isNone(whenZero)
      ? null
      : { share: shareText(at(whenZero, "share")), reason: filledText(at(whenZero, "reason")) },
    evidence: itemsOf(at(field, "evidence")).map(textOf),
  };
}

const capFromJson = (field: Field): Cap => ({
  of: quantityFromJson(at(field, "of")),
  atLeast: decimalText(at(field, "atLeast")),
  most: shareText(at(field, "most")),
  reason: filledText(at(field, "reason")),
});

function filledText(field: Field): string {
  const text = textOf(field).trim();
  if (text === "") throw new JsonFault(field.path, "不能为空");
  return text;
}

/** The point system as JSON. */
export function pointSystemToJson({ items, ...head }: PointSystem): JsonObject {
  return { schema: POINT_SYSTEM_SCHEMA, ...head, items: items.map(itemToJson) };
}

function itemToJson({ formula, measure, caps, whenZero, evidence, ...item }: SystemItem): JsonObject {
  return {
    ...item,
    formula: formulaToJson(formula),
    measure: measure ?? undefined,
    caps: caps.length === 0 ? undefined : caps.map(({ of, ...cap }) => ({ of: quantityToJson(of), ...cap })),
    whenZero: whenZero === null ? undefined : { ...whenZero },
    evidence,
  };
}
