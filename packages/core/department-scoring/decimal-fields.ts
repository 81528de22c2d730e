// Decimal strings in configuration files.

import { Decimal } from "decimal.js";

import type { Field } from "../disclosure/json/fields.ts";
import { JsonFault, textOf } from "../disclosure/json/fields.ts";

const DECIMAL = /^-?\d{1,15}(?:\.\d{1,8})?$/u;

/** A decimal number, written as text so that no digit is lost. */
export function decimalText(field: Field): string {
  const text = textOf(field);
  if (!DECIMAL.test(text))
    throw new JsonFault(field.path, `“${text.slice(0, 40)}”不是十进制数，应写作 "0.1" 这样的文字`);
  return text;
}

/** A decimal from 0 to 1. */
export function shareText(field: Field): string {
  const text = decimalText(field);
  const share = new Decimal(text);
  if (share.isNegative() || share.gt(1)) throw new JsonFault(field.path, "应在 0 至 1 之间");
  return text;
}

/** A decimal that is not below zero. */
export function amountText(field: Field): string {
  const text = decimalText(field);
  if (new Decimal(text).isNegative()) throw new JsonFault(field.path, "不应为负数");
  return text;
}
