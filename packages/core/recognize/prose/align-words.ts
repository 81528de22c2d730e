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

/** Typed arrays, because aligning is the innermost loop of reading prose. */
type Codes = Int32Array;
type Weights = Float64Array;

const codesOf = (characters: readonly string[]): Codes =>
  Int32Array.from(characters, (character) => character.codePointAt(0) ?? 0);

/** Words of a gap nearest to the figure, last character nearest. */
export interface GapWords {
  /** Scores of literals already aligned with it. */
  readonly scores: Map<Literal, number>;
  /** How many characters stand before the figure's own clause. */
  readonly boundary: number;
  readonly characters: readonly string[];
  readonly codes: Codes;
  readonly known: ReadonlySet<number>;
  /** Cost of each character when no literal explains it. */
  readonly extra: Weights;
  /** Score of starting an alignment after so many characters: the figure's own clause should be explained. */
  readonly lead: Weights;
}

/** Literal: words of a sentence prepared for alignment. */
export interface Literal {
  readonly codes: Codes;
  readonly match: Weights;
  readonly missing: Weights;
}

/** The words of all templates, which are constants. */
const literals = new Map<string, Literal>();

/** Prepares words of a sentence; equal words are one literal. */
export function literalOf(text: string): Literal {
  const known = literals.get(text) ?? preparedLiteral(text);
  literals.set(text, known);
  return known;
}

function preparedLiteral(text: string): Literal {
  const characters = [...text];
  return {
    codes: codesOf(characters),
    match: Float64Array.from(characters, (character, at) => {
      const { match } = weightOf(character);
      return characters.length - at > NEAR ? match / 2 : match;
    }),
    missing: Float64Array.from(characters, (character) => weightOf(character).missing),
  };
}

/** Prepares the plain words before a figure (or, reversed, after it). */
export function gapWords(plain: string): GapWords {
  const tail = plain.slice(-WINDOW);
  const clause = Math.max(tail.lastIndexOf(CLAUSE, tail.length - 2), tail.lastIndexOf(SENTENCE));
  const boundary = withoutMarks(tail.slice(0, clause + 1)).length;
  const characters = [...withoutMarks(tail)];
  const codes = codesOf(characters);
  return {
    boundary,
    scores: new Map(),
    characters,
    codes,
    known: new Set(codes),
    extra: Float64Array.from(characters, (character) => weightOf(character).extra),
    lead: Float64Array.from({ length: characters.length + 1 }, (_, at) =>
      Math.max(-LEAD_LIMIT, -LEAD_IN_CLAUSE * Math.max(0, at - boundary)),
    ),
  };
}

const withoutMarks = (plain: string): string => plain.replaceAll(CLAUSE, "").replaceAll(SENTENCE, "");

/** The most that a literal could score: all of its characters that are printed at all. */
export function bestPossible(literal: Literal, gap: GapWords): number {
  let sum = 0;
  for (let index = 0; index < literal.codes.length; index += 1) {
    if (gap.known.has(literal.codes[index] ?? 0)) sum += literal.match[index] ?? 0;
  }
  return sum;
}

/** Score of a literal against the words that end at the figure. */
export function alignWords(literal: Literal, gap: GapWords): number {
  const { codes, extra, lead, boundary } = gap;
  const width = codes.length;
  // One row, rewritten in place.
  const row = lead.slice();
  let skipped = 0;
  for (let index = 0; index < literal.codes.length; index += 1) {
    const expected = literal.codes[index];
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
      if (codes[column - 1] === expected) {
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
