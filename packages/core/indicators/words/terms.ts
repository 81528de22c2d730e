// Terms of Chinese text without a dictionary: each two neighbouring characters, and single ones.

import { canonicalWords } from "./canonical-words.ts";

const RUN = /\p{Script=Han}+|[a-z]+|\d+(?:\.\d+)?/gu;

/** Pairs of neighbouring characters (二元字组) of the text in canonical words; words of letters and figures whole. */
export function pairTerms(text: string): readonly string[] {
  return runsOf(text).flatMap((run) => pairsOf(run));
}

/** Pairs, and single characters besides: what a search for one character finds. */
export function searchTerms(text: string): readonly string[] {
  return runsOf(text).flatMap((run) => (isHan(run) && run.length > 1 ? [...pairsOf(run), ...run] : [run]));
}

function runsOf(text: string): readonly string[] {
  return canonicalWords(text).match(RUN) ?? [];
}

function pairsOf(run: string): readonly string[] {
  const characters = [...run];
  if (!isHan(run) || characters.length < 2) return [run];
  return characters.slice(1).map((character, index) => `${characters[index] ?? ""}${character}`);
}

function isHan(run: string): boolean {
  return /^\p{Script=Han}/u.test(run);
}

/** TermWeights (字组权重): how much a term tells; rare ones tell more. */
export type TermWeights = (term: string) => number;

/** Weights by how few of the texts have a term. */
export function weightsOf(texts: readonly (readonly string[])[]): TermWeights {
  const counts = new Map<string, number>();
  for (const terms of texts) {
    for (const term of new Set(terms)) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  const total = texts.length;
  return (term) => {
    const count = counts.get(term) ?? 0;
    return Math.log(1 + (total - count + 0.5) / (count + 0.5));
  };
}

/** Weighted likeness of two sets of terms, from 0 to 1 (加权 Dice 系数). */
export function likenessOf(
  left: ReadonlySet<string>,
  right: ReadonlySet<string>,
  weight: TermWeights,
): number {
  let shared = 0;
  let all = 0;
  for (const term of left) {
    const value = weight(term);
    all += value;
    if (right.has(term)) shared += value;
  }
  for (const term of right) all += weight(term);
  return all === 0 ? 0 : (2 * shared) / all;
}
