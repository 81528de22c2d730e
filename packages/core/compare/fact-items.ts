// What is stated of facts: figures, reasons, indicators and scores, without the unit's own paragraphs.

import type { Disclosure } from "../disclosure/disclosure.ts";
import { accountsItems } from "./accounts-items.ts";
import type { StatedItem } from "./difference.ts";
import { evaluationItems } from "./evaluation-items.ts";
import { proseItems } from "./prose-items.ts";

/** Everything that a disclosure states of facts. */
export const factItems = (disclosure: Disclosure): readonly StatedItem[] => [
  ...accountsItems(disclosure),
  ...proseItems(disclosure),
  ...evaluationItems(disclosure),
];
