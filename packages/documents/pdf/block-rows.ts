// Cells to rows where no lines divide them. Cells of one row all stand at some common height, whether they are
// set at the top, in the middle or at the bottom of it; a cell beside several rows that fill the same column
// spans them.

import type { CellBlock } from "./cell-blocks.ts";
import type { Fragment, FragmentRow } from "./fragment-rows.ts";

/** Cells of a row share at least this share of a line's height. */
const SHARED_HEIGHT = 0.25;

/** The stretch of height that all cells of a row have in common. */
interface Row {
  top: number;
  bottom: number;
  readonly blocks: CellBlock[];
  /** Cells that begin in this row and go on below. */
  readonly spanning: { readonly block: CellBlock; readonly last: Row }[];
}

/** Orders cells into rows from top to bottom. */
export function rowsOfBlocks(blocks: readonly CellBlock[]): readonly FragmentRow[] {
  const rows: Row[] = [];
  for (const block of blocks.toSorted((one, two) => heightOf(one) - heightOf(two) || one.top - two.top)) {
    placeBlock(rows, block);
  }
  const ordered = rows.toSorted((one, two) => one.top - two.top);
  return ordered.map(({ blocks: own, spanning }, index) => ({
    fragments: [
      ...own.flatMap(({ fragments }) => fragments),
      ...spanning.flatMap(({ block, last }) => spread(block, Math.max(1, ordered.indexOf(last) - index + 1))),
    ],
  }));
}

const heightOf = ({ top, bottom }: CellBlock): number => bottom - top;

const spread = (block: CellBlock, rowSpan: number): readonly Fragment[] =>
  block.fragments.map((fragment) => ({ ...fragment, rowSpan }));

function placeBlock(rows: Row[], block: CellBlock): void {
  const least = SHARED_HEIGHT * (block.fragments[0]?.line.size ?? 0);
  const met = rows
    .filter((row) => Math.min(row.bottom, block.bottom) - Math.max(row.top, block.top) > least)
    .toSorted((one, two) => one.top - two.top);
  const [first] = met;
  const last = met.at(-1);
  if (first === undefined || last === undefined) {
    rows.push({ top: block.top, bottom: block.bottom, blocks: [block], spanning: [] });
  } else if (met.length > 1 && haveColumnInCommon(met)) first.spanning.push({ block, last });
  else {
    // Cells at different heights of one row, held together by this one.
    for (const row of met.slice(1)) {
      first.blocks.push(...row.blocks);
      first.spanning.push(...row.spanning);
      rows.splice(rows.indexOf(row), 1);
    }
    first.blocks.push(block);
    first.top = Math.max(first.top, block.top);
    first.bottom = Math.min(Math.max(first.bottom, last.bottom), block.bottom);
  }
}

function haveColumnInCommon(rows: readonly Row[]): boolean {
  const seen = new Set<number>();
  for (const { blocks } of rows) {
    const own = new Set<number>();
    for (const { column, lastColumn } of blocks) {
      for (let at = column; at <= lastColumn; at += 1) own.add(at);
    }
    for (const at of own) {
      if (seen.has(at)) return true;
      seen.add(at);
    }
  }
  return false;
}
