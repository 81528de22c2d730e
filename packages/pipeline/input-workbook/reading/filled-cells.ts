// The cells of a filled-in workbook by sheet, row and column, whatever blocks the sheet was laid out in.

import type { Document, Place, Problem } from "@jueming/core/document/document.ts";
import type { CellValue } from "@jueming/core/figures/figure.ts";
import { statedFigure } from "@jueming/core/figures/figure.ts";
import { parseFigure } from "@jueming/core/figures/parse-figure.ts";
import type { Unit } from "@jueming/core/figures/unit.ts";
import { columnLetters } from "@jueming/documents/workbook/column-letters.ts";

/** FilledCell: what stands in a cell. */
export interface FilledCell {
  readonly text: string;
  readonly exact?: string;
  readonly place: Place;
}

/** FilledSheet: the cells of one sheet. */
export interface FilledSheet {
  readonly name: string;
  readonly lastRow: number;
  readonly at: (row: number, column: number) => FilledCell | undefined;
  /** Row of the n-th cell with these words in a column. */
  readonly rowOf: (column: number, words: string, occurrence: number) => number | undefined;
}

/** The sheets of a document that was read from a workbook. */
export function filledSheets(document: Document): ReadonlyMap<string, FilledSheet> {
  const cells = new Map<string, Map<string, FilledCell>>();
  const add = (text: string, place: Place, exact?: string): void => {
    const { sheet, row, column } = place;
    if (sheet === undefined || row === undefined || column === undefined || text === "") return;
    const own = cells.get(sheet) ?? new Map<string, FilledCell>();
    const key = `${row},${column}`;
    // A text of several lines was laid out as several paragraphs.
    const before = own.get(key);
    const whole = before === undefined ? text : `${before.text}\n${text}`;
    own.set(key, { text: whole, place, ...(exact === undefined ? {} : { exact }) });
    cells.set(sheet, own);
  };
  for (const block of document.blocks) {
    if (block.kind === "paragraph") add(block.text, block.place);
    if (block.kind === "table") {
      for (const row of block.rows) for (const cell of row.cells) add(cell.text, cell.place, cell.exact);
    }
  }
  return new Map([...cells].map(([name, own]) => [name, sheetOf(name, own)]));
}

function sheetOf(name: string, cells: ReadonlyMap<string, FilledCell>): FilledSheet {
  const rows = new Map<string, number[]>();
  let lastRow = 0;
  const inOrder = [...cells.values()].toSorted((a, b) => (a.place.row ?? 0) - (b.place.row ?? 0));
  for (const { text, place } of inOrder) {
    const key = `${place.column ?? 0}|${text.trim()}`;
    const known = rows.get(key);
    if (known === undefined) rows.set(key, [place.row ?? 0]);
    else known.push(place.row ?? 0);
    lastRow = Math.max(lastRow, place.row ?? 0);
  }
  return {
    name,
    lastRow,
    at: (row, column) => cells.get(`${row},${column}`),
    rowOf: (column, words, occurrence) => rows.get(`${column}|${words.trim()}`)?.[occurrence - 1],
  };
}

/** Where a cell stands, for messages: 工作表“单位信息”的 B3. */
export const addressOf = ({ sheet, row, column }: Place): string =>
  `工作表“${sheet ?? ""}”的 ${columnLetters(column ?? 1)}${row ?? ""}`;

/** FigureReading: a figure, and what was wrong with the cell. */
export interface FigureReading {
  readonly value: CellValue;
  readonly problem?: Problem;
}

/** Units of scores and measures, of which there may be parts. */
const MEASURED: ReadonlySet<string> = new Set(["分", "小时", "万人次", "个百分点", "吨", "亩", "米"]);

/** Decimals beyond which an amount has parts of a 分. */
function decimalsOf(unit: Unit | null): number {
  if (unit?.dimension !== "money") return unit?.dimension === "count" && !MEASURED.has(unit.name) ? 0 : 6;
  return unit.scale === 10_000n ? 6 : 2;
}

/** The exact number with at least the decimals that its cell shows: 12.50 is stated to the hundredth. */
export function asShown(exact: string, text: string): string {
  const shown = /\.(\d+)$/u.exec(text.trim())?.[1]?.length ?? 0;
  const [whole = "", decimals = ""] = exact.split(".");
  return shown <= decimals.length ? exact : `${whole}.${decimals.padEnd(shown, "0")}`;
}

/** Reads a cell as a figure of a unit. */
export function readFigure(cell: FilledCell | undefined, place: Place, unit: Unit | null): FigureReading {
  if (cell === undefined) return { value: { kind: "blank", raw: "", place } };
  const { text, exact } = cell;
  const figure =
    exact === undefined ? undefined : statedFigure(asShown(exact, text), unit, cell.place, text.trim());
  const value = figure ?? parseFigure(text, unit, cell.place);
  if (value.kind === "blank") return { value };
  if (value.kind === "unreadable") {
    const message = `${addressOf(cell.place)} 应填数字，现为“${text}”。请改为不带单位和文字的数字。`;
    return { value, problem: { code: "input-not-a-number", message, place: cell.place } };
  }
  const limit = decimalsOf(unit);
  if (value.decimals <= limit) return { value };
  const what = unit?.dimension === "money" ? `以${unit.name}为单位的金额` : "这里";
  const message =
    limit === 0
      ? `${addressOf(cell.place)} 应填整数，现为“${value.value}”。`
      : `${addressOf(cell.place)} 的小数位过多（${value.value}）：${what}最多 ${limit} 位小数，请核对单位。`;
  return { value, problem: { code: "input-too-precise", message, place: cell.place } };
}
