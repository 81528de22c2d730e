// Words of neighbouring columns that a page without lines between them printed as one cell: "一级指标二级指标",
// "产出指标数量指标". Where a cell is nothing but words that a form prints in cells of their own, it is parted.

import { remembered } from "../../figures/remembered.ts";
import type { EvaluationLayout } from "../../forms/evaluation-layout.ts";
import type { FormCell, FormLine } from "./form-lines.ts";
import { plainWords } from "./word-match.ts";

/** PartWords: the words of a run-together cell; undefined where it is one cell's text. */
type PartWords = (text: string) => readonly string[] | undefined;

const SHORTEST_HEADER = 4;

/** The lines with run-together cells parted. */
export function partedLines(
  lines: readonly FormLine[],
  layouts: readonly EvaluationLayout[],
): readonly FormLine[] {
  const partsOf = remembered(wordParter(layouts));
  return lines.map((line) => {
    if (line.kind !== "row" || !line.cells.some(({ text }) => partsOf(text) !== undefined)) return line;
    return { ...line, cells: line.cells.flatMap((cell, at) => parted(cell, line.cells[at + 1], partsOf)) };
  });
}

/** Each part takes a column of its own, as far as the cell leaves any before the next one. */
function parted(cell: FormCell, next: FormCell | undefined, partsOf: PartWords): readonly FormCell[] {
  const parts = partsOf(cell.text);
  if (parts === undefined) return [cell];
  const room = next === undefined ? parts.length : next.column - cell.column;
  const step = Math.min(1, room / parts.length);
  return parts.map((text, at) => ({ ...cell, text, column: cell.column + at * step }));
}

function wordParter(layouts: readonly EvaluationLayout[]): PartWords {
  const headers = layouts
    .flatMap(({ indicators }) => indicators.columns.flatMap(({ words }) => words))
    .map(plainWords)
    .filter((word) => word.length >= SHORTEST_HEADER);
  const levels = layouts.flatMap(({ indicators }) => indicators.levels);
  const first = levels.flatMap(({ words }) => words).map(plainWords);
  const second = levels.flatMap(({ level2 }) => level2.flatMap(({ words }) => words)).map(plainWords);
  const whole = new Set([...headers, ...first, ...second]);
  return (text) => {
    const plain = plainWords(text);
    if (whole.has(plain)) return undefined;
    return inWords(plain, headers) ?? inLevels(plain, first, second);
  };
}

/** A text that is made of at least two of the words. */
function inWords(text: string, words: readonly string[]): readonly string[] | undefined {
  for (const word of words) {
    if (!text.startsWith(word)) continue;
    const rest = text.slice(word.length);
    if (words.includes(rest)) return [word, rest];
    const more = inWords(rest, words);
    if (more !== undefined) return [word, ...more];
  }
  return undefined;
}

function inLevels(
  text: string,
  first: readonly string[],
  second: readonly string[],
): readonly string[] | undefined {
  const word = first.find((one) => text.startsWith(one) && second.includes(text.slice(one.length)));
  return word === undefined ? undefined : [word, text.slice(word.length)];
}
