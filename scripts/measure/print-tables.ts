// Prints a made table as its layout says: title, label, head, rows, notes, as tab-separated text.

import type { CellReference } from "@jueming/core/accounts/concept.ts";
import type { LayoutRow, LayoutSide, TableLayout } from "@jueming/core/forms/layout.ts";
import { formatMillionths } from "@jueming/core/figures/figure.ts";
import { WAN_YUAN } from "@jueming/core/figures/unit.ts";
import type { MadeTable } from "./made-tables.ts";
import type { Piece, TextBuilder } from "./report-text.ts";

/** PrintStyle: what offices do differently. */
export interface PrintStyle {
  readonly zeros: "" | "0.00";
  readonly dash: "" | "——";
}

interface Printing {
  readonly layout: TableLayout;
  readonly table: MadeTable;
  readonly style: PrintStyle;
  readonly text: TextBuilder;
}

const widthOf = (side: LayoutSide): number => side.keys.length + side.figures.length;
const blanks = (count: number): readonly string[] => Array.from({ length: count }, () => "");

/** What may pass for rounding in a table of so many printed rows, in 万元. */
const MONEY_ENVELOPE = 0.6;
const COUNT_ENVELOPE = 0.5;

export function printTable(
  text: TextBuilder,
  layout: TableLayout,
  table: MadeTable,
  head: { readonly unitName: string; readonly year: number; readonly style: PrintStyle },
): void {
  const printing = { layout, table, style: head.style, text };
  for (const line of [layout.title, layout.label ?? ""]) text.paragraph(line);
  if (layout.nameWord !== null) text.paragraph(`${layout.nameWord}：${head.unitName}`);
  if (layout.printsYear) text.paragraph(`${head.year}年度`);
  text.paragraph(layout.unitLine);
  printHeader(printing);
  printRows(printing);
  printFoot(printing);
  text.line("");
  for (const note of layout.notes) text.paragraph(note);
  if (isEmpty(table) && layout.emptyNote !== null) text.paragraph(layout.emptyNote);
}

function isEmpty({ rows, printed, concept }: MadeTable): boolean {
  return rows.every((row) =>
    concept.columns.every(({ id }) => printed({ ...referenceOf(row), column: id }) === 0n),
  );
}

const referenceOf = (row: {
  readonly line: string | null;
  readonly code: string | null;
  readonly name: string | null;
}): Omit<CellReference, "column"> =>
  row.line !== null ? { line: row.line } : row.code === null && row.name === null ? {} : { code: row.code };

function printHeader({ layout, text }: Printing): void {
  const first = layout.sides[0]?.rows[0];
  if (first?.kind === "heading" && first.header.length > 0) return;
  const columns = layout.sides.flatMap(({ keys, figures }) =>
    [...keys, ...figures].map(({ header }) => header),
  );
  const depth = Math.max(...columns.map((header) => header.length));
  for (let level = 0; level < depth; level += 1) {
    text.row(
      columns.map((header, index) =>
        isMerged(header, columns[index - 1], level) ? "" : (header[level] ?? ""),
      ),
    );
  }
  if (layout.columnNumbers) {
    text.row(
      layout.sides.flatMap(({ keys, figures }) => [
        ...keys.map((_, index) => (index === 0 ? "栏次" : "")),
        ...figures.map(({ number }) => number ?? ""),
      ]),
    );
  }
}

/** True where a header cell goes on with the one before it. */
function isMerged(header: readonly string[], before: readonly string[] | undefined, level: number): boolean {
  return (
    before !== undefined &&
    level < header.length - 1 &&
    header.slice(0, level + 1).every((word, at) => word === before[at])
  );
}

type SideRow = Extract<LayoutRow, { kind: "line" | "code" }>;

function printRows(printing: Printing): void {
  const { layout, table, text } = printing;
  const [only] = layout.sides;
  if (layout.sides.length === 1 && only !== undefined && only.rows.length === 0) {
    for (const row of table.rows) {
      const reference = referenceOf(row);
      const names = only.keys.map(({ key }) =>
        key === "code" ? (row.code ?? row.name ?? "") : row.code === null ? "" : (row.name ?? ""),
      );
      text.row([
        ...names,
        ...only.figures.map(({ column }) => cellPiece(printing, { ...reference, column }, row.name)),
      ]);
    }
    return;
  }
  const longest = Math.max(...layout.sides.map(({ rows }) => rows.length));
  for (let index = 0; index < longest; index += 1) {
    const [heading] = layout.sides.map(({ rows }) => rows[index]);
    if (heading?.kind === "heading") {
      text.row([
        heading.name,
        ...blanks(widthOf(only ?? { side: "only", keys: [], figures: [], rows: [] }) - 1),
      ]);
      if (heading.header.length > 0) text.row(heading.header);
      continue;
    }
    text.row(
      layout.sides.flatMap((side): readonly Piece[] => {
        const row = side.rows[index];
        return row === undefined || row.kind === "heading"
          ? blanks(widthOf(side))
          : sideCells(printing, side, row);
      }),
    );
  }
}

function sideCells(printing: Printing, side: LayoutSide, row: SideRow): readonly Piece[] {
  const reference = row.kind === "line" ? { line: row.line } : { code: row.code };
  const keys = side.keys.map(({ key }) =>
    key === "name" ? (row.name ?? "") : row.kind === "line" ? row.line : row.code,
  );
  const figures = side.figures.map(({ column }): Piece =>
    row.kind === "code" && row.dash
      ? printing.style.dash
      : cellPiece(printing, { ...reference, column }, row.name),
  );
  return [...keys, ...(row.kind === "line" && row.name === null ? blanks(side.figures.length) : figures)];
}

function printFoot(printing: Printing): void {
  const { layout, text } = printing;
  if (layout.foot.length === 0) return;
  const cells: Piece[] = [...blanks(layout.sides.reduce((total, side) => total + widthOf(side), 0))];
  const startOf = (side: number): number =>
    layout.sides.slice(0, side).reduce((total, one) => total + widthOf(one), 0);
  for (const { line, name, nameSide, figureSide } of layout.foot) {
    cells[startOf(nameSide)] = name;
    const at = startOf(figureSide) + (layout.sides[figureSide]?.keys.length ?? 0);
    cells[at] = cellPiece(printing, { line, column: "amount" }, name);
  }
  text.row(cells);
}

function cellPiece({ layout, table, style }: Printing, cell: CellReference, name: string | null): Piece {
  const value = table.printed(cell);
  const described = table.concept.lines.find(({ line }) => line === cell.line);
  const isCount = described?.kind === "count";
  if (value === 0n) return isCount || isSilent(table, cell) ? "" : style.zeros;
  const row = cell.line ?? cell.code ?? "";
  return {
    text: isCount ? formatMillionths(value, 0) : formatMillionths(value, 2, WAN_YUAN),
    mark: {
      kind: isCount ? "表中个数" : "表中金额",
      where: layout.title,
      label: `${layout.label ?? ""} ${row} ${name ?? ""} ${cell.column}`.replace(/\s+/gu, " "),
      envelope: isCount ? COUNT_ENVELOPE : MONEY_ENVELOPE,
    },
  };
}

/** A table without any figure prints none, not even zeros. */
function isSilent(table: MadeTable, cell: CellReference): boolean {
  return (
    isEmpty(table) ||
    (cell.line !== undefined && table.concept.lines.find(({ line }) => line === cell.line)?.name === null)
  );
}
