// Rows of a Word 97–2003 table, by the edges of their cells: cells that share an edge share a column, a cell
// over several columns spans them. Edges drawn by hand differ by a hair and are taken for one.

import type { NestedBlock, NestedCell, NestedTable } from "../html/nested-blocks.ts";
import type { RowCell } from "./paragraph-properties.ts";

/** WordRow: the texts of a row's cells, and the definition of the row, which may be missing. */
export interface WordRow {
  readonly cells: readonly (readonly NestedBlock[])[];
  readonly definition: readonly RowCell[];
}

/** Two edges closer than this (twentieths of a point) are one: 2 mm. */
const EDGE_TOLERANCE = 110;

/** A table of rows; rows whose definition does not fit their cells are kept unmerged. */
export function tableOf(rows: readonly WordRow[]): NestedTable {
  const isDefined = rows.every(fits) && sharesEdges(rows);
  const edges = isDefined ? edgesOf(rows) : [];
  const above = new Map<number, { rowSpan: number }>();
  return {
    kind: "table",
    rows: rows.map((row) => (isDefined ? mergedRow(row, edges, above) : plainRow(row))),
  };
}

/** True where each cell of a row has its definition. */
export function fits({ cells, definition }: WordRow): boolean {
  return definition.length > 0 && definition.length === cells.length;
}

/** Share of edges that rows of other shapes must have in common with the most frequent shape. */
const COMMON_EDGES = 0.5;

/**
 * True where edges tell columns. Converters stretch rows with fewer cells over the whole width; their edges
 * then meet those of other rows by chance only, and the order of cells is the better witness.
 */
function sharesEdges(rows: readonly WordRow[]): boolean {
  const counts = new Map<number, number>();
  for (const { definition } of rows) counts.set(definition.length, (counts.get(definition.length) ?? 0) + 1);
  const usual = [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0];
  const edges = edgesOf(rows.filter(({ definition }) => definition.length === usual));
  const others = rows
    .filter(({ definition }) => definition.length !== usual)
    .flatMap(({ definition }) => definition.slice(1).map(({ left }) => left));
  const common = others.filter((edge) => edges.some((known) => Math.abs(known - edge) <= EDGE_TOLERANCE));
  return common.length >= others.length * COMMON_EDGES;
}

function plainRow({ cells }: WordRow): readonly NestedCell[] {
  return cells.map((blocks) => ({ blocks, columnSpan: 1, rowSpan: 1 }));
}

function edgesOf(rows: readonly WordRow[]): readonly number[] {
  const all = rows.flatMap(({ definition }) => definition.flatMap(({ left, right }) => [left, right]));
  const edges: number[] = [];
  for (const edge of new Set(all.toSorted((a, b) => a - b))) {
    const last = edges.at(-1);
    if (last === undefined || edge - last > EDGE_TOLERANCE) edges.push(edge);
  }
  return edges;
}

/** The column that begins at an edge. */
function columnAt(edges: readonly number[], edge: number): number {
  const at = edges.findLastIndex((known) => known <= edge);
  return Math.max(0, at);
}

function mergedRow(
  { cells, definition }: WordRow,
  edges: readonly number[],
  above: Map<number, { rowSpan: number }>,
): readonly NestedCell[] {
  const row: { blocks: readonly NestedBlock[]; columnSpan: number; rowSpan: number }[] = [];
  let next = 0;
  for (const [index, cell] of definition.entries()) {
    const column = Math.max(next, columnAt(edges, cell.left));
    if (column > next) row.push({ blocks: [], columnSpan: column - next, rowSpan: 1 });
    const columnSpan = Math.max(1, columnAt(edges, cell.right) - column);
    next = column + columnSpan;
    const last = row.at(-1);
    const origin = above.get(column);
    if (cell.merge === "left" && last !== undefined) last.columnSpan += columnSpan;
    else if (cell.merge === "above" && origin !== undefined) origin.rowSpan += 1;
    else {
      const own = { blocks: cells[index] ?? [], columnSpan, rowSpan: 1 };
      row.push(own);
      if (cell.merge === "starts-below") above.set(column, own);
      else above.delete(column);
    }
  }
  return row;
}
