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
  const rows = segments(wordsIn(crammed), outside, layout)
    .filter((row) => !isRepeated(row, next))
    .map((row) => fromLastLevel(row, layout));
  const last = rows.at(-1);
  if (last === undefined) return undefined;
  const isComplete =
    last.filter((word) => /^\d+(?:\.\d+)?$/u.test(word.text)).length >= 2 &&
    hanCount(last.at(-1)?.text ?? "") >= 2;
  return [...rows.slice(0, -1), isComplete ? last : [...last, ...outside]];
}

function isCrammed(cell: FormCell, layout: EvaluationLayout): boolean {
  const words = wordsIn(cell).map((word) => word.text);
  if (words.length < FEWEST_WORDS) return false;
  const isLevel = (word: string): boolean => isLevelLike(word, layout);
  return words.some(isLevel) && words.some((word) => hanCount(word) >= 4 && !isLevel(word));
}

function isLevelLike(word: string, layout: EvaluationLayout): boolean {
  const levels = layout.indicators.levels.flatMap((level) => [
    ...level.words,
    ...level.level2.flatMap((second) => second.words),
  ]);
  return (
    hanCount(word) >= 3 &&
    matchTier(word, layout.tiers) === undefined &&
    levels.some((level) => likeness(word, level) >= LEVEL_LIKENESS)
  );
}

/** Without what stands before a row's last level name, and without single stray characters. */
function fromLastLevel(row: readonly FormCell[], layout: EvaluationLayout): readonly FormCell[] {
  const firstValue = row.findIndex((cell) => /\d/u.test(cell.text) || comparatorOf(cell.text) !== null);
  const leading = row.slice(0, firstValue < 0 ? row.length : firstValue);
  const last = leading.findLastIndex((cell) => isLevelLike(cell.text, layout));
  return row.slice(Math.max(0, last)).filter((cell) => !isStray(cell));
}

function isStray({ text }: FormCell): boolean {
  return hanCount(text) < 2 && !/[\d%]/u.test(text) && comparatorOf(text) === null;
}

/** The blank-separated words of a cell; a comparator takes the word after it ("= 100%"). */
function wordsIn(cell: FormCell): readonly FormCell[] {
  const words: string[] = [];
  for (const word of cell.text.split(/\s+/u)) {
    const previous = words.at(-1);
    if (
      previous !== undefined &&
      previous.length === 1 &&
      comparatorOf(previous) !== null &&
      comparatorOf(word) === null
    ) {
      words[words.length - 1] = previous + word;
    } else words.push(word);
  }
  // A pattern needs a comparator: a dash before a bare unit is a misread "=", here and in its row.
  const hasDashPattern = words.some((word) => /^-[%％]$/u.test(word));
  return words
    .map((word) => (hasDashPattern ? word.replace(/^-(?=[\d%％])/u, "=") : word))
    .map((text) => ({ text, column: NOWHERE, place: cell.place }));
}

/** A name that follows a row's values or numbers begins the next row; a repeated reason does not. */
function segments(
  words: readonly FormCell[],
  outside: readonly FormCell[],
  layout: EvaluationLayout,
): readonly (readonly FormCell[])[] {
  const reason = outside
    .filter((cell) => hanCount(cell.text) >= 2)
    .map((cell) => cell.text)
    .join("");
  const rows: FormCell[][] = [[]];
  let finished = false;
  let closed = false;
  for (const word of words) {
    const isText = hanCount(word.text) >= 2 && comparatorOf(word.text) === null;
    const isTier = matchTier(word.text, layout.tiers) !== undefined;
    const isReason = reason.length >= 3 && likeness(reason, word.text) >= 0.8;
    const isNextRow = finished && isText && !isTier && !isReason;
    if (isNextRow) [rows[rows.length], finished, closed] = [[], false, false];
    // After a row's reason, numbers without a name are of a row whose name is lost.
    if (closed) continue;
    rows.at(-1)?.push(word);
    closed = isReason;
    finished ||= isTier || /^\d+(?:\.\d+)?$/u.test(word.text);
  }
  return rows;
}

/** A scan that squeezed a row into the one above may print it again below. */
function isRepeated(row: readonly FormCell[], next: FormLine | undefined): boolean {
  const name = row.find((word) => hanCount(word.text) >= 4);
  return (
    name !== undefined &&
    (next?.cells.some((cell) => plainWords(cell.text) === plainWords(name.text)) ?? false)
  );
}
