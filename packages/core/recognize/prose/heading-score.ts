// Which sentences a section can hold: its headings speak for some and against others, but never forbid one,
// because headings get lost and paragraphs move.

import type { CompiledTemplate } from "../../sentences/compile.ts";
import { plainWords } from "../../sentences/plain-words.ts";

const LIKENESS = 0.5;
const FOR = 1.5;
const AGAINST = -2;
const OUTER = 0.8;

/** Pairs of neighbouring characters. */
function pairs(text: string): ReadonlySet<string> {
  const characters = [...text.replace(/[|‖]/gu, "")];
  return new Set(characters.slice(1).map((character, at) => (characters[at] ?? "") + character));
}

/** Likeness of two headings, 0 to 1. */
function likeness(a: string, b: string): number {
  const left = pairs(a);
  const right = pairs(b);
  if (left.size === 0 || right.size === 0) return a === b ? 1 : 0;
  let common = 0;
  for (const pair of left) if (right.has(pair)) common += 1;
  return (2 * common) / (left.size + right.size);
}

/** For each template how much the headings above a paragraph speak for it. */
export function headingScores(
  headings: readonly string[],
  templates: readonly CompiledTemplate[],
): ReadonlyMap<CompiledTemplate, number> {
  const plain = headings.map((heading) => plainWords(heading));
  const likenesses = templates.map((template) => {
    const own = Math.max(0, ...template.headings.map((heading) => likeness(plain.at(-1) ?? "", heading)));
    const outer = Math.max(
      0,
      ...template.headings.flatMap((heading) => plain.slice(0, -1).map((above) => likeness(above, heading))),
    );
    return Math.max(own, outer * OUTER);
  });
  const best = Math.max(0, ...likenesses);
  return new Map(
    templates.map((template, index) => {
      const like = likenesses[index] ?? 0;
      if (best < LIKENESS || template.headings.length === 0) return [template, 0];
      return [template, Math.max(AGAINST, FOR - 5 * (best - like))];
    }),
  );
}
