// What a spreadsheet file may measure at most. Every loop over the input ends at one of these; beyond
// them the file is a dump or an attack, and is refused before it takes the machine.

import { DocumentError } from "../document-error.ts";

/** WorkbookLimits: bounds that hold reading within seconds and some hundred megabytes. */
export interface WorkbookLimits {
  readonly bytes: number;
  /** Entries of the ZIP container. */
  readonly entries: number;
  /** Characters of XML read from the whole file, whatever sizes its directory claims. */
  readonly expandedBytes: number;
  /** How many times its packed size the XML may measure, beyond a harmless size. */
  readonly expansionRatio: number;
  readonly harmlessBytes: number;
  readonly sheets: number;
  readonly rows: number;
  readonly columns: number;
  /** Cells that show something, and cells laid out with the blanks between them. */
  readonly cells: number;
  readonly merges: number;
  readonly sharedStrings: number;
  /** Characters that all shown cells hold together. */
  readonly characters: number;
}

export const WORKBOOK_LIMITS: WorkbookLimits = {
  bytes: 64 * 1024 * 1024,
  entries: 20_000,
  expandedBytes: 384 * 1024 * 1024,
  expansionRatio: 400,
  harmlessBytes: 32 * 1024 * 1024,
  sheets: 1_000,
  rows: 1_048_576,
  columns: 16_384,
  cells: 500_000,
  merges: 200_000,
  sharedStrings: 1_000_000,
  characters: 64 * 1024 * 1024,
};

/** The error for a file beyond a limit: what is too large, and what to do. */
export function tooLarge(what: string): DocumentError {
  return new DocumentError(
    "too-large",
    `${what}。决算公开材料不会有这样的规模，请确认文件是否正确；如内容无误，请只保留公开的表另存为新文件后重试。`,
  );
}

/** Refuses a file whose bytes alone are too many. */
export function checkSize(bytes: Uint8Array, limits: WorkbookLimits): void {
  if (bytes.length > limits.bytes) {
    throw tooLarge(`文件有 ${megabytes(bytes.length)} MB，超过 ${megabytes(limits.bytes)} MB 的上限`);
  }
}

/** Mebibytes with one decimal, for messages. */
export function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1).replace(/\.0$/u, "");
}
