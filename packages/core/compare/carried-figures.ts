// What a written document carries besides its text: what it stated when it was written, item by item, so that
// it can tell by itself what was changed afterwards.

import type { Alteration, Disclosure } from "../disclosure/disclosure.ts";
import { factItems } from "./fact-items.ts";
import type { StatedItem } from "./difference.ts";
import { differencesOf } from "./difference.ts";

/** The media type by which our own list is known again. */
export const FIGURES_MEDIA_TYPE = "application/vnd.jueming.figures+json";

type CarriedItem = readonly [key: string, where: string, what: string, value: string | null, meaning: string];

/** The list as JSON, of the disclosure as it is recognised in the composed document itself. */
export function carriedFigures(asWritten: Disclosure): readonly CarriedItem[] {
  return factItems(asWritten)
    .filter(({ meaning }) => meaning !== "")
    .map(({ key, where, what, value, meaning }) => [key, where, what, value, meaning]);
}

/** What the document states now otherwise than the list says; null when the list is none of ours. */
export function alterationsSince(list: unknown, now: Disclosure): readonly Alteration[] | null {
  if (!Array.isArray(list)) return null;
  const items = list.map(itemFrom);
  if (!items.every((item) => item !== null)) return null;
  return differencesOf(items, factItems(now)).map(({ where, what, left, right }) => ({
    where,
    what,
    from: left.value,
    to: right.value,
    place: right.place ?? {},
  }));
}

const FIELDS = 5;

function itemFrom(value: unknown): StatedItem | null {
  if (!Array.isArray(value) || value.length !== FIELDS) return null;
  const [key, where, what, printed, meaning]: readonly unknown[] = value;
  const isText = typeof key === "string" && typeof where === "string" && typeof what === "string";
  if (!isText || typeof meaning !== "string" || (printed !== null && typeof printed !== "string"))
    return null;
  return { key, kind: "figure", where, what, value: printed, meaning, place: {} };
}
