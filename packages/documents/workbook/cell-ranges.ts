// Cells as the references of a formula: those that follow one another downwards or to the right as ranges.

import { columnLetters } from "./column-letters.ts";

/** SheetPosition: a cell by sheet, row and column, 1-based. */
export interface SheetPosition {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** A cell without its sheet. */
export const reference = ({ row, column }: Pick<SheetPosition, "row" | "column">): string =>
  `${columnLetters(column)}${row}`;

/** A sheet's name before a reference: always quoted, apostrophes doubled. */
export const quotedSheet = (sheet: string): string => `'${sheet.replaceAll("'", "''")}'`;

/** References to the cells as a formula on `sheet` writes them. */
export function rangesOf(cells: readonly SheetPosition[], sheet: string): readonly string[] {
  const runs: { first: SheetPosition; last: SheetPosition }[] = [];
  for (const cell of cells) {
    const run = runs.at(-1);
    if (run !== undefined && follows(run, cell)) run.last = cell;
    else runs.push({ first: cell, last: cell });
  }
  return runs.map(({ first, last }) => {
    const before = first.sheet === sheet ? "" : `${quotedSheet(first.sheet)}!`;
    return `${before}${reference(first)}${first === last ? "" : `:${reference(last)}`}`;
  });
}

interface Run {
  readonly first: SheetPosition;
  readonly last: SheetPosition;
}

function follows({ first, last }: Run, next: SheetPosition): boolean {
  if (last.sheet !== next.sheet) return false;
  const isDown = next.column === last.column && next.row === last.row + 1 && first.column === last.column;
  const isRight = next.row === last.row && next.column === last.column + 1 && first.row === last.row;
  return isDown || isRight;
}
