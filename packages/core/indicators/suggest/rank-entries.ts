// How well each entry of the library suits a project.

import type { LibraryEntry } from "../entry-group.ts";
import { library } from "../library/index.ts";
import { canonicalWords } from "../words/canonical-words.ts";
import { pairTerms, weightsOf } from "../words/terms.ts";
import type { MatchedCategory, ProjectSketch } from "./project-sketch.ts";
import { wordsOf } from "./project-sketch.ts";

/** RankedEntry: an entry with how well it suits, and why. */
export interface RankedEntry {
  readonly entry: LibraryEntry;
  readonly rank: number;
  readonly why: string;
}

const FIRST_CATEGORY = 12;
const SECOND_CATEGORY = 9;
const GENERAL = 4;
const ROW = 0.6;
const MENTIONED = 5;
const UNMENTIONED_TOPIC = -4;
const MOST_BY_WORDS = 1.2;
const USUAL_POINTS = 10;

const libraryWeights = weightsOf(library.map(({ name, aliases }) => pairTerms([name, ...aliases].join(" "))));

/** The entries that may be suggested, best first; equal ones in the order of the library. */
export function rankEntries(
  sketch: ProjectSketch,
  matched: readonly MatchedCategory[],
): readonly RankedEntry[] {
  const words = wordsOf(sketch);
  const said = new Set(pairTerms(sketch.name));
  const rows = new Map<string, number>();
  const candidates = library.flatMap((entry) => {
    const position = matched.findIndex(({ group }) => group.id === entry.category);
    if (position === -1 && entry.category !== "general") return [];
    const key = `${entry.category} ${entry.level2}`;
    const row = rows.get(key) ?? 0;
    rows.set(key, row + 1);
    const base = position === -1 ? GENERAL : position === 0 ? FIRST_CATEGORY : SECOND_CATEGORY;
    const byWords = Math.min(MOST_BY_WORDS, sharedWeight(entry, said) / 6);
    const why =
      position === -1 ? "各类项目通用" : `属“${entry.categoryName}”（依据${matched[position]?.why ?? ""}）`;
    return [{ entry, row, base, byWords, why }];
  });
  const isSpokenOf = candidates.some(({ entry }) => mentionedTopic(entry, words) !== undefined);
  return candidates
    .flatMap(({ entry, row, base, byWords, why }): readonly RankedEntry[] => {
      const topic = mentionedTopic(entry, words);
      const isOfAnother = entry.topics.length > 0 && topic === undefined;
      if (isOfAnother && isSpokenOf) return [];
      const byTopic = topic !== undefined ? MENTIONED : isOfAnother ? UNMENTIONED_TOPIC : 0;
      const rank = base - row * ROW + byWords + byTopic + byPoints(entry);
      return [{ entry, rank, why: topic === undefined ? why : `${why}，涉及“${topic}”` }];
    })
    .toSorted((left, right) => right.rank - left.rank);
}

/** Kinds of benefit compete with one another: the one that usually has most points is the project's own. */
function byPoints({ level2, points }: LibraryEntry): number {
  return level2.includes("效益") || level2.includes("可持续") ? (points - USUAL_POINTS) / 4 : 0;
}

function sharedWeight({ name, aliases }: LibraryEntry, said: ReadonlySet<string>): number {
  const terms = new Set([name, ...aliases].flatMap((text) => pairTerms(text)));
  let sum = 0;
  for (const term of said) if (terms.has(term)) sum += libraryWeights(term);
  return sum;
}

function mentionedTopic({ topics }: LibraryEntry, words: string): string | undefined {
  const canonical = canonicalWords(words);
  return topics.find((topic) => canonical.includes(canonicalWords(topic)));
}
