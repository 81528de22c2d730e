// A sheet of the working papers: a table with a frozen head, a filter, widths, and a page set-up for A4.

import type { Cell, WriteSheet } from "hucre/xlsx";
import { colToLetter } from "hucre/xlsx";

import type { StyleName } from "./cell-styles.ts";
import { HEAD, HEAD_TO_FILL, STYLED_CELLS } from "./cell-styles.ts";

/** SheetColumn: a column with its width in characters and what kind of text it holds. */
export interface SheetColumn {
  readonly name: string;
  readonly width: number;
  /** text: always text; number: a number where it is exact; count: a whole number. */
  readonly holds: "text" | "number" | "count";
  /** True for a column that the reviewer fills in. */
  readonly toFill?: boolean;
}

/** SheetTable: what a sheet shows. */
export interface SheetTable {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly string[])[];
  /** Columns that stay in view, from the left. */
  readonly frozenColumns: number;
  /** Column after which paper breaks; null where the table fits. */
  readonly breakAfter: number | null;
  /** Style of a cell by its column and text, where it is not the usual one. */
  readonly styleOf?: (column: number, text: string) => StyleName | undefined;
}

/** The sheet with its head, as the library takes it; in the place of the rows stands one with a cell in each style. */
export function frameOf(table: SheetTable): WriteSheet {
  const { name, columns, frozenColumns, breakAfter } = table;
  const head = columns.map(
    ({ toFill }, index) => [`0,${index}`, { style: toFill === true ? HEAD_TO_FILL : HEAD }] as const,
  );
  const styled = STYLED_CELLS.map((style, index) => [`1,${index}`, { style }] as const);
  const last = `${colToLetter(columns.length - 1)}${table.rows.length + 1}`;
  return {
    name,
    columns: columns.map(({ width }) => ({ width })),
    rows: [columns.map((column) => column.name)],
    cells: new Map<string, Partial<Cell>>([...head, ...styled]),
    autoFilter: { range: `A1:${last}` },
    freezePane: { rows: 1, columns: frozenColumns },
    pageSetup: {
      paperSize: "a4",
      orientation: "landscape",
      ...(breakAfter === null ? { fitToPage: true, fitToWidth: 1, fitToHeight: 0 } : { scale: 66 }),
      printTitlesRow: "$1:$1",
      ...(breakAfter === null ? {} : { printTitlesColumn: "$A:$A" }),
      margins: { top: 0.5, right: 0.4, bottom: 0.6, left: 0.4, header: 0.3, footer: 0.3 },
    },
    ...(breakAfter === null ? {} : { colBreaks: [breakAfter] }),
    headerFooter: { oddFooter: "&L&A&R第 &P 页，共 &N 页" },
  };
}
