// What a paragraph's properties say of tables, headings and lists ([MS-DOC] 2.6.2, 2.6.3).

import type { PropertyRun } from "./property-runs.ts";
import { eachProperty } from "./property-runs.ts";

/** RowCell: one cell of a row's definition: its edges in twentieths of a point, and how it is merged. */
export interface RowCell {
  readonly left: number;
  readonly right: number;
  readonly merge: "none" | "left" | "above" | "starts-below";
}

/** ParagraphProperties: what the reader needs to know of a paragraph. */
export interface ParagraphProperties {
  readonly tableDepth: number;
  /** The mark ends a row of the outermost table. */
  readonly endsRow: boolean;
  readonly cells: readonly RowCell[];
  /** 1 is the highest, 0 is none. */
  readonly headingLevel: number;
  readonly isNumbered: boolean;
}

const IN_TABLE = 0x2416;
const ENDS_ROW = 0x2417;
const TABLE_DEPTH = 0x6649;
const OUTLINE_LEVEL = 0x2640;
const LIST = 0x460b;
const ELSEWHERE = new Set([0x6645, 0x6646]);
const ROW_DEFINITION = 0xd608;
const VERTICAL_MERGE = 0xd62b;
const HEADING_STYLES = 9;
const CELLS_LIMIT = 64;

interface Found {
  isInTable: boolean;
  depth: number;
  endsRow: boolean;
  cells: RowCell[];
  level: number | undefined;
  isNumbered: boolean;
}

/** Reads the properties of a run; long ones stand in the Data stream. */
export function paragraphProperties(run: PropertyRun | undefined, huge: Uint8Array): ParagraphProperties {
  const found: Found = {
    isInTable: false,
    depth: 0,
    endsRow: false,
    cells: [],
    level: undefined,
    isNumbered: false,
  };
  if (run !== undefined) {
    eachProperty(run.properties, (code, operand) => {
      if (ELSEWHERE.has(code)) {
        eachProperty(propertiesAt(huge, operand), (inner, value) => take(found, inner, value));
      } else take(found, code, operand);
    });
  }
  const style = run?.style ?? 0;
  const ofStyle = style >= 1 && style <= HEADING_STYLES ? style : 0;
  return {
    tableDepth: found.depth > 0 ? found.depth : Number(found.isInTable),
    endsRow: found.endsRow,
    cells: found.cells,
    headingLevel: found.level ?? ofStyle,
    isNumbered: found.isNumbered,
  };
}

function take(found: Found, code: number, operand: Uint8Array): void {
  const first = operand[0] ?? 0;
  if (code === IN_TABLE) found.isInTable = first === 1;
  else if (code === ENDS_ROW) found.endsRow = first === 1;
  else if (code === TABLE_DEPTH) found.depth = Math.min(first, 15);
  else if (code === OUTLINE_LEVEL) found.level = first < HEADING_STYLES ? first + 1 : 0;
  else if (code === LIST) found.isNumbered = first !== 0 || (operand[1] ?? 0) !== 0;
  else if (code === ROW_DEFINITION) found.cells = rowCells(operand);
  else if (code === VERTICAL_MERGE) {
    const cell = found.cells[first];
    if (cell !== undefined) found.cells[first] = { ...cell, merge: verticalMerge(operand[1] ?? 0) };
  }
}

function propertiesAt(huge: Uint8Array, operand: Uint8Array): Uint8Array {
  if (operand.length < 4) return new Uint8Array(0);
  const at = new DataView(operand.buffer, operand.byteOffset, 4).getUint32(0, true);
  const length = (huge[at] ?? 0) + (huge[at + 1] ?? 0) * 256;
  return huge.subarray(at + 2, at + 2 + length);
}

function rowCells(operand: Uint8Array): RowCell[] {
  const count = Math.min(operand[0] ?? 0, CELLS_LIMIT);
  const view = new DataView(operand.buffer, operand.byteOffset, operand.byteLength);
  if (operand.length < 1 + (count + 1) * 2) return [];
  return Array.from({ length: count }, (_, index): RowCell => {
    const flagsAt = 1 + (count + 1) * 2 + index * 20;
    const flags = flagsAt + 2 <= operand.length ? view.getUint16(flagsAt, true) : 0;
    return {
      left: view.getInt16(1 + index * 2, true),
      right: view.getInt16(3 + index * 2, true),
      merge: (flags & 2) !== 0 ? "left" : verticalMerge((flags >> 5) & 3),
    };
  });
}

function verticalMerge(flags: number): RowCell["merge"] {
  if (flags === 1) return "above";
  return flags === 3 ? "starts-below" : "none";
}
