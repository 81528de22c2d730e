// SpreadsheetML 2003, the single XML file that old programs call .xls.

import type { Problem } from "@jueming/core/document/document.ts";

import { shownCellText } from "../workbook/cell-text.ts";
import { exactText } from "../workbook/decimal-text.ts";
import type { WorkbookLimits } from "../workbook/limits.ts";
import { tooLarge } from "../workbook/limits.ts";
import type { NumberFormat } from "../workbook/number-format.ts";
import { formatNumber, formatText, numberFormat } from "../workbook/number-format.ts";
import type { Merge, Sheet, SheetCell, Span, Workbook } from "../workbook/workbook.ts";
import { isTrue } from "../xlsx/workbook-part.ts";
import { attributesOf, xmlScanner } from "../xlsx/xml-scanner.ts";

const NAMESPACE = "urn:schemas-microsoft-com:office:spreadsheet";

/** True for text that is SpreadsheetML. */
export function isSpreadsheetXml(text: string): boolean {
  return (
    /^\s*</u.test(text) &&
    text.slice(0, 4_096).includes(NAMESPACE) &&
    /<(?:\w+:)?Workbook\b/u.test(text.slice(0, 8_192))
  );
}

/** Reads the text of a SpreadsheetML file; what is cut off at the end is a problem, not an error. */
export function readSpreadsheetXml(text: string, limits: WorkbookLimits): Workbook {
  const reader = new SpreadsheetReader(limits);
  const scanner = xmlScanner({
    open: (name, attributes) => reader.open(name, attributes),
    text: (piece) => reader.text(piece),
    close: (name) => reader.close(name),
  });
  scanner.push(text);
  const problems: Problem[] = scanner.end()
    ? []
    : [{ code: "cut-off", message: "表格文件不完整，末尾可能有缺失。请重新导出后核对。", place: {} }];
  return { sheets: reader.sheets, problems };
}

type OpenSheet = {
  -readonly [Key in "name" | "isHidden"]: Sheet[Key];
} & {
  readonly cells: SheetCell[];
  readonly merges: Merge[];
  readonly hiddenRows: Span[];
  readonly hiddenColumns: Span[];
};

/** Named number formats of SpreadsheetML. */
const NAMED_FORMATS: Readonly<Record<string, string>> = {
  Fixed: "0.00",
  Standard: "#,##0.00",
  Percent: "0.00%",
  Scientific: "0.00E+00",
  Currency: '"¥"#,##0.00;"¥"-#,##0.00',
  "Euro Currency": "€#,##0.00",
  "Short Date": "yyyy/m/d",
  "Medium Date": "d-mmm-yy",
  "Long Date": 'yyyy"年"m"月"d"日"',
  "General Date": "yyyy/m/d h:mm",
  "Short Time": "h:mm",
  "Medium Time": "h:mm AM/PM",
  "Long Time": "h:mm:ss",
};

const GENERAL = numberFormat("General");

/** SpreadsheetReader: follows the stream of tags; a class because sheet, row and cell are its state. */
class SpreadsheetReader {
  readonly sheets: OpenSheet[] = [];
  readonly #limits: WorkbookLimits;
  readonly #formats = new Map<string, NumberFormat>();
  #styleId = "";
  #row = 0;
  #column = 0;
  #nextColumn = 1;
  #rowStyle = "";
  #cellStyle = "";
  /** Inside the element that says whether the sheet is shown. */
  #isVisible = false;
  #data: { readonly type: string; text: string } | undefined;
  #count = 0;
  #characters = 0;

  constructor(limits: WorkbookLimits) {
    this.#limits = limits;
  }

  open(name: string, text: string): void {
    if (this.#data !== undefined) return;
    const attributes = attributesOf(text);
    if (name === "Style") this.#styleId = attributes.get("ID") ?? "";
    else if (name === "NumberFormat") this.#readFormat(attributes.get("Format") ?? "General");
    else if (name === "Worksheet") this.#openSheet(attributes.get("Name"));
    else if (name === "Row") this.#openRow(attributes);
    else if (name === "Column") this.#readColumn(attributes);
    else if (name === "Cell") this.#openCell(attributes);
    else if (name === "Visible") this.#isVisible = true;
    else if (name === "Data") this.#data = { type: attributes.get("Type") ?? "String", text: "" };
  }

  text(text: string): void {
    if (this.#data !== undefined) this.#data.text += text;
    else if (this.#isVisible && /Hidden/u.test(text)) this.#hideSheet();
  }

  close(name: string): void {
    if (name === "Visible") this.#isVisible = false;
    if (name !== "Data" || this.#data === undefined) return;
    const { type, text } = this.#data;
    this.#data = undefined;
    const format = this.#formats.get(this.#cellStyle) ?? GENERAL;
    const shown = shownData(type, text, format);
    const cleaned = shownCellText(shown.text);
    if (cleaned === "") return;
    this.#count += 1;
    this.#characters += cleaned.length;
    if (this.#count > this.#limits.cells || this.#characters > this.#limits.characters) {
      throw tooLarge(`有内容的单元格超过 ${this.#limits.cells.toLocaleString("zh-CN")} 个`);
    }
    if (this.#row > this.#limits.rows || this.#column > this.#limits.columns) return;
    this.sheets.at(-1)?.cells.push({ row: this.#row, column: this.#column, ...shown, text: cleaned });
  }

  #hideSheet(): void {
    const sheet = this.sheets.at(-1);
    if (sheet !== undefined) sheet.isHidden = true;
  }

  #readFormat(code: string): void {
    if (this.#styleId !== "") this.#formats.set(this.#styleId, numberFormat(NAMED_FORMATS[code] ?? code));
  }

  #openSheet(name: string | undefined): void {
    if (this.sheets.length >= this.#limits.sheets) throw tooLarge(`文件超过 ${this.#limits.sheets} 个工作表`);
    this.sheets.push({
      name: name ?? `第${this.sheets.length + 1}张表`,
      isHidden: false,
      cells: [],
      merges: [],
      hiddenRows: [],
      hiddenColumns: [],
    });
    this.#row = 0;
    this.#nextColumn = 1;
  }

  #openRow(attributes: ReadonlyMap<string, string>): void {
    this.#row = indexOf(attributes, this.#row + 1);
    this.#column = 0;
    this.#rowStyle = attributes.get("StyleID") ?? "";
    if (isTrue(attributes.get("Hidden"))) {
      this.sheets.at(-1)?.hiddenRows.push({ first: this.#row, last: this.#row });
    }
  }

  #readColumn(attributes: ReadonlyMap<string, string>): void {
    const first = indexOf(attributes, this.#nextColumn);
    const last = first + span(attributes, "Span");
    this.#nextColumn = last + 1;
    if (isTrue(attributes.get("Hidden"))) this.sheets.at(-1)?.hiddenColumns.push({ first, last });
  }

  #openCell(attributes: ReadonlyMap<string, string>): void {
    this.#column = indexOf(attributes, this.#column + 1);
    this.#cellStyle = attributes.get("StyleID") ?? this.#rowStyle;
    const right = this.#column + span(attributes, "MergeAcross");
    const bottom = this.#row + span(attributes, "MergeDown");
    const sheet = this.sheets.at(-1);
    if (sheet === undefined || (right === this.#column && bottom === this.#row)) return;
    sheet.merges.push({ top: this.#row, left: this.#column, bottom, right });
    if (sheet.merges.length > this.#limits.merges) throw tooLarge("合并单元格过多");
  }
}

function indexOf(attributes: ReadonlyMap<string, string>, next: number): number {
  const index = Number(attributes.get("Index") ?? next);
  return Number.isInteger(index) && index > 0 ? index : next;
}

const SPAN_LIMIT = 1_048_576;

function span(attributes: ReadonlyMap<string, string>, name: string): number {
  const count = Number(attributes.get(name) ?? 0);
  return Number.isInteger(count) && count > 0 ? Math.min(count, SPAN_LIMIT) : 0;
}

const DAY = 86_400_000;
const DAY_ZERO = Date.UTC(1899, 11, 30);

function shownData(type: string, text: string, format: NumberFormat): { text: string; exact?: string } {
  const number = Number(text.trim());
  if (type === "Number" && text.trim() !== "" && Number.isFinite(number)) {
    const exact = format.isDate ? undefined : exactText(number);
    return { text: formatNumber(number, format), ...(exact === undefined ? {} : { exact }) };
  }
  if (type === "DateTime") {
    const time = Date.parse(`${text.trim().replace(/Z$/u, "")}Z`);
    if (Number.isNaN(time)) return { text };
    return { text: formatNumber((time - DAY_ZERO) / DAY, format.isDate ? format : numberFormat("yyyy/m/d")) };
  }
  if (type === "Boolean") return { text: isTrue(text.trim()) ? "TRUE" : "FALSE" };
  return { text: formatText(text, format) };
}
