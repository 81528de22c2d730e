// A worksheet part as a sheet: cells that show something, merges, and what is hidden.

import type { Problem } from "@jueming/core/document/document.ts";

import { shownCellText } from "../workbook/cell-text.ts";
import type { WorkbookLimits } from "../workbook/limits.ts";
import { tooLarge } from "../workbook/limits.ts";
import type { NumberFormat } from "../workbook/number-format.ts";
import type { Merge, SheetCell, Span } from "../workbook/workbook.ts";
import { columnLetters } from "../workbook/column-letters.ts";
import { positionOf, rangeOf } from "./cell-reference.ts";
import type { CellFault, CellValueContext, StoredCell } from "./cell-value.ts";
import { valueOf } from "./cell-value.ts";
import type { PackageParts } from "./package-parts.ts";
import { readPart } from "./read-part.ts";
import type { TextCollector } from "./shared-strings.ts";
import { textCollector } from "./shared-strings.ts";
import { isTrue } from "./workbook-part.ts";
import { attributesOf } from "./xml-scanner.ts";

/** WorksheetContext: what all sheets of a workbook share. */
export interface WorksheetContext {
  readonly strings: readonly string[];
  readonly formats: readonly NumberFormat[];
  readonly is1904: boolean;
  readonly limits: WorkbookLimits;
  /** Cells and characters that may still be read, shared by all sheets. */
  readonly budget: { cells: number; characters: number };
}

/** Worksheet: what a worksheet part holds. */
export interface Worksheet {
  readonly cells: readonly SheetCell[];
  readonly merges: readonly Merge[];
  readonly hiddenRows: readonly Span[];
  readonly hiddenColumns: readonly Span[];
  readonly problems: readonly Problem[];
}

/** Reads a worksheet part. */
export function readWorksheet(
  parts: PackageParts,
  part: { readonly name: string; readonly sheet: string },
  context: WorksheetContext,
): Worksheet {
  const reader = new WorksheetReader(part.sheet, context);
  readPart(parts, part.name, {
    open: (name, attributes) => reader.open(name, attributes),
    text: (text) => reader.text(text),
    close: (name) => reader.close(name),
  });
  return reader.finish();
}

/** FaultTally: how many cells have a fault, and the first of them. */
interface FaultTally {
  count: number;
  readonly shown: string[];
}

const SHOWN_FAULTS = 5;

/** WorksheetReader: follows the stream of tags; a class because the open row and cell are its state. */
class WorksheetReader {
  readonly #sheet: string;
  readonly #context: WorksheetContext;
  readonly #cells: SheetCell[] = [];
  readonly #merges: Merge[] = [];
  readonly #hiddenRows: { first: number; last: number }[] = [];
  readonly #hiddenColumns: Span[] = [];
  readonly #inline: TextCollector = textCollector();
  readonly #faults: Readonly<Record<CellFault, FaultTally>> = {
    withoutValue: { count: 0, shown: [] },
    errors: { count: 0, shown: [] },
    lost: { count: 0, shown: [] },
  };
  #row = 0;
  #column = 0;
  #cell: { -readonly [Key in keyof StoredCell]: StoredCell[Key] } | undefined;
  #isValue = false;
  #isInline = false;
  #showsZeros = true;

  constructor(sheet: string, context: WorksheetContext) {
    this.#sheet = sheet;
    this.#context = context;
  }

  open(name: string, text: string): void {
    if (this.#isInline) this.#inline.open(name, text);
    else if (name === "c") this.#openCell(text);
    else if (name === "v") this.#openValue();
    else if (name === "f") this.#markFormula();
    else if (name === "is") this.#isInline = this.#cell !== undefined;
    else if (name === "row") this.#openRow(text);
    else if (name === "col") this.#readColumn(text);
    else if (name === "mergeCell") this.#readMerge(text);
    else if (name === "sheetView") this.#showsZeros = attributesOf(text).get("showZeros") !== "0";
  }

  text(text: string): void {
    if (this.#isInline) this.#inline.text(text);
    else if (this.#isValue && this.#cell !== undefined) this.#cell.value = (this.#cell.value ?? "") + text;
  }

  close(name: string): void {
    if (name === "v") this.#isValue = false;
    else if (name === "is" && this.#cell !== undefined) {
      this.#isInline = false;
      this.#cell.value = this.#inline.take();
    } else if (this.#isInline) this.#inline.close(name);
    else if (name === "c") this.#closeCell();
  }

  finish(): Worksheet {
    const { withoutValue, errors, lost } = this.#faults;
    const problems = [
      this.#problem(
        "formula-without-value",
        withoutValue,
        "公式没有保存计算结果，按空白读取。请用 Excel 或 WPS 打开并保存后重试",
      ),
      this.#problem("error-value", errors, "单元格显示的是公式错误，请更正后重新公开"),
      this.#problem("lost-text", lost, "单元格的文字在文件中已缺失，请核对原件"),
    ];
    return {
      cells: this.#cells,
      merges: this.#merges,
      hiddenRows: this.#hiddenRows,
      hiddenColumns: this.#hiddenColumns,
      problems: problems.filter((problem) => problem !== undefined),
    };
  }

  #problem(code: string, { count, shown }: FaultTally, advice: string): Problem | undefined {
    const [first] = shown;
    if (first === undefined) return undefined;
    const names = `${shown.join("、")}${count > SHOWN_FAULTS ? " 等" : ""}`;
    return {
      code,
      message: `工作表“${this.#sheet}”有 ${count} 个${advice}（${names}）。`,
      place: { sheet: this.#sheet, ...positionOf(first) },
    };
  }

  #note(fault: CellFault, cell: StoredCell): void {
    const tally = this.#faults[fault];
    tally.count += 1;
    if (tally.shown.length < SHOWN_FAULTS) tally.shown.push(`${columnLetters(cell.column)}${cell.row}`);
  }

  #openRow(text: string): void {
    const attributes = attributesOf(text);
    const number = Number(attributes.get("r") ?? this.#row + 1);
    this.#row = Number.isInteger(number) && number > 0 ? number : this.#row + 1;
    this.#column = 0;
    if (!isTrue(attributes.get("hidden")) && Number(attributes.get("ht") ?? 1) !== 0) return;
    const last = this.#hiddenRows.at(-1);
    if (last !== undefined && last.last === this.#row - 1) last.last = this.#row;
    else this.#hiddenRows.push({ first: this.#row, last: this.#row });
  }

  #openCell(text: string): void {
    const attributes = attributesOf(text);
    const position = positionOf(attributes.get("r") ?? "") ?? { row: this.#row, column: this.#column + 1 };
    this.#column = position.column;
    this.#cell = {
      ...position,
      type: attributes.get("t") ?? "n",
      style: Number(attributes.get("s") ?? 0),
      value: undefined,
      isFormula: false,
    };
  }

  #openValue(): void {
    this.#isValue = true;
    if (this.#cell !== undefined) this.#cell.value ??= "";
  }

  #markFormula(): void {
    if (this.#cell !== undefined) this.#cell.isFormula = true;
  }

  #closeCell(): void {
    const cell = this.#cell;
    this.#cell = undefined;
    if (cell === undefined) return;
    const { limits, budget, strings, formats, is1904 } = this.#context;
    if (cell.row < 1 || cell.row > limits.rows || cell.column > limits.columns) return;
    const context: CellValueContext = { strings, formats, is1904, showsZeros: this.#showsZeros };
    const { fault, ...shown } = valueOf(cell, context);
    if (fault !== undefined) this.#note(fault, cell);
    const text = shownCellText(shown.text);
    if (text === "") return;
    budget.cells -= 1;
    budget.characters -= text.length;
    if (budget.cells < 0) throw tooLarge(`有内容的单元格超过 ${limits.cells.toLocaleString("zh-CN")} 个`);
    if (budget.characters < 0) throw tooLarge("单元格里的文字过多");
    this.#cells.push({ row: cell.row, column: cell.column, ...shown, text });
  }

  #readColumn(text: string): void {
    const attributes = attributesOf(text);
    const isHidden = isTrue(attributes.get("hidden")) || Number(attributes.get("width") ?? 1) === 0;
    const first = Number(attributes.get("min"));
    const last = Number(attributes.get("max"));
    if (
      isHidden &&
      first >= 1 &&
      last >= first &&
      this.#hiddenColumns.length < this.#context.limits.columns
    ) {
      this.#hiddenColumns.push({ first, last });
    }
  }

  #readMerge(text: string): void {
    const merge = rangeOf(attributesOf(text).get("ref") ?? "");
    if (merge === undefined) return;
    this.#merges.push(merge);
    if (this.#merges.length > this.#context.limits.merges) throw tooLarge("合并单元格过多");
  }
}
