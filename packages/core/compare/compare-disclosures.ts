// Compares two readings of reports: two versions of one, or a report and what was published of it.

import type { Disclosure } from "../disclosure/disclosure.ts";
import { accountsItems } from "./accounts-items.ts";
import type { Difference, StatedItem } from "./difference.ts";
import { differencesOf, pairedTexts } from "./difference.ts";
import { evaluationItems } from "./evaluation-items.ts";
import { proseItems } from "./prose-items.ts";
import { textItems } from "./text-items.ts";

/** What is stated of facts: figures, reasons, indicators and scores, without the unit's own paragraphs. */
export const factItems = (disclosure: Disclosure): readonly StatedItem[] => [
  ...accountsItems(disclosure),
  ...proseItems(disclosure),
  ...evaluationItems(disclosure),
];

/** All differences, in the order of the left report. */
export function compareDisclosures(left: Disclosure, right: Disclosure): readonly Difference[] {
  return [
    ...differencesOf(factItems(left), factItems(right)),
    ...pairedTexts(differencesOf(textItems(left), textItems(right))),
  ];
}
