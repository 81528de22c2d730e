// Several figures in one cell: "A设备2万元、B设备3万元", "培训3次，200人".

import { Decimal } from "decimal.js";

import { relationOf } from "./measure.ts";
import { readQuantity } from "./read-quantity.ts";
import type { ListedQuantity, Quantity, QuantityList } from "./statement.ts";

/** Marks between items; a comma inside a number parts nothing. */
const BETWEEN = /[;、。]|(?<!\d),|,(?!\d{3}(?!\d))/u;
const NUMBERED = /^(?:\d{1,2}[.、)]|\(\d{1,2}\)|[①-⑳])(?=\D)/u;
const NAMED =
  /^([^\d≥≤=<>]{0,30}?)(?::|为)?((?:[≥≤=<>]|不超过|不高于|不低于|不少于|不多于|约|控制在)?\d.*)$/u;
/** Amounts with no mark between them, or a wrong one: the unit of money tells where the next name begins. */
const RUN_ON = /([^\d;,、。]{1,30}?)([≥≤=]?\d[\d.]*(?:亿元|万元|千元|元))[;:,、。]?/uy;
const TOTAL = /^(?:合计|共计|总计|总成本|小计|共)$/u;
const TOTAL_START = /^(?:合计|共计|总计|总成本|小计|共)/u;
const LONGEST = 300;
const MOST = 40;

/** The list that a text is; undefined where a piece of it is no figure. */
export function readList(text: string): QuantityList | undefined {
  if (text.length > LONGEST) return undefined;
  const pieces = text.split(BETWEEN).filter((piece) => piece !== "");
  const items = (pieces.length > 1 ? allItems(pieces) : undefined) ?? runOn(text);
  return items === undefined || items.length < 2 || items.length > MOST ? undefined : listOf(items);
}

function allItems(pieces: readonly string[]): readonly ListedQuantity[] | undefined {
  const items = pieces.map(itemOf).filter((item) => item !== undefined);
  return items.length === pieces.length ? items : undefined;
}

function itemOf(piece: string): ListedQuantity | undefined {
  const text = piece.replace(NUMBERED, "");
  const [, name = "", figure = ""] = NAMED.exec(text) ?? [];
  const whole = TOTAL_START.test(text) ? undefined : readQuantity(text);
  if (whole?.kind === "quantity" && whole.measure !== null) return { name: "", quantity: whole };
  const quantity = figure === "" ? undefined : readQuantity(figure);
  return quantity?.kind === "quantity" && quantity.measure !== null ? { name, quantity } : undefined;
}

function runOn(text: string): readonly ListedQuantity[] | undefined {
  const items: ListedQuantity[] = [];
  RUN_ON.lastIndex = 0;
  while (RUN_ON.lastIndex < text.length) {
    const match = RUN_ON.exec(text);
    const item = match === null ? undefined : itemOf(match[0].replace(/[;:,、。]$/u, ""));
    if (item === undefined) return undefined;
    items.push(item);
  }
  return items;
}

function listOf(all: readonly ListedQuantity[]): QuantityList | undefined {
  const stated = all.find(({ name }) => TOTAL.test(name))?.quantity;
  const items = all.filter(({ name }) => !TOTAL.test(name));
  const total = totalOf(items.map(({ quantity }) => quantity));
  if (items.length === 0) return undefined;
  const totalDiffers = stated !== undefined && total !== null && !inBase(stated).eq(inBase(total));
  return { kind: "list", items, total, totalDiffers };
}

const inBase = ({ value, measure }: Quantity): Decimal => value.times(measure?.scale ?? 1);

/** The sum in the first item's unit; null where the items do not add up. */
function totalOf(quantities: readonly Quantity[]): Quantity | null {
  const [first] = quantities;
  if (first === undefined || first.measure === null) return null;
  const measure = first.measure;
  const adds = quantities.every(
    (one) => one.measure !== null && relationOf(one.measure, measure) === "same" && one.change === null,
  );
  // Rates and prices do not add up: two shares of 90% are no 180%.
  if (!adds || measure.dimension === "share" || measure.dimension.includes("/")) return null;
  const sum = quantities.reduce((total, one) => total.plus(inBase(one)), new Decimal(0));
  const comparators = new Set(quantities.map(({ comparator }) => comparator));
  const comparator = comparators.size === 1 ? first.comparator : null;
  const approximate = quantities.some((one) => one.approximate);
  return { ...first, value: sum.div(measure.scale), comparator, approximate };
}
