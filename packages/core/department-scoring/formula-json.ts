// Formulas and quantities of a point system in JSON: an input is its name, an operation an object of one field.

import { Decimal } from "decimal.js";

import type { Field, JsonObject, JsonValue } from "../disclosure/json/fields.ts";
import { at, entriesOf, itemsOf, JsonFault, textOf, wordOf } from "../disclosure/json/fields.ts";
import type { Band, Quantity, ScoreFormula } from "../evaluation/point-system/point-system.ts";
import { TARGET_SETS } from "../evaluation/point-system/point-system.ts";
import { isInputName } from "../evaluation/point-system/system-inputs.ts";
import { decimalText, shareText } from "./decimal-fields.ts";

const KINDS = [
  "manual",
  "linear",
  "full-if",
  "bands",
  "deduct",
  "share-of-count",
  "targets",
  "checkpoints",
] as const satisfies readonly ScoreFormula["kind"][];
const DEEPEST = 8;

/** A formula from JSON. */
export function formulaFromJson(field: Field): ScoreFormula {
  const quantity = (name: string): Quantity => quantityFromJson(at(field, name));
  const kind = wordOf(at(field, "kind"), KINDS);
  switch (kind) {
    case "manual":
      return { kind };
    case "linear":
      return linearFromJson(field);
    case "full-if":
      return {
        kind,
        of: quantity("of"),
        sign: wordOf(at(field, "sign"), ["≥", "≤"]),
        limit: decimalText(at(field, "limit")),
        otherwise: shareText(at(field, "otherwise")),
      };
    case "bands":
      return {
        kind,
        of: quantity("of"),
        bands: bandsFromJson(at(field, "bands")),
        beyond: shareText(at(field, "beyond")),
      };
    case "deduct":
      return { kind, count: quantity("count"), each: positive(at(field, "each")) };
    case "share-of-count":
      return {
        kind,
        part: quantity("part"),
        whole: quantity("whole"),
        counts: wordOf(at(field, "counts"), ["part", "rest"]),
      };
    case "targets":
      return {
        kind,
        of: wordOf(at(field, "of"), TARGET_SETS),
        levels: itemsOf(at(field, "levels")).map(textOf),
      };
    case "checkpoints":
      return {
        kind,
        checkpoints: filled(at(field, "checkpoints")).map((one) => ({
          name: textOf(at(one, "name")),
          of: quantityFromJson(at(one, "of")),
          target: positive(at(one, "target")),
        })),
      };
  }
}

function linearFromJson(field: Field): ScoreFormula {
  const [zero, full] = [decimalText(at(field, "zero")), decimalText(at(field, "full"))];
  if (new Decimal(zero).eq(full))
    throw new JsonFault(field.path, "zero（得 0 分的值）与 full（得满分的值）不能相同");
  return { kind: "linear", of: quantityFromJson(at(field, "of")), zero, full };
}

function bandsFromJson(field: Field): readonly Band[] {
  const bands = filled(field).map((one) => ({
    upTo: decimalText(at(one, "upTo")),
    share: shareText(at(one, "share")),
  }));
  for (const [index, { upTo }] of bands.entries()) {
    const before = bands[index - 1];
    if (before !== undefined && new Decimal(upTo).lte(before.upTo))
      throw new JsonFault(`${field.path}[${index}].upTo`, `应大于上一档的 ${before.upTo}`);
  }
  return bands;
}

function positive(field: Field): string {
  const text = decimalText(field);
  if (!new Decimal(text).gt(0)) throw new JsonFault(field.path, "应大于 0");
  return text;
}

function filled(field: Field): readonly Field[] {
  const items = itemsOf(field);
  if (items.length === 0) throw new JsonFault(field.path, "不能为空");
  return items;
}

/** A quantity from JSON: the name of an input, or {"ratio": [a, b]} and the like. */
export function quantityFromJson(field: Field, depth = 0): Quantity {
  if (depth > DEEPEST) throw new JsonFault(field.path, "算式嵌套过深");
  if (typeof field.value === "string") {
    if (!isInputName(field.value))
      throw new JsonFault(
        field.path,
        `没有名为“${field.value.slice(0, 40)}”的取数项，见 docs/department-evaluation.md`,
      );
    return { kind: "input", name: field.value };
  }
  const [entry, ...others] = entriesOf(field);
  if (entry === undefined || others.length > 0)
    throw new JsonFault(field.path, "应为取数项名称，或只有一个运算的对象");
  const [operation, operands] = entry;
  const parts = filled(operands).map((one) => quantityFromJson(one, depth + 1));
  const [first, second] = parts;
  if (operation === "sum") return { kind: "sum", parts };
  if (operation === "first") return { kind: "first", choices: parts };
  if (first === undefined || second === undefined || parts.length > 2)
    throw new JsonFault(operands.path, "应有两个算式");
  switch (operation) {
    case "difference":
      return { kind: "difference", of: first, less: second };
    case "ratio":
      return { kind: "ratio", of: first, by: second };
    case "deviation":
      return { kind: "deviation", of: first, from: second };
    default:
      throw new JsonFault(operands.path, "运算应为 sum、difference、ratio、deviation、first 之一");
  }
}

/** A quantity as JSON. */
export function quantityToJson(quantity: Quantity): JsonValue {
  switch (quantity.kind) {
    case "input":
      return quantity.name;
    case "sum":
      return { sum: quantity.parts.map(quantityToJson) };
    case "first":
      return { first: quantity.choices.map(quantityToJson) };
    case "difference":
      return { difference: [quantityToJson(quantity.of), quantityToJson(quantity.less)] };
    case "ratio":
      return { ratio: [quantityToJson(quantity.of), quantityToJson(quantity.by)] };
    case "deviation":
      return { deviation: [quantityToJson(quantity.of), quantityToJson(quantity.from)] };
  }
}

/** A formula as JSON. */
export function formulaToJson(formula: ScoreFormula): JsonObject {
  switch (formula.kind) {
    case "manual":
      return { kind: formula.kind };
    case "linear":
    case "full-if":
      return { ...formula, of: quantityToJson(formula.of) };
    case "bands":
      return {
        ...formula,
        of: quantityToJson(formula.of),
        bands: formula.bands.map((band) => ({ ...band })),
      };
    case "deduct":
      return { ...formula, count: quantityToJson(formula.count) };
    case "share-of-count":
      return { ...formula, part: quantityToJson(formula.part), whole: quantityToJson(formula.whole) };
    case "targets":
      return { ...formula };
    case "checkpoints":
      return {
        ...formula,
        checkpoints: formula.checkpoints.map(({ of, ...one }) => ({ ...one, of: quantityToJson(of) })),
      };
  }
}
