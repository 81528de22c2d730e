// Rows that a scan squeezed into one cell ("标 社会效益 保障正常 ≥% ≥98% ≥98%"): their words are
// set apart again at the blanks, and several rows in one cell at the names that follow values.

import { comparatorOf } from "../../evaluation/indicator-value.ts";
import { matchTier } from "../../evaluation/qualitative-tier.ts";
import type { EvaluationLayout } from "../../forms/evaluation-layout.ts";
import type { FormCell, FormLine } from "./form-lines.ts";
import { hanCount, likeness, plainWords } from "./word-match.ts";

/** Column of a word whose cell is gone: no position is known. */
const NOWHERE = -1;
const FEWEST_WORDS = 5;
const LEVEL_LIKENESS = 0.6;

/** The rows squeezed into a cell of this line; undefined when the line is an ordinary row. */
export function splitCrammedRow(
  line: FormLine,
  next: FormLine | undefined,
  layout: EvaluationLayout,
): readonly (readonly FormCell[])[] | undefined {
  const at = line.cells.slice(0, 3).findIndex((cell) => isCrammed(cell, layout));
  const crammed = line.cells[at];
  if (crammed === undefined) return undefined;
  const outside = line.cells.slice(at + 1);
  const rows = segments(wordsIn(crammed), outside, layout).filter((row) => !isRepeated(row, next));
  const last = rows.at(-1);
  if (last === undefined) return undefined;
  return [...rows.slice(0, -1), [...last, ...outside]];
}

function isCrammed(cell: FormCell, layout: EvaluationLayout): boolean {
  const words = wordsIn(cell).map((word) => word.text);
  if (words.length < FEWEST_WORDS) return false;
  const levels = layout.indicators.levels.flatMap((level) => [...level.words, ...level.level2.flatMap((second) => second.words)]);
  const isLevel = (word: string): boolean => hanCount(word) >= 3 && levels.some((level) => likeness(word, level) >= LEVEL_LIKENESS);
  return words.some(isLevel) && words.some((word) => hanCount(word) >= 4 && !isLevel(word));
}

/** The blank-separated words of a cell; a comparator takes the word after it ("= 100%"). */
function wordsIn(cell: FormCell): readonly FormCell[] {
  const words: string[] = [];
  for (const word of cell.text.split(/\s+/u)) {
    const previous = words.at(-1);
    if (previous !== undefined && previous.length === 1 && comparatorOf(previous) !== null && comparatorOf(word) === null) {
      words[words.length - 1] = previous + word;
    } else words.push(word);
  }
  return words.map((text) => ({ text, column: NOWHERE, place: cell.place }));
}

/** A name that follows a row's values or numbers begins the next row; a repeated reason does not. */
function segments(
  words: readonly FormCell[],
  outside: readonly FormCell[],
  layout: EvaluationLayout,
): readonly (readonly FormCell[])[] {
  const rows: FormCell[][] = [[]];
  let finished = false;
  for (const word of words) {
    const isText = hanCount(word.text) >= 2 && comparatorOf(word.text) === null;
    const isTier = matchTier(word.text, layout.tiers) !== undefined;
    const isReason = outside.some((cell) => hanCount(cell.text) >= 3 && likeness(cell.text, word.text) >= 0.8);
    if (finished && isText && !isTier && !isReason) {
      rows.push([]);
      finished = false;
    }
    rows.at(-1)?.push(word);
    finished ||= isTier || /^\d+(?:\.\d+)?$/u.test(word.text);
  }
  return rows;
}

/** A scan that squeezed a row into the one above may print it again below. */
function isRepeated(row: readonly FormCell[], next: FormLine | undefined): boolean {
  const name = row.find((word) => hanCount(word.text) >= 4);
  return name !== undefined && (next?.cells.some((cell) => plainWords(cell.text) === plainWords(name.text)) ?? false);
}
