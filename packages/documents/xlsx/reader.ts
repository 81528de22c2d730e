// Reads XLSX workbooks (ECMA-376, transitional and strict): saved values as they are shown, never formulas.

import type { Document, Problem } from "@jueming/core/document/document.ts";

import { DocumentError } from "../document-error.ts";
import type { WorkbookLimits } from "../workbook/limits.ts";
import { WORKBOOK_LIMITS, checkSize, tooLarge } from "../workbook/limits.ts";
import { workbookDocument } from "../workbook/workbook-document.ts";
import type { Sheet, Workbook } from "../workbook/workbook.ts";
import { isOleFile, isEncryptedPackage } from "../xls/ole-file.ts";
import { readAttachments } from "./attachments.ts";
import { drawingTexts } from "./drawing-texts.ts";
import type { PackageParts } from "./package-parts.ts";
import { damagedPackage, openPackage } from "./package-parts.ts";
import { readSharedStrings } from "./shared-strings.ts";
import { readFormats } from "./styles.ts";
import type { SheetEntry, WorkbookPart } from "./workbook-part.ts";
import { readWorkbookPart } from "./workbook-part.ts";
import type { WorksheetContext } from "./worksheet.ts";
import { readWorksheet } from "./worksheet.ts";

/** Reads the bytes of an XLSX workbook as a document; throws a DocumentError where that cannot be. */
export function readXlsx(
  bytes: Uint8Array,
  source: string,
  limits: WorkbookLimits = WORKBOOK_LIMITS,
): Document {
  const { sheets, problems, isDocument, parts, relationships } = readWorkbook(bytes, limits);
  const document = workbookDocument({ sheets, problems, isDocument }, source, limits);
  const attachments = readAttachments(parts, relationships);
  return attachments.length === 0 ? document : { ...document, attachments };
}

/** The sheets of an XLSX workbook as they stand, hidden ones among them, for what was written by our own plan. */
export function readXlsxSheets(
  bytes: Uint8Array,
  limits: WorkbookLimits = WORKBOOK_LIMITS,
): readonly Sheet[] {
  return readWorkbook(bytes, limits).sheets;
}

interface ReadWorkbook extends Workbook {
  readonly isDocument: boolean;
  readonly parts: PackageParts;
  readonly relationships: WorkbookPart["relationships"];
}

function readWorkbook(bytes: Uint8Array, limits: WorkbookLimits): ReadWorkbook {
  checkSize(bytes, limits);
  if (isOleFile(bytes)) throw oleError(bytes);
  const parts = openPackage(bytes, limits);
  const workbook = readWorkbookPart(parts);
  if (workbook.sheets.length > limits.sheets) {
    throw tooLarge(`文件有 ${workbook.sheets.length} 个工作表，超过 ${limits.sheets} 个的上限`);
  }
  const context: WorksheetContext = {
    strings: readSharedStrings(parts, workbook.sharedStrings, limits),
    formats: readFormats(parts, workbook.styles),
    is1904: workbook.is1904,
    limits,
    budget: { cells: limits.cells, characters: limits.characters },
  };
  const read = workbook.sheets.map((entry) => readSheet(parts, entry, context));
  const grids = Map.groupBy(workbook.grids, ({ sheet }) => sheet);
  const sheets = read.flatMap(({ sheet }) =>
    sheet === undefined
      ? []
      : [{ ...sheet, grids: (grids.get(sheet.name) ?? []).map(({ region }) => region) }],
  );
  if (sheets.length === 0) throw damagedPackage();
  refusePictures(sheets, parts);
  const problems = read.flatMap((each) => each.problems);
  const { isDocument, relationships } = workbook;
  return { sheets, problems, isDocument, parts, relationships };
}

interface ReadSheet {
  readonly sheet?: Sheet;
  readonly problems: readonly Problem[];
}

function readSheet(parts: PackageParts, entry: SheetEntry, context: WorksheetContext): ReadSheet {
  const { name, isHidden, relationship } = entry;
  const place = { sheet: name };
  if (relationship !== undefined && relationship.kind !== "worksheet") {
    return {
      problems: [{ code: "sheet-skipped", message: `“${name}”是图表或宏表，没有单元格，未读取。`, place }],
    };
  }
  if (relationship === undefined || !parts.has(relationship.target)) {
    return {
      problems: [
        {
          code: "sheet-lost",
          message: `工作表“${name}”的内容在文件中已缺失，未能读取。请重新导出后再试。`,
          place,
        },
      ],
    };
  }
  const { problems, ...content } = readWorksheet(parts, { name: relationship.target, sheet: name }, context);
  const boxes = drawingTexts(parts, relationship.target);
  return { sheet: { name, isHidden, ...content, boxes }, problems };
}

/** Sheets without a cell and with pictures are scans put into a workbook. */
function refusePictures(sheets: readonly Sheet[], parts: PackageParts): void {
  const isBlank = sheets.every(({ cells, boxes }) => cells.length === 0 && boxes?.length === 0);
  if (isBlank && parts.names.some((name) => /^xl\/media\//iu.test(name))) {
    throw new DocumentError(
      "no-text",
      "表格里只有图片，没有可读取的文字。请提供单元格里有数据的表格，或先识别图片中的文字。",
    );
  }
}

function oleError(bytes: Uint8Array): DocumentError {
  return isEncryptedPackage(bytes)
    ? new DocumentError(
        "encrypted",
        "工作簿设有打开密码，无法读取。请用 Excel 或 WPS 输入密码打开，取消密码后另存，再重试。",
      )
    : new DocumentError(
        "unsupported-format",
        "这是旧版 Office 文件而不是 XLSX 工作簿，不论文件名后缀是什么。请用 Excel 或 WPS 另存为 .xlsx 再试。",
      );
}
