// What every list and file of the analysis is narrowed by, as it stands in the address.

import type { Address } from "../../parts/address.ts";

/** Final accounts are made of the year before. */
export const usualYear = String(new Date().getFullYear() - 1);

/** ScopeWords (范围): year, district and department. */
export interface ScopeWords {
  readonly year: string;
  readonly region?: string | undefined;
  readonly department?: string | undefined;
}

/** The scope that an address names. */
export const scopeIn = ({ words }: Address): ScopeWords => ({
  year: words["year"] ?? usualYear,
  region: words["region"],
  department: words["department"],
});

/** Words that belong to one list; they go when the list is left. */
export const LIST_WORDS = [
  "list",
  "grade",
  "search",
  "rateFrom",
  "rateTo",
  "scoreFrom",
  "scoreTo",
  "state",
  "item",
  "signal",
] as const;

/** The change of an address that leads back to the overview. */
export const backToOverview = Object.fromEntries(LIST_WORDS.map((word) => [word, null]));
