// BIFF workbooks (Excel 5 to 2003) through the library for legacy files; its values, our formats.

import type { CellObject, WorkBook, WorkSheet, read as libraryRead } from "@e965/xlsx";

import { DocumentError } from "../document-error.ts";
import { shownCellText } from "../workbook/cell-text.ts";
import { exactText } from "../workbook/decimal-text.ts";
import type { WorkbookLimits } from "../workbook/limits.ts";
import { tooLarge } from "../workbook/limits.ts";
import { formatNumber, formatText, numberFormat } from "../workbook/number-format.ts";
import type { Merge, Sheet, SheetCell, Span, Workbook } from "../workbook/workbook.ts";
import { positionOf } from "../xlsx/cell-reference.ts";
import { hasStream, isOleFile } from "./ole-file.ts";
import { hasEndlessText } from "./record-lengths.ts";

/** Reads a BIFF workbook; the library is loaded only for files that need it. */
export async function readBinaryWorkbook(bytes: Uint8Array, limits: WorkbookLimits): Promise<Workbook> {
  const { read } = await import("@e965/xlsx");
  if (hasEndlessText(bytes)) throw errorOf(undefined);
  const workbook = parsed(bytes, read);
  if (workbook.SheetNames.length > limits.sheets) {
    throw tooLarge(`文件有 ${workbook.SheetNames.length} 个工作表，超过 ${limits.sheets} 个的上限`);
  }
  // Before Excel 97 texts are bytes of the system's charset, which the library leaves as they are.
  const hasOldTexts = !isOleFile(bytes) || !hasStream(bytes, "Workbook");
  const context: SheetContext = {
    limits,
    is1904: workbook.Workbook?.WBProps?.date1904 === true,
    decode: hasOldTexts ? chineseText : (text) => text,
    budget: { cells: limits.cells, characters: limits.characters },
  };
  const sheets = workbook.SheetNames.flatMap((name, index) => {
    const sheet = Object.hasOwn(workbook.Sheets, name) ? workbook.Sheets[name] : undefined;
    if (sheet === undefined) return [];
    const isHidden = (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    return [readSheet(sheet, { name: context.decode(name), isHidden }, context)];
  });
  return { sheets, problems: [] };
}

type Read = typeof libraryRead;

/** The library parses in one go and prints remarks on strange records, which are nobody's concern. */
function parsed(bytes: Uint8Array, read: Read): WorkBook {
  const printed = console.error;
  console.error = () => undefined;
  try {
    return read(bytes, {
      type: "array",
      cellFormula: false,
      cellHTML: false,
      cellText: false,
      cellNF: true,
      cellStyles: true,
    });
  } catch (error) {
    throw errorOf(error);
  } finally {
    console.error = printed;
  }
}

function errorOf(error: unknown): DocumentError {
  const message = error instanceof Error ? error.message : "";
  if (/password|encrypt/iu.test(message)) {
    return new DocumentError(
      "encrypted",
      "工作簿设有密码，无法读取。请用 Excel 或 WPS 输入密码打开，取消密码后另存为 .xlsx，再重试。",
      { cause: error },
    );
  }
  return new DocumentError(
    "damaged",
    "旧版表格文件（.xls）已损坏或不完整。请重新下载，或用 Excel、WPS 打开修复后另存为 .xlsx 再试。",
    { cause: error },
  );
}

/** Texts whose bytes were taken one by one for Latin characters, as the Chinese they are. */
function chineseText(text: string): string {
  // oxlint-disable-next-line no-control-regex -- a byte is what is looked for
  if (!/[\u0080-\u00FF]/u.test(text) || /[^\u0000-\u00FF]/u.test(text)) return text;
  return new TextDecoder("gb18030").decode(Uint8Array.from(text, (character) => character.charCodeAt(0)));
}

interface SheetContext {
  readonly limits: WorkbookLimits;
  readonly is1904: boolean;
  readonly decode: (text: string) => string;
  readonly budget: { cells: number; characters: number };
}

function readSheet(sheet: WorkSheet, head: Pick<Sheet, "name" | "isHidden">, context: SheetContext): Sheet {
  const cells: SheetCell[] = [];
  for (const [reference, cell] of Object.entries(sheet)) {
    const position = reference.startsWith("!") ? undefined : positionOf(reference);
    if (position === undefined) continue;
    // Without the "dense" option the library keeps a cell under each reference.
    const shown = shownCell(cell as CellObject, context);
    const text = shownCellText(shown.text);
    if (text === "") continue;
    context.budget.cells -= 1;
    context.budget.characters -= text.length;
    if (context.budget.cells < 0 || context.budget.characters < 0) {
      throw tooLarge(`有内容的单元格超过 ${context.limits.cells.toLocaleString("zh-CN")} 个`);
    }
    cells.push({ ...position, ...shown, text });
  }
  return { ...head, cells, merges: mergesOf(sheet), ...hiddenOf(sheet) };
}

function shownCell(cell: CellObject, context: SheetContext): { text: string; exact?: string } {
  const { t: type, v: value, w: written } = cell;
  const format = numberFormat(typeof cell.z === "string" ? cell.z : "General");
  if (typeof value === "number" && type === "n") {
    const exact = format.isDate ? undefined : exactText(value);
    const text = formatNumber(value, format, context.is1904);
    return { text, ...(exact === undefined ? {} : { exact }) };
  }
  if (typeof value === "string") return { text: formatText(context.decode(value), format) };
  if (typeof value === "boolean") return { text: value ? "TRUE" : "FALSE" };
  return { text: type === "e" ? (written ?? "#错误") : "" };
}

function mergesOf(sheet: WorkSheet): readonly Merge[] {
  return (sheet["!merges"] ?? []).map(({ s: start, e: end }) => ({
    top: start.r + 1,
    left: start.c + 1,
    bottom: end.r + 1,
    right: end.c + 1,
  }));
}

function hiddenOf(sheet: WorkSheet): Pick<Sheet, "hiddenRows" | "hiddenColumns"> {
  return { hiddenRows: hiddenSpans(sheet["!rows"]), hiddenColumns: hiddenSpans(sheet["!cols"]) };
}

/** The library's lists have holes where nothing is said of a row. */
function hiddenSpans(
  list: readonly ({ readonly hidden?: boolean } | undefined)[] | undefined,
): readonly Span[] {
  const spans: Span[] = [];
  list?.forEach((each, index) => {
    if (each?.hidden === true) spans.push({ first: index + 1, last: index + 1 });
  });
  return spans;
}
