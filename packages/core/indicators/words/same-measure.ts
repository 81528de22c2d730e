// Whether two names name one measure: how alike they are in canonical words, and what is alike.

import { canonicalWords } from "./canonical-words.ts";
import { likenessOf, pairTerms, type TermWeights } from "./terms.ts";

/** Likeness from which two indicators of one level are taken for one; measured, see docs/accuracy.md. */
export const SAME_MEASURE = 0.72;

/** NameLikeness (名称相似): from 0 to 1, with the words that both have, in canonical words. */
export interface NameLikeness {
  readonly likeness: number;
  readonly shared: readonly string[];
}

const FIGURES =
  /(?:19|20)\d{2}年度?|\d+(?:\.\d+)?(?:%|万元|元|[个项次人台套辆件份期批家处户])?|[（(][^（()）]*[)）]|[《》“”"'、，,。；;：:·\s]/gu;
const LAST_WORDS = /(?:情况|数额|值)$/u;

/** The name as it is compared: without figures, units, years, brackets and marks, in canonical words. */
export function bareName(name: string): string {
  return canonicalWords(name.replace(FIGURES, "")).replace(LAST_WORDS, "");
}

/** How alike two names are. */
export function compareNames(left: string, right: string, weight: TermWeights): NameLikeness {
  const [bareLeft, bareRight] = [bareName(left), bareName(right)];
  const likeness =
    bareLeft !== "" && bareLeft === bareRight
      ? 1
      : likenessOf(new Set(pairTerms(bareLeft)), new Set(pairTerms(bareRight)), weight);
  return { likeness, shared: sharedWords(bareLeft, bareRight) };
}

/** The longest stretches of two characters or more that both names have, in the order of the first. */
function sharedWords(left: string, right: string): readonly string[] {
  const words: string[] = [];
  const characters = [...left];
  for (let start = 0; start < characters.length;) {
    let end = start;
    while (end < characters.length && right.includes(characters.slice(start, end + 1).join(""))) end += 1;
    if (end - start >= 2) words.push(characters.slice(start, end).join(""));
    start = Math.max(end, start + 1);
  }
  return words;
}
