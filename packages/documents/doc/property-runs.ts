// Properties of characters and paragraphs in Word's binary format ([MS-DOC] 2.8, 2.9): pages of 512 bytes
// that say, for ranges of file offsets, which properties differ from the style.

import { DocumentError } from "../document-error.ts";

/** PropertyRun: a range of offsets in the WordDocument stream and the property bytes that hold for it. */
export interface PropertyRun {
  readonly start: number;
  readonly end: number;
  /** The style of a paragraph; 0 for characters. */
  readonly style: number;
  readonly properties: Uint8Array;
}

const PAGE_BYTES = 512;
/** A report of a thousand pages has a tenth of this. */
const RUNS_LIMIT = 1_000_000;
const NONE = new Uint8Array(0);

/** The runs listed by a table of pages, sorted by offset. */
export function propertyRuns(
  main: Uint8Array,
  pages: Uint8Array,
  kind: "paragraph" | "character",
): readonly PropertyRun[] {
  const view = viewOf(pages);
  const count = Math.max(0, Math.floor((pages.length - 4) / 8));
  const runs: PropertyRun[] = [];
  const seen = new Set<number>();
  for (let index = 0; index < count; index += 1) {
    const page = view.getUint32((count + 1) * 4 + index * 4, true) & 0x3fffff;
    const start = page * PAGE_BYTES;
    if (seen.has(page) || start + PAGE_BYTES > main.length) continue;
    seen.add(page);
    runs.push(...runsOfPage(main.subarray(start, start + PAGE_BYTES), kind));
    if (runs.length > RUNS_LIMIT) {
      throw new DocumentError(
        "too-large",
        "Word 文件的格式信息过于庞大，无法读取。请用 Word 另存为 DOCX 再读取。",
      );
    }
  }
  return runs.toSorted((a, b) => a.start - b.start);
}

function runsOfPage(page: Uint8Array, kind: "paragraph" | "character"): readonly PropertyRun[] {
  const view = viewOf(page);
  const count = page[PAGE_BYTES - 1] ?? 0;
  const entryBytes = kind === "paragraph" ? 13 : 1;
  const runs: PropertyRun[] = [];
  for (let index = 0; index < count; index += 1) {
    const slot = (count + 1) * 4 + index * entryBytes;
    if (slot >= PAGE_BYTES) break;
    const start = view.getUint32(index * 4, true);
    const end = view.getUint32(index * 4 + 4, true);
    const offset = (page[slot] ?? 0) * 2;
    if (end <= start) continue;
    runs.push({
      start,
      end,
      ...(kind === "paragraph" ? paragraphAt(page, offset) : characterAt(page, offset)),
    });
  }
  return runs;
}

function characterAt(page: Uint8Array, offset: number): Pick<PropertyRun, "style" | "properties"> {
  if (offset === 0) return { style: 0, properties: NONE };
  return { style: 0, properties: page.subarray(offset + 1, offset + 1 + (page[offset] ?? 0)) };
}

function paragraphAt(page: Uint8Array, offset: number): Pick<PropertyRun, "style" | "properties"> {
  if (offset === 0) return { style: 0, properties: NONE };
  const words = page[offset] ?? 0;
  const start = words === 0 ? offset + 2 : offset + 1;
  const length = words === 0 ? (page[offset + 1] ?? 0) * 2 : words * 2 - 1;
  const whole = page.subarray(start, Math.min(start + length, PAGE_BYTES));
  return { style: (whole[0] ?? 0) + (whole[1] ?? 0) * 256, properties: whole.subarray(2) };
}

/** The run that holds an offset. */
export function runAt(runs: readonly PropertyRun[], offset: number): PropertyRun | undefined {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const run = runs[low];
  return run !== undefined && run.start <= offset ? run : undefined;
}

/** The sizes of operands by the upper three bits of a property's code; 6 says its own. */
const OPERAND_BYTES = [1, 1, 2, 4, 2, 2, -1, 3] as const;
const TABLE_DEFINITION = 0xd608;
const TAB_CHANGES = 0xc615;

/** Calls back with each property's code and operand; stops where the bytes end. */
export function eachProperty(bytes: Uint8Array, take: (code: number, operand: Uint8Array) => void): void {
  const view = viewOf(bytes);
  let at = 0;
  while (at + 2 <= bytes.length) {
    const code = view.getUint16(at, true);
    at += 2;
    const size = operandBytes(bytes, at, code);
    const counted = code >> 13 === 6 ? (code === TABLE_DEFINITION ? 2 : 1) : 0;
    if (at + counted > bytes.length) return;
    take(code, bytes.subarray(at + counted, at + size));
    at += Math.max(1, size);
  }
}

function operandBytes(bytes: Uint8Array, at: number, code: number): number {
  const fixed = OPERAND_BYTES[code >> 13] ?? 1;
  if (fixed > 0) return fixed;
  const first = bytes[at] ?? 0;
  if (code === TABLE_DEFINITION) return first + (bytes[at + 1] ?? 0) * 256 + 1;
  // A long change of tabs counts itself by its two lists.
  if (code === TAB_CHANGES && first === 255) {
    const deleted = bytes[at + 1] ?? 0;
    const added = bytes[at + 2 + deleted * 4] ?? 0;
    return 3 + deleted * 4 + added * 3;
  }
  return first + 1;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
