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
  [DIRECTION, { match: 1.5, missing: 0.75, extra: 1.25 }],
  [YEAR_BEFORE, { match: 2, missing: 0.75, extra: 1.25 }],
  [ROW, { match: 4, missing: 3, extra: 1 }],
]);
const weightOf = (character: string): Weight => WEIGHTS.get(character) ?? PLAIN;

const MISSING_LEAD_LIMIT = 2;
const LEAD_IN_CLAUSE = 0.12;
const LEAD_LIMIT = 1.5;
/** Characters of a literal beyond this distance from the figure weigh half. */
const NEAR = 7;
/** What words before the figure's own clause count. */
const OTHER_CLAUSE = 0.4;
/** Words farther away than this say nothing of the figure. */
const WINDOW = 48;

/** Words of a gap nearest to the figure, last character nearest. */
export interface GapWords {
  /** Scores of literals already aligned with it, by their index. */
  readonly scores: (number | undefined)[];
  /** How many characters stand before the figure's own clause. */
  readonly boundary: number;
  readonly characters: readonly string[];
  readonly known: ReadonlySet<string>;
  /** Cost of each character when no literal explains it. */
  readonly extra: readonly number[];
  /** Score of starting an alignment after so many characters: the figure's own clause should be explained. */
  readonly lead: readonly number[];
}

/** Literal: words of a sentence prepared for alignment. */
export interface Literal {
  /** Equal texts share an index. */
  readonly index: number;
  readonly text: string;
  readonly characters: readonly string[];
  readonly match: readonly number[];
  readonly missing: readonly number[];
}

/** The words of all templates, which are constants. */
const literals = new Map<string, Literal>();

/** Prepares words of a sentence. */
export function literalOf(text: string): Literal {
  const known = literals.get(text) ?? preparedLiteral(text, literals.size);
  literals.set(text, known);
  return known;
}

function preparedLiteral(text: string, index: number): Literal {
  const characters = [...text];
  return {
    index,
    text,
    characters,
    match: characters.map((character, at) => {
      const { match } = weightOf(character);
      return characters.length - at > NEAR ? match / 2 : match;
    }),
    missing: characters.map((character) => weightOf(character).missing),
  };
}

/** Prepares the plain words before a figure (or, reversed, after it). */
export function gapWords(plain: string): GapWords {
  const tail = plain.slice(-WINDOW);
  const clause = Math.max(tail.lastIndexOf(CLAUSE, tail.length - 2), tail.lastIndexOf(SENTENCE));
  const boundary = withoutMarks(tail.slice(0, clause + 1)).length;
  const characters = [...withoutMarks(tail)];
  return {
    boundary,
    scores: [],
    characters,
    known: new Set(characters),
    extra: characters.map((character) => weightOf(character).extra),
    lead: Array.from({ length: characters.length + 1 }, (_, at) =>
      Math.max(-LEAD_LIMIT, -LEAD_IN_CLAUSE * Math.max(0, at - boundary)),
    ),
  };
}

const withoutMarks = (plain: string): string => plain.replaceAll(CLAUSE, "").replaceAll(SENTENCE, "");

/** The most that a literal could score: all of its characters that are printed at all. */
export function bestPossible(literal: Literal, gap: GapWords): number {
  let sum = 0;
  for (let index = 0; index < literal.characters.length; index += 1) {
    if (gap.known.has(literal.characters[index] ?? "")) sum += literal.match[index] ?? 0;
  }
  return sum;
}

/** Score of a literal against the words that end at the figure. */
export function alignWords(literal: Literal, gap: GapWords): number {
  const { characters, extra, lead, boundary } = gap;
  const width = characters.length;
  // One row, rewritten in place: aligning is the innermost loop of reading prose.
  const row = lead.slice();
  let skipped = 0;
  for (let index = 0; index < literal.characters.length; index += 1) {
    const expected = literal.characters[index];
    const missing = literal.missing[index] ?? 0;
    const match = literal.match[index] ?? 0;
    skipped = Math.min(MISSING_LEAD_LIMIT, skipped + missing);
    let diagonal = row[0] ?? 0;
    let left = diagonal - missing;
    if (left < -skipped) left = -skipped;
    row[0] = left;
    for (let column = 1; column <= width; column += 1) {
      const above = row[column] ?? 0;
      const restart = (lead[column] ?? 0) - skipped;
      let best = above - missing;
      const skipPrinted = left - (extra[column - 1] ?? 0);
      if (skipPrinted > best) best = skipPrinted;
      if (restart > best) best = restart;
      if (characters[column - 1] === expected) {
        const matched = diagonal + (column > boundary ? match : match * OTHER_CLAUSE);
        if (matched > best) best = matched;
      }
      diagonal = above;
      row[column] = best;
      left = best;
    }
  }
  return row[width] ?? 0;
}

/** A text turned round, so that words after a figure can be aligned like those before it. */
export const reversed = (text: string): string => [...text].toReversed().join("");
