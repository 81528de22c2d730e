// Compares printed words with the words of a form, with damage in mind: blanks inside, traditional
// characters that scans put for simplified ones, clipped edges, single characters misread.

import { simplified } from "../../figures/character-variants.ts";
import { comparable } from "../../figures/normalize.ts";
import { remembered } from "../../figures/remembered.ts";

/** PlainWord: a text prepared for comparing. */
interface PlainWord {
  readonly text: string;
  readonly characters: readonly string[];
  /** For each of its first characters the places where it stands, as bits. */
  readonly places: ReadonlyMap<string, number>;
}

/** Words without white space, punctuation, width and traditional variants. */
export const plainWords = remembered((text: string): string =>
  simplified(comparable(text)).replace(/[\s:：,，.。、;；"'*#_~|·•]+/gu, ""),
);

const LENGTH_LIMIT = 60;
const BITS = 32;

const plainWord = remembered((text: string): PlainWord => {
  const plain = plainWords(text);
  const characters = [...plain];
  const places = new Map<string, number>();
  characters
    .slice(0, BITS)
    .forEach((character, at) => places.set(character, (places.get(character) ?? 0) | (1 << at)));
  return { text: plain, characters, places };
});

/** Share of characters in common order, 0 to 1 (twice the longest common subsequence over both lengths). */
export function likeness(left: string, right: string): number {
  return likenessAbove(plainWord(left), plainWord(right), 0);
}

/** The likeness, or 0 where lengths alone show that it is not above the least. */
function likenessAbove(a: PlainWord, b: PlainWord, least: number): number {
  if (a.text === "" || b.text === "") return 0;
  if (a.text === b.text) return 1;
  const [shorter, longer] = a.characters.length <= b.characters.length ? [a, b] : [b, a];
  const both = a.characters.length + b.characters.length;
  if ((2 * shorter.characters.length) / both <= least) return 0;
  return (2 * commonLength(shorter, longer)) / both;
}

/** The best likeness to any of the words. */
export function bestLikeness(text: string, words: readonly string[]): number {
  const printed = plainWord(text);
  return words.reduce((best, word) => Math.max(best, likenessAbove(printed, plainWord(word), best)), 0);
}

/** True when the text is one of the words, but for blanks, width and variants. */
export function isOneOf(text: string, words: readonly string[]): boolean {
  const plain = plainWords(text);
  return plain !== "" && words.some((word) => plainWords(word) === plain);
}

/** True when the text begins with one of the words. */
export function startsWithOneOf(text: string, words: readonly string[]): boolean {
  const plain = plainWords(text);
  return words.some((word) => plain.startsWith(plainWords(word)));
}

/** Number of Chinese characters. */
export function hanCount(text: string): number {
  return text.match(/\p{Script=Han}/gu)?.length ?? 0;
}

/** Length of the longest common subsequence of the first characters of both. */
function commonLength(shorter: PlainWord, longer: PlainWord): number {
  return shorter.characters.length <= BITS
    ? commonLengthInBits(shorter, longer)
    : commonLengthInRows(shorter.characters, longer.characters);
}

/** Bit-parallel (Crochemore and others 2001): a row of the table is one number, an increase in it a zero bit. */
function commonLengthInBits({ characters, places }: PlainWord, longer: PlainWord): number {
  let row = -1;
  const length = Math.min(longer.characters.length, LENGTH_LIMIT);
  for (let at = 0; at < length; at += 1) {
    const matches = places.get(longer.characters[at] ?? "");
    if (matches === undefined) continue;
    const common = row & matches;
    row = (row + common) | (row - common);
  }
  let count = 0;
  for (let at = 0; at < characters.length; at += 1) count += ((row >>> at) & 1) ^ 1;
  return count;
}

function commonLengthInRows(a: readonly string[], b: readonly string[]): number {
  const left = a.slice(0, LENGTH_LIMIT);
  const right = b.slice(0, LENGTH_LIMIT);
  let previous = Array.from({ length: right.length + 1 }, () => 0);
  for (const character of left) {
    const current = [0];
    right.forEach((other, index) => {
      const diagonal = previous[index] ?? 0;
      current.push(
        character === other ? diagonal + 1 : Math.max(previous[index + 1] ?? 0, current[index] ?? 0),
      );
    });
    previous = current;
  }
  return previous[right.length] ?? 0;
}
