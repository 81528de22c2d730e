// Which sentences a section can hold: its headings speak for some and against others, but never forbid one,
// because headings get lost and paragraphs move.

import { plainWords } from "../../sentences/plain-words.ts";

const LIKENESS = 0.5;
const FOR = 1.5;
const AGAINST = -2;
const OUTER = 0.8;

type Pairs = ReadonlySet<string>;

/** Words that any heading may have; a heading of these alone says nothing. */
const COMMON = /[|‖]|的?情况|说明/gu;

/** Pairs of neighbouring characters. */
export function headingPairs(plain: string): Pairs {
  const text = plain.replace(COMMON, "");
  return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));
}

/** Likeness of two headings, 0 to 1. */
function likeness(left: Pairs, right: Pairs): number {
  if (left.size === 0 || right.size === 0) return 0;
  let common = 0;
  for (const pair of left) if (right.has(pair)) common += 1;
  return (2 * common) / (left.size + right.size);
}

/** For each template how much the headings above a paragraph speak for it. */
export function headingScores<Template extends { readonly headings: readonly Pairs[] }>(
  headings: readonly string[],
  templates: readonly Template[],
): ReadonlyMap<Template, number> {
  const printed = headings.map((heading) => headingPairs(plainWords(heading)));
  const own = printed.at(-1) ?? new Set();
  const above = printed.slice(0, -1);
  const likenesses = templates.map(({ headings }) => {
    const inner = Math.max(0, ...headings.map((heading) => likeness(own, heading)));
    const outer = Math.max(0, ...headings.flatMap((heading) => above.map((each) => likeness(each, heading))));
    return Math.max(inner, outer * OUTER);
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
