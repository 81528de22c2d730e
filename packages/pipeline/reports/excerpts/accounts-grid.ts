// Official tables as grids: the keys of the rows, then the columns in the order of the concept.

import { findConcept } from "@jueming/core/accounts/concepts.ts";
import type { TableConcept } from "@jueming/core/accounts/concept.ts";
import type { FactAddress } from "@jueming/core/disclosure/address.ts";
import { addressKey } from "@jueming/core/disclosure/address.ts";
import type { AccountsRow, AccountsTable, Disclosure } from "@jueming/core/disclosure/disclosure.ts";

import type { PrintedGrid, PrintedRow } from "./printed-grid.ts";
import { valueCell, wordCell } from "./printed-grid.ts";

/** The official tables of a disclosure that print rows. */
export function accountsGrids({ tables }: Disclosure): readonly PrintedGrid[] {
  return tables.filter(({ rows }) => rows.length > 0).map(accountsGrid);
}

interface Column {
  readonly id: string;
  readonly name: string;
}

function accountsGrid(table: AccountsTable): PrintedGrid {
  const concept = findConcept(table.concept);
  const columns = columnsOf(table, concept);
  const keys = keyColumns(table, concept);
  return {
    title: table.label === null ? table.title : `${table.label} ${table.title}`,
    whole: table.place,
    header: [...keys.map(({ header }) => header), ...columns.map(({ name }) => name)],
    labels: keys.length,
    rows: table.rows.map((row) => accountsRow(row, table, { concept, columns, keys })),
  };
}

/** Columns that the table prints, in the order of the concept; others after them by their ids. */
function columnsOf(table: AccountsTable, concept: TableConcept | undefined): readonly Column[] {
  const printed = new Set(table.rows.flatMap((row) => Object.keys(row.cells)));
  const known = (concept?.columns ?? []).filter(({ id }) => printed.has(id));
  const unknown = [...printed].filter((id) => !known.some((column) => column.id === id));
  return [...known, ...unknown.map((id) => ({ id, name: id }))];
}

interface KeyColumn {
  readonly header: string;
  readonly text: (row: AccountsRow) => string;
}

/** The columns that say which row it is, as far as the table prints them. */
function keyColumns(table: AccountsTable, concept: TableConcept | undefined): readonly KeyColumn[] {
  const line: KeyColumn = { header: "行次", text: printedLine };
  const code: KeyColumn = { header: "科目编码", text: (row) => row.code ?? "" };
  const name: KeyColumn = { header: "项目", text: (row) => rowName(row, concept) };
  return [
    ...(table.rows.some((row) => printedLine(row) !== "") ? [line] : []),
    ...(table.rows.some((row) => row.code !== null) ? [code] : []),
    ...(table.rows.some((row) => rowName(row, concept) !== "") ? [name] : []),
  ];
}

/** 行次; lines that a concept names in words of its own print none. */
function printedLine({ line }: AccountsRow): string {
  return line !== null && /^\d/u.test(line) ? line : "";
}

function rowName(row: AccountsRow, concept: TableConcept | undefined): string {
  const fixed = row.line === null ? undefined : concept?.lines.find(({ line }) => line === row.line)?.name;
  return row.name ?? fixed ?? "";
}

function accountsRow(
  row: AccountsRow,
  table: AccountsTable,
  {
    concept,
    columns,
    keys,
  }: {
    readonly concept: TableConcept | undefined;
    readonly columns: readonly Column[];
    readonly keys: readonly KeyColumn[];
  },
): PrintedRow {
  return {
    label: [printedLine(row) === "" ? "" : `行${printedLine(row)}`, row.code ?? "", rowName(row, concept)]
      .filter((part) => part !== "")
      .join(" "),
    place: row.place,
    cells: [
      ...keys.map(({ text }) => wordCell(text(row), row.place)),
      ...columns.map(({ id }) =>
        valueCell(row.cells[id] ?? null, row.place, addressKey(addressOf(row, table, id))),
      ),
    ],
  };
}

function addressOf(row: AccountsRow, { concept }: AccountsTable, column: string): FactAddress {
  if (row.line !== null) return { concept, line: row.line, column };
  if (row.code === null && row.name === null) return { concept, column };
  return { concept, code: row.code, column };
}
