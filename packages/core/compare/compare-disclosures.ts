// Compares two readings of reports: two versions of one, or a report and what was published of it.

import type { Disclosure } from "../disclosure/disclosure.ts";
import type { PublishedWith } from "./as-published.ts";
import { asPublished } from "./as-published.ts";
import { isEntered } from "../disclosure/entered.ts";
import type { Difference, StatedItem } from "./difference.ts";
import { differencesOf, pairedTexts } from "./difference.ts";
import { factItems } from "./fact-items.ts";
import { textItems } from "./text-items.ts";

/** All differences, in the order of the left report. */
export function compareDisclosures(
  left: Disclosure,
  right: Disclosure,
  given: PublishedWith = {},
): readonly Difference[] {
  const isMixed = isEntered(left) !== isEntered(right);
  const itemsBeside = (side: Disclosure, beside: Disclosure): Items =>
    isMixed && isEntered(side) ? publishedItems(side, beside, given) : itemsOf(side);
  const [one, other] = [itemsBeside(left, right), itemsBeside(right, left)];
  return [...differencesOf(one.facts, other.facts), ...pairedTexts(differencesOf(one.texts, other.texts))];
}

interface Items {
  readonly facts: readonly StatedItem[];
  readonly texts: readonly StatedItem[];
}

const itemsOf = (disclosure: Disclosure): Items => ({
  facts: factItems(disclosure),
  texts: textItems(disclosure),
});

/** What would be published, each with the cell in which it was entered, where it was. */
function publishedItems(entered: Disclosure, beside: Disclosure, given: PublishedWith): Items {
  const own = itemsOf(entered);
  const places = new Map([...own.facts, ...own.texts].map(({ key, place }) => [key, place]));
  const placed = (items: readonly StatedItem[]): readonly StatedItem[] =>
    items.map((item) => ({ ...item, place: places.get(item.key) ?? {} }));
  const { facts, texts } = itemsOf(withForms(asPublished(entered, given), entered, beside));
  return { facts: placed(facts), texts: placed(texts) };
}

/** A report that prints no self-evaluations still carries them: they are compared with others that are there. */
const withForms = (published: Disclosure, entered: Disclosure, beside: Disclosure): Disclosure =>
  published.evaluations.length > 0 || beside.evaluations.length === 0
    ? published
    : { ...published, evaluations: entered.evaluations };
