// Aligns the tokens of a section with the slots of the few possible sentences by dynamic programming
// (Viterbi): how well the words beside a token match a slot, and how well slots follow each other. A value
// never takes part, because the wrong value is the one we look for.

import type { CompiledSlot } from "../../sentences/compile.ts";
import type { GapWords, Literal } from "./align-words.ts";
import { alignWords, bestPossible, literalOf, reversed } from "./align-words.ts";
import type { ProseToken } from "./prose-tokens.ts";
import type { AlignmentOptions, TokenView, Words } from "./token-view.ts";
import { namedRow, viewOf } from "./token-view.ts";

/** ReadableSlot: a slot with the words around it prepared for alignment, made once per document. */
export interface ReadableSlot {
  readonly slot: CompiledSlot;
  readonly before: readonly Literal[];
  /** Words after the figure, turned round. */
  readonly after: readonly Literal[];
}

/** Prepares a slot for alignment. */
export const readableSlot = (slot: CompiledSlot): ReadableSlot => ({
  slot,
  before: slot.before.map(literalOf),
  after: slot.after.map((context) => literalOf(reversed(context))),
});

/** A slot that is possible in a section, and how much the heading speaks for it. */
export interface Candidate extends ReadableSlot {
  readonly headingScore: number;
}

/** Claim: the slot that a token fills, with the key of its row inside an `each`. */
export interface Claim {
  readonly slot: CompiledSlot;
  readonly row: string | null;
  /** True when the words say that it is the figure of the year before itself (上年支出…). */
  readonly isPrior: boolean;
}

/** What a token must gain before it is claimed: figures may stand unclaimed, marks mostly do. */
const UNCLAIMED_FIGURE = 1;
const UNCLAIMED_MARK = 0.75;
const RIGHT_WEIGHT = 0.35;
const OTHER_UNIT = 0.75;
const NO_UNIT = 0.25;
const IN_REASON = 2.5;
const NEXT = 1;
const AGAIN = -2.75;
const BACKWARD = -0.75;
const NO_DIRECTION = -3;
const OF_BUDGET = -8;
const BEST_CONTEXT = 10;
const BEAM = 9;
const WORST_CONTEXT = -2;

interface Step {
  readonly score: number;
  /** Index of the candidate claimed at the token before that was claimed, and at which token. */
  readonly from: Trace | null;
}

interface Trace {
  readonly token: number;
  readonly candidate: number;
  readonly before: Trace | null;
}

/** The best claims for the tokens of a section; null where a token stays unclaimed. */
export function alignTokens(
  tokens: readonly ProseToken[],
  candidates: readonly Candidate[],
  options: AlignmentOptions,
): readonly (Claim | null)[] {
  const views = tokens.map((token) => viewOf(token, options));
  let carried: (Step | null)[] = candidates.map(() => null);
  let nothing = 0;
  views.forEach((view, at) => {
    const unclaimed = view.token.figure === null ? UNCLAIMED_MARK : UNCLAIMED_FIGURE;
    const alive = aliveOf(carried, candidates);
    const next = candidates.map((candidate, index): Step | null => {
      const skipped = carried[index];
      const claimed = claimStep(view, candidate, { alive, nothing });
      const kept =
        skipped === null || skipped === undefined
          ? null
          : { score: skipped.score + unclaimed, from: skipped.from };
      if (claimed === null || (kept !== null && kept.score >= claimed.score)) return kept;
      return { score: claimed.score, from: { token: at, candidate: index, before: claimed.from } };
    });
    nothing += unclaimed;
    carried = pruned(next, nothing);
  });
  return traced(bestOf(carried, nothing), views, candidates);
}

/** Paths far behind the best one are given up. */
function pruned(steps: readonly (Step | null)[], nothing: number): (Step | null)[] {
  const best = steps.reduce((best, step) => Math.max(best, step?.score ?? best), nothing);
  return steps.map((step) => (step !== null && step.score >= best - BEAM ? step : null));
}

function bestOf(carried: readonly (Step | null)[], nothing: number): Trace | null {
  const best = carried.reduce<Step | null>(
    (best, step) => (step !== null && step.score > (best?.score ?? nothing) ? step : best),
    null,
  );
  return best?.from ?? null;
}

/** Alive: a path that is still followed, and the slot that it claimed last. */
interface Alive {
  readonly step: Step;
  readonly slot: CompiledSlot;
}

/** Few paths are, so that they are picked out once for all candidates. */
function aliveOf(carried: readonly (Step | null)[], candidates: readonly Candidate[]): readonly Alive[] {
  return candidates.flatMap(({ slot }, index): readonly Alive[] => {
    const step = carried[index] ?? null;
    return step === null ? [] : [{ step, slot }];
  });
}

interface Lattice {
  readonly alive: readonly Alive[];
  readonly nothing: number;
}

function claimStep(view: TokenView, candidate: Candidate, lattice: Lattice): Step | null {
  const { slot } = candidate;
  const fit = kindScore(view.token, slot);
  if (fit === null) return null;
  const words = view.wordsFor(slot);
  const emission = fit + candidate.headingScore + wordScore(candidate, words) + directionScore(slot, view);
  if (emission < -4) return null;
  const hasRow = namedRow(slot, words) !== null;
  const entry = emission + entryScore(slot, hasRow) + lattice.nothing;
  let best: Step = { score: entry, from: null };
  for (const previous of lattice.alive) {
    const score = previous.step.score + emission + transitionScore(previous.slot, slot, hasRow, view);
    if (score > best.score) best = { score, from: previous.step.from };
  }
  return best;
}

/** Whether a token can fill a slot at all, and how well its unit fits. */
function kindScore(token: ProseToken, slot: CompiledSlot): number | null {
  if (token.figure === null) return token.mark === slot.mark ? 0.5 : null;
  if (slot.mark !== null || slot.unit === null) return null;
  const { unit } = token.figure;
  if (unit === null) return -NO_UNIT;
  if (unit.dimension !== slot.unit.dimension) return null;
  if (unit.dimension === "percent" || unit.name === slot.unit.name) return 0.25;
  return unit.dimension === "money" ? 0 : -OTHER_UNIT;
}

function wordScore({ slot, before, after }: ReadableSlot, words: Words): number {
  const left = bestContext(before, words.gap);
  const right = bestContext(after, words.reversedRight);
  const besides = slot.rowSide === "after" ? right : Math.max(0, right) * RIGHT_WEIGHT;
  return left + besides - (words.inReason ? IN_REASON : 0);
}

function bestContext(contexts: readonly Literal[], gap: GapWords): number {
  if (contexts.length === 0) return 0;
  let best = WORST_CONTEXT;
  for (const context of contexts) {
    let score = gap.scores.get(context);
    if (score === undefined) {
      if (bestPossible(context, gap) <= best) continue;
      score = alignWords(context, gap);
      gap.scores.set(context, score);
    }
    if (score > best) best = score;
  }
  return Math.min(best, BEST_CONTEXT);
}

/** A figure right after 增加 or 下降 is a change, and a change has such a word. */
function directionScore(slot: CompiledSlot, view: TokenView): number {
  if (slot.unit === null) return 0;
  const isChange = slot.derived === "change" || slot.derived === "changeRate";
  if (isChange && view.comparesBudget) return OF_BUDGET;
  if (isChange) return view.hasDirection ? 0 : NO_DIRECTION;
  return view.endsWithDirection ? -2.5 : 0;
}

/** A sentence may begin in its middle, but what rests on an amount before it hardly. */
function entryScore(slot: CompiledSlot, hasRow: boolean): number {
  const late = -Math.min(1, 0.15 * slot.index);
  const orphaned = isDependent(slot) ? -2.5 : 0;
  const nameless = slot.rows !== null && !hasRow ? -5 : 0;
  return late + orphaned + nameless;
}

const isDependent = (slot: CompiledSlot): boolean =>
  slot.derived === "share" || slot.derived === "changeRate" || slot.derived === "completion";

function transitionScore(from: CompiledSlot, to: CompiledSlot, hasRow: boolean, view: TokenView): number {
  const isSame = from.template === to.template;
  const isIteration = isSame && to.rows !== null && from.loop === to.loop;
  const follows = followScore(from, to, isIteration && hasRow);
  if (!isSame)
    return (
      (view.newSentence ? -1 : -2) + entryScore(to, hasRow) + (isDependent(to) ? 0 : Math.max(0, follows))
    );
  if (isIteration) return iterationScore(to.index - from.index, hasRow, view) + follows;
  const named = to.rows !== null && !hasRow ? -5 : 0;
  const distance = to.index - from.index;
  if (distance === 1) return (view.followsAtOnce ? NEXT : 0) + named + follows;
  if (distance > 0) return -Math.min(1, 0.1 * (distance - 1)) + named + follows;
  const again = view.saysPrior ? 0 : AGAIN;
  const leaving = from.rows !== null && to.rows === null ? BACKWARD : 0;
  return (distance === 0 ? again : BACKWARD + leaving) + named + follows;
}

/** Within a list: a named row begins anew, clauses of one row may change places. */
function iterationScore(distance: number, hasRow: boolean, view: TokenView): number {
  if (hasRow) return 0.25;
  if (distance === 1 && view.followsAtOnce) return NEXT;
  if (distance > 0) return -0.1 * distance;
  return distance === 0 ? AGAIN : BACKWARD;
}

/** A percentage follows the amount that it is of; a change speaks of the fact before it, if it names none. */
function followScore(from: CompiledSlot, to: CompiledSlot, isFresh: boolean): number {
  if (isFresh) return 0;
  if (isDependent(to)) return from.subject === to.subject ? 1 : -2.5;
  return to.derived === "change" && from.subject === to.subject ? 0.75 : 0;
}

/** Walks the best path back, giving every claim its row: named beside it, or inherited in its iteration. */
function traced(
  last: Trace | null,
  views: readonly TokenView[],
  candidates: readonly Candidate[],
): readonly (Claim | null)[] {
  const path: Trace[] = [];
  for (let trace = last; trace !== null; trace = trace.before) path.unshift(trace);
  const claims: (Claim | null)[] = views.map(() => null);
  let row: string | null = null;
  let loop: CompiledSlot | null = null;
  for (const { token, candidate } of path) {
    const slot = candidates[candidate]?.slot;
    const view = views[token];
    if (slot === undefined || view === undefined) continue;
    if (slot.rows !== null) {
      const words = view.wordsFor(slot);
      const named = namedRow(slot, words);
      const inherits = loop !== null && loop.template === slot.template && loop.loop === slot.loop;
      row = named ?? (inherits ? row : null);
      loop = slot;
    }
    // A row that nothing names is no claim: the figure stays unclaimed.
    if (slot.rows === null || row !== null) {
      const isPrior = slot.derived === null && slot.mark === null && view.saysPrior;
      claims[token] = { slot, row: slot.rows === null ? null : row, isPrior };
    }
  }
  return claims;
}
