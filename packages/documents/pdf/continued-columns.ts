// A table over several pages whose pages draw different columns, because no row of one page parts what a row
// of another does: both take the columns that either draws, so that a cell keeps its column.

import type { PageCell, PageTable } from "./ruled-table.ts";

/** Lines of one column stand within so many points of each other. */
const SAME_EDGE = 2.5;

/** ContinuedPages: two parts of one table with the same columns. */
export interface ContinuedPages {
  readonly first: PageTable;
  readonly next: PageTable;
}

/** Both parts on all their columns; undefined where they have the same already, or are no parts of one table. */
export function withSharedColumns(first: PageTable, next: PageTable): ContinuedPages | undefined {
  const [own, other] = [edgesOf(first), edgesOf(next)];
  if (!areOfOneTable(own, other)) return undefined;
  const all = [...own, ...other.filter((edge) => indexOf(own, edge) < 0)].toSorted((a, b) => a - b);
  if (all.length === own.length && all.length === other.length) return undefined;
  return { first: onColumns(first, all), next: onColumns(next, all) };
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

/** True where both begin and end alike, and the one with fewer columns parts them mostly as the other does. */
function areOfOneTable(own: readonly number[], other: readonly number[]): boolean {
  const [fine, coarse] = own.length >= other.length ? [own, other] : [other, own];
  const inner = coarse.slice(1, -1);
  const shared = inner.filter((edge) => indexOf(fine, edge) >= 0);
  return (
    indexOf(fine, coarse[0] ?? 0) === 0 &&
    indexOf(fine, coarse.at(-1) ?? 0) === fine.length - 1 &&
    shared.length > 0 &&
    shared.length * 2 >= inner.length
  );
}

function onColumns(table: PageTable, edges: readonly number[]): PageTable {
  const placed = (cell: PageCell): PageCell => {
    const column = indexOf(edges, cell.box[0]);
    const end = indexOf(edges, cell.box[2]);
    return column < 0 || end <= column ? cell : { ...cell, column, columnSpan: end - column };
  };
  return { ...table, rows: table.rows.map((row) => ({ ...row, cells: row.cells.map(placed) })) };
}
