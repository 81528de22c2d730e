// Carries merged level cells down and restores lost ones: the most likely walk through the form's own
// order of levels (数量 → 质量 → 时效 → 成本 → 效益 → 满意度), given what each row prints and shows.

import { readIndicatorValue } from "../../evaluation/indicator-value.ts";
import type { EvaluationLayout, Level1, Level2 } from "../../forms/evaluation-layout.ts";
import type { RawIndicator } from "./indicator-rows.ts";
import { levelSureness } from "./level-cells.ts";

/** RestoredLevels: the names of a row's levels, and whether they had to be guessed. */
export interface RestoredLevels {
  readonly level1: string;
  readonly level2: string;
  readonly doubtful: boolean;
}

/** How often each second level (by its first word) is printed clearly in the document. */
export type LevelUsage = ReadonlyMap<string, number>;

interface State {
  readonly level1: Level1;
  readonly level2: Level2;
  readonly order: number;
  readonly group: number;
}

const EXACT = 1;
const CHANGE = 3;
/** In a form without damage a blank level cell is a merged one, whatever its row looks like. */
const CHANGE_WHEN_CLEAN = 20;
const CHANGE_WHEN_GARBLED = 1;
const BACKWARD = 6;
const SKIPPED_GROUP = 4;
const UNUSED = 1.5;

/** Counts the second levels that rows print exactly. */
export function levelUsage(rows: readonly RawIndicator[]): LevelUsage {
  const usage = new Map<string, number>();
  for (const { levels } of rows) {
    const name = levels.level2?.sureness === EXACT ? (levels.level2.level.words[0] ?? "") : "";
    if (name !== "") usage.set(name, (usage.get(name) ?? 0) + 1);
  }
  return usage;
}

/** The levels of each row of one form. */
export function restoreLevels(
  rows: readonly RawIndicator[],
  layout: EvaluationLayout,
  usage: LevelUsage,
): readonly RestoredLevels[] {
  const change = rows.some(isDamaged) ? CHANGE : CHANGE_WHEN_CLEAN;
  return named(rows, likeliestWalk(rows, { states: statesOf(layout), usage, change }));
}

function statesOf(layout: EvaluationLayout): readonly State[] {
  return layout.indicators.levels
    .flatMap((level1, group) => level1.level2.map((level2) => ({ level1, level2, group })))
    .map((state, order) => ({ ...state, order }));
}

function isDamaged({ levels }: RawIndicator): boolean {
  const { level1, level2 } = levels;
  return (
    levels.garbled ||
    (level1 !== null && level1.sureness < EXACT) ||
    (level2 !== null && level2.sureness < EXACT)
  );
}

interface Walk {
  readonly states: readonly State[];
  readonly usage: LevelUsage;
  /** Cost of a change of level that nothing printed announces. */
  readonly change: number;
}

/** Viterbi over the form's levels. */
function likeliestWalk(
  rows: readonly RawIndicator[],
  { states, usage, change }: Walk,
): readonly (State | undefined)[] {
  let scores = states.map((state) => {
    const first = rows[0];
    return first === undefined ? 0 : evidence(first, state, usage) - 0.8 * state.order;
  });
  const back: number[][] = [];
  for (const row of rows.slice(1)) {
    const from: number[] = [];
    const previous = scores;
    scores = states.map((state) => {
      let best = Number.NEGATIVE_INFINITY;
      states.forEach((origin, index) => {
        const score = (previous[index] ?? 0) - transitionCost(origin, state, row, change);
        if (score > best) [best, from[state.order]] = [score, index];
      });
      return best + evidence(row, state, usage);
    });
    back.push(from);
  }
  const walk: (State | undefined)[] = [];
  let at = scores.indexOf(Math.max(...scores));
  for (let index = rows.length - 1; index >= 0; index -= 1) {
    walk.unshift(states[at]);
    at = back[index - 1]?.[at] ?? at;
  }
  return walk;
}

/** What a row prints and shows in favour of a level. */
function evidence(row: RawIndicator, state: State, usage: LevelUsage): number {
  const { level1, level2 } = row.levels;
  let score = 0;
  if (level2?.sureness === EXACT) score += level2.level === state.level2 ? 14 : 0;
  else if (level2 !== null) score += 8 * levelSureness(level2.cell.text, state.level2.words);
  if (level1 !== null && level1.level === state.level1)
    score += level1.sureness === EXACT ? 5 : 2 * level1.sureness;
  if (level2?.sureness === EXACT) return score;
  return score + signs(row, state) - (isUnused(state, usage) ? UNUSED : 0);
}

/** Units and words that are typical of a level; they count only where its name is lost. */
function signs(row: RawIndicator, state: State): number {
  const name = row.cells.name?.text ?? "";
  let score = state.level2.nameWords.some((word) => name.includes(word)) ? 1.5 : 0;
  if (state.level2.units.length > 0) {
    const printed = `${row.cells.initialTarget?.text ?? ""} ${row.cells.target?.text ?? ""} ${row.cells.unit?.text ?? ""}`;
    const isTypical = state.level2.units.some((unit) => new RegExp(`${unit}(?:$|[/\\s])`, "u").test(printed));
    score += isTypical ? 3.5 : isQuantity(row) || /[^\d\s]/u.test(row.cells.target?.text ?? "") ? -1.5 : 0;
  }
  return score;
}

function isQuantity(row: RawIndicator): boolean {
  const target = row.cells.target;
  return target !== undefined && readIndicatorValue(target.text, target.place)?.value.value !== null;
}

function isUnused(state: State, usage: LevelUsage): boolean {
  return usage.size > 0 && !usage.has(state.level2.words[0] ?? "");
}

function transitionCost(from: State, to: State, row: RawIndicator, silent: number): number {
  const { level1, level2, garbled } = row.levels;
  const isPrinted = level2?.sureness === EXACT;
  // A merged level cell is printed once: a garbled one of its own speaks for a new group.
  if (from.order === to.order && level2 !== null && !isPrinted) return 2;
  if (from.order === to.order)
    return level1 !== null && level2 === null && level1.level !== to.level1 ? 2 : 0;
  const change = isPrinted ? 0 : garbled || level2 !== null || level1 !== null ? CHANGE_WHEN_GARBLED : silent;
  if (to.order < from.order) return change + BACKWARD;
  return change + (to.group > from.group + 1 ? SKIPPED_GROUP * (to.group - from.group - 1) : 0);
}

/** Names as printed where they were read exactly, the form's own words where they were restored. */
function named(
  rows: readonly RawIndicator[],
  walk: readonly (State | undefined)[],
): readonly RestoredLevels[] {
  const result: RestoredLevels[] = [];
  const printed1 = new Map<Level1, string>();
  let printed2: { readonly state: State | undefined; readonly name: string } | undefined;
  rows.forEach((row, index) => {
    const state = walk[index];
    const { level1, level2, unknown2 } = row.levels;
    if (level1 !== null) printed1.set(level1.level, level1.word);
    const isRead = level2 !== null && level2.level === state?.level2;
    if (unknown2 !== null) printed2 = { state, name: unknown2.text.replace(/\s+/gu, "") };
    else if (isRead) printed2 = { state, name: level2.word };
    else if (level2 !== null) printed2 = undefined;
    const isCarried = printed2 !== undefined && printed2.state === state;
    const name1 = level1?.level === state?.level1 || state === undefined ? level1?.word : undefined;
    const isSure = isCarried && (!isRead || level2.sureness === EXACT);
    result.push({
      level1:
        name1 ?? (state === undefined ? "" : (printed1.get(state.level1) ?? state.level1.words[0] ?? "")),
      level2: isCarried ? (printed2?.name ?? "") : (state?.level2.words[0] ?? ""),
      doubtful: !isSure,
    });
    if (!isCarried) printed2 = { state, name: state?.level2.words[0] ?? "" };
  });
  return result;
}
