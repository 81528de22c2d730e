// The longest passage that two texts share, as printed in the first.

import { SHINGLE, comparedText } from "./shingles.ts";

const SHOWN_CHARACTERS = 160;

/** The passage; null where they share none of a shingle's length. */
export function sharedPassage(text: string, other: string): string | null {
  const [one, two] = [comparedText(text), comparedText(other)];
  const starts = new Map<string, number>();
  for (let at = two.characters.length - SHINGLE; at >= 0; at -= 1)
    starts.set(two.characters.slice(at, at + SHINGLE), at);
  let best = { from: 0, length: 0 };
  for (let at = 0; at + SHINGLE <= one.characters.length; at += 1) {
    const start = starts.get(one.characters.slice(at, at + SHINGLE));
    if (start === undefined) continue;
    const length = commonLength(one.characters, at, two.characters, start);
    if (length > best.length) best = { from: at, length };
    // What begins within this run would end where it ends.
    at += length - SHINGLE;
  }
  if (best.length === 0) return null;
  const first = one.positions[best.from] ?? 0;
  const last = one.positions[best.from + best.length - 1] ?? first;
  const passage = text.slice(first, last + 1).replace(/\s+/gu, "");
  return passage.length > SHOWN_CHARACTERS ? `${passage.slice(0, SHOWN_CHARACTERS)}…` : passage;
}

function commonLength(a: string, fromA: number, b: string, fromB: number): number {
  let length = 0;
  while (fromA + length < a.length && a[fromA + length] === b[fromB + length]) {
    if (fromB + length >= b.length) break;
    length += 1;
  }
  return length;
}
