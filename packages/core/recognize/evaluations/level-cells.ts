// Takes the level cells (一级指标, 二级指标) off the left of a row by their dictionary, wherever the
// row was shifted to, and tells names of levels from names of indicators.

import type { IndicatorField, Level1, Level2 } from "../../forms/evaluation-layout.ts";
import { barePattern, comparatorOf } from "../../evaluation/indicator-value.ts";
import { remembered } from "../../figures/remembered.ts";
import type { FormCell } from "./form-lines.ts";
import type { HeaderColumns } from "./header-columns.ts";
import { hanCount, likeness, plainWords } from "./word-match.ts";

/** LevelMatch: which level a cell is, and how surely (1 is printed exactly). */
export interface LevelMatch<Level> {
  readonly level: Level;
  readonly word: string;
  readonly sureness: number;
  readonly cell: FormCell;
  /** "40" of "产出指标(40分)". */
  readonly points: string | null;
}

export interface LevelCells {
  readonly level1: LevelMatch<Level1> | null;
  readonly level2: LevelMatch<Level2> | null;
  /** A clean level name that the dictionary does not have; kept as printed. */
  readonly unknown2: FormCell | null;
  /** True when something that cannot be read stands in the level columns. */
  readonly garbled: boolean;
  readonly rest: readonly FormCell[];
}

const STATED_POINTS = /[(（]\s*(\d+(?:\.\d+)?)\s*分\s*[)）]/u;
const LEVEL_LIKE = /^\p{Script=Han}{2,8}(?:指标|效益|影响|满意度|成本)$/u;
const FUZZY = 0.74;
const SIDE_LABEL = "年度绩效指标";

/** Splits a row into its level cells and the rest. */
export function splitLevels(
  cells: readonly FormCell[],
  levels: readonly Level1[],
  columns: HeaderColumns<IndicatorField>,
): LevelCells {
  let level1: LevelMatch<Level1> | null = null;
  let level2: LevelMatch<Level2> | null = null;
  let unknown2: FormCell | null = null;
  let garbled = false;
  let index = 0;
  for (; index < cells.length - 2 && level2 === null && unknown2 === null; index += 1) {
    const cell = cells[index];
    if (cell === undefined || (hanCount(cell.text) >= 2 && isValueLike(cells[index + 1], columns))) break;
    if (isBesideLevel(cell, cells[index + 1], levels, columns)) continue;
    const first: LevelMatch<Level1> | null = level1 === null ? matchLevel1(cell, levels) : null;
    const second = matchLevel2(cell, levels);
    const next = cells[index + 1];
    const isFollowed = next !== undefined && matchLevel2(next, levels) !== null;
    const choice = prefer(first, second, isFollowed, columns);
    if (choice === "level1") level1 = first;
    else if (choice === "level2") level2 = second;
    else if (isUnknownLevel(cell, columns)) unknown2 = cell;
    else if (isJunk(cell, cells.slice(index + 1), levels, columns)) garbled ||= cell.column > 0;
    else break;
  }
  const after = cells[index];
  if (level2 !== null && level1 === null && after !== undefined && cells.length - index > 2) {
    // Two cells of two lines each, read line by line: the second holds what is left of the first level.
    const late = matchLevel1(after, levels);
    if (late !== null && late.sureness >= 0.8 && after.column < (columns.name ?? 3))
      return { level1: late, level2, unknown2, garbled: true, rest: cells.slice(index + 1) };
  }
  return { level1, level2, unknown2, garbled, rest: cells.slice(index) };
}

/**
 * The levels that the cells of the two level columns print exactly; a clean name that only this form has is
 * kept; undefined when one of the cells prints something else.
 */
export function exactLevels(
  cells: Readonly<Record<"level1" | "level2", FormCell | undefined>>,
  levels: readonly Level1[],
): Pick<LevelCells, "level1" | "level2" | "unknown2"> | undefined {
  const level1 = cells.level1 === undefined ? null : matchLevel1(cells.level1, levels);
  const level2 = cells.level2 === undefined ? null : matchLevel2(cells.level2, levels);
  if (cells.level1 !== undefined && level1?.sureness !== 1) return undefined;
  if (cells.level2 === undefined || level2?.sureness === 1) return { level1, level2, unknown2: null };
  const isOwnName = level2 === null && LEVEL_LIKE.test(plainWords(cells.level2.text));
  return isOwnName ? { level1, level2, unknown2: cells.level2 } : undefined;
}

/** A comparator, a pattern, or a number that does not stand left of the names. */
function isValueLike(cell: FormCell | undefined, columns: HeaderColumns<IndicatorField>): boolean {
  if (cell === undefined) return true;
  if (
    comparatorOf(cell.text) !== null ||
    barePattern(cell.text) !== undefined ||
    /^定\s*性$/u.test(cell.text)
  )
    return true;
  return /^\d+(?:\.\d+)?%?$/u.test(cell.text) && (cell.column < 0 || cell.column >= (columns.name ?? 0));
}

function prefer(
  first: LevelMatch<Level1> | null,
  second: LevelMatch<Level2> | null,
  isFollowed: boolean,
  columns: HeaderColumns<IndicatorField>,
): "level1" | "level2" | null {
  if (first === null || second === null) return first !== null ? "level1" : second !== null ? "level2" : null;
  if (Math.abs(first.sureness - second.sureness) > 0.1)
    return first.sureness > second.sureness ? "level1" : "level2";
  // A word that names both levels: the first of two, or the one whose column is nearer.
  if (isFollowed) return "level1";
  const distance = (column: number | undefined): number => Math.abs(first.cell.column - (column ?? 0));
  return distance(columns.level1) < distance(columns.level2) ? "level1" : "level2";
}

function matchLevel1(cell: FormCell, levels: readonly Level1[]): LevelMatch<Level1> | null {
  return bestMatch(cell, levels, (level) => level.words);
}

const secondLevelsOf = new WeakMap<readonly Level1[], readonly Level2[]>();

function secondLevels(levels: readonly Level1[]): readonly Level2[] {
  const known = secondLevelsOf.get(levels) ?? levels.flatMap((level) => level.level2);
  secondLevelsOf.set(levels, known);
  return known;
}

function matchLevel2(cell: FormCell, levels: readonly Level1[]): LevelMatch<Level2> | null {
  return bestMatch(cell, secondLevels(levels), (level) => level.words);
}

function bestMatch<Level>(
  cell: FormCell,
  levels: readonly Level[],
  wordsOf: (level: Level) => readonly string[],
): LevelMatch<Level> | null {
  const points = STATED_POINTS.exec(cell.text)?.[1] ?? null;
  const text = plainWords(cell.text.replace(STATED_POINTS, ""));
  let best: LevelMatch<Level> | null = null;
  for (const level of levels) {
    for (const word of wordsOf(level)) {
      const sureness = text === shortened(word) ? 1 : levelLikeness(text, word);
      if (sureness >= FUZZY && sureness > (best?.sureness ?? 0))
        best = { level, word, sureness, cell, points };
    }
  }
  return best;
}

/** How well a cell's text stands for one of the words of a level. */
export function levelSureness(text: string, words: readonly string[]): number {
  const plain = plainWords(text.replace(STATED_POINTS, ""));
  return words.reduce((best, word) => Math.max(best, levelLikeness(plain, word)), 0);
}

/** A level's name as forms print it that leave out the 指标 of "数量指标" under a header that says it. */
const shortened = remembered((word) => word.replace(/(?<=^.{2,})指标$/u, ""));

/** 1 for the word itself; less for a word with more glued to it, a clipped or a misread one. */
function levelLikeness(text: string, word: string): number {
  if (text === word) return 1;
  if (text.length < 3 || text.length > word.length + 6) return 0;
  if (text.startsWith(word)) return 0.9;
  if (word.startsWith(text) || word.endsWith(text))
    return text.length >= word.length / 2 || text === "满意度" ? 0.85 : 0.76;
  if (text.length !== word.length) return 0;
  return isShuffled(text, word) ? 0.82 : likeness(text, word) * 0.99;
}

/** The same characters in another order: the lines of neighbouring cells were read across. */
function isShuffled(text: string, word: string): boolean {
  return inOrder(text) === inOrder(word);
}

const inOrder = remembered((text) => [...text].toSorted().join(""));

/** A level name that only this form knows: clean, like a level, in the level columns. */
function isUnknownLevel(cell: FormCell, columns: HeaderColumns<IndicatorField>): boolean {
  const limit = columns.name ?? 3;
  return (
    cell.column >= (columns.level1 ?? 0) &&
    cell.column < limit &&
    LEVEL_LIKE.test(plainWords(cell.text)) &&
    !isSideLabel(cell)
  );
}

/** True for the label at the side of the whole group, left of a first level that is printed exactly. */
export function isBesideLevel(
  cell: FormCell,
  next: FormCell | undefined,
  levels: readonly Level1[],
  columns: HeaderColumns<IndicatorField>,
): boolean {
  if (cell.column < 0 || cell.column >= (columns.level1 ?? 0) || !isSideLabel(cell)) return false;
  // On a page shifted to the left the first level itself stands there.
  if (matchLevel1(cell, levels)?.sureness === 1) return false;
  return next !== undefined && next.column === columns.level1 && matchLevel1(next, levels)?.sureness === 1;
}

function isSideLabel(cell: FormCell): boolean {
  return hanCount(cell.text) <= 7 && likeness(cell.text, SIDE_LABEL) >= 0.5;
}

/** True when the row's points stand under their header and nothing shows that it was shifted left. */
function standsUnshifted(
  cells: readonly FormCell[],
  { points, score }: HeaderColumns<IndicatorField>,
): boolean {
  const numbers = new Set(
    cells.filter((cell) => /^\d+(?:\.\d+)?\D{0,2}$/u.test(cell.text)).map((cell) => cell.column),
  );
  if (points === undefined) return false;
  return numbers.has(points) && (score === undefined || numbers.has(score) || !numbers.has(points - 1));
}

/** What stands left of a name and is none: side labels, slivers of neighbours, unreadable levels. */
function isJunk(
  cell: FormCell,
  rest: readonly FormCell[],
  levels: readonly Level1[],
  columns: HeaderColumns<IndicatorField>,
): boolean {
  const limit = columns.name ?? 3;
  if (cell.column >= limit && cell.column >= 0) return false;
  if (isSideLabel(cell) || hanCount(cell.text) < 2) return true;
  if (/^[指标\s]+$/u.test(cell.text)) return true;
  if (cell.column < 0) return LEVEL_LIKE.test(plainWords(cell.text));
  // Something unreadable in a level column, with the name where names stand.
  const [next] = rest;
  if (
    next !== undefined &&
    next.column === columns.name &&
    hanCount(next.text) >= 2 &&
    !/^\d/u.test(next.text) &&
    standsUnshifted(rest, columns)
  )
    return true;
  const levelFollows = rest
    .slice(0, 2)
    .some((next) => matchLevel1(next, levels) !== null || matchLevel2(next, levels) !== null);
  return levelFollows && hanCount(cell.text) <= 8;
}
