// How well the words beside a figure are those that a sentence has there: an alignment anchored at the figure.
// Missing, extra and other words cost a little; the nearer clause counts, what lies before it is free.

import { CLAUSE, DIRECTION, ROW, SENTENCE, YEAR_BEFORE } from "../../sentences/plain-words.ts";

/** What a character is worth when it matches, when the sentence has it and print has not, and the reverse. */
interface Weight {
  readonly match: number;
  readonly missing: number;
  readonly extra: number;
}
const PLAIN: Weight = { match: 1, missing: 0.5, extra: 0.35 };
const WEIGHTS: ReadonlyMap<string, Weight> = new Map([
  [DIRECTION, { match: 1.5, missing: 0.5, extra: 0.35 }],
  [YEAR_BEFORE, { match: 2, missing: 0.75, extra: 1.25 }],
  [ROW, { match: 4, missing: 3, extra: 1 }],
]);
const MISSING_LEAD_LIMIT = 2;
const LEAD_IN_CLAUSE = 0.12;
const LEAD_LIMIT = 1.5;
/** Words farther away than this say nothing of the figure. */
const WINDOW = 48;

/** Words of a gap nearest to the figure, last character nearest, with where its last clause begins. */
export interface GapWords {
  readonly characters: string;
  readonly lead: readonly number[];
}

/** Prepares the plain words before a figure (or, reversed, after it). */
export function gapWords(plain: string): GapWords {
  const tail = plain.slice(-WINDOW);
  const clause = Math.max(tail.lastIndexOf(CLAUSE, tail.length - 2), tail.lastIndexOf(SENTENCE));
  const boundary = [...tail.slice(0, clause + 1)].filter((character) => character !== CLAUSE && character !== SENTENCE).length;
  const characters = tail.replace(/[|‖]/gu, "");
  const lead = Array.from({ length: characters.length + 1 }, (_, at) =>
    Math.max(-LEAD_LIMIT, -LEAD_IN_CLAUSE * Math.max(0, at - boundary)),
  );
  return { characters, lead };
}

/** Score of a literal against the words that end at the figure. */
export function alignWords(literal: string, gap: GapWords): number {
  const { characters, lead } = gap;
  let row = lead.slice();
  let skipped = 0;
  for (const expected of literal) {
    const { match, missing } = weightOf(expected);
    skipped = Math.min(MISSING_LEAD_LIMIT, skipped + missing);
    const next: number[] = [start(lead, 0) - skipped];
    for (let at = 1; at <= characters.length; at += 1) {
      const printed = characters[at - 1];
      const matched = printed === expected ? start(row, at - 1) + match : -Infinity;
      const skipExpected = start(row, at) - missing;
      const skipPrinted = start(next, at - 1) - weightOf(printed).extra;
      const restart = start(lead, at) - skipped;
      next.push(Math.max(matched, skipExpected, skipPrinted, restart));
    }
    row = next;
  }
  return start(row, characters.length);
}

const weightOf = (character: string | undefined): Weight => WEIGHTS.get(character ?? "") ?? PLAIN;
const start = (row: readonly number[], at: number): number => row[at] ?? -Infinity;

/** A text turned round, so that words after a figure can be aligned like those before it. */
export const reversed = (text: string): string => [...text].toReversed().join("");
