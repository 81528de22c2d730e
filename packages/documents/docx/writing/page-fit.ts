// A table that is a little longer than its page is set a little tighter, as an office does by hand: two rows
// alone on a second page are hard to read. One that fills pages anyway keeps its size.

import type { WrittenBlock } from "@jueming/core/document/composition.ts";

import type { TableFit } from "./column-widths.ts";
import { lineCount, smallerSizes } from "./column-widths.ts";
import type { PageGeometry } from "./page-geometry.ts";
import type { Grid } from "./table-grid.ts";

/** RowPitch: size of type in half points, and what rows and lines are high for each of them, in twips. */
export interface RowPitch {
  readonly size: number;
  readonly rowHeight: number;
  /** Lines stand exactly so far apart, whatever the typeface; undefined leaves it to the typeface. */
  readonly lineHeight: number | undefined;
}

/** A little air above and below one line. */
const AIRY = { rowHeight: 19, lineHeight: undefined };
/** Lines as close as they can be read. */
const TIGHT = { rowHeight: 14, lineHeight: 12 };
/** For the smallest type only: what an official table of 35 rows needs to stand on one page on its side. */
const CLOSEST = { rowHeight: 12, lineHeight: 11.5 };
/** What a typeface takes for a line at most, where it is left to it. */
const TALLEST_LINE = 14.5;
/** What an estimate may be wrong by. */
const SURE = 0.97;
/** How many sizes smaller are tried; beyond this the table needs a second page, however it is set. */
const STEPS = 2;

/** How the rows of a table are set where `room` twips are left on its page; undefined room is not looked at. */
export function rowPitch(grid: Grid, fit: TableFit, room: number | undefined): RowPitch {
  const plain = { size: fit.size, ...AIRY };
  if (room === undefined) return plain;
  const sizes = [fit.size, ...smallerSizes(fit.size, STEPS)];
  const tighter = sizes.map((size) => ({ size, ...TIGHT }));
  const closest = sizes.slice(-1).map((size) => ({ size, ...CLOSEST }));
  return [plain, ...tighter, ...closest].find((pitch) => heightOf(grid, fit, pitch) <= room * SURE) ?? plain;
}

function heightOf(grid: Grid, { widths }: TableFit, { size, rowHeight, lineHeight }: RowPitch): number {
  return grid.rows.reduce((sum, cells) => {
    const heights = cells.map(({ cell, column, columnSpan, merge }) => {
      if (cell === undefined || merge !== "none") return 0;
      const width = widths.slice(column, column + columnSpan).reduce((total, each) => total + each, 0);
      return lineCount(cell.text, width, size) * size * (lineHeight ?? TALLEST_LINE);
    });
    return sum + Math.max(size * rowHeight, ...heights) + RULE;
  }, 0);
}

/** A rule between rows. */
const RULE = 10;
/** Heights in twips of what stands round a table. */
const TITLE = 720;
const SMALL_LINE = 320;
const BODY_LINE = 578;
const NOTE_SIZE = 18;
const BODY_SIZE = 32;

/** The room for a table that is the first on its page: what its title and its notes leave. */
export function roomForTable(
  blocks: readonly WrittenBlock[],
  index: number,
  page: PageGeometry,
): number | undefined {
  const before = blocks.slice(0, index);
  if (before.some(({ kind }) => kind === "table" || kind === "contents")) return undefined;
  const end = blocks.findIndex((block, at) => at > index && !isNote(block));
  const notes = blocks.slice(index + 1, end < 0 ? undefined : end);
  const taken = [...before, ...notes].reduce((sum, block) => sum + heightOfBlock(block, page), 0);
  const room = page.height - page.top - page.bottom - taken;
  return room > 0 ? room : undefined;
}

function isNote(block: WrittenBlock): boolean {
  return block.kind === "paragraph" && (block.role === "note" || block.role === "signature");
}

function heightOfBlock(block: WrittenBlock, { textWidth }: PageGeometry): number {
  if (block.kind === "heading") return block.style === "table-title" ? TITLE : BODY_LINE;
  if (block.kind !== "paragraph") return 0;
  if (block.role === "note") return lineCount(block.text, textWidth, NOTE_SIZE) * NOTE_SIZE * TALLEST_LINE;
  if (block.role === "table-label" || block.role === "table-head") return SMALL_LINE;
  return lineCount(block.text, textWidth, BODY_SIZE) * BODY_LINE;
}
