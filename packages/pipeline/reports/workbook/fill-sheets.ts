// Writes the rows of large tables into a workbook that the library wrote with their heads alone: the library
// holds an object for every cell, which for hundreds of documents takes more than a gigabyte.

import { invariant } from "@jueming/core/document/invariant.ts";
import { archiveOf, packPart, textParts } from "@jueming/documents/zip/write-archive.ts";
import type { PackedPart } from "@jueming/documents/zip/write-archive.ts";

import { colToLetter } from "hucre/xlsx";

import type { StyleName } from "./cell-styles.ts";
import { STYLE_NAMES } from "./cell-styles.ts";
import type { SharedTexts } from "./row-markup.ts";
import { rowMarkup, sharedTexts } from "./row-markup.ts";
import type { SheetTable } from "./sheet.ts";

const SHARED_TEXTS = "xl/sharedStrings.xml";
const ROW_OF_STYLES = /<row r="2".*?<\/row>/su;

/** The workbook with the rows of its tables; tables stand by the number of their sheet, from 1. */
export async function filledWorkbook(
  frame: Uint8Array,
  tables: ReadonlyMap<number, SheetTable>,
): Promise<Uint8Array> {
  const files = textParts(frame);
  const texts = sharedTexts(files.get(SHARED_TEXTS) ?? "");
  const parts: PackedPart[] = [];
  for (const [name, content] of files) {
    if (name === SHARED_TEXTS) continue;
    const table = tables.get(Number(/^xl\/worksheets\/sheet(\d+)\.xml$/u.exec(name)?.[1] ?? 0));
    parts.push(await packPart(name, table === undefined ? [content] : filledSheet(content, table, texts)));
  }
  parts.push(await packPart(SHARED_TEXTS, texts.markup()));
  return archiveOf(parts);
}

/** The sheet with the rows of the table in the place of the row that shows all styles. */
function* filledSheet(content: string, table: SheetTable, texts: SharedTexts): Iterable<string> {
  const shown = ROW_OF_STYLES.exec(content);
  invariant(shown !== null, "a sheet to fill has its row of styles");
  const numbers = [...shown[0].matchAll(/ s="(\d+)"/gu)].map(([, number]) => Number(number));
  invariant(numbers.length === STYLE_NAMES.length, "every style has its cell");
  const styles = new Map<StyleName, number>(STYLE_NAMES.map((name, index) => [name, numbers[index] ?? 0]));
  const columns = table.columns.map((column, index) => ({ ...column, letter: colToLetter(index) }));
  // Programs find the extent themselves.
  yield content.slice(0, shown.index).replace(/<dimension [^>]*>/u, "");
  let row = 1;
  for (const cells of table.rows) {
    row += 1;
    yield rowMarkup(cells, { row, columns, styleOf: table.styleOf, styles, texts });
  }
  yield content.slice(shown.index + shown[0].length);
}
