// Tables of Word: `gridSpan` merges columns, `vMerge` continues the cell above, `gridBefore` indents a row.

import type { NestedBlock, NestedCell, NestedTable } from "../html/nested-blocks.ts";
import type { XmlNode } from "./xml-tree.ts";
import { childOf, valueOf } from "./xml-tree.ts";

const COLUMNS_LIMIT = 16_384;

/** An origin of a merge, still growing downwards. */
interface GrowingCell {
  blocks: readonly NestedBlock[];
  columnSpan: number;
  rowSpan: number;
}

/** Reads a table; the blocks of its cells are read by the caller, which knows lists and styles. */
export function readTable(
  table: XmlNode,
  readBlocks: (cell: XmlNode) => readonly NestedBlock[],
): NestedTable {
  const growing = new Map<number, GrowingCell>();
  const rows = table.children
    .filter((row) => row.name === "tr" && !isDeleted(row))
    .map((row) => readRow(row, growing, readBlocks));
  return { kind: "table", rows: rows.filter((row) => row.length > 0) };
}

function readRow(
  row: XmlNode,
  growing: Map<number, GrowingCell>,
  readBlocks: (cell: XmlNode) => readonly NestedBlock[],
): readonly NestedCell[] {
  const cells: GrowingCell[] = [];
  const columns = new Set<number>();
  let column = columnCount(valueOf(childOf(row, "trPr"), "gridBefore"), 0);
  if (column > 0) cells.push({ blocks: [], columnSpan: column, rowSpan: 1 });
  for (const node of row.children.filter(({ name }) => name === "tc")) {
    const properties = childOf(node, "tcPr");
    const columnSpan = columnCount(valueOf(properties, "gridSpan"), 1);
    const above = growing.get(column);
    const last = cells.at(-1);
    if (continues(properties, "hMerge") && last !== undefined) {
      last.columnSpan += columnSpan;
    } else if (continues(properties, "vMerge") && above !== undefined) {
      above.rowSpan += 1;
      columns.add(column);
    } else {
      const cell = { blocks: readBlocks(node), columnSpan, rowSpan: 1 };
      cells.push(cell);
      if (childOf(properties, "vMerge") === undefined) growing.delete(column);
      else growing.set(column, cell);
      columns.add(column);
    }
    column += columnSpan;
  }
  for (const start of growing.keys()) if (!columns.has(start)) growing.delete(start);
  return cells;
}

function continues(properties: XmlNode | undefined, name: "vMerge" | "hMerge"): boolean {
  const merge = childOf(properties, name);
  return merge !== undefined && (merge.attributes["val"] ?? "continue") === "continue";
}

function isDeleted(row: XmlNode): boolean {
  const properties = childOf(row, "trPr");
  return childOf(properties, "del") !== undefined || childOf(properties, "moveFrom") !== undefined;
}

function columnCount(value: string | undefined, otherwise: number): number {
  const count = Number(value);
  if (value === undefined || !Number.isInteger(count) || count < otherwise) return otherwise;
  return Math.min(count, COLUMNS_LIMIT);
}
