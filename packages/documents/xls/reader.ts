// Reads what people call .xls: BIFF workbooks, SpreadsheetML, and HTML or CSV under that name, in any charset.

import type { Document } from "@jueming/core/document/document.ts";

import { readCsv } from "../csv/reader.ts";
import { DocumentError } from "../document-error.ts";
import { looksLikeHtml, readHtml } from "../html/reader.ts";
import { decodeText } from "../text/charset.ts";
import type { WorkbookLimits } from "../workbook/limits.ts";
import { WORKBOOK_LIMITS, checkSize } from "../workbook/limits.ts";
import { workbookDocument } from "../workbook/workbook-document.ts";
import { XmlDamage } from "../xlsx/xml-scanner.ts";
import { readXlsx } from "../xlsx/reader.ts";
import { readBinaryWorkbook } from "./binary-workbook.ts";
import { hasStream, isEncryptedPackage, isOleFile } from "./ole-file.ts";
import { isSpreadsheetXml, readSpreadsheetXml } from "./spreadsheet-xml.ts";

/** Reads the bytes of a file called .xls as a document; throws a DocumentError where that cannot be. */
export async function readXls(
  bytes: Uint8Array,
  source: string,
  limits: WorkbookLimits = WORKBOOK_LIMITS,
): Promise<Document> {
  checkSize(bytes, limits);
  // An encrypted package is told by the reader of packages.
  if (isZip(bytes) || isEncryptedPackage(bytes)) return readXlsx(bytes, source, limits);
  if (isOleFile(bytes) || isBareStream(bytes)) {
    if (isOleFile(bytes) && !isBinaryWorkbook(bytes)) throw noWorkbook();
    return workbookDocument(await readBinaryWorkbook(bytes, limits), source, limits);
  }
  if (looksLikeSpreadsheetXml(bytes)) return readXmlText(bytes, source, limits);
  return looksLikeHtml(bytes) ? readHtml(bytes, source) : readCsv(bytes, source, limits);
}

/** True for compound files that hold a workbook, and for workbooks of old versions without one. */
export function looksLikeXls(bytes: Uint8Array): boolean {
  return isOleFile(bytes) ? isBinaryWorkbook(bytes) : isBareStream(bytes);
}

/** True for SpreadsheetML in any charset. */
export function looksLikeSpreadsheetXml(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, SAMPLE);
  return (
    isSpreadsheetXml(new TextDecoder("latin1").decode(start).replace(/^[\u0080-\u00FF]+/u, "")) ||
    isSpreadsheetXml(new TextDecoder("utf-16le").decode(start))
  );
}

const SAMPLE = 16 * 1024;

function isBinaryWorkbook(bytes: Uint8Array): boolean {
  return hasStream(bytes, "Workbook") || hasStream(bytes, "Book");
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/** Streams of Excel 2 to 4 stand without a compound file and begin with the record BOF. */
function isBareStream([first, second]: Uint8Array): boolean {
  return first === 0x09 && (second === 0x00 || second === 0x02 || second === 0x04 || second === 0x08);
}

function readXmlText(bytes: Uint8Array, source: string, limits: WorkbookLimits): Document {
  const decoded = decodeText(bytes);
  try {
    const workbook = readSpreadsheetXml(decoded.text, limits);
    const problems = [...decoded.problems, ...workbook.problems];
    return workbookDocument({ ...workbook, problems }, source, limits);
  } catch (error) {
    if (!(error instanceof XmlDamage)) throw error;
    throw new DocumentError(
      "damaged",
      "XML 表格文件已损坏。请重新导出，或用 Excel、WPS 打开后另存为 .xlsx 再试。",
      { cause: error },
    );
  }
}

function noWorkbook(): DocumentError {
  return new DocumentError(
    "unsupported-format",
    "这个旧版 Office 文件里没有工作簿，不论文件名后缀是什么都不能按表格读取。请确认文件，或另存为 .xlsx 再试。",
  );
}
