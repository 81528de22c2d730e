// A workbook as every spreadsheet format gives it: sheets of shown cells. It lies between the readers of
// XLSX, XLS and CSV and the neutral document, so that layout is decided once.

import type { Problem } from "@jueming/core/document/document.ts";

/** SheetCell: a cell that shows something; positions are 1-based. */
export interface SheetCell {
  readonly row: number;
  readonly column: number;
  /** What a person sees, the number format applied. */
  readonly text: string;
  /** The exact decimal string of a number, where the cell holds one. */
  readonly exact?: string;
}

/** Merge (合并单元格): a rectangle of merged cells, 1-based and inclusive. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Span (区间): rows or columns from first to last, 1-based and inclusive. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/** Sheet (工作表): its shown cells in reading order. */
export interface Sheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly cells: readonly SheetCell[];
  readonly merges: readonly Merge[];
  readonly hiddenRows: readonly Span[];
  readonly hiddenColumns: readonly Span[];
  /** Texts of boxes drawn over the sheet, in the order of the file. */
  readonly boxes?: readonly string[];
  /** Rectangles that the file itself names as tables; what lies outside is laid out as ever. */
  readonly grids?: readonly Merge[];
}

/** Workbook (工作簿): what was read of a spreadsheet file, and what was doubtful. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly problems: readonly Problem[];
  /** True where the sheets are pages of one document, whose names are no headings. */
  readonly isDocument?: boolean;
}
