// References to cells as files write them: "AB12", "A1:C3".

import type { Merge } from "../workbook/workbook.ts";

/** CellPosition: row and column, 1-based. */
export interface CellPosition {
  readonly row: number;
  readonly column: number;
}

const REFERENCE = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/iu;

/** The position that a reference names, or undefined. */
export function positionOf(reference: string): CellPosition | undefined {
  const match = REFERENCE.exec(reference);
  if (match === null) return undefined;
  const [, letters = "", digits = ""] = match;
  let column = 0;
  for (let index = 0; index < letters.length; index += 1) {
    column = column * 26 + (letters.charCodeAt(index) & 0x1f);
  }
  return { row: Number(digits), column };
}

/** The rectangle that a range names, or undefined. */
export function rangeOf(reference: string): Merge | undefined {
  const [start, end] = reference.split(":").map(positionOf);
  if (start === undefined || end === undefined) return undefined;
  return {
    top: Math.min(start.row, end.row),
    left: Math.min(start.column, end.column),
    bottom: Math.max(start.row, end.row),
    right: Math.max(start.column, end.column),
  };
}
