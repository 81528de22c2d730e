// A token with the words on both sides of it, in plain form, with the rows that they name: what aligning sees.

import type { CompiledSlot } from "../../sentences/compile.ts";
import {
  CLAUSE,
  DIRECTION,
  plainWords,
  ROW,
  SENTENCE,
  THIS_YEAR,
  YEAR_BEFORE,
} from "../../sentences/plain-words.ts";
import type { RowFinder, RowsFound } from "../../sentences/row-names.ts";
import { UNKNOWN_ROW } from "../../sentences/row-names.ts";
import type { GapWords } from "./align-words.ts";
import { gapWords, reversed } from "./align-words.ts";
import type { ProseToken } from "./prose-tokens.ts";

/** KnownGaps: words beside figures, which repeat, with their scores, kept while a document is read. */
export type KnownGaps = Map<string, GapWords>;

export interface AlignmentOptions {
  readonly year: number | null;
  readonly finderOf: (slot: CompiledSlot) => RowFinder | null;
  readonly gaps: KnownGaps;
}

/** Words: what stands on both sides of a token, with the rows of one list named in it. */
export interface Words {
  readonly gap: GapWords;
  readonly reversedRight: GapWords;
  readonly leftKeys: readonly string[];
  readonly rightKeys: readonly string[];
  readonly beginsSentence: boolean;
  /** Row named in the figure's own clause. */
  readonly clauseKey: string | null;
  /** A figure after 主要原因 in the same sentence belongs to the reason. */
  readonly inReason: boolean;
}

/** TokenView: a token as aligning sees it. */
export interface TokenView {
  readonly token: ProseToken;
  readonly newSentence: boolean;
  readonly hasDirection: boolean;
  readonly endsWithDirection: boolean;
  /** 较预算数减少…: a difference from the budget, not a change since the year before. */
  readonly comparesBudget: boolean;
  readonly saysPrior: boolean;
  /** Hardly a word stands between this token and the one before. */
  readonly followsAtOnce: boolean;
  readonly wordsFor: (slot: CompiledSlot) => Words;
}

const COMPARES_BUDGET = new RegExp(
  `比(?:年初|全年|调整)?预算[^${CLAUSE}${SENTENCE}${YEAR_BEFORE}]{0,6}${DIRECTION}$`,
  "u",
);
const REASON = /原因|由于|因为/u;
const SENTENCE_ENDS = ["。", "；", ";"] as const;

/** Prepares a token for alignment. */
export function viewOf(token: ProseToken, options: AlignmentOptions): TokenView {
  const plainLeft = plainWords(token.left, options.year);
  const plainRight = plainWords(token.right, options.year);
  const inReason = REASON.test(
    token.left.slice(Math.max(...SENTENCE_ENDS.map((end) => token.left.lastIndexOf(end))) + 1),
  );
  const cache = new Map<RowFinder | null, Words>();
  return {
    token,
    newSentence: plainLeft.includes(SENTENCE),
    hasDirection: plainLeft.includes(DIRECTION),
    endsWithDirection: plainLeft.endsWith(DIRECTION),
    comparesBudget: COMPARES_BUDGET.test(plainLeft),
    saysPrior: saysPrior(plainLeft),
    followsAtOnce: !plainLeft.includes(SENTENCE) && plainLeft.replaceAll(CLAUSE, "").length <= 2,
    wordsFor: (slot) => {
      const finder = options.finderOf(slot);
      const known = cache.get(finder);
      if (known !== undefined) return known;
      const left: RowsFound = finder?.(plainLeft) ?? { text: plainLeft, keys: [] };
      const right: RowsFound = finder?.(plainRight) ?? { text: plainRight, keys: [] };
      const words: Words = {
        gap: knownGap(left.text, options.gaps),
        reversedRight: knownGap(reversed(right.text), options.gaps),
        leftKeys: left.keys,
        rightKeys: right.keys,
        beginsSentence: /[。；;]/u.test(token.left),
        clauseKey: left.text.slice(clauseStart(left.text)).includes(ROW) ? (left.keys.at(-1) ?? null) : null,
        inReason,
      };
      cache.set(finder, words);
      return words;
    },
  };
}

const clauseStart = (plain: string): number =>
  Math.max(plain.lastIndexOf(CLAUSE), plain.lastIndexOf(SENTENCE)) + 1;

/** The row that is named for a slot: beside its figure, or in its clause where earlier slots carry the name. */
export function namedRow(slot: CompiledSlot, words: Words): string | null {
  const { rowSide } = slot;
  if (rowSide === "after") return words.rightKeys[0] ?? null;
  if (rowSide === "inherited") return words.clauseKey;
  return words.leftKeys.at(-1) ?? unknownRow(slot, words);
}

const UNKNOWN_NAME = { from: 3, to: 20 } as const;

/** A new sentence that has words where a row's name should be speaks of a row that no list knows. */
function unknownRow(slot: CompiledSlot, { gap, beginsSentence }: Words): string | null {
  if (slot.rows?.kind !== "function-codes" || !beginsSentence) return null;
  const clause = gap.characters.slice(gap.boundary).join("");
  const literal = slot.before.find(
    (words) => words.length > 1 && !words.includes(ROW) && clause.endsWith(words),
  );
  const name = literal === undefined ? "" : clause.slice(0, -literal.length);
  return name.length >= UNKNOWN_NAME.from && name.length <= UNKNOWN_NAME.to ? UNKNOWN_ROW + name : null;
}

function knownGap(plain: string, gaps: KnownGaps): GapWords {
  const known = gaps.get(plain) ?? gapWords(plain);
  gaps.set(plain, known);
  return known;
}

/** The figure's own clause speaks of the year before, and compares nothing with it. */
function saysPrior(plainLeft: string): boolean {
  const clause = plainLeft.slice(clauseStart(plainLeft));
  const at = clause.lastIndexOf(YEAR_BEFORE);
  return (
    at >= 0 && !clause.includes(DIRECTION) && clause[at - 1] !== "比" && !clause.slice(at).includes(THIS_YEAR)
  );
}
