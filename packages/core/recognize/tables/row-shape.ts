// Whether a row of a grid is header or data, by the layout that is being tried.

import { comparable } from "../../figures/normalize.ts";
import type { LayoutIndex } from "./layout-index.ts";
import { keysNamed, plainName } from "./layout-index.ts";
import type { PrintedCell } from "./printed-cell.ts";

/** RowShape: header words, 栏次, a heading between rows, data, words that may belong to a neighbour, or nothing. */
export type RowShape = "header" | "numbers" | "heading" | "data" | "words" | "blank";

const isNumber = (cell: PrintedCell): boolean =>
  cell.kind === "decimal" || cell.kind === "fragment" || cell.kind === "garbled";

/** True for a row of 栏次: "栏次 1 2 3", or small whole numbers that count their own columns. */
export function isColumnNumbers(cells: readonly PrintedCell[]): boolean {
  const [first] = cells;
  if (first === undefined) return false;
  if (/^[栏欄]次$/u.test(first.squeezed)) return true;
  const integers = cells.filter(({ kind }) => kind === "integer");
  if (integers.length < 3 || integers.length * 4 < cells.length * 3) return false;
  const counting = integers.filter(
    (cell, order) => order === 0 || Number(cell.squeezed) === Number(integers[order - 1]?.squeezed) + 1,
  );
  return (
    counting.length * 3 >= integers.length * 2 && integers.every(({ squeezed }) => Number(squeezed) <= 30)
  );
}

/** How many cells are header words of the layout. */
export function headerWords(cells: readonly PrintedCell[], index: LayoutIndex): number {
  return cells.filter(({ squeezed }) => index.vocabulary.has(comparable(squeezed))).length;
}

/**
 * The total row that shares its line with the last header words (合计 105.00 合计 基本支出 项目支出): the form
 * leaves no room for those figures, so that nothing can be read there, and nothing is blank either.
 */
export function withoutHeaderWords(
  cells: readonly PrintedCell[],
  index: LayoutIndex,
): readonly PrintedCell[] {
  const isTotal =
    index.rowKey === "function-code" &&
    cells[0]?.kind === "total" &&
    cells.some(({ kind }) => kind === "decimal");
  if (!isTotal) return cells;
  return cells.map((cell, at) => (at > 0 && isHeaderWord(cell, index) ? { ...cell, kind: "garbled" } : cell));
}

/** True for words of the layout's header. */
export const isHeaderWord = ({ squeezed }: Pick<PrintedCell, "squeezed">, index: LayoutIndex): boolean =>
  index.vocabulary.has(comparable(squeezed));

/** The shape of a row under a layout. */
export function rowShape(cells: readonly PrintedCell[], index: LayoutIndex): RowShape {
  if (cells.length === 0) return "blank";
  if (isColumnNumbers(cells)) return "numbers";
  if (index.rowKey === "single") return singleRowShape(cells);
  if (cells.some((cell) => isFootName(cell, index))) return "data";
  const words = headerWords(cells, index);
  if (isHeadingRow(cells, index)) return "heading";
  if (cells.some(isNumber)) return "data";
  if (index.rowKey === "line") return lineRowShape(cells, index, words);
  return codeRowShape(cells, words);
}

function singleRowShape(cells: readonly PrintedCell[]): RowShape {
  const figures = cells.filter((cell) => isNumber(cell) || cell.kind === "integer" || cell.kind === "dash");
  const words = cells.length - figures.length;
  return figures.length > words ? "data" : "header";
}

function isFootName(cell: PrintedCell, index: LayoutIndex): boolean {
  const shown = plainName(cell.squeezed);
  return index.footNames.some(({ name }) => name === shown || (shown.length >= 4 && name.endsWith(shown)));
}

function isHeadingRow(cells: readonly PrintedCell[], index: LayoutIndex): boolean {
  const [first] = cells;
  if (first === undefined || index.headings.size === 0) return false;
  return index.headings.has(plainName(first.squeezed)) && !cells.some(isNumber);
}

function lineRowShape(cells: readonly PrintedCell[], index: LayoutIndex, words: number): RowShape {
  const isKnown = (cell: PrintedCell): boolean =>
    index.sides.some((side) => keysNamed(side, cell.squeezed).exact) &&
    !index.vocabulary.has(comparable(cell.squeezed));
  if (cells.some(isKnown)) return "data";
  if (words * 2 >= cells.length) return words === 1 && hasLineNumber(cells, index) ? "data" : "header";
  if (hasLineNumber(cells, index)) return "data";
  return cells.some(({ kind }) => kind === "dash") ? "data" : "words";
}

function hasLineNumber(cells: readonly PrintedCell[], index: LayoutIndex): boolean {
  return cells.some(
    (cell) => cell.kind === "integer" && index.sides.some(({ keys }) => keys.includes(cell.squeezed)),
  );
}

function codeRowShape(cells: readonly PrintedCell[], words: number): RowShape {
  if (cells.some(({ leadingCode }) => leadingCode !== null)) return "data";
  // 合计 begins its row; as a header word it stands under another one, or beside others and nothing else.
  if (cells[0]?.kind === "total") return words >= 3 && words === cells.length ? "header" : "data";
  return words > 0 ? "header" : "words";
}
