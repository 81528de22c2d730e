// Full-text search over indicators: an inverted index with BM25, then the best of them ordered by how well
// a name of theirs answers the query. It is built of any list, the library's or a unit's own.

import { invariant } from "../../document/invariant.ts";
import type { EntryKind, LibraryEntry } from "../entry-group.ts";
import { findLevel2, level1Of, sameWords } from "../levels.ts";
import { comparable } from "../../figures/normalize.ts";
import { pinyinInitials } from "../words/pinyin-initials.ts";
import { likenessOf, pairTerms, searchTerms, weightsOf, type TermWeights } from "../words/terms.ts";

/** EntryFilter (检索条件): what an entry must be; an empty filter takes all. */
export interface EntryFilter {
  readonly level1?: string;
  readonly level2?: string;
  readonly category?: string;
  readonly kind?: EntryKind;
  readonly unit?: string;
}

/** SearchHit (检索结果): an entry with its score; higher is better, and comparable within one query only. */
export interface SearchHit {
  readonly entry: LibraryEntry;
  readonly score: number;
}

/** SearchIndex (检索索引): made once of a list of entries. */
export interface SearchIndex {
  readonly entries: readonly LibraryEntry[];
  readonly postings: ReadonlyMap<string, Postings>;
  readonly lengths: readonly number[];
  readonly meanLength: number;
  readonly nameWeights: TermWeights;
  /** Term sets of an entry's names, made when first asked for. */
  readonly namesOf: (position: number) => readonly ReadonlySet<string>[];
  readonly initialsOf: (position: number) => string;
}

interface Postings {
  readonly positions: number[];
  readonly frequencies: number[];
}

const FIELD_WEIGHTS = {
  name: 4,
  aliases: 2.5,
  topics: 1,
  category: 1,
  level2: 1,
  formula: 0.4,
  evidence: 0.3,
};
/** Usual constants of BM25; names vary little in length, so length counts less than usual. */
const SATURATION = 1.2;
const LENGTH_SHARE = 0.3;
/** How many of the best are ordered by their names. */
const REORDERED = 80;
const SINGLE_CHARACTER = 0.25;

/** Makes an index of entries. */
export function makeSearchIndex(entries: readonly LibraryEntry[]): SearchIndex {
  const postings = new Map<string, Postings>();
  const lengths = entries.map((entry, position) => {
    const frequencies = termFrequencies(entry);
    let length = 0;
    for (const [term, frequency] of frequencies) {
      const posting = postings.get(term) ?? { positions: [], frequencies: [] };
      posting.positions.push(position);
      posting.frequencies.push(frequency);
      postings.set(term, posting);
      length += frequency;
    }
    return length;
  });
  const namePairs = entries.map(({ name }) => pairTerms(name));
  return {
    entries,
    postings,
    lengths,
    meanLength: lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, entries.length),
    nameWeights: weightsOf(namePairs),
    namesOf: rememberedByPosition((position) =>
      [entries[position]?.name ?? "", ...(entries[position]?.aliases ?? [])].map(
        (name) => new Set(pairTerms(name)),
      ),
    ),
    initialsOf: rememberedByPosition((position) => pinyinInitials(entries[position]?.name ?? "")),
  };
}

function rememberedByPosition<Value>(make: (position: number) => Value): (position: number) => Value {
  const known = new Map<number, Value>();
  return (position) => {
    const value = known.get(position) ?? make(position);
    known.set(position, value);
    return value;
  };
}

function termFrequencies(entry: LibraryEntry): ReadonlyMap<string, number> {
  const frequencies = new Map<string, number>();
  const add = (texts: readonly string[], weight: number): void => {
    for (const term of new Set(texts.flatMap((text) => searchTerms(text)))) {
      const value = isHanCharacter(term) ? weight * SINGLE_CHARACTER : weight;
      frequencies.set(term, (frequencies.get(term) ?? 0) + value);
    }
  };
  add([entry.name], FIELD_WEIGHTS.name);
  add(entry.aliases, FIELD_WEIGHTS.aliases);
  add(entry.topics, FIELD_WEIGHTS.topics);
  add([entry.categoryName], FIELD_WEIGHTS.category);
  add([entry.level2], FIELD_WEIGHTS.level2);
  add([entry.formula], FIELD_WEIGHTS.formula);
  add(entry.evidence, FIELD_WEIGHTS.evidence);
  return frequencies;
}

function isHanCharacter(term: string): boolean {
  return /^\p{Script=Han}$/u.test(term);
}

/** The entries that answer a query and pass the filter, best first; an empty query lists in the index's order. */
export function search(
  index: SearchIndex,
  query: string,
  { filter = {}, limit = 20 }: { readonly filter?: EntryFilter; readonly limit?: number } = {},
): readonly SearchHit[] {
  const passes = filterOf(filter);
  const wanted = query.trim();
  if (wanted === "") {
    return index.entries
      .filter(passes)
      .slice(0, limit)
      .map((entry) => ({ entry, score: 0 }));
  }
  const scores = scoresOf(index, wanted);
  if (/^[a-z]{2,}$/iu.test(wanted)) addInitials(index, wanted.toLowerCase(), scores);
  const best = [...scores]
    .filter(([position]) => passes(entryAt(index, position)))
    .toSorted(([left, leftScore], [right, rightScore]) => rightScore - leftScore || left - right)
    .slice(0, Math.max(REORDERED, limit));
  return reordered(index, wanted, best).slice(0, limit);
}

function scoresOf(index: SearchIndex, query: string): Map<number, number> {
  const scores = new Map<number, number>();
  for (const term of new Set(searchTerms(query))) {
    const posting = index.postings.get(term);
    if (posting === undefined) continue;
    const count = posting.positions.length;
    const rarity = Math.log(1 + (index.entries.length - count + 0.5) / (count + 0.5));
    posting.positions.forEach((position, at) => {
      const frequency = posting.frequencies[at] ?? 0;
      const length = (index.lengths[position] ?? 0) / index.meanLength;
      const saturation = SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * length);
      const gain = (rarity * frequency * (SATURATION + 1)) / (frequency + saturation);
      scores.set(position, (scores.get(position) ?? 0) + gain);
    });
  }
  return scores;
}

function addInitials(index: SearchIndex, letters: string, scores: Map<number, number>): void {
  index.entries.forEach((_, position) => {
    const initials = index.initialsOf(position);
    const at = initials.indexOf(letters);
    if (at !== -1)
      scores.set(
        position,
        (scores.get(position) ?? 0) + (at === 0 ? 2 : 1) + letters.length / initials.length,
      );
  });
}

/** The best once more in order: a name that is the query, or nearly, goes before many scattered words. */
function reordered(
  index: SearchIndex,
  query: string,
  best: readonly (readonly [number, number])[],
): readonly SearchHit[] {
  const terms = new Set(pairTerms(query));
  const same = comparable(query);
  return best
    .map(([position, score]) => {
      const entry = entryAt(index, position);
      const [own = 0, ...others] = index
        .namesOf(position)
        .map((names) => likenessOf(terms, names, index.nameWeights));
      const nearest = Math.max(own, ...others.map((likeness) => likeness * 0.95));
      const exact = comparable(entry.name) === same ? 1000 : 0;
      return { entry, position, score: score * (0.4 + nearest) + exact };
    })
    .toSorted((left, right) => right.score - left.score || left.position - right.position)
    .map(({ entry, score }) => ({ entry, score }));
}

function filterOf(filter: EntryFilter): (entry: LibraryEntry) => boolean {
  const { level1, level2, category, kind, unit } = filter;
  const wanted2 = level2 === undefined ? undefined : (findLevel2(level2) ?? level2);
  return (entry) =>
    (level1 === undefined ||
      sameWords(level1Of(entry.level2, "cost-apart"), level1) ||
      sameWords(level1Of(entry.level2, "cost-in-output"), level1)) &&
    (wanted2 === undefined || entry.level2 === wanted2) &&
    (category === undefined || entry.category === category || entry.categoryName === category) &&
    (kind === undefined || entry.kind === kind) &&
    (unit === undefined || entry.unit === unit);
}

function entryAt(index: SearchIndex, position: number): LibraryEntry {
  const entry = index.entries[position];
  invariant(entry !== undefined, "a posting names an entry of its index");
  return entry;
}
