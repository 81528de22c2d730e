// One planned sheet as the library takes it: cells, merges, widths, heights, and how it is printed.

import type { Run } from "@jueming/core/document/document.ts";
import type { Cell, CellStyle, CellValue, MergeRange, WriteSheet } from "hucre/xlsx";

import { rowHeight } from "../../workbook/row-height.ts";
import { looksLikeFormula } from "../../workbook/safe-text.ts";
import type { CellLook } from "./looks.ts";
import { headPartStyle, lineStyle } from "./looks.ts";
import type { PlacedCell, PlacedTable } from "./placed-cells.ts";
import type { PlannedSheet, TextBlock } from "./sheet-plan.ts";
import type { StoredValue } from "./written-value.ts";
import { storedValue } from "./written-value.ts";

type RichTextRun = NonNullable<Cell["richText"]>[number];

/** LaidSheet: a planned sheet whose table has its cells placed. */
export interface LaidSheet {
  readonly plan: PlannedSheet;
  readonly placed: PlacedTable | null;
  /** Row of the table's first cell, 0-based. */
  readonly firstRow: number;
}

/** SheetContext: what the cells of all sheets share. */
export interface SheetContext {
  readonly styleOf: (look: CellLook) => CellStyle;
  readonly formulaOf: (cell: PlacedCell, sheet: LaidSheet) => string | undefined;
}

/** Characters of ten points that fit across an A4 page between its margins. */
const PAGE_WIDTH = { portrait: 88, landscape: 132 } as const;
const LEAST_WIDTH = 5;
/** Points of a row without a height of its own. */
const DEFAULT_HEIGHT = 15;

/** SheetDraft: what is gathered of a sheet row by row. */
interface SheetDraft {
  readonly rows: CellValue[][];
  readonly cells: Map<string, Partial<Cell>>;
  readonly merges: MergeRange[];
  readonly heights: Map<number, { readonly height: number }>;
  readonly widths: readonly number[];
}

/** The sheet as the library writes it. */
export function writtenSheet(laid: LaidSheet, context: SheetContext): WriteSheet {
  const { plan, placed, firstRow } = laid;
  const draft: SheetDraft = {
    rows: [],
    cells: new Map(),
    merges: [],
    heights: new Map(),
    widths: widthsOf(laid),
  };
  for (const block of plan.above) addLine(draft, block);
  if (placed !== null) addTable(draft, laid, context);
  for (const block of plan.below) addLine(draft, block);
  const headerRows = plan.table?.written?.headerRows ?? 0;
  const top = firstRow + headerRows;
  return {
    name: plan.name,
    columns: draft.widths.map((width) => ({ width })),
    rows: draft.rows,
    cells: draft.cells,
    merges: draft.merges,
    rowDefs: draft.heights,
    ...(headerRows > 0 ? { freezePane: { rows: top } } : {}),
    pageSetup: {
      paperSize: "a4",
      orientation: plan.isLandscape ? "landscape" : "portrait",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: plan.table !== null && isNearlyOnePage(draft, plan.isLandscape) ? 1 : 0,
      horizontalCentered: true,
      margins: { top: 0.8, right: 0.7, bottom: 0.8, left: 0.7, header: 0.4, footer: 0.4 },
      ...(headerRows > 0 ? { printTitlesRow: `$${firstRow + 1}:$${top}` } : {}),
    },
    ...(plan.isNumbered ? { headerFooter: { oddFooter: "&C— &P —" } } : {}),
    view: { showGridLines: false },
  };
}

/** Points of an A4 page between its margins. */
const PAGE_HEIGHT = { portrait: 727, landscape: 480 } as const;
/** A table so much higher than its page can still be read when it is printed on one. */
const MOST_SHRUNK = 1.4;

function isNearlyOnePage({ rows, heights }: SheetDraft, isLandscape: boolean): boolean {
  const height = rows.reduce((sum, _, index) => sum + (heights.get(index)?.height ?? DEFAULT_HEIGHT), 0);
  return height <= MOST_SHRUNK * PAGE_HEIGHT[isLandscape ? "landscape" : "portrait"];
}

function widthsOf({ plan, placed }: LaidSheet): readonly number[] {
  const page = PAGE_WIDTH[plan.isLandscape ? "landscape" : "portrait"];
  if (placed === null) return [page];
  const given = plan.table?.written?.widths ?? [];
  const shares = Array.from({ length: Math.max(1, placed.columns) }, (_, index) => given[index] ?? 0);
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) =>
    Math.max(LEAST_WIDTH, total > 0 ? (page * share) / total : page / shares.length),
  );
}

const lastColumn = ({ widths }: SheetDraft): number => widths.length - 1;

/** A line of text across the sheet; the parts of a table's head stand left, in the middle and right. */
function addLine(draft: SheetDraft, block: TextBlock): void {
  const parts = block.kind === "paragraph" && block.role === "table-head" ? block.text.split("\t") : [];
  if (parts.length > 1 && parts.length <= draft.widths.length) addHead(draft, parts);
  else addWholeLine(draft, block);
}

function addWholeLine(draft: SheetDraft, block: TextBlock): void {
  const row = draft.rows.length;
  const style = lineStyle(block);
  const value = textValue(block.text.replaceAll("\t", "  "));
  draft.rows.push([value]);
  const richText = block.kind === "paragraph" ? missingRuns(block.runs, style) : undefined;
  const isUnsafe = looksLikeFormula(block.text);
  draft.cells.set(`${row},0`, {
    style: isUnsafe ? { ...style, numFmt: "@" } : style,
    ...(richText === undefined ? {} : { richText }),
  });
  mergeAcross(draft, row, 0, lastColumn(draft));
  const size = style.font?.size ?? 10;
  const width = draft.widths.reduce((sum, each) => sum + each, 0) * (10 / size);
  const height = (rowHeight([block.text], [width]) ?? 15) * (size / 10);
  draft.heights.set(row, { height: Math.min(400, height + 2) });
}

function textValue(text: string): CellValue {
  const stored = storedValue({ text, place: {} });
  return stored === null || !("text" in stored) ? null : stored.text;
}

function addHead(draft: SheetDraft, parts: readonly string[]): void {
  const row = draft.rows.length;
  const values: CellValue[] = [];
  const columns = draft.widths.length;
  for (const [index, text] of parts.entries()) {
    const from = Math.round((index * columns) / parts.length);
    const to = Math.round(((index + 1) * columns) / parts.length) - 1;
    values[from] = textValue(text.trim());
    const align = index === 0 ? "left" : index === parts.length - 1 ? "right" : "center";
    draft.cells.set(`${row},${from}`, { style: headPartStyle(align) });
    mergeAcross(draft, row, from, to);
  }
  draft.rows.push(Array.from(values, (value) => value ?? null));
}

function mergeAcross({ merges }: SheetDraft, row: number, from: number, to: number): void {
  if (to > from) merges.push({ startRow: row, startCol: from, endRow: row, endCol: to });
}

function addTable(draft: SheetDraft, laid: LaidSheet, context: SheetContext): void {
  const { placed, firstRow, plan } = laid;
  if (placed === null) return;
  const values = Array.from({ length: placed.rows }, () =>
    Array.from<unknown, CellValue>({ length: placed.columns }, () => null),
  );
  const texts = values.map((row) => row.map(() => ""));
  for (const each of placed.cells) {
    const value = storedValue(each.cell);
    const row = values[each.row];
    if (row === undefined) continue;
    row[each.column] = value === null ? null : "number" in value ? value.number : value.text;
    addCell(draft, each, { value, laid, context });
    if (each.rows === 1 && each.columns === 1) (texts[each.row] ?? [])[each.column] = each.cell.text;
    if (each.rows > 1 || each.columns > 1) draft.merges.push(mergeOf(each, firstRow));
  }
  draft.rows.push(...values);
  for (const [index, row] of texts.entries()) {
    const least = index < (plan.table?.written?.headerRows ?? 0) ? 20 : 16;
    draft.heights.set(firstRow + index, { height: Math.max(least, rowHeight(row, draft.widths) ?? least) });
  }
}

function mergeOf({ row, column, rows, columns }: PlacedCell, firstRow: number): MergeRange {
  return {
    startRow: firstRow + row,
    startCol: column,
    endRow: firstRow + row + rows - 1,
    endCol: column + columns - 1,
  };
}

interface CellWriting {
  readonly value: StoredValue;
  readonly laid: LaidSheet;
  readonly context: SheetContext;
}

/** The cell with its style; covered positions carry the style too, for the rules around a merge. */
function addCell(draft: SheetDraft, placed: PlacedCell, { value, laid, context }: CellWriting): void {
  const { cell, row, column, rows, columns } = placed;
  const isHeader = row < (laid.plan.table?.written?.headerRows ?? 0);
  const runs = cell.written?.runs;
  const style = context.styleOf({
    role: cell.written?.role ?? (isHeader ? "header" : cell.exact === undefined ? "text" : "figure"),
    align: cell.written?.align,
    value,
    isMissing: runs?.some((run) => run.missing === true) === true,
    looksLikeFormula: looksLikeFormula(cell.text),
  });
  const formula = context.formulaOf(placed, laid);
  const richText = missingRuns(runs, style);
  for (let atRow = row; atRow < row + rows; atRow += 1) {
    for (let atColumn = column; atColumn < column + columns; atColumn += 1) {
      draft.cells.set(`${laid.firstRow + atRow},${atColumn}`, { style });
    }
  }
  draft.cells.set(`${laid.firstRow + row},${column}`, {
    style,
    ...(formula !== undefined && value !== null && "number" in value
      ? { formula, formulaResult: value.number }
      : {}),
    ...(richText === undefined ? {} : { richText }),
  });
}

/** Runs in which missing words stand out; undefined where there are none. */
function missingRuns(runs: readonly Run[] | undefined, style: CellStyle): RichTextRun[] | undefined {
  if (runs?.some((run) => run.missing === true) !== true) return undefined;
  return runs.map(({ text, missing }) => ({
    text: String(textValue(text) ?? ""),
    font: { ...style.font, ...(missing === true ? { bold: true, color: { rgb: "C00000" } } : {}) },
  }));
}
