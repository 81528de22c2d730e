// Pieces of names by which people find units and projects: each character and each two neighbours of the Chinese name,
// and of its pinyin and initials. An ordinary index over arrays finds the names that have all pieces of a question; no
// extension of the database is needed, and two characters are enough, for which trigrams are of no use.

import { simplified } from "@jueming/core/figures/character-variants.ts";

import { pinyinOf } from "../pinyin-of.ts";

const LONGEST = 120;

/** The text as names are compared: simplified, half width, lower case, without blanks and signs. */
export function comparableName(text: string): string {
  return simplified(text.normalize("NFKC"))
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "")
    .slice(0, LONGEST);
}

/** SearchName: a name as it is kept for search. */
export interface SearchName {
  readonly pinyin: string;
  readonly initials: string;
  readonly words: readonly string[];
}

/** What is kept of a name. */
export function searchName(name: string): SearchName {
  const { pinyin, initials } = pinyinOf(name);
  const words = new Set([
    ...pieces(comparableName(name)),
    ...pieces(pinyin, "p:"),
    ...pieces(initials, "i:"),
  ]);
  return { pinyin, initials, words: [...words] };
}

/** Each character, and each two neighbours, marked with what they are of. */
function pieces(text: string, mark = ""): readonly string[] {
  const characters = Array.from(text).slice(0, LONGEST);
  const single = mark === "" ? characters : [];
  const pairs = characters.slice(1).map((character, index) => `${characters[index]}${character}`);
  return [...single, ...pairs].map((piece) => `${mark}${piece}`);
}

/** Question: pieces of which a name must have all of one list, by which a question is looked up. */
export interface Question {
  readonly text: string;
  /** By the name; by pinyin and by initials where the question is in Latin letters. */
  readonly lists: readonly (readonly string[])[];
}

/** A question as it is looked up; undefined where it says nothing. */
export function questionOf(asked: string): Question | undefined {
  const text = comparableName(asked);
  if (text === "") return undefined;
  const isLatin = /^[a-z0-9]{2,}$/u.test(text);
  const own = pieces(text).filter((piece) => Array.from(piece).length === 2 || Array.from(text).length === 1);
  return { text, lists: [own, ...(isLatin ? [pieces(text, "p:"), pieces(text, "i:")] : [])] };
}
