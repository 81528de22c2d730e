// A sheet of the working papers: a table with a frozen head, a filter, widths, and a page set-up for A4.

import { rowHeight } from "@jueming/documents/workbook/row-height.ts";
import {
  cellText,
  exactNumber,
  looksLikeFormula,
  withoutEscapes,
} from "@jueming/documents/workbook/safe-text.ts";
import type { Cell, CellStyle, CellValue, WriteSheet } from "hucre/xlsx";
import { colToLetter } from "hucre/xlsx";

import { HEAD, HEAD_TO_FILL, NUMBER, PLAIN_TEXT, TEXT } from "./cell-styles.ts";

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
  readonly rows: Iterable<readonly string[]>;
  /** Columns that stay in view, from the left. */
  readonly frozenColumns: number;
  /** Column after which paper breaks; null where the table fits. */
  readonly breakAfter: number | null;
  /** Style of a cell by its column and text, where it is not the usual one. */
  readonly styleOf?: (column: number, text: string) => CellStyle | undefined;
}

/** The sheet as the writer of workbooks takes it. */
export function sheetOf(table: SheetTable): WriteSheet {
  const { name, columns, frozenColumns, breakAfter } = table;
  const rows: CellValue[][] = [columns.map((column) => column.name)];
  const cells = new Map<string, Partial<Cell>>(
    columns.map(({ toFill }, index) => [`0,${index}`, { style: toFill === true ? HEAD_TO_FILL : HEAD }]),
  );
  const heights = new Map<number, { readonly height: number }>();
  for (const texts of table.rows) {
    const height = rowHeight(
      texts,
      columns.map(({ width }) => width),
    );
    if (height !== null) heights.set(rows.length, { height });
    addRow(texts, table, { rows, cells });
  }
  const last = `${colToLetter(columns.length - 1)}${rows.length}`;
  return {
    name,
    columns: columns.map(({ width, holds }) => ({ width, style: holds === "text" ? TEXT : NUMBER })),
    rows,
    cells,
    rowDefs: heights,
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

function addRow(
  texts: readonly string[],
  { columns, styleOf }: SheetTable,
  { rows, cells }: { readonly rows: CellValue[][]; readonly cells: Map<string, Partial<Cell>> },
): void {
  rows.push(
    texts.map((text, column) => {
      const clean = cellText(text);
      const number = columns[column]?.holds === "text" ? undefined : exactNumber(clean);
      const style = styleOf?.(column, clean) ?? usualStyle(clean, number, columns[column]?.holds);
      if (style !== undefined) cells.set(`${rows.length},${column}`, { style });
      return clean === "" ? null : (number ?? withoutEscapes(clean));
    }),
  );
}

/** The style of a cell where it differs from that of its column. */
function usualStyle(
  text: string,
  number: number | undefined,
  holds: SheetColumn["holds"] | undefined,
): CellStyle | undefined {
  if (number !== undefined && holds === "number") return { ...NUMBER, numFmt: numberFormat(text) };
  return number === undefined && looksLikeFormula(text) ? PLAIN_TEXT : undefined;
}

/** As many decimals as the text prints. */
function numberFormat(text: string): string {
  const decimals = text.split(".")[1]?.length ?? 0;
  return decimals === 0 ? "#,##0" : `#,##0.${"0".repeat(decimals)}`;
}
