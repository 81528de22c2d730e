// A document as a flat stream of lines, the form in which recognition walks through it.
// Merged cells are laid out on a grid here, once, so that recognisers see columns and not spans.

import type { Cell, Document, Place, Table } from "./document.ts";

/** Line: a paragraph or one row of a table. */
export interface Line {
  readonly kind: "text" | "row";
  /** The paragraph's text, or the row's cell texts joined by tabs. */
  readonly text: string;
  /** The cells of a row, covered positions of merged cells as blank cells; [] for text. */
  readonly cells: readonly Cell[];
  readonly place: Place;
  /** Level of a heading that the format marks itself; 0 is none. */
  readonly headingLevel: number;
  /** Index of the block that the line belongs to: rows of one physical table share it. */
  readonly block: number;
}

/** True for the heading made of a worksheet's name: it stands on the tab, on no row of the sheet. */
export function isSheetName({ place: { sheet, row } }: { readonly place: Place }): boolean {
  return sheet !== undefined && row === undefined;
}

const SPAN_LIMIT = 16_384;

/** Lays the merged cells of a table out on a grid; covered positions become blank cells. */
export function gridRows(table: Table): readonly (readonly Cell[])[] {
  const pending = new Map<number, { rows: number; place: Place }>();
  return table.rows.map((row) => {
    const grid: Cell[] = [];
    const fillCovered = (): void => {
      for (
        let covered = pending.get(grid.length);
        covered !== undefined;
        covered = pending.get(grid.length)
      ) {
        const column = grid.length;
        if (covered.rows <= 1) pending.delete(column);
        else pending.set(column, { rows: covered.rows - 1, place: covered.place });
        grid.push({ text: "", place: row.place });
      }
    };
    for (const cell of row.cells) {
      fillCovered();
      const columns = Math.min(cell.columnSpan ?? 1, SPAN_LIMIT);
      for (let offset = 0; offset < columns; offset += 1) {
        if ((cell.rowSpan ?? 1) > 1) {
          pending.set(grid.length, { rows: (cell.rowSpan ?? 1) - 1, place: cell.place });
        }
        grid.push(offset === 0 ? cell : { text: "", place: cell.place });
      }
    }
    fillCovered();
    return grid;
  });
}

/** Flattens a document into lines in reading order. */
export function linesOf(document: Document): readonly Line[] {
  return document.blocks.flatMap((block, index): readonly Line[] => {
    if (block.kind !== "table") {
      const headingLevel = block.kind === "heading" ? block.level : 0;
      return [{ kind: "text", text: block.text, cells: [], place: block.place, headingLevel, block: index }];
    }
    return gridRows(block).map((cells, rowIndex) => ({
      kind: "row" as const,
      text: cells.map((cell) => cell.text).join("\t"),
      cells,
      place: block.rows[rowIndex]?.place ?? block.place,
      headingLevel: 0,
      block: index,
    }));
  });
}
