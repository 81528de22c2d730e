// Labels of merged cells over the end of a page: once it is known on which page each row came to stand, the
// cell is parted there and its label set again, so that no page shows rows without their label.

import type { SetCell } from "./table-set.ts";
import type { TemplateInput } from "./template-input.ts";

/** RowPage: table, row and the page on which the row begins. */
export type RowPage = readonly [table: number, row: number, page: number];

/** The input with merged cells parted where pages end; the same input where none is. */
export function repeatedLabels(input: TemplateInput, rows: readonly RowPage[]): TemplateInput {
  const pages = new Map(rows.map(([table, row, page]) => [`${table} ${row}`, page]));
  let isChanged = false;
  const sections = input.sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) => {
      if (block.kind !== "table") return block;
      const body = block.body.flatMap((cell) => {
        const parts = partedCell(cell, (row) => pages.get(`${block.index} ${row}`));
        isChanged ||= parts.length > 1;
        return parts;
      });
      return { ...block, body };
    }),
  }));
  return isChanged ? { ...input, sections } : input;
}

function partedCell(cell: SetCell, pageOf: (row: number) => number | undefined): readonly SetCell[] {
  if (cell.h === 1 || !cell.breakable) return [cell];
  const starts = [cell.y];
  let page = pageOf(cell.y);
  for (let row = cell.y + 1; row < cell.y + cell.h; row += 1) {
    const next = pageOf(row);
    if (next === undefined || next === page) continue;
    if (page !== undefined) starts.push(row);
    page = next;
  }
  return starts.map((y, index) => ({ ...cell, y, h: (starts[index + 1] ?? cell.y + cell.h) - y }));
}
