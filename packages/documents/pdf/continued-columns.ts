// A table over several pages whose pages draw different columns, because no row of one page parts what a row
// of another does: the page with fewer columns takes those of the other, so that a cell keeps its column.

import type { PageCell, PageTable } from "./ruled-table.ts";

/** Lines of one column stand within so many points of each other. */
const SAME_EDGE = 2.5;

/** ContinuedPages: two parts of one table with the same columns. */
export interface ContinuedPages {
  readonly first: PageTable;
  readonly next: PageTable;
}

/** Both parts on the columns of the finer one; undefined where the columns are no part of one another. */
export function withSharedColumns(first: PageTable, next: PageTable): ContinuedPages | undefined {
  const [own, other] = [edgesOf(first), edgesOf(next)];
  if (own.length === other.length || own.length < 3 || other.length < 3) return undefined;
  if (own.length > other.length) {
    return holds(own, other) ? { first, next: onColumns(next, own) } : undefined;
  }
  return holds(other, own) ? { first: onColumns(first, other), next } : undefined;
}

/** Left and right edges of all cells, ascending. */
function edgesOf({ rows }: PageTable): readonly number[] {
  const all = rows.flatMap(({ cells }) => cells.flatMap(({ box }) => [box[0], box[2]]));
  const edges: number[] = [];
  for (const edge of all.toSorted((a, b) => a - b)) {
    if (edge - (edges.at(-1) ?? Number.NEGATIVE_INFINITY) > SAME_EDGE) edges.push(edge);
  }
  return edges;
}

const indexOf = (edges: readonly number[], at: number): number =>
  edges.findIndex((edge) => Math.abs(edge - at) <= SAME_EDGE);

/** True where the coarse edges are all among the fine ones, the outer ones being the same. */
const holds = (fine: readonly number[], coarse: readonly number[]): boolean =>
  indexOf(fine, coarse[0] ?? 0) === 0 &&
  indexOf(fine, coarse.at(-1) ?? 0) === fine.length - 1 &&
  coarse.every((edge) => indexOf(fine, edge) >= 0);

function onColumns(table: PageTable, edges: readonly number[]): PageTable {
  const placed = (cell: PageCell): PageCell => {
    const column = indexOf(edges, cell.box[0]);
    const end = indexOf(edges, cell.box[2]);
    return column < 0 || end <= column ? cell : { ...cell, column, columnSpan: end - column };
  };
  return { ...table, rows: table.rows.map((row) => ({ ...row, cells: row.cells.map(placed) })) };
}
