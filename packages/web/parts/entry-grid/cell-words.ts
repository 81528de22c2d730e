// Cells in words: how a value is shown when it is not edited, and what a cell is called when it is read aloud.

import type { Grid, GridCell } from "./grid-model.ts";

/** A number with separators of thousands; whatever is no plain number stays as it was typed. */
export function shownText({ text, entry, target }: GridCell): string {
  // A year is a number, but nobody writes 2,024.
  const isYear = target?.kind === "field" && target.key === "identity:year";
  if (entry === "text" || entry === "code" || isYear) return text;
  const number = /^(-?)(\d+)(\.\d+)?$/u.exec(text.trim());
  if (number === null) return text;
  const [, sign = "", whole = "", rest = ""] = number;
  return `${sign}${whole.replaceAll(/\B(?=(?:\d{3})+$)/gu, ",")}${rest}`;
}

/** True for what is set at the right, with tabular figures. */
export function isFigure({ entry, target }: GridCell): boolean {
  return target !== null && entry !== "text" && entry !== "code";
}

/** “行政运行 × 基本支出”: the labels of the row, and the headers above. */
export function cellName(grid: Grid, cell: GridCell): string {
  const row = rowName(grid, cell);
  const column = columnName(grid, cell);
  const name = [row, column].filter((part) => part !== "").join(" × ");
  return name === "" ? cell.label : name;
}

/** What is typed or pasted into a cell, tidied: spreadsheets and documents write one figure in many ways. */
export function pastedText({ entry }: GridCell, text: string): string {
  if (entry === "text") return text;
  const bare = text.trim();
  return entry === "code" ? halfWidth(bare) : plainFigure(bare);
}

const halfWidth = (text: string): string => text.normalize("NFKC").trim();

/** Strokes that stand for nothing: a blank printed on purpose, which is no zero. */
const STROKES = /^[-‐‑‒–—―─﹣－]+$/u;

/**
 * A figure without separators: １，２３４.５ and 1,234.5 are 1234.5, (1,234.5) is -1234.5 as accountants write it, strokes
 * are a blank. Whatever is no plain figure stays as it was written, so that it can be seen and corrected.
 */
function plainFigure(text: string): string {
  if (STROKES.test(text.replaceAll(/\s/gu, ""))) return "";
  const folded = halfWidth(text)
    .replaceAll(/[\s¥]/gu, "")
    .replace(/^[−–—]/u, "-");
  const inBrackets = /^\((.*)\)$/u.exec(folded)?.[1];
  const figure = /^([-+]?)(\d{1,3}(?:,\d{3})+|\d+)?(\.\d+)?$/u.exec(inBrackets ?? folded);
  const [, sign = "", whole = "", rest = ""] = figure ?? [];
  if (figure === null || whole + rest === "" || (inBrackets !== undefined && sign !== "")) return text;
  const isNegative = sign === "-" || inBrackets !== undefined;
  return `${isNegative ? "-" : ""}${whole === "" ? "0" : whole.replaceAll(",", "")}${rest}`;
}

function rowName(grid: Grid, { row, column }: GridCell): string {
  const own = grid.rows.find((each) => each.row === row);
  if (own === undefined || row <= grid.frozenRows) return "";
  if (own.list !== null) {
    const names = own.cells.filter((cell) => cell.column < column && !isFigure(cell) && cell.text !== "");
    const [first] = names;
    const nth = `第 ${row - (grid.rows.find(({ list }) => list !== null)?.row ?? row) + 1} 行`;
    return first === undefined
      ? nth
      : `${nth} ${names
          .slice(0, 2)
          .map(({ text }) => text)
          .join(" ")}`;
  }
  const labels = own.cells.filter(
    (cell) => cell.look === "label" && cell.column < column && cell.text !== "",
  );
  // In a table of two sides, the labels of the own side are those next to the left.
  return labels.at(-2)?.text.trim() ?? labels.at(-1)?.text.trim() ?? "";
}

function columnName(grid: Grid, { row, column }: GridCell): string {
  const names: string[] = [];
  for (let above = 1; above <= grid.frozenRows && above < row; above += 1) {
    const cell = grid.at(above, column);
    if (cell?.look === "head" && cell.text !== "" && names.at(-1) !== cell.text) names.push(cell.text);
  }
  return names.join(" ");
}
