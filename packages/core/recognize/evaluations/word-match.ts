// Compares printed words with the words of a form, with damage in mind: blanks inside, traditional
// characters that scans put for simplified ones, clipped edges, single characters misread.

import { simplified } from "../../figures/character-variants.ts";
import { comparable } from "../../figures/normalize.ts";

// The words of a form are compared again and again; their plain form depends on the text alone.
const PLAIN = new Map<string, string>();
const REMEMBERED = 8192;

/** Words without white space, punctuation, width and traditional variants. */
export function plainWords(text: string): string {
  const known = PLAIN.get(text);
  if (known !== undefined) return known;
  const plain = simplified(comparable(text)).replace(/[\s:：,，.。、;；"'*#_~|·•]+/gu, "");
  if (PLAIN.size >= REMEMBERED) PLAIN.clear();
  PLAIN.set(text, plain);
  return plain;
}

/** Share of characters in common order, 0 to 1 (twice the longest common subsequence over both lengths). */
export function likeness(left: string, right: string): number {
  const a = plainWords(left);
  const b = plainWords(right);
  if (a === "" || b === "") return 0;
  return a === b ? 1 : (2 * commonLength([...a], [...b])) / ([...a].length + [...b].length);
}

/** The best likeness to any of the words. */
export function bestLikeness(text: string, words: readonly string[]): number {
  return words.reduce((best, word) => Math.max(best, likeness(text, word)), 0);
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

const LENGTH_LIMIT = 60;

function commonLength(a: readonly string[], b: readonly string[]): number {
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
