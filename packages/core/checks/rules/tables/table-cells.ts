// What table rules share: a table's cells prepared once, and how cells are named for people.

import type { CellReference } from "../../../accounts/concept.ts";
import { findConcept } from "../../../accounts/concepts.ts";
import type { TableCells } from "../../../accounts/envelope.ts";
import { tableCells } from "../../../accounts/envelope.ts";
import { rowReference } from "../../../accounts/identity-instances.ts";
import type { FactAddress } from "../../../disclosure/address.ts";
import { addressKey } from "../../../disclosure/address.ts";
import type { AccountsRow, AccountsTable } from "../../../disclosure/disclosure.ts";
import type { Place } from "../../../document/document.ts";
import type { CellValue } from "../../../figures/figure.ts";
import type { Operand } from "../../finding.ts";

// Every identity of a table needs the same preparation; a table never changes once read.
const prepared = new WeakMap<AccountsTable, TableCells>();

/** The cells of a table for arithmetic; undefined for a concept that we do not describe. */
export function cellsOf(table: AccountsTable): TableCells | undefined {
  const known = prepared.get(table);
  if (known !== undefined) return known;
  const concept = findConcept(table.concept);
  if (concept === undefined) return undefined;
  const cells = tableCells(concept, table);
  prepared.set(table, cells);
  return cells;
}

/** The table's name for people: "公开03表 支出决算表". */
export function tableName(table: AccountsTable): string {
  return table.label === null ? table.title : `${table.label} ${table.title}`;
}

/** The row that a cell stands in. */
export function rowOf(table: AccountsTable, cell: CellReference): AccountsRow | undefined {
  return table.rows.find((row) => {
    const reference = rowReference(row);
    return reference.line === cell.line && reference.code === cell.code;
  });
}

/** The cell in words: "行27 本年收入合计", "2013101 行政运行（基本支出）". */
export function cellName(concept: string, cell: CellReference, row: AccountsRow | undefined): string {
  const description = findConcept(concept);
  const column = description?.columns.find(({ id }) => id === cell.column)?.name ?? "";
  const several = (description?.columns.length ?? 0) > 1;
  const lineName = description?.lines.find(({ line }) => line === cell.line)?.name ?? null;
  const numbered = cell.line !== undefined && /^\d+$/u.test(cell.line);
  const rowName =
    cell.line !== undefined
      ? `${numbered ? `行${cell.line} ` : ""}${lineName ?? row?.name ?? ""}`
      : cell.code === undefined
        ? ""
        : cell.code === null
          ? "合计"
          : `${cell.code} ${row?.name ?? ""}`.trim();
  if (rowName === "") return column;
  return several ? `${rowName}（${column}）` : rowName;
}

/** The address of a cell of a table. */
export function cellAddress(concept: string, cell: CellReference): FactAddress {
  const row =
    cell.line !== undefined ? { line: cell.line } : cell.code === undefined ? {} : { code: cell.code };
  return { concept, ...row, column: cell.column };
}

/** The key under which findings on the cell are gathered. */
export function cellFindingKey(concept: string, cell: CellReference): string {
  return addressKey(cellAddress(concept, cell));
}

/** A cell as an operand. */
export function cellOperand(
  table: AccountsTable,
  cell: CellReference,
  value: CellValue | null | undefined,
): Operand {
  const row = rowOf(table, cell);
  const place: Place = value?.place ?? row?.place ?? table.place;
  const printed = value?.kind === "figure" ? value.value : value?.kind === "unreadable" ? value.raw : null;
  return { label: cellName(table.concept, cell, row), value: printed, place };
}
