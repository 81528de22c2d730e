// The input workbook as a file: protected formulas, lists to choose from, notes, checks that turn red.

import type { Cell, CellStyle, CellValue, DataValidation, WriteSheet } from "hucre/xlsx";
import { writeXlsx } from "hucre/xlsx";
import { rowHeight } from "@jueming/documents/workbook/row-height.ts";

import { columnLetters } from "@jueming/documents/workbook/column-letters.ts";
import { exactNumber } from "@jueming/documents/workbook/safe-text.ts";
import type { Choice, EntrySheet, ShownCell } from "./entry-sheet.ts";
import type { InputPlan } from "./input-plan.ts";

const FONT = { name: "等线", size: 10 } as const;
const LINE = { style: "thin", color: { rgb: "BFBFBF" } } as const;
const BORDER = { top: LINE, right: LINE, bottom: LINE, left: LINE } as const;
const fill = (rgb: string): CellStyle => ({ fill: { type: "pattern", pattern: "solid", fgColor: { rgb } } });

const LOOKS: Readonly<Record<ShownCell["look"], CellStyle>> = {
  title: { font: { ...FONT, size: 14, bold: true }, alignment: { vertical: "center" } },
  head: {
    ...fill("DDE7F0"),
    font: { ...FONT, bold: true },
    border: BORDER,
    alignment: { horizontal: "center", vertical: "center", wrapText: true },
  },
  label: { font: FONT, border: BORDER, alignment: { vertical: "center", wrapText: true } },
  note: { font: { ...FONT, color: { rgb: "595959" } }, alignment: { vertical: "center", wrapText: true } },
  input: {
    ...fill("FFF9E5"),
    font: FONT,
    border: BORDER,
    alignment: { horizontal: "right", vertical: "center" },
    protection: { locked: false },
  },
  "text-input": {
    ...fill("FFF9E5"),
    font: FONT,
    border: BORDER,
    alignment: { vertical: "center", wrapText: true },
    protection: { locked: false },
  },
  sum: {
    ...fill("EDEDED"),
    font: FONT,
    border: BORDER,
    alignment: { horizontal: "right", vertical: "center" },
  },
  locked: {
    ...fill("F5F5F5"),
    font: { ...FONT, color: { rgb: "595959" } },
    border: BORDER,
    alignment: { horizontal: "center", vertical: "center" },
  },
  check: { font: { ...FONT, color: { rgb: "2E7D32" } }, alignment: { vertical: "center" } },
};

const RED: CellStyle = { font: { bold: true, color: { rgb: "C00000" } } };
/** Columns beyond which a sheet does not fit a screen. */
const WIDE = 12;
/** A workbook carries no date of its own making. */
const NO_DATE = new Date(Date.UTC(1980, 0, 1));

/** The input workbook as bytes. */
export async function writeTemplate(plan: InputPlan): Promise<Uint8Array> {
  return writeXlsx({
    sheets: plan.sheets.map(writtenSheet),
    properties: { title: "录入底稿", creator: "决明", created: NO_DATE, modified: NO_DATE },
    defaultFont: FONT,
  });
}

function writtenSheet(sheet: EntrySheet): WriteSheet {
  const styles = new Map<string, CellStyle>();
  const cells = new Map<string, Partial<Cell>>();
  const rows: CellValue[][] = [];
  for (const shown of sheet.cells) {
    const row = (rows[shown.row - 1] ??= []);
    const number = shown.look === "input" ? exactNumber(shown.text ?? "") : undefined;
    row[shown.column - 1] = number ?? shown.text ?? null;
    cells.set(`${shown.row - 1},${shown.column - 1}`, cellOf(shown, styles));
  }
  for (const merge of sheet.merges) coverMerge(cells, merge);
  return {
    name: sheet.name,
    columns: sheet.widths.map((width) => ({ width })),
    rows: Array.from(rows, (row) => Array.from(row ?? [], (value) => value ?? null)),
    cells,
    merges: sheet.merges.map(({ top, left, bottom, right }) => ({
      startRow: top - 1,
      startCol: left - 1,
      endRow: bottom - 1,
      endCol: right - 1,
    })),
    rowDefs: heightsOf(sheet),
    dataValidations: [...sheet.choices.map(choiceOf), ...numberRules(sheet)],
    conditionalRules: checkRules(sheet),
    // A list is read by its number and name, however far right one types.
    freezePane: { rows: sheet.frozenRows, columns: sheet.widths.length > WIDE ? 2 : 0 },
    protection: {
      sheet: true,
      selectLockedCells: true,
      selectUnlockedCells: true,
      formatColumns: true,
      formatRows: true,
    },
    pageSetup: {
      paperSize: "a4",
      orientation: sheet.isLandscape ? "landscape" : "portrait",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `$1:$${sheet.frozenRows}`,
    },
    headerFooter: { oddFooter: "&L&A&R第 &P 页，共 &N 页" },
  };
}

function cellOf(shown: ShownCell, styles: Map<string, CellStyle>): Partial<Cell> {
  const { look, format, formula, isOpen, comment } = shown;
  const key = `${look}|${format ?? ""}|${isOpen === true ? "open" : ""}`;
  const style = styles.get(key) ?? { ...LOOKS[look], ...(format === undefined ? {} : { numFmt: format }) };
  styles.set(key, style);
  return {
    style,
    ...(formula === undefined ? {} : { formula }),
    ...(comment === undefined ? {} : { comment: { author: "决明", text: comment } }),
  };
}

/** The rules around a merge are those of all its cells. */
function coverMerge(cells: Map<string, Partial<Cell>>, merge: EntrySheet["merges"][number]): void {
  const style = cells.get(`${merge.top - 1},${merge.left - 1}`)?.style;
  if (style === undefined) return;
  for (let row = merge.top; row <= merge.bottom; row += 1) {
    for (let column = merge.left; column <= merge.right; column += 1) {
      const key = `${row - 1},${column - 1}`;
      if (!cells.has(key)) cells.set(key, { style });
    }
  }
}

function heightsOf(sheet: EntrySheet): Map<number, { readonly height: number }> {
  const merged = new Set(sheet.merges.map(({ top, left }) => `${top},${left}`));
  const texts = new Map<number, string[]>();
  for (const { row, column, text, look } of sheet.cells) {
    if (text === undefined || look === "title" || merged.has(`${row},${column}`)) continue;
    const line = texts.get(row) ?? [];
    line[column - 1] = text;
    texts.set(row, line);
  }
  return new Map(
    [...texts].map(([row, line]) => [
      row - 1,
      {
        height: Math.max(
          18,
          rowHeight(
            Array.from(line, (text) => text ?? ""),
            sheet.widths,
          ) ?? 18,
        ),
      },
    ]),
  );
}

function choiceOf({ range, values, from, isStrict, message }: Choice): DataValidation {
  return {
    type: "list",
    range,
    ...(values === undefined ? { formula1: from ?? "" } : { values: [...values] }),
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: isStrict ? "stop" : "warning",
    errorTitle: "请从列表中选择",
    errorMessage: message,
  };
}

/** Cells for figures take numbers only. */
function numberRules(sheet: EntrySheet): readonly DataValidation[] {
  const inputs = sheet.cells.filter(({ look }) => look === "input");
  const byColumn = Map.groupBy(inputs, ({ column }) => column);
  return [...byColumn.values()].flatMap((column) =>
    runsOf(column).map(({ first, last }): DataValidation => {
      const [from, to] = [first, last].map(({ row, column: at }) => `${columnLetters(at)}${row}`);
      return {
        type: "decimal",
        operator: "between",
        formula1: "-9999999999999",
        formula2: "9999999999999",
        range: `${from}:${to}`,
        allowBlank: true,
        showErrorMessage: true,
        errorTitle: "请填数字",
        errorMessage: "这里只能填数字，不要带单位、空格或其他文字。",
      };
    }),
  );
}

function runsOf(cells: readonly ShownCell[]): readonly { first: ShownCell; last: ShownCell }[] {
  const runs: { first: ShownCell; last: ShownCell }[] = [];
  for (const cell of cells.toSorted((a, b) => a.row - b.row)) {
    const run = runs.at(-1);
    if (run !== undefined && run.last.row + 1 === cell.row) run.last = cell;
    else runs.push({ first: cell, last: cell });
  }
  return runs;
}

/** A check that fails turns red. */
function checkRules(sheet: EntrySheet): NonNullable<WriteSheet["conditionalRules"]> {
  return sheet.cells
    .filter(({ look }) => look === "check")
    .map(({ row, column }, index) => {
      const at = `${columnLetters(column)}${row}`;
      return {
        type: "expression" as const,
        priority: index + 1,
        formula: `LEFT(${at},1)="✗"`,
        style: RED,
        range: at,
      };
    });
}
