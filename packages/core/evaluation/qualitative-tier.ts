// Qualitative tiers (定性指标完成档次): which of a form's tiers a printed text is, clipped edges included.

import { simplified } from "../figures/character-variants.ts";
import { comparable } from "../figures/normalize.ts";
import { remembered } from "../figures/remembered.ts";

/** TierMatch: the tier's words, its rank from 0 (best), and whether the print is whole. */
export interface TierMatch {
  readonly tier: string;
  readonly rank: number;
  readonly whole: boolean;
}

const SHORTEST = 4;
const LONGEST = 40;
const COVERAGE = 0.7;
const HAN = /\p{Script=Han}/u;

/** PreparedTiers: the words of a form's tiers as they are compared. */
interface PreparedTiers {
  readonly plain: readonly string[];
  readonly characters: readonly (readonly string[])[];
  readonly match: (text: string) => TierMatch | null;
}

const prepared = new WeakMap<readonly string[], PreparedTiers>();

function prepare(tiers: readonly string[]): PreparedTiers {
  const plain = tiers.map(comparable);
  const characters = plain.map((tier) => [...tier]);
  return { plain, characters, match: remembered((text) => judge(text, tiers, { plain, characters })) };
}

/** False for texts that no words of a tier can be: figures, as most results are, and prose. */
export const mayBeTier = (text: string): boolean =>
  text.length <= LONGEST && !isFigure(text) && HAN.test(text);

/** The tier that a printed text is, or a clipped stretch of; undefined when it is none. */
export function matchTier(text: string, tiers: readonly string[]): TierMatch | undefined {
  if (!mayBeTier(text)) return undefined;
  const known = prepared.get(tiers) ?? prepare(tiers);
  prepared.set(tiers, known);
  return known.match(text) ?? undefined;
}

/** True where digits, which no tier has, leave less than COVERAGE for words: most results are such figures. */
function isFigure(text: string): boolean {
  let digits = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) digits += 1;
  }
  return digits > text.length * (1 - COVERAGE);
}

function judge(
  text: string,
  tiers: readonly string[],
  { plain, characters }: Pick<PreparedTiers, "plain" | "characters">,
): TierMatch | null {
  const printed = [...simplified(comparable(text))];
  const whole = plain.indexOf(printed.join(""));
  const exact = tiers[whole];
  if (exact !== undefined) return { tier: exact, rank: whole, whole: true };
  if (printed.length < SHORTEST) return null;
  let best: { readonly match: TierMatch; readonly likeness: number } | undefined;
  tiers.forEach((tier, rank) => {
    if (printed.length > tier.length + 1) return;
    const stretch = longestStretch(printed, characters[rank] ?? []);
    const coverage = stretch / printed.length;
    // Of two tiers that hold the same stretch, the shorter one leaves less unprinted.
    const likeness = coverage + stretch / (10 * tier.length);
    if (coverage >= COVERAGE && (best === undefined || likeness > best.likeness)) {
      best = { match: { tier, rank, whole: false }, likeness };
    }
  });
  return best?.match ?? null;
}

/** Length of the longest stretch of characters that both have. */
function longestStretch(left: readonly string[], right: readonly string[]): number {
  let longest = 0;
  // One row, rewritten from its end: each place needs the one before it as it was.
  const row = new Uint8Array(right.length + 1);
  for (const character of left) {
    for (let at = right.length; at >= 1; at -= 1) {
      const run = character === right[at - 1] ? (row[at - 1] ?? 0) + 1 : 0;
      row[at] = run;
      if (run > longest) longest = run;
    }
  }
  return longest;
}
