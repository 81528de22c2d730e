// One official table of a report: title, label and head, the grid of its layout, its notes.

import { comparePrintedName } from "../../accounts/classification/printed-name.ts";
import { findConcept } from "../../accounts/concepts.ts";
import type { CellReference } from "../../accounts/concept.ts";
import { cellKey, rowReference } from "../../accounts/identity-instances.ts";
import type { AccountsRow, AccountsTable } from "../../disclosure/disclosure.ts";
import type { WrittenBlock } from "../../document/composition.ts";
import type { Cell, Row } from "../../document/document.ts";
import { invariant } from "../../document/invariant.ts";
import { countUnit, WAN_YUAN, YUAN } from "../../figures/unit.ts";
import type { Unit } from "../../figures/unit.ts";
import type { FigureColumn, KeyColumn, LayoutRow, LayoutSide, TableLayout } from "../../forms/layout.ts";
import { cell, heading, paragraph, row } from "../blocks.ts";
import { printedFigure } from "../printed-figure.ts";
import { columnShares } from "./column-widths.ts";
import { headerRows } from "./header-rows.ts";
import type { Sums } from "./sums.ts";
import { idOf, sumsOf } from "./sums.ts";

/** TableHead: whose table it is. */
export interface TableHead {
  readonly unitName: string;
  readonly year: number | null;
  /** How the contents list the table. */
  readonly listedAs: string;
}

interface Printing {
  readonly layout: TableLayout;
  readonly table: AccountsTable | undefined;
  readonly rows: ReadonlyMap<string, AccountsRow>;
  readonly sums: Sums;
  readonly unit: Unit;
}

/** Columns of more than this many are set across the page. */
const PORTRAIT_COLUMNS = 6;

/** The blocks of a table from a new page; a table that the disclosure has not is printed without figures. */
export function composeTable(
  layout: TableLayout,
  table: AccountsTable | undefined,
  head: TableHead,
): readonly WrittenBlock[] {
  const printing = printingOf(layout, table);
  const header = isHeadedByRows(layout) ? [] : headerRows(layout);
  const rows = [
    ...header,
    ...bodyRows(printing),
    ...(layout.foot.length === 0 ? [] : [row(footCells(printing))]),
  ];
  const widths = columnShares(layout, rows);
  return [
    {
      kind: "page-start",
      orientation: widths.length > PORTRAIT_COLUMNS ? "landscape" : "portrait",
      numbered: true,
      name: layout.title,
    },
    heading(2, layout.title, { style: "table-title", listedAs: head.listedAs }),
    ...(layout.label === null ? [] : [paragraph(layout.label, "table-label")]),
    paragraph(headLine(layout, head), "table-head"),
    {
      kind: "table",
      rows,
      place: {},
      written: { name: layout.title, headerRows: header.length, widths },
    },
    ...notesOf(layout, table),
  ];
}

function printingOf(layout: TableLayout, table: AccountsTable | undefined): Printing {
  const concept = findConcept(layout.concept);
  invariant(concept !== undefined, `no concept ${layout.concept}`);
  return {
    layout,
    table,
    rows: new Map(table?.rows.map((one) => [cellKey({ ...rowReference(one), column: "" }), one])),
    sums: table === undefined ? new Map() : sumsOf(concept, table),
    unit: layout.moneyUnit === "元" ? YUAN : WAN_YUAN,
  };
}

/** Left the unit's name, in the middle the year, at the right the unit of money; what the form prints of them. */
function headLine(layout: TableLayout, { unitName, year }: TableHead): string {
  const left = layout.nameWord === null ? "" : `${layout.nameWord}：${unitName}`;
  const middle = layout.printsYear && year !== null ? `${year}年度` : "";
  return [left, middle, layout.unitLine].join("\t");
}

/** True where rows between the others carry the header, as in the statistics. */
const isHeadedByRows = ({ sides }: TableLayout): boolean => sides[0]?.rows[0]?.kind === "heading";

function bodyRows(printing: Printing): readonly Row[] {
  const { sides } = printing.layout;
  const [only] = sides;
  if (sides.length === 1 && only !== undefined && only.rows.length === 0) return freeRows(printing, only);
  const length = Math.max(...sides.map(({ rows }) => rows.length));
  return Array.from({ length }, (_, index) => {
    const first = only?.rows[index];
    if (first?.kind === "heading") return headingRows(printing.layout, first);
    return [row(sides.flatMap((side) => fixedCells(printing, side, side.rows[index])))];
  }).flat();
}

/** Rows that follow from the figures; a table without any keeps one empty row. */
function freeRows(printing: Printing, side: LayoutSide): readonly Row[] {
  const rows = printing.table?.rows ?? [];
  if (rows.length === 0) return [row([...side.keys, ...side.figures].map(() => cell("")))];
  return rows.map((one) => {
    const isTotal = one.code === null && one.name !== null && side.keys.length > 1;
    const keys = isTotal
      ? [cell(one.name ?? "", { role: "label", align: "center", columnSpan: side.keys.length })]
      : side.keys.map((key) => keyCell(key, { code: one.code, name: one.name, line: one.line }));
    return row([...keys, ...side.figures.map((figure) => figureCell(printing, one, figure))]);
  });
}

interface RowKeys {
  readonly code: string | null;
  readonly name: string | null;
  readonly line: string | null;
}

function keyCell({ key }: KeyColumn, keys: RowKeys): Cell {
  const isName = key === "name";
  return cell(keys[key] ?? "", { role: "label", align: isName ? "left" : "center" });
}

function figureCell(printing: Printing, one: AccountsRow, { column }: FigureColumn): Cell {
  const value = one.cells[column];
  const reference: CellReference = { ...rowReference(one), column };
  const { text, exact } = printedFigure(value, unitOf(printing, one));
  const sumOf = printing.sums.get(cellKey(reference));
  // What could not be read stands as it was read, marked: no final document goes out with it.
  const isUnreadable = value?.kind === "unreadable";
  return cell(text, {
    role: "figure",
    align: "right",
    ...(isUnreadable ? { runs: [{ text, missing: true }] } : {}),
    figure: idOf(printing.layout.concept, reference),
    ...(exact === undefined ? {} : { exact }),
    ...(sumOf === undefined ? {} : { sumOf }),
  });
}

/** Counts keep their own unit; amounts are printed in that of the form. */
function unitOf({ layout, unit }: Printing, one: AccountsRow): Unit {
  const line = findConcept(layout.concept)?.lines.find((described) => described.line === one.line);
  return line?.kind === "count" ? countUnit(line.unit ?? "") : unit;
}

/** A heading between rows, and the words above the columns that follow it. */
function headingRows(
  { sides }: TableLayout,
  described: Extract<LayoutRow, { kind: "heading" }>,
): readonly Row[] {
  const width = sides.reduce((sum, { keys, figures }) => sum + keys.length + figures.length, 0);
  return [
    row([cell(described.name, { role: "header", align: "left", columnSpan: width })]),
    ...(described.header.length === 0
      ? []
      : [row(described.header.map((word) => cell(word, { role: "header", align: "center" })))]),
  ];
}

function fixedCells(printing: Printing, side: LayoutSide, described: LayoutRow | undefined): readonly Cell[] {
  if (described === undefined || described.kind === "heading")
    return [...side.keys, ...side.figures].map(() => cell(""));
  const keys: RowKeys =
    described.kind === "line"
      ? { code: null, name: described.name, line: described.line }
      : { code: described.code, name: described.name, line: null };
  const reference = described.kind === "line" ? { line: described.line } : { code: described.code };
  const one = printing.rows.get(cellKey({ ...reference, column: "" }));
  // The unit's own spelling of the same name, such as its brackets, is kept.
  const isSame = one?.name != null && comparePrintedName(one.name, keys.name ?? "") === "same";
  return [
    ...side.keys.map((key) => keyCell(key, isSame ? { ...keys, name: one.name } : keys)),
    ...side.figures.map((figure) => fixedFigure(printing, one, figure, described)),
  ];
}

function fixedFigure(
  printing: Printing,
  one: AccountsRow | undefined,
  figure: FigureColumn,
  described: LayoutRow,
): Cell {
  const isDash = described.kind === "code" && described.dash;
  if (one === undefined) return cell(isDash ? "——" : "", { role: "figure", align: "right" });
  const made = figureCell(printing, one, figure);
  return made.text === "" && isDash ? { ...made, text: "——" } : made;
}

/** The foot: names that reach over the columns up to their figures, all in one row. */
function footCells(printing: Printing): readonly Cell[] {
  const { layout } = printing;
  const starts = layout.sides.map((_, index) =>
    layout.sides.slice(0, index).reduce((sum, side) => sum + side.keys.length + side.figures.length, 0),
  );
  return layout.foot.flatMap((foot) => {
    const [nameSide, figureSide] = [layout.sides[foot.nameSide], layout.sides[foot.figureSide]];
    const figure = figureSide?.figures[0];
    invariant(
      nameSide !== undefined && figureSide !== undefined && figure !== undefined,
      "a foot has its sides",
    );
    const from = starts[foot.nameSide] ?? 0;
    const to = (starts[foot.figureSide] ?? 0) + figureSide.keys.length;
    const one = printing.rows.get(cellKey({ line: foot.line, column: "" }));
    return [
      cell(foot.name, { role: "label", align: "center", columnSpan: to - from }),
      one === undefined ? cell("", { role: "figure", align: "right" }) : figureCell(printing, one, figure),
    ];
  });
}

/** The notes that the disclosure itself prints, else those of the form. */
function notesOf(layout: TableLayout, table: AccountsTable | undefined): readonly WrittenBlock[] {
  const isEmpty = table === undefined || table.empty;
  const own = table?.notes ?? [];
  const notes = own.length > 0 ? own : layout.notes;
  const saysEmpty = notes.some((note) => note.startsWith("说明"));
  const empty = isEmpty && layout.emptyNote !== null && !saysEmpty ? [layout.emptyNote] : [];
  return [...notes, ...empty].map((note) => paragraph(note, "note"));
}
