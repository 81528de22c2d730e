// What typing, pasting, filling and moving rows mean as changes. Nothing here knows of keys or of the screen.

import type { Entries, EntryChange, EntryList, EntryRow } from "@jueming/server/contract/entry.ts";

import { isFigure, pastedText } from "./cell-words.ts";
import type { CopiedCell } from "./clipboard.ts";
import type { Grid, GridCell, GridFrame } from "./grid-model.ts";
import { isOpen } from "./grid-model.ts";
import type { Position, Range } from "./selection.ts";
import { newRow } from "./targets.ts";

/** A text for a place. */
export interface PlacedText extends Position {
  readonly text: string;
}

/** Edit: changes, and what could not be done. */
export interface Edit {
  readonly changes: readonly EntryChange[];
  /** Cells that are worked out or fixed, and were left alone. */
  readonly skipped: number;
  /** Texts that are none of the choices a cell takes. */
  readonly refused: readonly string[];
}

/** Everything an edit is made from. */
export interface Sheet {
  readonly frame: GridFrame;
  readonly grid: Grid;
  readonly entries: Entries;
  readonly newId: () => string;
}

/** A paste may be larger than what is there, but not endless. */
const mostNewRows = 5000;

/** Texts put into their places; rows below a list's end are added to it. */
export function putTexts(sheet: Sheet, texts: readonly PlacedText[]): Edit {
  const changes: EntryChange[] = [];
  const added = new Map<number, { id: string; list: string; cells: Record<string, string> }>();
  const refused: string[] = [];
  let skipped = 0;
  for (const { row, column, text } of texts) {
    const cell = sheet.grid.at(row, column) ?? cellBelow(sheet, row, column);
    if (!isOpen(cell)) {
      skipped += text === "" ? 0 : 1;
      continue;
    }
    const to = pastedText(cell, text);
    if (to === cell.text) continue;
    if (isRefused(cell, to)) refused.push(to);
    else if (cell.target.kind === "field") {
      changes.push({ kind: "field", key: cell.target.key, from: cell.text, to });
    } else if (cell.target.row === newRow) {
      const { list, column: name } = cell.target;
      const own = added.get(row) ?? { id: sheet.newId(), list, cells: {} };
      if (added.size < mostNewRows) added.set(row, { ...own, cells: { ...own.cells, [name]: to } });
    } else {
      const { list, row: id, column: name } = cell.target;
      changes.push({ kind: "cell", list, row: id, column: name, from: cell.text, to });
    }
  }
  return { changes: [...changes, ...insertions(sheet, [...added.values()])], skipped, refused };
}

/** A block of texts put at a position; a single one fills the whole range. */
export function pasteBlock(sheet: Sheet, range: Range, rows: readonly (readonly string[])[]): Edit {
  const single = rows.length === 1 && rows[0]?.length === 1 ? rows[0][0] : undefined;
  if (single !== undefined)
    return putTexts(
      sheet,
      textsOver(sheet.grid, range, () => single),
    );
  return putTexts(
    sheet,
    rows.flatMap((row, down) =>
      row.map((text, right) => ({ row: range.top + down, column: range.left + right, text })),
    ),
  );
}

/** The top row of a range into the rows below it. */
export function fillDown(sheet: Sheet, range: Range): Edit {
  const { grid } = sheet;
  const from = range.top === range.bottom ? range.top - 1 : range.top;
  const texts = textsOver(grid, range, ({ column }) => grid.at(from, column)?.text ?? "");
  return putTexts(
    sheet,
    texts.filter(({ row }) => row > from),
  );
}

/** Empties a range; cells that cannot be emptied are passed over without a word. */
export function clearRange(sheet: Sheet, range: Range): Edit {
  return putTexts(
    sheet,
    textsOver(sheet.grid, range, () => ""),
  );
}

/** The cells of a range, for the clipboard. */
export function blockOf(grid: Grid, range: Range): readonly (readonly CopiedCell[])[] {
  const rows: CopiedCell[][] = [];
  for (let row = range.top; row <= range.bottom; row += 1) {
    const cells: CopiedCell[] = [];
    for (let column = range.left; column <= range.right; column += 1) {
      const cell = grid.at(row, column);
      const isFirst = cell?.row === row && cell.column === column;
      cells.push(isFirst ? { text: cell.text, isText: !isFigure(cell) } : { text: "", isText: false });
    }
    rows.push(cells);
  }
  return rows;
}

/** A row of a list, by its place in the grid. */
export interface ListedRow {
  readonly list: string;
  readonly id: string;
  readonly index: number;
  readonly rows: readonly EntryRow[];
}

/** The row of a list that stands at a grid row. */
export function listedRow({ grid, entries }: Sheet, row: number): ListedRow | null {
  const list = grid.rows.find((each) => each.row === row)?.list;
  if (list === undefined || list === null) return null;
  const rows = entries.lists[list.key] ?? [];
  const at = rows.findIndex(({ id }) => id === list.id);
  return { list: list.key, id: list.id, index: at === -1 ? rows.length : at, rows };
}

/** An empty row above this one. */
export function insertRow(sheet: Sheet, { list, index, rows }: ListedRow): Edit {
  const row = { id: sheet.newId(), cells: {} };
  return only({ kind: "insert-row", list, row, after: rows[index - 1]?.id ?? null });
}

/** The rows of a range removed. */
export function removeRows(sheet: Sheet, range: Range): Edit {
  const changes: EntryChange[] = [];
  for (let row = range.top; row <= range.bottom; row += 1) {
    const listed = listedRow(sheet, row);
    if (listed !== null && listed.id !== newRow) {
      changes.push({ kind: "remove-row", list: listed.list, row: listed.id });
    }
  }
  return { changes, skipped: 0, refused: [] };
}

/** A row moved up or down by one. */
export function moveRow({ list, id, index, rows }: ListedRow, by: 1 | -1): Edit {
  const to = index + by;
  if (id === newRow || to < 0 || to >= rows.length) return { changes: [], skipped: 0, refused: [] };
  const after = by === 1 ? rows[to]?.id : rows[to - 1]?.id;
  return only({ kind: "move-row", list, row: id, after: after ?? null });
}

const only = (change: EntryChange): Edit => ({ changes: [change], skipped: 0, refused: [] });

function textsOver(grid: Grid, range: Range, textAt: (at: Position) => string): readonly PlacedText[] {
  const texts: PlacedText[] = [];
  for (let row = range.top; row <= range.bottom; row += 1) {
    for (let column = range.left; column <= range.right; column += 1) {
      const cell = grid.at(row, column);
      if (cell?.row === row && cell.column === column && isOpen(cell)) {
        texts.push({ row, column, text: textAt({ row, column }) });
      }
    }
  }
  return texts;
}

/** Below the last row of the grid a list goes on: the cell that would stand there. */
function cellBelow({ grid }: Sheet, row: number, column: number): GridCell | undefined {
  const last = grid.rows.at(-1);
  if (last === undefined || row <= last.row || last.list === null) return undefined;
  return last.cells.find((cell) => cell.column === column);
}

function isRefused({ choices, choicesAreStrict }: GridCell, text: string): boolean {
  return choicesAreStrict && choices !== null && text !== "" && !choices.includes(text);
}

function insertions(
  { entries }: Sheet,
  added: readonly {
    readonly id: string;
    readonly list: EntryList["key"];
    readonly cells: EntryRow["cells"];
  }[],
): readonly EntryChange[] {
  let after: string | null | undefined;
  return added.map(({ id, list, cells }): EntryChange => {
    after ??= entries.lists[list]?.at(-1)?.id ?? null;
    const change: EntryChange = { kind: "insert-row", list, row: { id, cells }, after };
    after = id;
    return change;
  });
}
